package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// portal starts a site on loopback; every path without a handler of its own is 404.
func portal(t testing.TB, handlers map[string]http.HandlerFunc) string {
	mux := http.NewServeMux()
	for path, handler := range handlers {
		mux.HandleFunc(path, handler)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// quick is a client that waits for nobody and may go to loopback.
func quick(o Options) *Client {
	o.OpenHosts = append(o.OpenHosts, "127.0.0.1")
	if o.Delay == 0 {
		o.Delay = -1
	}
	return New(o)
}

func get(t testing.TB, c *Client, url string) Response {
	t.Helper()
	resp, err := c.Get(context.Background(), Request{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	if resp.Outcome != Kept && len(resp.Body) > 0 {
		t.Errorf("%s: %s, and yet it has a body of %d bytes", url, resp.Outcome, len(resp.Body))
	}
	if resp.Outcome != Kept && resp.Outcome != Unchanged && resp.Reason == "" {
		t.Errorf("%s: %s without a reason", url, resp.Outcome)
	}
	return resp
}

// raw answers with bytes of its own, and closes the connection; with a reset when it is told so.
func raw(answer string, reset bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			return
		}
		_, _ = io.WriteString(conn, answer)
		if tcp, ok := conn.(*net.TCPConn); ok && reset {
			time.Sleep(20 * time.Millisecond) // let the bytes be read first
			_ = tcp.SetLinger(0)
		}
		conn.Close()
	}
}

func gzipped(content []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(content)
	_ = w.Close()
	return b.Bytes()
}

func TestOutcomes(t *testing.T) {
	page := "<html><body>Công văn số 2482/BHXH-TT</body></html>"
	packed := gzipped([]byte(strings.Repeat(page, 50)))
	status := func(code int, header ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			for i := 0; i < len(header); i += 2 {
				w.Header().Set(header[i], header[i+1])
			}
			w.WriteHeader(code)
		}
	}
	tests := []struct {
		path    string
		want    Outcome
		handler http.HandlerFunc
	}{
		{"/page", Kept, func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, page) }},
		{"/gzip", Kept, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(packed)
		}},
		{"/304", Unchanged, status(304)},
		{"/404", Gone, status(404)},
		{"/410", Gone, status(410)},
		{"/401", Blocked, status(401)},
		{"/403", Blocked, status(403)},
		{"/429", Busy, status(429)},
		{"/500", Failed, status(500)},
		{"/502", Failed, status(502)},
		{"/503", Busy, status(503)},
		{"/206", Truncated, status(206)},
		{"/empty", Empty, status(200)},
		{"/204", Empty, status(204)},
		{"/empty-gzip", Empty, status(200, "Content-Encoding", "gzip")},
		{"/odd-encoding", Failed, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			io.WriteString(w, "xyz")
		}},
		{"/moved", Moved, status(301, "Location", "https://khac.example/van-ban")},
		{"/moved-scheme", Moved, status(302, "Location", "file:///etc/passwd")},
		{"/self", Loop, status(302, "Location", "/self")},
		{"/a-b", Loop, status(302, "Location", "/b-a")},
		{"/b-a", Loop, status(302, "Location", "/a-b")},
		{"/deeper/", Loop, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) }},
		{"/short", Truncated, raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"+page, false)},
		{"/short-reset", Truncated, raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"+page, true)},
		{"/chunk-cut", Truncated, raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n<html>", false)},
		{"/chunks-without-end", Truncated, raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\n", false)},
		{"/old-whole", Kept, raw("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n"+page, false)},
		{"/old-half-page", Truncated, raw("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n"+page[:30], false)},
		{"/old-half-pdf", Truncated, raw("HTTP/1.0 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n1 0 obj", false)},
		{"/gzip-cut", Truncated, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(packed[:len(packed)-20])
		}},
		{"/gzip-wrong", Truncated, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			io.WriteString(w, page)
		}},
		{"/hang-up", Unreachable, raw("", false)},
		{"/garbage", Failed, raw("xin chào\r\n\r\n", false)},
		{"/no-answer", Slow, func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }},
		{"/silence", Slow, func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, "<html>")
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}},
		{"/trickle", Slow, func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := io.WriteString(w, "x"); err != nil {
					return
				}
				w.(http.Flusher).Flush()
				time.Sleep(10 * time.Millisecond)
			}
		}},
		{"/large", TooLarge, func(w http.ResponseWriter, r *http.Request) { w.Write(make([]byte, 3<<20)) }},
		{"/large-said", TooLarge, raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx", false)},
		{"/header", Failed, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("X-Long", strings.Repeat("x", 1<<20))
			io.WriteString(w, page)
		}},
	}
	handlers := map[string]http.HandlerFunc{}
	for _, test := range tests {
		handlers[test.path] = test.handler
	}
	site := portal(t, handlers)
	for _, test := range tests {
		t.Run(strings.Trim(test.path, "/"), func(t *testing.T) {
			t.Parallel()
			c := quick(Options{Patience: 500 * time.Millisecond, MinRate: 1 << 20, MaxBody: 2 << 20})
			defer c.Close()
			if resp := get(t, c, site+test.path); resp.Outcome != test.want {
				t.Errorf("%s: %s (%s), want %s", test.path, resp.Outcome, resp.Reason, test.want)
			}
		})
	}
}

