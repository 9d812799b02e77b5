package web

import (
	"context"
	"crypto/sha256"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"congvan/cmd/internal/account"
)

// Door lets in those who have an account. Browsers sign in and keep a session; programs that only
// read (the API, feeds, calendars) may send name and password with each request (RFC 7617).
type Door struct {
	users    *account.Users
	sessions *account.Sessions
	now      func() time.Time
	tries    *limiter      // of passwords, by name and by client
	hashing  chan struct{} // a hash takes 64 MiB: two at a time

	mu     sync.Mutex
	lately map[[sha256.Size]byte]time.Time // names with passwords that were right, until when they are believed
}

// How long a password sent with a request is believed without hashing it again, and how many are.
const (
	believed     = 5 * time.Minute
	mostBelieved = 1000
)

// NewDoor is a door for these users.
func NewDoor(users *account.Users, now func() time.Time) *Door {
	return &Door{users: users, sessions: account.NewSessions(users, now), now: now, tries: newLimiter(1.0/6, 5, now),
		hashing: make(chan struct{}, 2), lately: map[[sha256.Size]byte]time.Time{}}
}

// sessionCookie keeps the key of a session.
const sessionCookie = "congvan_session"

type sessionKey struct{}

// sessionOf is the session that a request belongs to. A request with a password of its own has
// one without a token: it changes nothing.
func sessionOf(r *http.Request) (account.Session, bool) {
	s, ok := r.Context().Value(sessionKey{}).(account.Session)
	return s, ok
}

// open is what anyone may see: what the page to sign in needs, and whether the server is well.
func (d *Door) open(path string) bool {
	return path == signInAddress || path == "/style.css" || path == "/pages.js" || path == "/healthz"
}

// forPrograms are the addresses that take a password with the request.
func forPrograms(path string) bool {
	return strings.HasPrefix(path, "/api/") || path == "/feed" || path == "/nhiem-vu.ics" || path == "/metrics"
}

// admit finds out who asks. Nil: the answer was given here, to someone who is not let in.
func (d *Door) admit(w http.ResponseWriter, r *http.Request) *http.Request {
	if c, err := r.Cookie(sessionCookie); err == nil {
		if s, ok := d.sessions.Find(c.Value); ok {
			return with(r, s)
		}
	}
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	if reads && forPrograms(r.URL.Path) {
		if name, password, ok := r.BasicAuth(); ok {
			user, right, tooMany := d.check(r, name, password)
			if right {
				return with(r, account.Session{User: user})
			}
			if tooMany {
				w.Header().Set("Retry-After", "60")
				refuse(w, http.StatusTooManyRequests)
				return nil
			}
		}
		w.Header().Set("WWW-Authenticate", `Basic realm="congvan", charset="UTF-8"`)
		refuse(w, http.StatusUnauthorized)
		return nil
	}
	switch {
	case d.open(r.URL.Path):
		return r
	case reads:
		http.Redirect(w, r, signInAddress+"?"+url.Values{"next": {r.URL.RequestURI()}}.Encode(), http.StatusSeeOther)
	default:
		refuse(w, http.StatusUnauthorized)
	}
	return nil
}

func with(r *http.Request, s account.Session) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), sessionKey{}, s))
}

// check looks whether a password is right. Too many wrong ones by a name or a client have to wait.
func (d *Door) check(r *http.Request, name, password string) (user account.User, right, tooMany bool) {
	key := sha256.Sum256([]byte(name + "\x00" + password))
	user, known := d.users.Find(name)
	if known && d.believes(key) {
		return user, true, false
	}
	// Names that nobody has are counted by client alone: there is no end of them.
	if !d.tries.allow("from "+clientOf(r)) || known && !d.tries.allow("name "+name) {
		return user, false, true
	}
	select {
	case d.hashing <- struct{}{}:
		defer func() { <-d.hashing }()
	case <-r.Context().Done():
		return user, false, false
	}
	if user, right = d.users.Check(name, password); right {
		d.tries.forget("name " + name)
		d.tries.forget("from " + clientOf(r))
		d.believe(key)
	}
	return user, right, false
}

func (d *Door) believes(key [sha256.Size]byte) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	until, ok := d.lately[key]
	return ok && d.now().Before(until)
}

func (d *Door) believe(key [sha256.Size]byte) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.lately) >= mostBelieved {
		clear(d.lately)
	}
	d.lately[key] = d.now().Add(believed)
}

// clientOf is the address that a request comes from, without its port.
func clientOf(r *http.Request) string {
	if host, _, err := net.SplitHostPort(r.RemoteAddr); err == nil {
		return host
	}
	return r.RemoteAddr
}
