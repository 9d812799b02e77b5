package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"congvan/cmd/internal/account"
	"congvan/cmd/internal/pipeline"
)

// house is a server with accounts: lan reviews, an reads.
type house struct {
	*httptest.Server
	t     *testing.T
	pages *Pages
	users string
	now   time.Time
}

const password = "mật khẩu thử nghiệm"

func openHouse(t *testing.T, files map[string]string) *house {
	t.Helper()
	mux, pages, o := mountPages(t, files)
	h := &house{t: t, pages: pages, users: filepath.Join(t.TempDir(), "users"), now: moment2024}
	for name, role := range map[string]account.Role{"lan": account.Reviewer, "an": account.Reader} {
		if err := account.Set(h.users, name, role, password); err != nil {
			t.Fatal(err)
		}
	}
	users, err := account.Open(h.users)
	if err != nil {
		t.Fatal(err)
	}
	change := func(ctx context.Context, do func(*pipeline.Pipeline) error) error {
		p, err := pipeline.Open(ctx, o)
		if err != nil {
			return err
		}
		return errors.Join(do(p), p.Close())
	}
	door := NewDoor(users, func() time.Time { return h.now })
	tray := NewHandIns(o.Data, change, o.Now, slog.New(slog.NewTextHandler(io.Discard, nil)))
	pages.Accounts(door, change, tray)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); tray.Run(ctx) }()
	h.Server = httptest.NewServer(Guard(mux, Gate{Door: door, Now: o.Now}))
	t.Cleanup(func() { h.Close(); cancel(); <-done })
	return h
}

// visitor is a browser.
type visitor struct {
	*http.Client
	h *house
}

func (h *house) visitor() *visitor {
	jar, err := cookiejar.New(nil)
	if err != nil {
		h.t.Fatal(err)
	}
	return &visitor{&http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}, h}
}

// signedIn is a browser of someone signed in.
func (h *house) signedIn(name string) *visitor {
	h.t.Helper()
	v := h.visitor()
	if resp, _ := v.post("/dang-nhap", url.Values{"name": {name}, "password": {password}}); resp.StatusCode != http.StatusSeeOther {
		h.t.Fatalf("%s does not sign in: %s", name, resp.Status)
	}
	return v
}

func (v *visitor) do(r *http.Request) (*http.Response, string) {
	v.h.t.Helper()
	resp, err := v.Do(r)
	if err != nil {
		v.h.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		v.h.t.Fatal(err)
	}
	return resp, string(body)
}

func (v *visitor) see(address string) (*http.Response, string) {
	v.h.t.Helper()
	r, err := http.NewRequest(http.MethodGet, v.h.URL+address, nil)
	if err != nil {
		v.h.t.Fatal(err)
	}
	return v.do(r)
}

func (v *visitor) post(address string, form url.Values) (*http.Response, string) {
	v.h.t.Helper()
	r, err := http.NewRequest(http.MethodPost, v.h.URL+address, strings.NewReader(form.Encode()))
	if err != nil {
		v.h.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return v.do(r)
}

var tokenInPage = regexp.MustCompile(`name="token" value="([^"]+)"`)

// token is what the forms of a reviewer's pages carry.
func (v *visitor) token() string {
	v.h.t.Helper()
	_, body := v.see("/nap")
	found := tokenInPage.FindStringSubmatch(body)
	if found == nil {
		v.h.t.Fatalf("no token in %.500s", body)
	}
	return found[1]
}

func TestWhoeverIsNotSignedInSeesNothing(t *testing.T) {
	h := openHouse(t, dispatches(2))
	nobody := h.visitor()
	for _, address := range []string{"/", "/?q=thu", "/nhiem-vu", "/con-thieu", "/duyet", "/nap", "/nhat-ky", "/nowhere"} {
		resp, _ := nobody.see(address)
		if to := resp.Header.Get("Location"); resp.StatusCode != http.StatusSeeOther || to != "/dang-nhap?next="+url.QueryEscape(address) {
			t.Errorf("%s: %s to %q", address, resp.Status, to)
		}
	}
	for _, address := range []string{"/api/v1/records", "/api/v1/export/obligations", "/feed?q=thu", "/nhiem-vu.ics", "/metrics"} {
		if resp, _ := nobody.see(address); resp.StatusCode != http.StatusUnauthorized || !strings.HasPrefix(resp.Header.Get("WWW-Authenticate"), "Basic ") {
			t.Errorf("%s: %s", address, resp.Status)
		}
		r, _ := http.NewRequest(http.MethodGet, h.URL+address, nil)
		r.SetBasicAuth("an", password)
		if resp, _ := nobody.do(r); resp.StatusCode != http.StatusOK {
			t.Errorf("%s with a password: %s", address, resp.Status)
		}
		r.SetBasicAuth("an", "another")
		if resp, _ := nobody.do(r); resp.StatusCode != http.StatusUnauthorized && resp.StatusCode != http.StatusTooManyRequests {
			t.Errorf("%s with a wrong password: %s", address, resp.Status)
		}
	}
	for _, address := range []string{"/dang-nhap", "/style.css", "/healthz"} {
		if resp, _ := nobody.see(address); resp.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", address, resp.Status)
		}
	}
}

