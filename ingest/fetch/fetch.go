// Package fetch gets pages and files from sites that others run: politely, as robots.txt and the
// hours of a source allow, within limits, and never from an address inside the house. What came
// of a request is an Outcome with its reason; a body that did not arrive whole is no body.
package fetch

import (
	"net/http"
	"net/url"
	"time"
)

// Request asks for one URL.
type Request struct {
	URL    string
	Before Validators // of the copy that is held: a server that has no newer one answers Unchanged
	Form   url.Values // sent by POST when it is not nil: the postback of an ASP.NET page
	cut    bool       // a body over the limit is cut there and kept
}

// Validators tell one version of a page from another (RFC 9110 section 8.8).
type Validators struct {
	ETag         string
	LastModified string
}

// Response is what came of a request.
type Response struct {
	URL, Final string // as asked for; the one that answered, after redirects
	Outcome    Outcome
	Reason     string    // why the outcome is not Kept
	NotBefore  time.Time // when to try again, where the site or its hours say so
	Location   string    // where a Moved page is now

	Status     int
	Header     http.Header
	Body       []byte // decoded; empty unless Kept
	Wire       []byte // as sent, still compressed; the same as Body when it was not
	Request    http.Header
	Validators Validators
	MediaType  string // as declared, "application/pdf"; sniffed when nothing was declared
	Charset    string // as declared, "windows-1258"
	Name       string // a name for a file: never a path
	At         time.Time
	Took       time.Duration
}

// Outcome is what came of a request.
type Outcome string

// The outcomes.
const (
	Kept        Outcome = "kept"
	Unchanged   Outcome = "unchanged" // 304
	Moved       Outcome = "moved"     // to another site: not followed
	Gone        Outcome = "gone"      // 404, 410
	Blocked     Outcome = "blocked"   // by robots.txt, by 401, 403 or 451, or an address that is not open
	Busy        Outcome = "busy"      // 429, 503
	Failed      Outcome = "failed"    // another 4xx or 5xx, an answer that is no HTTP
	Truncated   Outcome = "truncated" // the body ended early
	Empty       Outcome = "empty"     // 200 and no body
	TooLarge    Outcome = "too_large" // over the limit, or swelling like a bomb
	Loop        Outcome = "loop"      // redirects that come back or do not end
	Slow        Outcome = "slow"      // too few bytes a second, or no answer in time
	Insecure    Outcome = "insecure"  // its certificate is not to be trusted
	Unreachable Outcome = "unreachable"
	Deferred    Outcome = "deferred" // not asked for: not its hour, the budget is spent, the host needs rest
)

// Retry reports whether the same request may do better later.
func (o Outcome) Retry() bool {
	switch o {
	case Busy, Failed, Truncated, Empty, Slow, Insecure, Unreachable, Deferred:
		return true
	}
	return false
}

// struggling reports whether the outcome is a sign that the host should be left in peace.
func (o Outcome) struggling() bool {
	switch o {
	case Busy, Failed, Truncated, Slow, Unreachable:
		return true
	}
	return false
}
