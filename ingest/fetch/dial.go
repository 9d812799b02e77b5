package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"strings"

	"code.dny.dev/ssrf"
	"golang.org/x/net/http/httpproxy"
)

var errNotOpen = errors.New("the address is not open")

// gate is the one way out. It looks at the address that is dialled, after the name was resolved:
// so neither a redirect nor a name that changes its address leads into the house.
type gate struct {
	guarded, open net.Dialer
	hosts         map[string]bool // lower case; with or without a port
	guardian      *ssrf.Guardian
	resolver      *net.Resolver
	proxyOf       func(*url.URL) (*url.URL, error)
	proxies       map[string]bool // addresses that are dialled for them: usually inside the house
}

func newGate(o Options, proxies *httpproxy.Config) *gate {
	guardian := ssrf.New(ssrf.WithAnyPort())
	g := &gate{
		guarded: net.Dialer{Timeout: o.Patience, Resolver: o.Resolver, Control: guardian.Safe},
		open:    net.Dialer{Timeout: o.Patience, Resolver: o.Resolver},
		hosts:   map[string]bool{},

		guardian: guardian, resolver: o.Resolver,
		proxyOf: proxies.ProxyFunc(), proxies: map[string]bool{},
	}
	if g.resolver == nil {
		g.resolver = net.DefaultResolver
	}
	for _, name := range o.OpenHosts {
		g.hosts[strings.ToLower(strings.Trim(name, "[]"))] = true
	}
	for _, proxy := range []string{proxies.HTTPProxy, proxies.HTTPSProxy} {
		if u, err := url.Parse(proxy); err == nil && u.Host != "" {
			g.proxies[strings.ToLower(u.Host)] = true
		}
	}
	return g
}

func (g *gate) dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, errNotOpen
	}
	if g.isOpen(host, address) || g.proxies[strings.ToLower(address)] {
		return g.open.DialContext(ctx, network, address)
	}
	if name := strings.ToLower(strings.TrimSuffix(host, ".")); name == "localhost" || strings.HasSuffix(name, ".localhost") { // RFC 6761
		return nil, errNotOpen
	}
	return g.guarded.DialContext(ctx, network, address)
}

func (g *gate) isOpen(host, address string) bool {
	return g.hosts[strings.ToLower(host)] || g.hosts[strings.ToLower(address)]
}

// proxy is the proxy for a URL. Since a proxy dials for itself, what can be known of the address
// is looked at here.
func (g *gate) proxy(ctx context.Context, target *url.URL) (*url.URL, error) {
	proxy, err := g.proxyOf(target)
	if err != nil || proxy == nil || g.isOpen(target.Hostname(), target.Host) {
		return proxy, err
	}
	addresses, err := g.resolver.LookupNetIP(ctx, "ip", target.Hostname())
	if err != nil {
		return proxy, nil // the proxy knows names that we do not
	}
	for _, address := range addresses {
		if err := g.guardian.SafeAddr(address.Unmap()); err != nil {
			return nil, err
		}
	}
	return proxy, nil
}

// tlsConfig checks certificates; there is no way not to.
func tlsConfig(roots *x509.CertPool) *tls.Config {
	return &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}
}

// oddAddress reports whether a host is an address in a form that only some resolvers read:
// 2130706433, 0x7f.1, 0177.0.0.1, 127.1, or one with a zone.
func oddAddress(host string) bool {
	if host == "" || strings.ContainsAny(host, "%\\ \t\r\n") {
		return true
	}
	if addr, err := netip.ParseAddr(host); err == nil {
		return addr.Zone() != ""
	}
	name := strings.TrimSuffix(host, ".")
	last := name[strings.LastIndexByte(name, '.')+1:]
	if strings.HasPrefix(strings.ToLower(last), "0x") {
		return true
	}
	return last == "" || strings.Trim(last, "0123456789") == ""
}
