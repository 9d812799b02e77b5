package ocr

import (
	"context"
	"fmt"
	"os/exec"
	"slices"
	"strings"
)

// Install says how to get what OCR needs.
const Install = "apt install tesseract-ocr tesseract-ocr-vie"

// Availability says what this machine can do.
type Availability struct {
	Program   string // path of tesseract, "" when there is none
	Version   string // "5.3.0"
	Languages []string
	Missing   string // what is missing and how to get it; "" when pages can be read
}

// OK reports whether Vietnamese pages can be read.
func (a Availability) OK() bool { return a.Missing == "" }

// Available asks the machine. program is a path or a name to look up; "" is "tesseract".
func Available(ctx context.Context, program string) Availability {
	var a Availability
	if program == "" {
		program = "tesseract"
	}
	path, err := exec.LookPath(program)
	if err != nil {
		a.Missing = "no tesseract program for reading scans: " + Install
		return a
	}
	a.Program = path
	version, err := exec.CommandContext(ctx, path, "--version").CombinedOutput()
	if err != nil {
		a.Missing = fmt.Sprintf("%s does not run (%v): %s", path, err, Install)
		return a
	}
	first, _, _ := strings.Cut(string(version), "\n")
	a.Version = strings.TrimSpace(strings.TrimPrefix(first, "tesseract"))
	listed, _ := exec.CommandContext(ctx, path, "--list-langs").CombinedOutput()
	for _, l := range strings.Split(string(listed), "\n")[1:] {
		if l = strings.TrimSpace(l); l != "" {
			a.Languages = append(a.Languages, l)
		}
	}
	if !slices.Contains(a.Languages, "vie") {
		a.Missing = "tesseract has no Vietnamese data: " + Install
	}
	return a
}
