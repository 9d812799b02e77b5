package fetch

import (
	"context"
	"crypto/x509"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"sync"
	"time"

	"golang.org/x/net/http/httpproxy"
	"golang.org/x/net/publicsuffix"
)

// Options say how a client behaves. The zero value is polite and safe.
type Options struct {
	Contact string // put into the User-Agent: an address or a page that says who this is

	Delay       time.Duration // between two requests to a host; 0: 2 s, negative: none
	Connections int           // at a time to a host; 0: 1
	MaxWait     time.Duration // a longer wait gives Deferred; 0: 2 min
	Hours       []Hours       // when requests may be made; none: always
	Budget      int64         // bytes a host and day; 0: no limit

	Timeout   time.Duration // of a whole request; 0: 5 min
	Patience  time.Duration // until an answer begins, and between two pieces of it; 0: 30 s
	MinRate   int64         // bytes a second, on average once Patience has passed; 0: 512
	MaxBody   int64         // bytes, decoded; 0: 64 MiB
	Redirects int           // at most; 0: 10

	OpenHosts []string       // names that may lie on private addresses: an intranet
	Anywhere  bool           // follow redirects to other sites too
	Roots     *x509.CertPool // certificates to trust; nil: those of the system

	Memory   Memory        // what must outlive the process; nil: nothing does
	Resolver *net.Resolver // nil: that of the system
	Now      func() time.Time
	Sleep    func(context.Context, time.Duration) error
}

func (o Options) filled() Options {
	set := func(d *time.Duration, usual time.Duration) {
		if *d == 0 {
			*d = usual
		}
	}
	set(&o.Delay, 2*time.Second)
	o.Delay = max(o.Delay, 0)
	set(&o.MaxWait, 2*time.Minute)
	set(&o.Timeout, 5*time.Minute)
	set(&o.Patience, 30*time.Second)
	if o.Connections <= 0 {
		o.Connections = 1
	}
	if o.MinRate == 0 {
		o.MinRate = 512
	}
	if o.MaxBody == 0 {
		o.MaxBody = 64 << 20
	}
	if o.Redirects == 0 {
		o.Redirects = 10
	}
	if o.Memory == nil {
		o.Memory = forgetful{}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Sleep == nil {
		o.Sleep = sleep
	}
	return o
}

// Product is the name that robots.txt files know the crawler by.
const Product = "congvan"

// UserAgent says who asks, and how to reach them.
func (o Options) UserAgent() string {
	if o.Contact == "" {
		return Product + "/1.0"
	}
	return Product + "/1.0 (+" + o.Contact + ")"
}

// Client makes requests. It may be used by several goroutines.
type Client struct {
	o    Options
	http *http.Client

	mu    sync.Mutex
	hosts map[string]*host
}

// New makes a client; its cookies live as long as it does.
func New(o Options) *Client {
	o = o.filled()
	jar, _ := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List}) // never fails
	gate := newGate(o, httpproxy.FromEnvironment())
	transport := &http.Transport{
		Proxy:                  func(r *http.Request) (*url.URL, error) { return gate.proxy(r.Context(), r.URL) },
		DialContext:            gate.dial,
		TLSClientConfig:        tlsConfig(o.Roots),
		MaxConnsPerHost:        o.Connections,
		MaxIdleConnsPerHost:    o.Connections,
		IdleConnTimeout:        90 * time.Second,
		TLSHandshakeTimeout:    o.Patience,
		ResponseHeaderTimeout:  o.Patience,
		MaxResponseHeaderBytes: 256 << 10,
		DisableCompression:     true, // decoded here, within limits
		ForceAttemptHTTP2:      true,
	}
	return &Client{
		o: o,
		http: &http.Client{
			Transport:     transport,
			Jar:           jar,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		hosts: map[string]*host{},
	}
}

// Close ends idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
