package parse

import (
	"context"
	"errors"
	"strings"

	"congvan/corpus"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/ocr"
)

// picture reads a scan that is a picture file, where OCR is at hand.
func picture(ctx context.Context, name string, content []byte, o Options) Raw {
	if o.OCR == nil || !o.OCR.Available(ctx).OK() {
		return form.Fail(name, corpus.StatusNoText, "%s", noTextReason(ctx, o))
	}
	o.Scan.Begin(ocr.PageCount(content))
	pages, err := o.OCR.ReadFile(ctx, content)
	o.Scan.End()
	switch {
	case errors.Is(err, ocr.ErrTooLarge):
		return form.Fail(name, corpus.StatusTooLarge, "%v", err)
	case ctx.Err() != nil:
		return form.Fail(name, corpus.StatusFailed, "interrupted")
	case err != nil:
		return form.Fail(name, corpus.StatusDamaged, "%v", err)
	}
	raw := Raw{Form: name, MediaType: form.MediaType(name), Status: corpus.StatusOK, Wrapped: true, Pages: len(pages)}
	var text strings.Builder
	for i, p := range pages {
		if i > 0 {
			text.WriteByte('\f')
		}
		for _, d := range p.Doubts {
			raw.Doubts = append(raw.Doubts, [2]int{text.Len() + d[0], text.Len() + d[1]})
		}
		text.WriteString(p.Text)
	}
	if raw.Text = text.String(); Blank(raw.Text) {
		return form.Fail(name, corpus.StatusNoText, "a picture in which no words can be read")
	}
	raw.Warn("read by OCR")
	return raw
}
