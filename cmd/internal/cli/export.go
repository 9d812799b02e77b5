package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus/export"
)

type exportCmd struct {
	filterFlags
	What   string `arg:"" enum:"obligations,records,references,incoming,followup,metadata" help:"obligations, records, references; incoming, followup: the registers of NĐ 30/2020 annex IV; metadata: the names of its annex VI."`
	Format string `help:"json, jsonl, csv (UTF-8 with a byte order mark, as spreadsheets want it), xlsx or ics (obligations)." enum:"json,jsonl,csv,xlsx,ics" default:"json"`
	Out    string `help:"File to write; it appears whole or not at all (default: standard output)." placeholder:"FILE" type:"path"`
}

// Run writes the export.
func (c *exportCmd) Run(s *session) error {
	filter, err := c.filter()
	if err != nil {
		return err
	}
	p, err := pipeline.OpenToRead(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	write := func(w io.Writer) error {
		buffered := bufio.NewWriter(w)
		rows, err := export.Write(buffered, p.ExportOptions(s.ctx, export.Table(c.What), export.Format(c.Format)), p.Store().Records(s.ctx, filter))
		if err == nil {
			err = buffered.Flush()
		}
		if err == nil && c.Out != "" {
			fmt.Fprintf(s.Stderr, "%d %s written to %s\n", rows, c.What, c.Out)
		}
		return err
	}
	if c.Out == "" {
		return write(s.Stdout)
	}
	return writeWhole(c.Out, write)
}

// writeWhole writes a file by way of another, so that a reader never sees half of it.
func writeWhole(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	defer os.Remove(f.Name()) // fails once the file has its name
	err = errors.Join(write(f), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}