func TestSigningIn(t *testing.T) {
	h := openHouse(t, dispatches(1))
	v := h.visitor()
	root, _ := url.Parse(h.URL)
	v.Jar.SetCookies(root, []*http.Cookie{{Name: sessionCookie, Value: "chosen-by-an-attacker"}})
	resp, body := v.post("/dang-nhap", url.Values{"name": {"lan"}, "password": {"wrong"}, "next": {"/nhiem-vu"}})
	if resp.StatusCode != http.StatusUnauthorized || !strings.Contains(body, "Tên hoặc mật khẩu không đúng") || !strings.Contains(body, `name="next" value="/nhiem-vu"`) {
		t.Errorf("a wrong password: %s", resp.Status)
	}
	resp, _ = v.post("/dang-nhap", url.Values{"name": {"lan"}, "password": {password}, "next": {"/nhiem-vu"}})
	if resp.StatusCode != http.StatusSeeOther || resp.Header.Get("Location") != "/nhiem-vu" {
		t.Fatalf("signing in: %s", resp.Status)
	}
	set := resp.Header.Get("Set-Cookie")
	for _, part := range []string{"congvan_session=", "HttpOnly", "SameSite=Lax", "Path=/"} {
		if !strings.Contains(set, part) {
			t.Errorf("the cookie %q is without %s", set, part)
		}
	}
	if strings.Contains(set, "chosen-by-an-attacker") {
		t.Error("the session has a key that was there before")
	}
	if _, body := v.see("/"); !strings.Contains(body, "<span>lan</span>") || !strings.Contains(body, `href="/duyet"`) {
		t.Error("the page does not say who is signed in")
	}
	first := v.Jar.Cookies(root)[0].Value
	if resp, _ := v.post("/dang-nhap", url.Values{"name": {"lan"}, "password": {password}}); resp.StatusCode != http.StatusSeeOther {
		t.Fatal(resp.Status)
	}
	old := h.visitor()
	old.Jar.SetCookies(root, []*http.Cookie{{Name: sessionCookie, Value: first}})
	if resp, _ := old.see("/"); resp.StatusCode != http.StatusSeeOther {
		t.Errorf("the key of before signing in again still opens: %s", resp.Status)
	}
	kept := v.Jar.Cookies(root)[0].Value
	v.post("/dang-xuat", nil)
	old.Jar.SetCookies(root, []*http.Cookie{{Name: sessionCookie, Value: kept}})
	if resp, _ := old.see("/"); resp.StatusCode != http.StatusSeeOther {
		t.Errorf("the key still opens after signing out: %s", resp.Status)
	}
	if _, body := h.signedIn("an").see("/"); strings.Contains(body, `href="/duyet"`) {
		t.Error("a reader is shown the review page")
	}
}

func TestGuessingPasswordsIsSlow(t *testing.T) {
	h := openHouse(t, dispatches(1))
	v := h.visitor()
	refused := 0
	for range 8 {
		resp, _ := v.post("/dang-nhap", url.Values{"name": {"lan"}, "password": {"guess"}})
		if resp.StatusCode == http.StatusTooManyRequests && resp.Header.Get("Retry-After") != "" {
			refused++
		}
	}
	if refused != 3 {
		t.Errorf("%d of 8 tries are refused, want 3", refused)
	}
	h.now = h.now.Add(time.Minute)
	if resp, _ := v.post("/dang-nhap", url.Values{"name": {"lan"}, "password": {password}}); resp.StatusCode != http.StatusSeeOther {
		t.Errorf("a minute later the right one: %s", resp.Status)
	}
}

