package fetch

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"
)

// kept is a Memory as a file would be: what it gives back went through JSON.
type kept struct {
	mu     sync.Mutex
	states map[string][]byte
}

func (k *kept) Host(_ context.Context, name string) (state HostState, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.states[name] == nil {
		return state, nil
	}
	err = json.Unmarshal(k.states[name], &state)
	return state, err
}

func (k *kept) KeepHost(_ context.Context, name string, state HostState) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.states == nil {
		k.states = map[string][]byte{}
	}
	encoded, err := json.Marshal(state)
	k.states[name] = encoded
	return err
}

// clock is a clock that only sleeping moves.
type clock struct{ now time.Time }

func (c *clock) options(o Options) Options {
	o.Now = func() time.Time { return c.now }
	o.Sleep = func(_ context.Context, d time.Duration) error {
		c.now = c.now.Add(d)
		return nil
	}
	return o
}

var noon = time.Date(2024, 9, 12, 12, 0, 0, 0, time.UTC)

func TestDelay(t *testing.T) {
	at := &clock{noon}
	var asked []time.Time
	site := portal(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, at.now)
		if r.URL.Path == "/robots.txt" {
			io.WriteString(w, "User-agent: *\nCrawl-delay: 7\n")
			return
		}
		io.WriteString(w, "x")
	}})
	memory := &kept{}
	for range 4 { // a client that is killed and started again each time
		c := quick(at.options(Options{Delay: 3 * time.Second, Memory: memory}))
		get(t, c, site+"/x")
		get(t, c, site+"/y")
	}
	if len(asked) != 9 {
		t.Fatalf("%d requests, want 8 and one for robots.txt", len(asked))
	}
	for i := 1; i < len(asked); i++ {
		gap, least := asked[i].Sub(asked[i-1]), 7*time.Second
		if i == 1 {
			least = 3 * time.Second // robots.txt has not said its delay yet
		}
		if gap < least || gap > 12*time.Second {
			t.Errorf("request %d comes %v after the one before", i, gap)
		}
	}
	robotsAgain := at.now
	at.now = at.now.Add(25 * time.Hour)
	get(t, quick(at.options(Options{Delay: 3 * time.Second, Memory: memory})), site+"/x")
	if len(asked) != 11 {
		t.Errorf("a day after %v robots.txt was not asked for again", robotsAgain)
	}
}

