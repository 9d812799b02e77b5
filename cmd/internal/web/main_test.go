package web

import (
	"os"
	"testing"

	"congvan/ingest/parse/sandbox"
)

// TestMain runs the test binary as a child that draws pages when it is asked to.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == sandbox.Argument {
		os.Exit(sandbox.Main())
	}
	os.Exit(m.Run())
}
