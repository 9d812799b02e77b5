// Command congvan reads official dispatches, says what each one orders, and finds them again.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"congvan/cmd/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := cli.Run(ctx, os.Args[1:], cli.OSEnv())
	stop()
	os.Exit(code)
}
