package fetch

import (
	"context"
	"encoding/binary"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// names is a resolver that answers from a table; the addresses of a name are given out in turn.
func names(table map[string][]string) *net.Resolver {
	var asked atomic.Int64
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() {
			defer theirs.Close()
			for {
				var length [2]byte
				if _, err := io.ReadFull(theirs, length[:]); err != nil {
					return
				}
				query := make([]byte, binary.BigEndian.Uint16(length[:]))
				if _, err := io.ReadFull(theirs, query); err != nil {
					return
				}
				var m dnsmessage.Message
				if err := m.Unpack(query); err != nil || len(m.Questions) == 0 {
					return
				}
				q := m.Questions[0]
				m.Response, m.RecursionAvailable = true, true
				addresses := table[strings.TrimSuffix(q.Name.String(), ".")]
				if len(addresses) == 0 {
					m.RCode = dnsmessage.RCodeNameError
				} else if q.Type == dnsmessage.TypeA || q.Type == dnsmessage.TypeAAAA {
					addr := netip.MustParseAddr(addresses[int(asked.Load())%len(addresses)])
					if q.Type == dnsmessage.TypeA {
						asked.Add(1)
					}
					header := dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: dnsmessage.ClassINET}
					if addr.Is4() && q.Type == dnsmessage.TypeA {
						m.Answers = append(m.Answers, dnsmessage.Resource{Header: header, Body: &dnsmessage.AResource{A: addr.As4()}})
					} else if addr.Is6() && q.Type == dnsmessage.TypeAAAA {
						m.Answers = append(m.Answers, dnsmessage.Resource{Header: header, Body: &dnsmessage.AAAAResource{AAAA: addr.As16()}})
					}
				}
				m.Additionals = nil
				packed, err := m.Pack()
				if err != nil {
					return
				}
				binary.BigEndian.PutUint16(length[:], uint16(len(packed)))
				if _, err := theirs.Write(append(length[:], packed...)); err != nil {
					return
				}
			}
		}()
		return ours, nil
	}}
}

// TestAddressesInside asks for pages on addresses inside the house. None may be dialled.
func TestAddressesInside(t *testing.T) {
	var reached atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reached.Add(1)
		io.WriteString(w, "secret")
	}))
	defer server.Close()
	port := server.URL[strings.LastIndexByte(server.URL, ':'):]
	resolver := names(map[string][]string{
		"loopback.example": {"127.0.0.1"}, "private.example": {"10.0.0.5"}, "metadata.example": {"169.254.169.254"},
		"six.example": {"::1"}, "unique.example": {"fd00::1"}, "mapped.example": {"::ffff:127.0.0.1"},
		"changing.example":      {"10.0.0.1", "127.0.0.1", "192.168.1.1"},
		"127.0.0.1.nip.example": {"127.0.0.1"}, "metadata.google.internal": {"169.254.169.254"},
	})
	c := New(Options{Delay: -1, Resolver: resolver})
	urls := []string{
		// loopback and this host
		"http://127.0.0.1", "http://127.0.0.2", "http://127.255.255.254", "http://0.0.0.0", "http://0.1.2.3", "http://[::1]", "http://[::]",
		"http://localhost", "http://LOCALHOST", "http://localhost.",
		// private (RFC 1918), shared (RFC 6598), link-local, unique local
		"http://10.0.0.1", "http://10.255.255.255", "http://172.16.0.1", "http://172.31.255.255", "http://192.168.0.1", "http://192.168.255.255",
		"http://100.64.0.1", "http://169.254.1.1", "http://[fe80::1]", "http://[fe80::1%25eth0]", "http://[fc00::1]", "http://[fd12:3456::1]",
		// metadata services of clouds
		"http://169.254.169.254", "http://169.254.170.2", "http://[fd00:ec2::254]", "http://100.100.100.200", "http://192.0.0.192", "http://metadata.google.internal",
		// special purpose
		"http://192.0.0.1", "http://192.0.2.1", "http://198.18.0.1", "http://198.51.100.1", "http://203.0.113.1", "http://224.0.0.1", "http://240.0.0.1",
		"http://255.255.255.255", "http://[ff02::1]", "http://[2001:db8::1]", "http://[2001::1]", "http://[100::1]",
		// IPv4 within IPv6
		"http://[::ffff:127.0.0.1]", "http://[::ffff:7f00:1]", "http://[::ffff:10.0.0.1]", "http://[::127.0.0.1]", "http://[64:ff9b::127.0.0.1]",
		"http://[64:ff9b::a9fe:a9fe]", "http://[2002:7f00:1::]", "http://[2002:a9fe:a9fe::1]",
		// other ways of writing an address
		"http://2130706433", "http://0x7f000001", "http://0x7f.0.0.1", "http://0177.0.0.1", "http://127.1", "http://127.0.1", "http://017700000001",
		"http://①②⑦.⓪.⓪.①", "http://127。0。0。1", "http://127.0.0.1.",
		// names that lead there
		"http://loopback.example", "http://private.example", "http://metadata.example", "http://six.example", "http://unique.example", "http://mapped.example",
		"http://127.0.0.1.nip.example", "http://changing.example", "http://changing.example", "http://changing.example",
		// the host is what follows the @
		"http://baohiemxahoi.gov.vn@127.0.0.1", "http://baohiemxahoi.gov.vn:80@127.0.0.1",
	}
	for _, url := range urls {
		if resp := get(t, c, url+port+"/robots.txt"); resp.Outcome != Blocked {
			t.Errorf("%s is %s (%s)", url, resp.Outcome, resp.Reason)
		}
		if resp := get(t, c, url+port+"/latest/meta-data"); resp.Outcome != Blocked {
			t.Errorf("%s is %s (%s)", url, resp.Outcome, resp.Reason)
		}
	}
	if n := reached.Load(); n > 0 {
		t.Errorf("%d requests reached the house", n)
	}
}

