package account

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"sync"
	"time"
)

// How long a session lasts without being used, and at all.
const (
	idleTime = 12 * time.Hour
	fullTime = 7 * 24 * time.Hour
)

const mostSessions = 10_000

// Session is a person signed in.
type Session struct {
	User  User
	token string // that forms carry
}

// Token is what the forms of the session carry: a page elsewhere cannot know it.
func (s Session) Token() string { return s.token }

// Holds reports whether a form carries the session's token.
func (s Session) Holds(token string) bool {
	return s.token != "" && subtle.ConstantTimeCompare([]byte(s.token), []byte(token)) == 1
}

// Sessions are those of a server. They end with it. What the browser keeps is known here by its
// hash alone.
type Sessions struct {
	users *Users
	now   func() time.Time

	mu  sync.Mutex
	all map[[sha256.Size]byte]*kept
}

type kept struct {
	name, token string
	line        string // the password's hash then: another password ends the session
	made, used  time.Time
}

// NewSessions are none yet.
func NewSessions(users *Users, now func() time.Time) *Sessions {
	return &Sessions{users: users, now: now, all: map[[sha256.Size]byte]*kept{}}
}

// random is 256 bits that nobody can guess.
func random() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails
	return base64.RawURLEncoding.EncodeToString(b)
}

// Start begins a session, always with a new key, and returns it for the browser to keep.
func (s *Sessions) Start(u User) (key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	if len(s.all) >= mostSessions {
		for id, k := range s.all {
			if k.over(now) {
				delete(s.all, id)
			}
		}
	}
	key = random()
	s.all[sha256.Sum256([]byte(key))] = &kept{name: u.Name, token: random(), line: u.line, made: now, used: now}
	return key
}

func (k *kept) over(now time.Time) bool {
	return now.Sub(k.used) > idleTime || now.Sub(k.made) > fullTime
}

// Find is the session of a key, if it has not ended and its user still has an account.
func (s *Sessions) Find(key string) (Session, bool) {
	id := sha256.Sum256([]byte(key))
	s.mu.Lock()
	defer s.mu.Unlock()
	k, ok := s.all[id]
	if !ok {
		return Session{}, false
	}
	now := s.now()
	user, known := s.users.Find(k.name)
	if k.over(now) || !known || user.line != k.line {
		delete(s.all, id)
		return Session{}, false
	}
	k.used = now
	return Session{User: user, token: k.token}, true
}

// End ends the session of a key.
func (s *Sessions) End(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.all, sha256.Sum256([]byte(key)))
}
