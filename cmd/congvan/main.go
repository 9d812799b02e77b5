// Command congvan reads official dispatches, says what each one orders, and finds them again.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"congvan/cmd/internal/cli"
	"congvan/ingest/parse/sandbox"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == sandbox.Argument {
		os.Exit(sandbox.Main()) // this process reads files that come from outside
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := cli.Run(ctx, os.Args[1:], cli.OSEnv())
	stop()
	os.Exit(code)
}