func TestUnreachable(t *testing.T) {
	closed := httptest.NewServer(nil)
	url := closed.URL
	closed.Close()
	c := quick(Options{})
	if resp := get(t, c, url+"/robots.txt"); resp.Outcome != Unreachable {
		t.Errorf("a closed port is %s (%s)", resp.Outcome, resp.Reason)
	}
	// What cannot say its rules is not asked for pages.
	if resp := get(t, c, url+"/x"); resp.Outcome != Deferred || resp.NotBefore.IsZero() {
		t.Errorf("a host whose robots.txt cannot be fetched is %s (%s)", resp.Outcome, resp.Reason)
	}
}

func TestBomb(t *testing.T) {
	var bomb bytes.Buffer
	w := gzip.NewWriter(&bomb)
	zeros := make([]byte, 1<<20)
	for range 48 { // a bomb that went on like this would unpack to gigabytes
		w.Write(zeros)
	}
	w.Close()
	site := portal(t, map[string]http.HandlerFunc{"/bomb": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb.Bytes())
	}})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if resp := get(t, quick(Options{}), site+"/bomb"); resp.Outcome != TooLarge {
		t.Errorf("a bomb is %s (%s)", resp.Outcome, resp.Reason)
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
		t.Errorf("a bomb takes %d MB of memory", used>>20)
	}
}

func TestCertificates(t *testing.T) {
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "x") }))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	if resp := get(t, quick(Options{}), server.URL+"/robots.txt"); resp.Outcome != Insecure {
		t.Errorf("an unknown authority is %s (%s)", resp.Outcome, resp.Reason)
	}
	plain := portal(t, nil)
	if resp := get(t, quick(Options{}), strings.Replace(plain, "http:", "https:", 1)+"/robots.txt"); resp.Outcome != Insecure {
		t.Errorf("a site without TLS is %s (%s)", resp.Outcome, resp.Reason)
	}
}