func TestClockJumps(t *testing.T) {
	at := &clock{noon}
	site := portal(t, map[string]http.HandlerFunc{"/x": func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "x") }})
	memory := &kept{}
	for _, jump := range []time.Duration{-24 * time.Hour, 24 * time.Hour, -time.Hour} {
		get(t, quick(at.options(Options{Delay: 3 * time.Second, Memory: memory})), site+"/x")
		at.now = at.now.Add(jump)
		before := at.now
		if resp := get(t, quick(at.options(Options{Delay: 3 * time.Second, Memory: memory})), site+"/x"); resp.Outcome != Kept {
			t.Errorf("after a jump by %v it is %s (%s)", jump, resp.Outcome, resp.Reason)
		}
		if waited := at.now.Sub(before); waited > 10*time.Second {
			t.Errorf("after a jump by %v it waits %v", jump, waited)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	at := &clock{noon}
	busy := true
	header := "90"
	asked := 0
	site := portal(t, map[string]http.HandlerFunc{"/x": func(w http.ResponseWriter, r *http.Request) {
		asked++
		if busy {
			w.Header().Set("Retry-After", header)
			w.WriteHeader(503)
			return
		}
		io.WriteString(w, "x")
	}})
	memory := &kept{}
	o := at.options(Options{Delay: time.Second, Memory: memory})
	resp := get(t, quick(o), site+"/x")
	if resp.Outcome != Busy || !resp.NotBefore.Equal(resp.At.Add(90*time.Second)) {
		t.Fatalf("%s until %v", resp.Outcome, resp.NotBefore)
	}
	asking := at.now
	header = at.now.Add(2 * time.Hour).Format(http.TimeFormat)
	if get(t, quick(o), site+"/x"); at.now.Sub(asking) < 90*time.Second {
		t.Errorf("asked again after %v", at.now.Sub(asking))
	}
	asked = 0
	resp = get(t, quick(o), site+"/x")
	if resp.Outcome != Deferred || asked > 0 || resp.NotBefore.Before(at.now.Add(time.Hour)) {
		t.Errorf("%s until %v, asked %d times", resp.Outcome, resp.NotBefore, asked)
	}
	busy = false
	at.now = at.now.Add(3 * time.Hour)
	if resp = get(t, quick(o), site+"/x"); resp.Outcome != Kept {
		t.Errorf("once it has rested it is %s (%s)", resp.Outcome, resp.Reason)
	}
}

func TestStrugglingHostIsLeftAlone(t *testing.T) {
	at := &clock{noon}
	asked := 0
	site := portal(t, map[string]http.HandlerFunc{"/x": func(w http.ResponseWriter, r *http.Request) {
		asked++
		w.WriteHeader(500)
	}})
	c := quick(at.options(Options{Delay: time.Second, Memory: &kept{}}))
	var last time.Duration
	for i := range 12 {
		before := at.now
		resp := get(t, c, site+"/x")
		if resp.Outcome == Deferred {
			at.now = resp.NotBefore
			continue
		}
		if waited := at.now.Sub(before); i > 2 && waited > 0 && waited < last {
			t.Errorf("it waits %v after %v", waited, last)
		} else {
			last = waited
		}
	}
	if span := at.now.Sub(noon); asked > 12 || span < 10*time.Minute {
		t.Errorf("%d requests in %v", asked, span)
	}
}

func TestHoursAndBudget(t *testing.T) {
	at := &clock{noon}
	asked := 0
	site := portal(t, map[string]http.HandlerFunc{"/x": func(w http.ResponseWriter, r *http.Request) {
		asked++
		w.Write(make([]byte, 1000))
	}})
	night, err := ParseHours("22:00-05:30")
	if err != nil {
		t.Fatal(err)
	}
	o := at.options(Options{Delay: time.Second, Hours: []Hours{night}, Budget: 2500, Memory: &kept{}})
	resp := get(t, quick(o), site+"/x")
	if resp.Outcome != Deferred || asked > 0 || !resp.NotBefore.Equal(time.Date(2024, 9, 12, 22, 0, 0, 0, time.UTC)) {
		t.Errorf("at noon it is %s until %v", resp.Outcome, resp.NotBefore)
	}
	at.now = time.Date(2024, 9, 12, 23, 0, 0, 0, time.UTC)
	for range 3 {
		if resp = get(t, quick(o), site+"/x"); resp.Outcome != Kept {
			t.Errorf("at night it is %s (%s)", resp.Outcome, resp.Reason)
		}
	}
	resp = get(t, quick(o), site+"/x")
	if resp.Outcome != Deferred || asked != 3 || !resp.NotBefore.Equal(time.Date(2024, 9, 13, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("over the budget it is %s until %v after %d requests", resp.Outcome, resp.NotBefore, asked)
	}
	at.now = time.Date(2024, 9, 13, 0, 1, 0, 0, time.UTC)
	if resp = get(t, quick(o), site+"/x"); resp.Outcome != Kept {
		t.Errorf("the next day it is %s (%s)", resp.Outcome, resp.Reason)
	}
}

func TestParseHours(t *testing.T) {
	for _, bad := range []string{"", "22-5", "25:00-05:00", "22:60-05:00", "05:00-05:00", "-1:00-05:00", "22:00-24:30"} {
		if h, err := ParseHours(bad); err == nil {
			t.Errorf("%q is read as %v", bad, h)
		}
	}
	day := Hours{8 * 60, 17 * 60}
	for _, test := range []struct{ at, opens string }{{"07:59", "12 08:00"}, {"08:00", "12 08:00"}, {"16:59", "12 16:59"}, {"17:00", "13 08:00"}} {
		now, err := time.Parse("2006-01-02 15:04", "2024-09-12 "+test.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := nextOpen([]Hours{day}, now).Format("02 15:04"); got != test.opens {
			t.Errorf("at %s it opens at %s, want %s", test.at, got, test.opens)
		}
	}
}

func TestRobots(t *testing.T) {
	tests := []struct {
		name    string
		robots  http.HandlerFunc
		private Outcome
		public  Outcome
	}{
		{"rules", func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, "User-agent: congvan\nDisallow: /private\n")
		}, Blocked, Kept},
		{"none", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(404) }, Kept, Kept},
		{"forbidden", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(403) }, Kept, Kept},
		{"empty", func(w http.ResponseWriter, r *http.Request) {}, Kept, Kept},
		{"error", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500) }, Deferred, Deferred},
		{"busy", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(429) }, Deferred, Deferred},
		{"cut", raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nUser-agent: *\n", false), Deferred, Deferred},
		{"redirect", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/other.txt", http.StatusMovedPermanently)
		}, Blocked, Kept},
		{"endless", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/robots.txt", http.StatusMovedPermanently)
		}, Kept, Kept},
		{"huge", func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, "User-agent: *\nDisallow: /private\n")
			for range 3000 {
				w.Write(append(make([]byte, 999), '\n'))
			}
		}, Blocked, Kept},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			page := func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "x") }
			site := portal(t, map[string]http.HandlerFunc{
				"/robots.txt": test.robots, "/private": page, "/public": page,
				"/other.txt":  func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "User-agent: *\nDisallow: /private\n") },
				"/to-private": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/private", http.StatusFound) },
			})
			c := quick(Options{})
			if got := get(t, c, site+"/private").Outcome; got != test.private {
				t.Errorf("/private is %s, want %s", got, test.private)
			}
			if got := get(t, c, site+"/to-private").Outcome; got != test.private {
				t.Errorf("a redirect to /private is %s, want %s", got, test.private)
			}
			if got := get(t, c, site+"/public").Outcome; got != test.public {
				t.Errorf("/public is %s, want %s", got, test.public)
			}
		})
	}
}
