package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"congvan/cmd/internal/account"
	"congvan/cmd/internal/api"
	"congvan/cmd/internal/pipeline"
	"congvan/cmd/internal/web"
)

type serveCmd struct {
	Addr  string `help:"Address to listen on." default:"127.0.0.1:8080"`
	Users string `help:"File of accounts (congvan user add): people sign in, and reviewers correct, mark and hand in. Without it the pages only read, for this machine alone." placeholder:"FILE" type:"existingfile"`
	Cert  string `help:"Certificate for TLS, with its chain." placeholder:"FILE" type:"existingfile"`
	Key   string `help:"Key of the certificate." placeholder:"FILE" type:"existingfile"`
	Rate  int    `help:"Requests a second that one client may make (0: any; with --users the default is 20)." default:"-1" placeholder:"N"`
}

// clientRate is how many requests a second a client may make where people sign in.
const clientRate = 20

// The limits of a connection.
const (
	headerTime = 5 * time.Second
	readTime   = 30 * time.Second
	idleTime   = 2 * time.Minute
	headerSize = 32 << 10
	lastWords  = 10 * time.Second // for answers under way when the server stops
)

// Run serves the pages and the API until it is interrupted; answers under way are finished.
func (c *serveCmd) Run(s *session) error {
	if err := c.check(); err != nil {
		return err
	}
	p, err := pipeline.OpenToRead(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	live := p.Live()
	defer live.Close()
	mux := http.NewServeMux()
	log := slog.New(slog.NewTextHandler(s.Stderr, nil))
	api.New(p, live, s.Now, log).Register(mux)
	pages, err := web.New(p, live, s.Now, log)
	if err != nil {
		return err
	}
	pages.Register(mux)
	gate := web.Gate{Rate: c.Rate, Now: s.Now}
	if c.Users != "" {
		users, err := account.Open(c.Users)
		if err != nil {
			return usageError{err.Error(), "\"congvan user add FILE NAME\" makes such a file"}
		}
		if c.Rate < 0 {
			gate.Rate = clientRate
		}
		gate.Door = web.NewDoor(users, s.Now)
		tray := web.NewHandIns(s.data, s.change, s.Now, log)
		pages.Accounts(gate.Door, s.change, tray)
		ending, end := context.WithCancel(s.ctx)
		read := make(chan struct{})
		go func() { defer close(read); tray.Run(ending) }()
		defer func() { end(); <-read }()
	}

	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return usageError{err.Error(), "name another address with --addr"}
	}
	server := &http.Server{Handler: web.Guard(mux, gate), ReadHeaderTimeout: headerTime, ReadTimeout: readTime, IdleTimeout: idleTime, MaxHeaderBytes: headerSize}
	scheme, serve := "http", func() error { return server.Serve(listener) }
	if c.Cert != "" {
		scheme, serve = "https", func() error { return server.ServeTLS(listener, c.Cert, c.Key) }
	}
	fmt.Fprintf(s.Stderr, "%s://%s\n", scheme, listener.Addr())
	failed := make(chan error, 1)
	go func() { failed <- serve() }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-s.ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(s.ctx), lastWords)
	defer cancel()
	if err := server.Shutdown(last); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}

// check looks at the flags. Whoever has no account is on this machine; whoever signs in from
// another one does so over TLS, here or at a proxy on this machine.
func (c *serveCmd) check() error {
	host, _, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return usageError{fmt.Sprintf("--addr %q: %v", c.Addr, err), "write it as 127.0.0.1:8080"}
	}
	if (c.Cert == "") != (c.Key == "") {
		return usageError{"--cert and --key go together", "name both files, or neither"}
	}
	ip := net.ParseIP(host)
	switch local := host == "localhost" || ip != nil && ip.IsLoopback(); {
	case local:
	case c.Users == "":
		return usageError{fmt.Sprintf("--addr %q is not on this machine alone", c.Addr), "without accounts only loopback addresses are served: 127.0.0.1:8080, or name a file of accounts with --users"}
	case c.Cert == "":
		return usageError{fmt.Sprintf("--addr %q would carry passwords in the clear", c.Addr), "give --cert and --key, or serve on 127.0.0.1 behind a proxy that speaks TLS"}
	}
	return nil
}

// change opens the store to write for one change.
func (s *session) change(ctx context.Context, do func(*pipeline.Pipeline) error) error {
	p, err := pipeline.Open(ctx, s.options())
	if err != nil {
		return err
	}
	return errors.Join(do(p), p.Close())
}
