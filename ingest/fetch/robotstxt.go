package fetch

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"congvan/ingest/fetch/robots"
)

const (
	robotsAge       = 24 * time.Hour // RFC 9309 section 2.4
	robotsRetry     = time.Hour      // an unreachable one is asked for again
	robotsRedirects = 5              // section 2.3.1.2
	longestDelay    = time.Hour      // of a Crawl-delay
)

// cachedRules are the rules of the robots.txt that state holds.
type cachedRules struct {
	of    time.Time
	rules robots.Rules
}

// unreachable stands for the status of a robots.txt that could not be fetched.
const unreachable = 599

// rules are what the host's robots.txt says to this crawler. A response with an outcome says
// that the host cannot be asked now.
func (c *Client) rules(ctx context.Context, h *host, target *url.URL) (robots.Rules, Response, error) {
	if target.Path == "/robots.txt" {
		return robots.Rules{}, Response{}, nil
	}
	if err := h.lock(ctx); err != nil {
		return robots.Rules{}, Response{}, err
	}
	state, rules := h.state, h.rules
	h.unlock()
	if age := c.o.Now().Sub(state.RobotsAt); state.RobotsAt.IsZero() || age > robotsAge || age < -robotsAge || state.RobotsStatus == unreachable && age > robotsRetry {
		resp, err := c.fetchRobots(ctx, h, target)
		if err != nil || resp.Outcome == Deferred || resp.Outcome == Blocked && resp.Status == 0 {
			return robots.Rules{}, resp, err
		}
		if err := h.lock(ctx); err != nil {
			return robots.Rules{}, Response{}, err
		}
		h.state.takeRobots(&resp, c.o.Now())
		err = c.keep(ctx, h)
		state = h.state
		h.unlock()
		if err != nil {
			return robots.Rules{}, Response{}, err
		}
	}
	if state.RobotsStatus == unreachable && state.Robots == nil { // section 2.3.1.4: all is disallowed
		return robots.Rules{}, Response{Outcome: Deferred, Reason: "its robots.txt cannot be fetched", NotBefore: state.RobotsAt.Add(robotsRetry)}, nil
	}
	if rules.of.Equal(state.RobotsAt) {
		return rules.rules, Response{}, nil
	}
	rules = cachedRules{state.RobotsAt, robots.Parse(state.Robots).For(Product)}
	rules.rules.Delay = min(rules.rules.Delay, longestDelay)
	if err := h.lock(ctx); err != nil {
		return robots.Rules{}, Response{}, err
	}
	h.rules = rules
	h.unlock()
	return rules.rules, Response{}, nil
}

// takeRobots keeps what came of fetching robots.txt. One that cannot be reached leaves the last
// one in force (section 2.4); a 4xx means that there is none (section 2.3.1.3), but for 429,
// which asks for patience.
func (s *HostState) takeRobots(resp *Response, now time.Time) {
	s.RobotsAt, s.RobotsStatus = now, resp.Status
	switch {
	case resp.Outcome == Kept:
		s.Robots = resp.Body
	case resp.Outcome == Empty, resp.Outcome == Loop, resp.Outcome == Moved,
		resp.Status >= 400 && resp.Status < 500 && resp.Status != http.StatusTooManyRequests:
		s.Robots = []byte{}
	default:
		s.RobotsStatus = unreachable
	}
}

// fetchRobots asks for robots.txt, and follows redirects also to other hosts: at most five.
func (c *Client) fetchRobots(ctx context.Context, h *host, target *url.URL) (Response, error) {
	at := &url.URL{Scheme: target.Scheme, Host: target.Host, Path: "/robots.txt"}
	for range robotsRedirects + 1 {
		resp, err := c.exchange(ctx, h, at, Request{URL: at.String(), cut: true}, c.o.Delay, robots.MaxSize+1)
		if err != nil || resp.Location == "" {
			return resp, err
		}
		next, err := at.Parse(resp.Location)
		if err != nil {
			break
		}
		if at, err = parsed(next.String()); err != nil {
			break
		}
	}
	return Response{Outcome: Loop, Status: http.StatusFound, Reason: "its robots.txt redirects without end"}, nil
}
