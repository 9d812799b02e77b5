package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/index"
	"congvan/ingest/parse/ocr"
)

// State is how a finding is.
type State string

// The states. What a machine lacks limits what it can read; what is wrong has to be repaired.
const (
	Well     State = "ok"
	Lacking  State = "lacking"
	Wrong    State = "wrong"
	Repaired State = "repaired"
)

// Finding is one thing that Examine looked at.
type Finding struct {
	What  string `json:"what"`
	State State  `json:"state"`
	Says  string `json:"says"`
	Do    string `json:"do,omitempty"` // what to do about it
}

// JSON is the finding as a line of JSON.
func (f Finding) JSON() string {
	b, err := json.Marshal(f)
	if err != nil {
		return "{}" // strings always encode
	}
	return string(b)
}

// Examine looks at the machine and at the store: whether every record is in the index and
// nothing else is, and whether originals give their SHA-256. With repair the index is put right;
// a damaged original can only be named.
func Examine(ctx context.Context, o Options, repair bool) ([]Finding, error) {
	findings := machine(ctx)
	if _, err := os.Stat(filepath.Join(o.Data, "store.db")); errors.Is(err, fs.ErrNotExist) {
		return append(findings, Finding{"store", Lacking, o.Data + " does not exist yet", "congvan ingest PATH makes it"}), nil
	}
	p, err := Open(ctx, o)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	for _, look := range []func(context.Context, bool) (Finding, error){p.examineOriginals, p.examineRecords, p.examineIndex} {
		f, err := look(ctx, repair)
		if err != nil {
			return nil, err
		}
		findings = append(findings, f)
	}
	return findings, nil
}

// examineIndex compares the IDs of the store with those of the index.
func (p *Pipeline) examineIndex(ctx context.Context, repair bool) (Finding, error) {
	f := Finding{What: "index", State: Well}
	torn := tornSegments(p.indexDir()) // before it is opened: then segments come and go
	x, err := openSafely(p.indexDir(), index.Options{})
	if err != nil {
		if !repair {
			return Finding{"index", Wrong, err.Error(), "congvan doctor --repair builds it again"}, nil
		}
		if err := p.rebuildIndex(ctx, err); err != nil {
			return f, err
		}
		return Finding{What: "index", State: Repaired, Says: "was not usable (" + err.Error() + ") and is built again"}, p.UpdateIndex(ctx)
	}
	p.index = x
	if len(torn) > 0 {
		if !repair {
			return Finding{"index", Wrong, "damaged: " + torn[0], "congvan doctor --repair builds it again"}, nil
		}
		if err := p.rebuildIndex(ctx, errors.New(torn[0]+" is damaged")); err != nil {
			return f, err
		}
		return Finding{What: "index", State: Repaired, Says: torn[0] + " was damaged: built again"}, p.UpdateIndex(ctx)
	}
	missing, ghosts, err := p.drift(ctx)
	if err != nil {
		return f, err
	}
	if len(missing)+len(ghosts) == 0 {
		f.Says = "agrees with the store"
		return f, nil
	}
	f.Says = fmt.Sprintf("%d records are missing in it, %d are no longer in the store", len(missing), len(ghosts))
	if !repair {
		f.State, f.Do = Wrong, "congvan doctor --repair puts it right"
		return f, nil
	}
	if err := p.store.Queue(ctx, append(missing, ghosts...)); err != nil {
		return f, fmt.Errorf("%w: %w", ErrStore, err)
	}
	f.State, f.Says = Repaired, f.Says+": put right"
	return f, p.UpdateIndex(ctx)
}

// drift is what the index lacks, and what it holds that the store does not.
func (p *Pipeline) drift(ctx context.Context) (missing, ghosts []string, err error) {
	stored := map[string]bool{}
	for id, err := range p.store.ReadableIDs(ctx) {
		if err != nil {
			return nil, nil, err
		}
		stored[id] = true
	}
	for id, err := range p.index.IDs(ctx) {
		if err != nil {
			return nil, nil, err
		}
		if !stored[id] {
			ghosts = append(ghosts, id)
		}
		delete(stored, id)
	}
	for id := range stored {
		missing = append(missing, id)
	}
	return missing, ghosts, nil
}

