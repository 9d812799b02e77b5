package cli

import (
	"fmt"

	"congvan/cmd/internal/pipeline"
)

type backupCmd struct {
	To string `arg:"" name:"FOLDER" help:"Folder to make; it must not exist." type:"path"`
}

// Run copies the store as it is at one moment.
func (c *backupCmd) Run(s *session) error {
	p, err := pipeline.OpenToRead(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	if err := p.Backup(s.ctx, c.To); err != nil {
		return err
	}
	fmt.Fprintf(s.Stderr, "backed up to %s; \"congvan --data STORE restore %s\" makes a store of it\n", c.To, c.To)
	return nil
}

type restoreCmd struct {
	From string `arg:"" name:"FOLDER" help:"Folder that congvan backup made." type:"existingdir"`
}

// Run makes a store of a backup, where there is none yet, and builds its index.
func (c *restoreCmd) Run(s *session) error {
	return pipeline.Restore(s.ctx, s.options(), c.From)
}
