package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"congvan/cmd/internal/api"
	"congvan/cmd/internal/pipeline"
	"congvan/cmd/internal/web"
)

type serveCmd struct {
	Addr string `help:"Address to listen on." default:"127.0.0.1:8080"`
}

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
	host, _, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return usageError{fmt.Sprintf("--addr %q: %v", c.Addr, err), "write it as 127.0.0.1:8080"}
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return usageError{fmt.Sprintf("--addr %q is not on this machine alone", c.Addr), "without accounts only loopback addresses are served: 127.0.0.1:8080"}
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

	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return usageError{err.Error(), "name another address with --addr"}
	}
	server := &http.Server{Handler: web.Guard(mux), ReadHeaderTimeout: headerTime, ReadTimeout: readTime, IdleTimeout: idleTime, MaxHeaderBytes: headerSize}
	fmt.Fprintf(s.Stderr, "http://%s\n", listener.Addr())
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
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