// examineOriginals reads every original and checks its SHA-256. One that is damaged or gone can
// only come again with its file: repair lets the next ingest read that again.
func (p *Pipeline) examineOriginals(ctx context.Context, repair bool) (Finding, error) {
	count, first := 0, ""
	var lost []sqlite.Kept
	for src, err := range p.store.Roots(ctx, sqlite.RootFilter{}) {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return Finding{}, fmt.Errorf("%w: %w", ErrStore, err)
		}
		count++
		if _, err := p.snapshots.Get(src.SHA256); err != nil {
			src.Status, src.Reason = corpus.StatusFailed, reasonOf(err)
			lost = append(lost, sqlite.Kept{Source: src, KeepModified: true})
			if first == "" {
				first = fmt.Sprintf("%s: %v", src.URI, err)
			}
		}
	}
	if len(lost) == 0 {
		return Finding{What: "originals", State: Well, Says: fmt.Sprintf("%d, each gives its SHA-256", count)}, nil
	}
	f := Finding{"originals", Wrong, fmt.Sprintf("%d of %d are damaged or gone: %s", len(lost), count, first),
		"congvan doctor --repair, then ingest the same files again; or restore a backup"}
	if !repair {
		return f, nil
	}
	if _, err := p.store.Keep(ctx, lost, p.o.Now()); err != nil {
		return f, fmt.Errorf("%w: %w", ErrStore, err)
	}
	f.Do = "ingest the same files again, or restore a backup; \"congvan list --status failed\" names them"
	return f, nil
}

// examineRecords compares what is stored with its checksums. A damaged record is made again from
// its original.
func (p *Pipeline) examineRecords(ctx context.Context, repair bool) (Finding, error) {
	var damaged []string
	first := ""
	err := p.store.Verify(ctx, func(id, why string) {
		damaged = append(damaged, id)
		if first == "" {
			first = strings.TrimPrefix(id+": "+why, ": ")
		}
	})
	if err != nil {
		return Finding{"records", Wrong, err.Error(), "restore a backup, or move store.db away and ingest the files again: originals are kept"}, nil
	}
	if len(damaged) == 0 {
		return Finding{What: "records", State: Well, Says: "each is as it was written"}, nil
	}
	f := Finding{"records", Wrong, fmt.Sprintf("%d are damaged: %s", len(damaged), first), "congvan doctor --repair makes them again from their originals"}
	if !repair {
		return f, nil
	}
	left := 0
	for _, id := range damaged {
		if id == "" { // no record's own
			left++
			continue
		}
		if err := p.mend(ctx, id); err != nil {
			f.Says, f.Do = fmt.Sprintf("%s; %s cannot be made again: %v", f.Says, id, err), "ingest the file again"
			left++
		}
	}
	if left == 0 {
		f.State, f.Says, f.Do = Repaired, f.Says+": made again", ""
	}
	return f, p.UpdateIndex(ctx)
}

// mend makes a record again from its original.
func (p *Pipeline) mend(ctx context.Context, id string) error {
	root, err := p.store.RootOf(ctx, id)
	if err != nil {
		return err
	}
	var made *corpus.Record
	for src, err := range p.store.Roots(ctx, sqlite.RootFilter{URI: root}) {
		if err != nil {
			return err
		}
		p.again(ctx, src, func(out outcome) bool {
			if out.Record != nil && out.Record.ID == id {
				made = out.Record
			}
			return true
		})
	}
	if made == nil {
		return sqlite.ErrNotFound
	}
	return p.store.Mend(ctx, made)
}

// machine says what this machine can read.
func machine(ctx context.Context) []Finding {
	forms := Finding{What: "forms", State: Well, Says: "PDF, DOCX, DOC, RTF, ODT, XLSX, XLS, PPTX, PPT, HTML, EML, MSG, text, ZIP, RAR, 7z"}
	scans := Finding{What: "scans", State: Well}
	if a := ocr.Available(ctx, ""); a.OK() {
		scans.Says = "tesseract " + a.Version + " with Vietnamese"
	} else {
		scans.State, scans.Says, scans.Do = Lacking, a.Missing, "then: congvan refresh --status no_text"
	}
	return []Finding{forms, scans}
}
