package fetch

import (
	"compress/flate"
	"compress/gzip"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"

	"code.dny.dev/ssrf"
)

var (
	errTimeout  = errors.New("no whole answer in time")
	errSlow     = errors.New("it comes too slowly")
	errTooLarge = errors.New("it is over the size limit")
	errBomb     = errors.New("it swells out of proportion when it is unpacked")
	errEncoding = errors.New("it is packed in a way that was not asked for")
	errShort    = errors.New("no length was given, and its end is missing")
)

func redirects(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// statusOutcome is the outcome that a status stands for.
func statusOutcome(status int) (Outcome, string) {
	text := fmt.Sprintf("HTTP %d %s", status, http.StatusText(status))
	switch {
	case status == http.StatusOK || status == http.StatusNonAuthoritativeInfo:
		return Kept, ""
	case status == http.StatusNotModified:
		return Unchanged, ""
	case status == http.StatusNoContent:
		return Empty, text
	case status == http.StatusPartialContent: // not asked for
		return Truncated, text
	case status == http.StatusNotFound || status == http.StatusGone:
		return Gone, text
	case status == http.StatusUnauthorized || status == http.StatusForbidden || status == http.StatusUnavailableForLegalReasons || status == http.StatusProxyAuthRequired:
		return Blocked, text
	case status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable:
		return Busy, text
	}
	return Failed, text
}

// outcomeOf is the outcome of a request that got no answer.
func outcomeOf(ctx context.Context, err error) (Outcome, string) {
	var (
		certificate *tls.CertificateVerificationError
		invalid     x509.CertificateInvalidError
		unknown     x509.UnknownAuthorityError
		name        x509.HostnameError
		timeout     net.Error
		lookup      *net.DNSError
		record      tls.RecordHeaderError
		op          *net.OpError
	)
	switch {
	case errors.Is(err, errNotOpen), errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork), errors.Is(err, ssrf.ErrInvalidHostPort):
		return Blocked, "it lies on an address that is not open to the crawler: --open-host NAME opens one"
	case errors.As(err, &certificate), errors.As(err, &invalid), errors.As(err, &unknown), errors.As(err, &name):
		return Insecure, bare(err)
	case errors.As(err, &record), errors.Is(err, http.ErrSchemeMismatch):
		return Insecure, "it does not speak TLS"
	case context.Cause(ctx) == errTimeout, errors.As(err, &timeout) && timeout.Timeout():
		return Slow, "no answer in time"
	case errors.As(err, &lookup):
		return Unreachable, "its name does not resolve"
	case errors.Is(err, syscall.ECONNREFUSED):
		return Unreachable, "connection refused"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return Unreachable, "the connection ended before an answer"
	case errors.As(err, &op) && op.Op == "dial":
		return Unreachable, bare(err)
	}
	return Failed, bare(err)
}

// bodyOutcome is the outcome of an answer whose body could not be read.
func bodyOutcome(ctx context.Context, err error) (Outcome, string) {
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, errTooLarge), errors.Is(err, errBomb):
		return TooLarge, err.Error()
	case errors.Is(err, errSlow), errors.Is(err, errTimeout), errors.Is(err, context.DeadlineExceeded):
		return Slow, err.Error()
	case errors.Is(err, errEncoding):
		return Failed, err.Error()
	case errors.Is(err, errShort):
		return Truncated, err.Error()
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return Truncated, "it cannot be unpacked: " + err.Error()
	}
	return Truncated, "the body ended early: " + bare(err)
}

// bare is an error without the method and URL that net/http puts before it.
func bare(err error) string {
	text := err.Error()
	if at := strings.Index(text, "\": "); at >= 0 && (strings.HasPrefix(text, "Get ") || strings.HasPrefix(text, "Post ")) {
		text = text[at+3:]
	}
	return text
}
