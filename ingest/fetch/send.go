package fetch

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// send makes the exchange and tells its outcome.
func (c *Client) send(ctx context.Context, target *url.URL, r Request, limit int64) Response {
	ctx, cancel := context.WithTimeoutCause(ctx, c.o.Timeout, errTimeout)
	defer cancel()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	resp := Response{At: c.o.Now()}
	began := time.Now()
	defer func() { resp.Took = time.Since(began) }()

	request, err := newRequest(ctx, target, r)
	if err != nil {
		resp.Outcome, resp.Reason = Blocked, err.Error()
		return resp
	}
	request.Header.Set("User-Agent", c.o.UserAgent())
	resp.Request = request.Header
	answer, err := c.http.Do(request)
	if err != nil {
		resp.Outcome, resp.Reason = outcomeOf(ctx, err)
		return resp
	}
	defer answer.Body.Close()
	resp.Status, resp.Header = answer.StatusCode, answer.Header
	resp.describe(answer, target)
	b := body{patience: c.o.Patience, minRate: c.o.MinRate, limit: limit, cut: r.cut, stop: stop}
	if redirects(answer.StatusCode) && answer.Header.Get("Location") != "" {
		resp.Location = answer.Header.Get("Location")
		b.discard(answer)
		return resp
	}
	resp.Outcome, resp.Reason = statusOutcome(answer.StatusCode)
	if resp.Outcome != Kept {
		b.discard(answer)
		resp.NotBefore = retryAfter(answer.Header.Get("Retry-After"), resp.At)
		return resp
	}
	if err := b.read(answer); err != nil {
		resp.Outcome, resp.Reason = bodyOutcome(ctx, err)
		return resp
	}
	if len(b.decoded) == 0 {
		resp.Outcome, resp.Reason = Empty, "an answer without a body"
		return resp
	}
	resp.Body, resp.Wire = b.decoded, b.wire
	if resp.MediaType == "" {
		resp.MediaType, _, _ = strings.Cut(http.DetectContentType(resp.Body), ";")
	}
	return resp
}

func newRequest(ctx context.Context, target *url.URL, r Request) (*http.Request, error) {
	method, form := http.MethodGet, ""
	if r.Form != nil {
		method, form = http.MethodPost, r.Form.Encode()
	}
	request, err := http.NewRequestWithContext(ctx, method, target.String(), strings.NewReader(form))
	if err != nil {
		return nil, fmt.Errorf("asking for %s: %w", target, err)
	}
	request.Header.Set("Accept-Encoding", "gzip")
	request.Header.Set("Accept-Language", "vi, en;q=0.5")
	if r.Form != nil {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	} else {
		request.Body, request.ContentLength = http.NoBody, 0
	}
	if r.Before.ETag != "" {
		request.Header.Set("If-None-Match", r.Before.ETag)
	}
	if r.Before.LastModified != "" {
		request.Header.Set("If-Modified-Since", r.Before.LastModified)
	}
	return request, nil
}

// describe takes over what the header says.
func (r *Response) describe(answer *http.Response, target *url.URL) {
	r.Validators = Validators{ETag: answer.Header.Get("ETag"), LastModified: answer.Header.Get("Last-Modified")}
	if declared := answer.Header.Get("Content-Type"); declared != "" {
		media, params, err := mime.ParseMediaType(declared)
		if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
			media, _, _ = strings.Cut(strings.ToLower(declared), ";")
		}
		r.MediaType, r.Charset = strings.TrimSpace(media), params["charset"]
	}
	r.Name = fileName(answer.Header.Get("Content-Disposition"), target)
}

// retryAfter reads a Retry-After header (RFC 9110 section 10.2.3): seconds or a date. At most a
// day is granted.
func retryAfter(value string, now time.Time) time.Time {
	if value == "" {
		return time.Time{}
	}
	var wait time.Duration
	if seconds, err := strconv.ParseInt(strings.TrimSpace(value), 10, 32); err == nil {
		wait = time.Duration(seconds) * time.Second
	} else if date, err := http.ParseTime(value); err == nil {
		wait = date.Sub(now)
	}
	if wait <= 0 {
		return time.Time{}
	}
	return now.Add(min(wait, 24*time.Hour))
}
