package web

import (
	"net"
	"net/http"
	"strconv"
)

// longestAddress is the most bytes of a path with its parameters that are read.
const longestAddress = 8 << 10

// policy lets a page load its own style and nothing else: no script runs, nothing frames it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// headers go with every answer.
var headers = [][2]string{
	{"Content-Security-Policy", policy},
	{"X-Content-Type-Options", "nosniff"},
	{"X-Frame-Options", "DENY"},
	{"Referrer-Policy", "no-referrer"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
}

// Guard stands before every address of a server that only reads and is for this machine alone:
// other methods, other hosts' names (a page elsewhere whose name was made to point here) and
// endless addresses are refused; answers carry the security headers and are compressed.
func Guard(next http.Handler) http.Handler {
	inner := newCompressor(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, h := range headers {
			w.Header().Set(h[0], h[1])
		}
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			refuse(w, http.StatusMethodNotAllowed)
		case !local(r.Host):
			refuse(w, http.StatusMisdirectedRequest)
		case len(r.RequestURI) > longestAddress:
			refuse(w, http.StatusRequestURITooLong)
		default:
			inner.ServeHTTP(w, r)
		}
	})
}

func refuse(w http.ResponseWriter, status int) {
	http.Error(w, strconv.Itoa(status)+" "+http.StatusText(status), status)
}

// local reports whether a Host header names this machine.
func local(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if len(host) > 1 && host[0] == '[' && host[len(host)-1] == ']' {
		host = host[1 : len(host)-1]
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