func TestOtherSchemes(t *testing.T) {
	c := New(Options{Delay: -1})
	for _, url := range []string{"file:///etc/passwd", "ftp://e.vn/x", "gopher://e.vn/", "javascript:alert(1)", "data:text/plain,x", "//e.vn/x", "/x", "", "http://", "http:///x", "http://e.vn:99999999/", "http://a b/", "http://%00/"} {
		if resp := get(t, c, url); resp.Outcome != Blocked {
			t.Errorf("%q is %s (%s)", url, resp.Outcome, resp.Reason)
		}
	}
}

// TestRedirectsInside leads from an open host into the house.
func TestRedirectsInside(t *testing.T) {
	var reached atomic.Int64
	secret := portal(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		reached.Add(1)
		io.WriteString(w, "secret")
	}})
	port := secret[strings.LastIndexByte(secret, ':'):]
	resolver := names(map[string][]string{"portal.example": {"127.0.0.1"}, "inside.portal.example": {"127.0.0.1"}})
	targets := []string{"http://localhost" + port, "http://[::1]" + port, "http://inside.portal.example" + port, "http://2130706433" + port, "http://169.254.169.254/latest", "http://[::ffff:127.0.0.1]" + port, "file:///etc/passwd"}
	open := portal(t, map[string]http.HandlerFunc{"/to": func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.FormValue("u"), http.StatusFound)
	}})
	openPort := open[strings.LastIndexByte(open, ':'):]
	c := New(Options{Delay: -1, Resolver: resolver, OpenHosts: []string{"Portal.example" + openPort}, Anywhere: true})
	for _, target := range targets {
		if resp := get(t, c, "http://portal.example"+openPort+"/to?u="+target); resp.Outcome != Blocked {
			t.Errorf("a redirect to %s is %s (%s)", target, resp.Outcome, resp.Reason)
		}
	}
	if n := reached.Load(); n > 0 {
		t.Errorf("%d requests reached the house", n)
	}
}

func TestProxyIsNoWayIn(t *testing.T) {
	var reached atomic.Int64
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reached.Add(1)
		io.WriteString(w, "by way of a proxy: "+r.URL.String())
	}))
	defer proxy.Close()
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	t.Setenv("NO_PROXY", "")
	t.Setenv("no_proxy", "")
	t.Setenv("REQUEST_METHOD", "")
	c := New(Options{Delay: -1, Resolver: names(map[string][]string{"inside.example": {"10.1.2.3"}, "outside.example": {"93.184.215.14"}})})
	for _, url := range []string{"http://10.0.0.1/x", "http://169.254.169.254/latest", "http://inside.example/x"} {
		if resp := get(t, c, url); resp.Outcome != Blocked {
			t.Errorf("%s is %s (%s)", url, resp.Outcome, resp.Reason)
		}
	}
	if n := reached.Load(); n > 0 {
		t.Fatalf("%d requests went to the proxy", n)
	}
	if resp := get(t, c, "http://outside.example/x"); resp.Outcome != Kept || !strings.Contains(string(resp.Body), "outside.example/x") {
		t.Errorf("through the proxy it is %s (%s)", resp.Outcome, resp.Reason)
	}
}
