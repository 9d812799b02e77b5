package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/publicsuffix"
)

// Get makes a request when its host's turn has come, and follows redirects within the site. The
// error is ctx's or that of the Memory; all that a site can do is an Outcome.
func (c *Client) Get(ctx context.Context, r Request) (Response, error) {
	at := r.URL
	seen := []string{}
	for {
		target, err := parsed(at)
		if err != nil {
			return Response{URL: r.URL, Final: at, Outcome: Blocked, Reason: err.Error()}, nil
		}
		resp, err := c.ask(ctx, target, r)
		resp.URL, resp.Final = r.URL, at
		if err != nil || resp.Location == "" {
			return resp, err
		}
		seen = append(seen, target.String())
		next, err := target.Parse(resp.Location)
		if err != nil {
			resp.Outcome, resp.Reason = Failed, fmt.Sprintf("redirect to %q, which is no URL", resp.Location)
			return resp, nil
		}
		next.Fragment = ""
		resp.Location = next.String()
		switch {
		case slices.Contains(seen, resp.Location):
			resp.Outcome, resp.Reason = Loop, "redirects come back to "+resp.Location
			return resp, nil
		case len(seen) > c.o.Redirects:
			resp.Outcome, resp.Reason = Loop, fmt.Sprintf("more than %d redirects", c.o.Redirects)
			return resp, nil
		case !c.o.Anywhere && !SameSite(target, next):
			resp.Outcome, resp.Reason = Moved, "to another site: "+resp.Location
			return resp, nil
		}
		at = resp.Location
		if resp.Status != http.StatusTemporaryRedirect && resp.Status != http.StatusPermanentRedirect {
			r.Form = nil // RFC 9110 section 15.4: the next one is a GET
		}
	}
}

var (
	errScheme = errors.New("only http and https are fetched")
	errHost   = errors.New("the URL names no host in the usual way")
)

// parsed reads a URL that may be fetched.
func parsed(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil {
		return nil, errHost
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%w, not %q", errScheme, u.Scheme)
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return nil, errHost
		}
	}
	if u.Host == "" || oddAddress(u.Hostname()) {
		return nil, errHost
	}
	u.User, u.Fragment = nil, ""
	if u.Path == "" {
		u.Path = "/"
	}
	return u, nil
}

// SameSite reports whether two URLs belong to one registrable domain: van-ban.e.gov.vn and
// e.gov.vn do, a.gov.vn and b.gov.vn do not.
func SameSite(a, b *url.URL) bool {
	if strings.EqualFold(a.Hostname(), b.Hostname()) {
		return true
	}
	siteA, errA := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(a.Hostname()))
	siteB, errB := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(b.Hostname()))
	return errA == nil && errB == nil && siteA == siteB
}

// ask makes one request, without following where it leads. A redirect leaves Location set.
func (c *Client) ask(ctx context.Context, target *url.URL, r Request) (Response, error) {
	h, err := c.enter(ctx, target)
	if err != nil {
		return Response{}, err
	}
	defer h.leave()
	rules, resp, err := c.rules(ctx, h, target)
	if err != nil || resp.Outcome != "" {
		return resp, err
	}
	if !rules.Allowed(target.String()) {
		return Response{Outcome: Blocked, Reason: "robots.txt does not allow it"}, nil
	}
	return c.exchange(ctx, h, target, r, max(c.o.Delay, rules.Delay), c.o.MaxBody)
}

// exchange waits for the host's turn, sends the request and reads the answer.
func (c *Client) exchange(ctx context.Context, h *host, target *url.URL, r Request, delay time.Duration, limit int64) (Response, error) {
	notBefore, why, err := c.await(ctx, h, delay)
	if err != nil {
		return Response{}, err
	}
	if why != "" {
		return Response{Outcome: Deferred, Reason: why, NotBefore: notBefore}, nil
	}
	resp := c.send(ctx, target, r, limit)
	if err := ctx.Err(); err != nil {
		return resp, err
	}
	return resp, c.settle(ctx, h, &resp)
}
