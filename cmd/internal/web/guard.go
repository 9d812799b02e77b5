package web

import (
	"net"
	"net/http"
	"strconv"
	"time"

	"golang.org/x/time/rate"
)

// longestAddress is the most bytes of a path with its parameters that are read.
const longestAddress = 8 << 10

// policy lets a page load its own style, scripts and pictures, and ask its own API: no script in a
// page runs, nothing frames it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

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

// Gate says whom a Guard lets in, and how often.
type Gate struct {
	Door *Door // nil: whoever is on this machine, to read
	Rate int   // requests a second that one client may make, ten times as many at once; 0: any
	Now  func() time.Time
}

// longestForm is the most bytes of a request's body, but for files that are handed in.
const longestForm = 64 << 10

// Guard stands before every address of a server: foreign methods, forms that another site's page
// sends, endless addresses and bodies, and clients that ask too often are refused; answers carry
// the security headers and are compressed. Without a door the server only reads and is for this
// machine alone: a page elsewhere whose name was made to point here is refused by its Host.
func Guard(next http.Handler, gate Gate) http.Handler {
	inner := newCompressor(next)
	crossing := http.NewCrossOriginProtection()
	var clients *limiter
	if gate.Rate > 0 {
		clients = newLimiter(rate.Limit(gate.Rate), 10*gate.Rate, gate.Now)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, h := range headers {
			w.Header().Set(h[0], h[1])
		}
		reads := r.Method == http.MethodGet || r.Method == http.MethodHead
		switch {
		case !reads && (gate.Door == nil || r.Method != http.MethodPost):
			w.Header().Set("Allow", "GET, HEAD")
			refuse(w, http.StatusMethodNotAllowed)
			return
		case gate.Door == nil && !local(r.Host):
			refuse(w, http.StatusMisdirectedRequest)
			return
		case len(r.RequestURI) > longestAddress:
			refuse(w, http.StatusRequestURITooLong)
			return
		case crossing.Check(r) != nil:
			refuse(w, http.StatusForbidden)
			return
		}
		if gate.Door != nil {
			if r = gate.Door.admit(w, r); r == nil {
				return
			}
		}
		if clients != nil && !clients.allow(askerOf(r)) {
			w.Header().Set("Retry-After", "1")
			refuse(w, http.StatusTooManyRequests)
			return
		}
		if r.URL.Path != handInAddress {
			r.Body = http.MaxBytesReader(w, r.Body, longestForm)
		}
		inner.ServeHTTP(w, r)
	})
}

// askerOf is who asks: the person signed in, else the machine.
func askerOf(r *http.Request) string {
	if s, ok := sessionOf(r); ok {
		return "user " + s.User.Name
	}
	return "from " + clientOf(r)
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
