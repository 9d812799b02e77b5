package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"congvan/ingest/parse/sandbox"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == sandbox.Argument {
		main() // the program under test starts itself again to parse
	}
	testscript.Main(m, map[string]func(){"congvan": main})
}

// TestScripts runs the program as a user does: one script a command, in testdata/script.
func TestScripts(t *testing.T) {
	dispatches, err := filepath.Abs("../../testdata/dispatches")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SEEDS", dispatches)
			env.Setenv("CONGVAN_DATA", filepath.Join(env.WorkDir, "store"))
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
	})
}