// TestForeignForms sends what other sites, other people and torn forms would send.
func TestForeignForms(t *testing.T) {
	h := openHouse(t, dispatches(3))
	lan, an := h.signedIn("lan"), h.signedIn("an")
	token := lan.token()
	forms := map[string]url.Values{
		"/danh-dau": {"duty": {"a/b"}, "state": {"done"}},
		"/duyet":    {"record": {"a"}, "field": {"place"}, "decision": {"reject"}},
		"/hoan-tac": {"entry": {"1"}},
	}
	for address, form := range forms {
		if resp, _ := lan.post(address, form); resp.StatusCode != http.StatusBadRequest {
			t.Errorf("%s without a token: %s", address, resp.Status)
		}
		form.Set("token", an.h.URL)
		if resp, _ := lan.post(address, form); resp.StatusCode != http.StatusBadRequest {
			t.Errorf("%s with a wrong token: %s", address, resp.Status)
		}
		form.Set("token", token)
		if resp, _ := an.post(address, form); resp.StatusCode != http.StatusForbidden {
			t.Errorf("%s by a reader: %s", address, resp.Status)
		}
		if resp, _ := h.visitor().post(address, form); resp.StatusCode != http.StatusUnauthorized {
			t.Errorf("%s by nobody: %s", address, resp.Status)
		}
		for header, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
			r, _ := http.NewRequest(http.MethodPost, h.URL+address, strings.NewReader(form.Encode()))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set(header, value)
			if resp, _ := lan.do(r); resp.StatusCode != http.StatusForbidden {
				t.Errorf("%s from another site (%s): %s", address, header, resp.Status)
			}
		}
		if resp, _ := lan.see(address + "?" + form.Encode()); address != "/duyet" && resp.StatusCode != http.StatusNotFound && resp.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("%s as a link: %s", address, resp.Status)
		}
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch, "TRACE", "CONNECT"} {
		r, _ := http.NewRequest(method, h.URL+"/", nil)
		if resp, _ := lan.do(r); resp.StatusCode != http.StatusMethodNotAllowed && resp.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: %s", method, resp.Status)
		}
	}
	big := url.Values{"token": {token}, "duty": {strings.Repeat("a", longestForm)}}
	if resp, _ := lan.post("/danh-dau", big); resp.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("an endless form: %s", resp.Status)
	}
	if journal, err := h.pages.pipeline.Store().Journal(t.Context(), ""); err != nil || len(journal) > 0 {
		t.Errorf("something was changed: %+v, %v", journal, err)
	}
}

func TestRedirectsStayHere(t *testing.T) {
	for next, want := range map[string]string{
		"/nhiem-vu?unit=a": "/nhiem-vu?unit=a", "": "/", "/": "/", "//evil.example": "/", `/\evil.example`: "/", "https://evil.example": "/",
		"javascript:alert(1)": "/", "/a\r\nSet-Cookie: x=1": "/", "\t//evil.example": "/", "/\t/evil.example": "/", "evil": "/",
	} {
		if got := within(next); got != want {
			t.Errorf("within(%q) = %q, want %q", next, got, want)
		}
	}
}

func TestTooManyRequests(t *testing.T) {
	now := moment2024
	next := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {})
	guard := Guard(next, Gate{Rate: 2, Now: func() time.Time { return now }})
	ask := func(from string) int {
		r := httptest.NewRequest(http.MethodGet, "http://localhost/", nil)
		r.RemoteAddr = from + ":1234"
		w := httptest.NewRecorder()
		guard.ServeHTTP(w, r)
		return w.Code
	}
	count := func(n int) (answered int) {
		for range n {
			if ask("10.0.0.1") == http.StatusOK {
				answered++
			}
		}
		return answered
	}
	if got := count(30); got != 20 {
		t.Errorf("%d of 30 at once are answered, want 20", got)
	}
	if got := ask("10.0.0.2"); got != http.StatusOK {
		t.Errorf("another client gets %d", got)
	}
	now = now.Add(3 * time.Second)
	if got := count(10); got != 6 {
		t.Errorf("three seconds later %d are answered, want 6", got)
	}
}

func TestASlowBodyIsCutOff(t *testing.T) {
	h := openHouse(t, dispatches(1))
	slow := httptest.NewUnstartedServer(h.Config.Handler)
	slow.Config.ReadTimeout = 3 * time.Second // as serve sets one, shorter
	slow.Start()
	defer slow.Close()
	conn, err := net.Dial("tcp", slow.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=lan")
	_ = conn.SetReadDeadline(time.Now().Add(time.Minute))
	answer, err := io.ReadAll(conn) // the rest never comes
	if err != nil || !strings.HasPrefix(string(answer), "HTTP/1.1 408 ") || !strings.Contains(string(answer), "Connection: close") {
		t.Errorf("a body that does not come is answered with %.300s, %v", answer, err)
	}
}
