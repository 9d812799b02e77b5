package parse

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"congvan/corpus"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/pdf"
)

// portable reads a PDF. Pages whose text layer is missing or worthless are left blank and named.
func portable(ctx context.Context, content []byte, o Options) Raw {
	read, err := pdf.Parse(ctx, content, pdf.Options{MaxText: o.Limits.Text, Engine: o.Engine, OCR: o.OCR, Scan: o.Scan})
	if err != nil {
		var refusal *pdf.Refusal
		if errors.As(err, &refusal) {
			return form.Fail("pdf", refusal.Status, "%s", refusal.Reason)
		}
		return form.Fail("pdf", corpus.StatusFailed, "%v", err)
	}
	raw := Raw{Form: "pdf", MediaType: form.MediaType("pdf"), Status: corpus.StatusOK, Wrapped: true,
		Pages: len(read.Pages), Title: read.Title, Author: read.Author, Warnings: read.Warnings}
	var text strings.Builder
	var blind, broken, drawn []int
	for i := range read.Pages {
		if i > 0 {
			text.WriteByte('\f')
		}
		page := &read.Pages[i]
		if page.NeedsOCR() {
			blind = append(blind, i+1)
			raw.Warn("page %d has no text layer that can be trusted", i+1)
			continue
		}
		for _, d := range page.Doubts {
			raw.Doubts = append(raw.Doubts, [2]int{text.Len() + d[0], text.Len() + d[1]})
		}
		text.WriteString(page.Text)
		if page.OCR {
			drawn = append(drawn, i+1)
		}
		if page.Problem != "" {
			broken = append(broken, i+1)
			raw.Warn("page %d: %s", i+1, page.Problem)
		}
	}
	raw.Text = text.String()
	if len(drawn) > 0 {
		raw.Warn("read by OCR: pages %s", list(drawn))
	}
	switch {
	case len(blind) > 0 && len(blind) == raw.Pages || Blank(raw.Text) && len(blind) > 0:
		raw.Status, raw.Reason, raw.Text = corpus.StatusNoText, noTextReason(ctx, o), ""
	case len(blind) > 0:
		raw.Status, raw.Reason = corpus.StatusPartial, "scanned pages without a text layer: "+list(blind)
	case Blank(raw.Text) && len(broken) > 0:
		raw.Status, raw.Reason = corpus.StatusDamaged, "nothing can be read of it"
	case Blank(raw.Text):
		raw.Status, raw.Reason = corpus.StatusEmpty, "no text in it"
	case len(broken) > 0:
		raw.Status, raw.Reason = corpus.StatusPartial, "pages that could not be read to their end: "+list(broken)
	}
	return raw
}

// list names page numbers, the first ten of them.
func list(pages []int) string {
	if len(pages) <= 10 {
		return strings.Trim(fmt.Sprint(pages), "[]")
	}
	return fmt.Sprintf("%s and %d more", strings.Trim(fmt.Sprint(pages[:10]), "[]"), len(pages)-10)
}

// noTextReason says why a scan was not read, and what to do.
func noTextReason(ctx context.Context, o Options) string {
	reason := "a scan: its pages have no text that can be trusted"
	if o.OCR != nil {
		if found := o.OCR.Available(ctx); !found.OK() {
			reason += "; " + found.Missing
		}
	}
	return reason
}
