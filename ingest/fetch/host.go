package fetch

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"time"
)

// Memory keeps what a client must know of a host after the process has ended.
type Memory interface {
	Host(ctx context.Context, name string) (HostState, error) // zero when nothing is known
	KeepHost(ctx context.Context, name string, state HostState) error
}

// HostState is what is known of a host. The rest that it is due is a length counted from the
// last request, not a time of day: a clock that is put back a day must not stop the crawler for
// one.
type HostState struct {
	Last   time.Time     `json:"last,omitzero"` // when the last request was made
	Rest   time.Duration `json:"rest,omitempty"`
	Trials int           `json:"trials,omitempty"` // requests in a row that showed it struggling
	Day    string        `json:"day,omitempty"`    // "2024-09-12", for which Spent counts
	Spent  int64         `json:"spent,omitempty"`  // bytes

	RobotsAt     time.Time `json:"robots_at,omitzero"`
	RobotsStatus int       `json:"robots_status,omitempty"`
	Robots       []byte    `json:"robots,omitempty"`
}

// forgetful is the Memory of a client that needs none.
type forgetful struct{}

func (forgetful) Host(context.Context, string) (HostState, error)   { return HostState{}, nil }
func (forgetful) KeepHost(context.Context, string, HostState) error { return nil }

// host is a host in this process. Who has a place of it may make a request.
type host struct {
	name   string // "https://e.gov.vn:8443"
	places chan struct{}
	turn   chan struct{} // held by the one who looks at state
	known  bool
	state  HostState
	rules  cachedRules
}

// enter waits for a place at the target's host.
func (c *Client) enter(ctx context.Context, target *url.URL) (*host, error) {
	name := target.Scheme + "://" + strings.ToLower(target.Host)
	c.mu.Lock()
	h := c.hosts[name]
	if h == nil {
		h = &host{name: name, places: make(chan struct{}, c.o.Connections), turn: make(chan struct{}, 1)}
		c.hosts[name] = h
	}
	c.mu.Unlock()
	select {
	case h.places <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if err := h.lock(ctx); err != nil {
		h.leave()
		return nil, err
	}
	defer h.unlock()
	if !h.known {
		state, err := c.o.Memory.Host(ctx, name)
		if err != nil {
			h.leave()
			return nil, fmt.Errorf("recalling %s: %w", name, err)
		}
		h.state, h.known = state, true
	}
	return h, nil
}

func (h *host) leave()  { <-h.places }
func (h *host) unlock() { <-h.turn }

func (h *host) lock(ctx context.Context) error {
	select {
	case h.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// longestRest is how long a struggling host is left alone at most.
const longestRest = time.Hour

// await waits until the host may be asked, and notes that it is: before the request, so that a
// process which is killed during it comes back no sooner. Where the wait is too long to be sat
// out it says until when, and why.
func (c *Client) await(ctx context.Context, h *host, delay time.Duration) (notBefore time.Time, why string, err error) {
	if err := h.lock(ctx); err != nil {
		return time.Time{}, "", err
	}
	defer h.unlock()
	now := c.o.Now()
	if opens := nextOpen(c.o.Hours, now); opens.After(now) {
		return opens, "not an hour in which it is fetched", nil
	}
	if day := now.Format(time.DateOnly); c.o.Budget > 0 && h.state.Day == day && h.state.Spent >= c.o.Budget {
		return midnightAfter(now), "the day's budget of bytes is spent", nil
	}
	rest := h.state.Rest
	if h.state.Trials == 0 {
		rest = max(rest, delay) // it may have been set by a process with a shorter delay
	}
	rest -= max(now.Sub(h.state.Last), 0) // less than none: the clock was put back
	if h.state.Last.IsZero() {
		rest = 0
	}
	if rest > c.o.MaxWait {
		return now.Add(rest), "the host needs rest", nil
	}
	if rest > 0 {
		if err := c.o.Sleep(ctx, rest); err != nil {
			return time.Time{}, "", err
		}
	}
	h.state.Last = c.o.Now()
	h.state.Rest = withJitter(delay)
	if delay > 0 {
		err = c.keep(ctx, h)
	}
	return time.Time{}, "", err
}

// withJitter lengthens a delay by up to a half, never shortens it.
func withJitter(delay time.Duration) time.Duration {
	if delay <= 0 {
		return 0
	}
	return delay + rand.N(delay/2+1)
}

// settle notes what came of a request: the bytes it took, and whether the host struggles. Then
// its rest doubles with every trial, and is as long as the host itself asks for.
func (c *Client) settle(ctx context.Context, h *host, resp *Response) error {
	if err := h.lock(ctx); err != nil {
		return err
	}
	defer h.unlock()
	if c.o.Budget > 0 {
		if day := c.o.Now().Format(time.DateOnly); h.state.Day != day {
			h.state.Day, h.state.Spent = day, 0
		}
		h.state.Spent += int64(len(resp.Wire))
	}
	was := h.state.Trials
	if resp.Outcome.struggling() {
		h.state.Trials++
		rest := max(c.o.Delay, 100*time.Millisecond) << min(h.state.Trials, 16)
		if c.o.Delay == 0 {
			rest = 0
		}
		h.state.Rest = max(h.state.Rest, min(rest, longestRest))
		if resp.NotBefore.After(resp.At) { // longer than an hour when it says so
			h.state.Rest = max(h.state.Rest, resp.NotBefore.Sub(resp.At))
		}
	} else {
		h.state.Trials = 0
		if c.o.Delay > 0 { // a slow answer is a sign of a burdened host
			h.state.Rest = max(h.state.Rest, min(resp.Took, longestRest))
		}
	}
	if c.o.Budget > 0 || h.state.Trials != was || h.state.Trials > 0 {
		return c.keep(ctx, h)
	}
	return nil
}

func (c *Client) keep(ctx context.Context, h *host) error {
	if err := c.o.Memory.KeepHost(context.WithoutCancel(ctx), h.name, h.state); err != nil {
		return fmt.Errorf("keeping what is known of %s: %w", h.name, err)
	}
	return nil
}
