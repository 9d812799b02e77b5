package web

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"congvan/cmd/internal/ask"
	"congvan/cmd/internal/crawl"
)

const handInAddress = "/nap"

// The limits of what is handed in at once.
const (
	longestHandIn = 256 << 20 // bytes
	mostHandIn    = 200       // files
)

// handInView is what the page to hand files in shows.
type handInView struct {
	Files   []HandIn
	Sources []crawl.Health
	Busy    bool
}

// handIns shows what was handed in and how it fared, and how the sources do.
func (p *Pages) handIns(v *visit) error {
	files := p.tray.List()
	view := handInView{Files: files}
	for _, f := range files {
		view.Busy = view.Busy || f.State == Waiting
	}
	var err error
	if view.Sources, err = crawl.HealthOf(v.r.Context(), p.pipeline.Data(), p.now()); err != nil {
		return err
	}
	return p.render.write(v, http.StatusOK, "handin", page{Title: "handin.title", Nav: "handin", Body: view})
}

// handIn takes files, a part at a time as they come, or one that failed once more.
func (p *Pages) handIn(v *visit) error {
	if again := v.r.PostForm.Get("again"); again != "" {
		p.tray.Again(again)
		http.Redirect(v.w, v.r, handInAddress, http.StatusSeeOther)
		return nil
	}
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, longestHandIn)
	parts, err := v.r.MultipartReader()
	if err != nil {
		return ask.Mistake{Parameter: "file", Detail: "the form holds no files"}
	}
	s, _ := sessionOf(v.r)
	signed := false
	for taken := 0; ; {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return ask.Mistake{Parameter: "file", Detail: "more than 256 MB at once: hand them in in several turns"}
		}
		if err != nil {
			return ask.Mistake{Parameter: "file", Detail: "the form ended early: " + err.Error()}
		}
		switch part.FormName() {
		case "token":
			token, err := io.ReadAll(io.LimitReader(part, 1000))
			signed = err == nil && s.Holds(string(token))
		case "file":
			if !signed { // the token stands before the files in the form
				return ask.Mistake{Parameter: "token", Detail: "the form is not of this session: load the page again"}
			}
			if strings.TrimSpace(part.FileName()) == "" {
				continue
			}
			if taken++; taken > mostHandIn {
				return ask.Mistake{Parameter: "file", Detail: "more than 200 files at once: put them into a ZIP"}
			}
			if err := p.tray.Take(part.FileName(), s.User.Name, patient{part, http.NewResponseController(v.w)}); err != nil {
				if errors.As(err, &large) {
					return ask.Mistake{Parameter: "file", Detail: "more than 256 MB at once: hand them in in several turns"}
				}
				return err
			}
		}
	}
	http.Redirect(v.w, v.r, handInAddress, http.StatusSeeOther)
	return nil
}

// silence is how long nothing of a file may come before the connection is given up. A long file
// over a slow line is no slow body as long as it goes on.
const silence = 30 * time.Second

// patient reads what is handed in, and puts the connection's deadline off as it comes.
type patient struct {
	from io.Reader
	conn *http.ResponseController
}

func (p patient) Read(b []byte) (int, error) {
	_ = p.conn.SetReadDeadline(time.Now().Add(silence)) // where it cannot be put off, it stays
	return p.from.Read(b)
}
