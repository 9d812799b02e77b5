// Package cli is the command line: flags become options, one call is made, its result is
// printed. Results go to standard output, all else to standard error.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/alecthomas/kong"
	"github.com/mattn/go-isatty"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus/sqlite"
	"congvan/extract/gazetteer"
	"congvan/ingest/parse/sandbox"
)

// The exit codes of the contract.
const (
	exitDone        = 0
	exitSomeFailed  = 1   // some inputs failed, the rest is done
	exitUsage       = 2   // wrong use
	exitStore       = 3   // the store is unusable or in use
	exitInterrupted = 130 // what was finished is kept
)

// Env is all of the world that a command touches besides files.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Now            func() time.Time
	Terminal       bool // standard error is a terminal: show progress
	Colour         bool // standard output is a terminal that shows colours
}

// OSEnv is the environment of the running process.
func OSEnv() Env {
	return Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now,
		Terminal: isatty.IsTerminal(os.Stderr.Fd()),
		Colour:   isatty.IsTerminal(os.Stdout.Fd()) && os.Getenv("NO_COLOR") == "",
	}
}

// commands is the grammar of the command line.
type commands struct {
	Data string `help:"Folder of the store." env:"CONGVAN_DATA" default:"./congvan-data" placeholder:"DIR" type:"path"`

	Gazetteer string `help:"Table of more units: key, name, codes, kind, parent, from, to, successor, aliases, separated by tabs." env:"CONGVAN_GAZETTEER" placeholder:"FILE" type:"existingfile"`

	Extract    extractCmd    `cmd:"" help:"Parse files and print a record a line; needs no store."`
	Ingest     ingestCmd     `cmd:"" help:"Read files, folders and archives into the store and the index."`
	Refresh    refreshCmd    `cmd:"" help:"Read stored originals again with today's parsers and rules."`
	Search     searchCmd     `cmd:"" help:"Find dispatches."`
	Alerts     alertsCmd     `cmd:"" help:"Tell what is new for saved searches."`
	Reindex    reindexCmd    `cmd:"" help:"Build the index again beside the live one, and switch."`
	Show       showCmd       `cmd:"" help:"Show one record."`
	List       listCmd       `cmd:"" help:"List what is stored."`
	When       whenCmd       `cmd:"" help:"Show what the temporal grammar reads in a text."`
	Due        dueCmd        `cmd:"" help:"List open duties by unit and date."`
	Mark       markCmd       `cmd:"" help:"Set the state of a duty."`
	Correct    correctCmd    `cmd:"" help:"Put a value of a record right."`
	Diff       diffCmd       `cmd:"" help:"Show what two documents have differently, word by word."`
	Gaps       gapsCmd       `cmd:"" help:"List missing numbers and documents cited and not held."`
	Crawl      crawlCmd      `cmd:"" help:"Fetch new and changed documents of the configured sources, then ingest them."`
	Source     sourceCmd     `cmd:"" help:"Work with the configured sources."`
	Backup     backupCmd     `cmd:"" help:"Copy the store, also while it is written to."`
	Restore    restoreCmd    `cmd:"" help:"Make a store of a backup."`
	Export     exportCmd     `cmd:"" help:"Write obligations, records or references to a file."`
	Serve      serveCmd      `cmd:"" help:"Serve the pages and the HTTP API on this machine."`
	User       userCmd       `cmd:"" help:"Who may sign in to the pages: add, remove, list."`
	Doctor     doctorCmd     `cmd:"" help:"Say what this machine can do and whether store and index agree."`
	Help       helpCmd       `cmd:"" help:"Show worked examples, of one command or of all."`
	Completion completionCmd `cmd:"" help:"Print the completion script of a shell."`
}

// errSomeFailed says that some inputs failed; each has been reported already.
var errSomeFailed = errors.New("some inputs failed")

// usageError is a mistake in how the program was called, with a hint of what to do.
type usageError struct{ problem, hint string }

func (e usageError) Error() string { return e.problem + "\n  " + e.hint }

// session is what a command runs with.
type session struct {
	Env
	ctx   context.Context
	data  string
	model *kong.Application
	pool  *sandbox.Pool // where files from outside are parsed

	register *gazetteer.Register // the units known
}

// loadRegister is the built-in register of units, extended by an analyst's table.
func loadRegister(path string) (*gazetteer.Register, error) {
	if path == "" {
		return gazetteer.Default(), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("--gazetteer: %w", err)
	}
	defer f.Close()
	register := gazetteer.New()
	return register, register.Load(f, path)
}

// Run runs one command line and returns its exit code.
func Run(ctx context.Context, args []string, env Env) int {
	var grammar commands
	exited := -1
	parser, err := kong.New(&grammar,
		kong.Name("congvan"),
		kong.Description("Reads Vietnamese official dispatches: who must do what by when. \"congvan help\" shows examples."),
		kong.Writers(env.Stdout, env.Stderr),
		kong.Exit(func(code int) { exited = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
	)
	if err != nil {
		panic(err) // the grammar above is wrong: no input leads here
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 {
		return exited // --help was shown
	}
	if err != nil {
		fmt.Fprintf(env.Stderr, "congvan: %v\n  \"congvan --help\" lists commands and flags\n", err)
		return exitUsage
	}
	register, err := loadRegister(grammar.Gazetteer)
	if err != nil {
		fmt.Fprintln(env.Stderr, "congvan:", err)
		return exitUsage
	}
	s := &session{Env: env, register: register, ctx: ctx, data: grammar.Data, model: parser.Model, pool: sandbox.New(sandbox.Options{})}
	defer s.pool.Close()
	return s.exitCode(parsed.Run(s))
}

// exitCode reports an error, once, and gives the exit code that stands for it.
func (s *session) exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case s.ctx.Err() != nil:
		fmt.Fprintln(s.Stderr, "congvan: interrupted; what was finished is kept, run the command again to go on")
		return exitInterrupted
	case errors.Is(err, errSomeFailed):
		return exitSomeFailed
	case errors.As(err, &usage):
		fmt.Fprintln(s.Stderr, "congvan:", err)
		return exitUsage
	case errors.Is(err, sqlite.ErrNotFound):
		fmt.Fprintln(s.Stderr, "congvan:", err)
		return exitSomeFailed
	case errors.Is(err, pipeline.ErrStore):
		fmt.Fprintln(s.Stderr, "congvan:", err)
		return exitStore
	}
	fmt.Fprintln(s.Stderr, "congvan:", err)
	return exitSomeFailed
}