func TestConditional(t *testing.T) {
	asked := make(chan http.Header, 10)
	site := portal(t, map[string]http.HandlerFunc{"/x": func(w http.ResponseWriter, r *http.Request) {
		asked <- r.Header
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Thu, 12 Sep 2024 08:00:00 GMT")
		w.Header().Set("Content-Type", "text/html; charset=windows-1258")
		w.Header().Set("Content-Disposition", `attachment; filename*=UTF-8''..%2F..%2Fc%C3%B4ng%20v%C4%83n.html`)
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(304)
			return
		}
		io.WriteString(w, "x")
	}})
	c := quick(Options{Contact: "https://e.vn/bot"})
	first := get(t, c, site+"/x")
	want := Validators{`"v1"`, "Thu, 12 Sep 2024 08:00:00 GMT"}
	if diff := cmp.Diff(want, first.Validators); diff != "" {
		t.Error(diff)
	}
	if first.Charset != "windows-1258" || first.MediaType != "text/html" || first.Name != "công văn.html" {
		t.Errorf("described as %s %s %q", first.MediaType, first.Charset, first.Name)
	}
	again, err := c.Get(context.Background(), Request{URL: site + "/x", Before: first.Validators})
	if err != nil || again.Outcome != Unchanged {
		t.Errorf("the same version is %s, %v", again.Outcome, err)
	}
	if agent := (<-asked).Get("User-Agent"); agent != "congvan/1.0 (+https://e.vn/bot)" {
		t.Errorf("it calls itself %q", agent)
	}
	if since := (<-asked).Get("If-Modified-Since"); since != want.LastModified {
		t.Errorf("asked for a version since %q", since)
	}
}

func TestFormAndCookies(t *testing.T) {
	site := portal(t, map[string]http.HandlerFunc{
		"/list": func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodPost {
				cookie, err := r.Cookie("session")
				if err != nil || cookie.Value != "1" || r.FormValue("__EVENTARGUMENT") != "Page$2" {
					http.Error(w, "no session", 500)
					return
				}
				http.Redirect(w, r, "/list?Page=2", http.StatusFound)
				return
			}
			http.SetCookie(w, &http.Cookie{Name: "session", Value: "1"})
			io.WriteString(w, "page "+r.FormValue("Page"))
		},
	})
	c := quick(Options{})
	get(t, c, site+"/list")
	resp, err := c.Get(context.Background(), Request{URL: site + "/list", Form: map[string][]string{"__EVENTARGUMENT": {"Page$2"}}})
	if err != nil || string(resp.Body) != "page 2" || resp.Final != site+"/list?Page=2" {
		t.Errorf("the postback gave %s %q at %s (%s), %v", resp.Outcome, resp.Body, resp.Final, resp.Reason, err)
	}
}

func TestFileName(t *testing.T) {
	tests := []struct{ disposition, path, want string }{
		{`attachment; filename="../../etc/passwd"`, "/x", "passwd"},
		{`attachment; filename="..\\..\\windows\\win.ini"`, "/x", "win.ini"},
		{`attachment; filename=".bashrc"`, "/x", "bashrc"},
		{`attachment; filename="/"`, "/van-ban/2482.pdf", "2482.pdf"},
		{`attachment; filename=".."`, "/2482.pdf", "2482.pdf"},
		{"attachment; filename=\"a\x00b\nc.pdf\"", "/2482.pdf", "2482.pdf"},
		{`attachment; filename="` + strings.Repeat("a", 400) + `.pdf"`, "/x", strings.Repeat("a", maxName-4) + ".pdf"},
		{"", "/van-ban/", "van-ban"},
		{"", "/", ""},
		{"", "/a%2F..%2Fb.pdf", "b.pdf"},
	}
	for _, test := range tests {
		target, err := parsed("https://e.vn" + test.path)
		if err != nil {
			t.Fatal(err)
		}
		if got := fileName(test.disposition, target); got != test.want {
			t.Errorf("%q, %s: %q, want %q", test.disposition, test.path, got, test.want)
		}
	}
}

func BenchmarkGet(b *testing.B) {
	page := []byte("<html>" + strings.Repeat("Công văn số 2482/BHXH-TT ngày 12/9/2022. ", 400) + "</html>")
	site := portal(b, map[string]http.HandlerFunc{"/x": func(w http.ResponseWriter, r *http.Request) { w.Write(page) }})
	c := quick(Options{})
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		get(b, c, site+"/x")
	}
}
