package pdf

import (
	"context"
	"fmt"
)

// scanDPI is the resolution at which pages are drawn for OCR. More costs time and reads no better:
// on letters of 13 points at 300 dpi tesseract makes as many mistakes, at 400 more.
const scanDPI = 200

// readScans reads by OCR the pages whose own text cannot be trusted. A page that cannot be drawn
// or read keeps its problem; only the context's error is returned.
func (r *Result) readScans(ctx context.Context, b []byte, o Options) error {
	var open *Rendering
	for i := range r.Pages {
		p := &r.Pages[i]
		if !p.NeedsOCR() || o.OCR == nil {
			continue
		}
		if found := o.OCR.Available(ctx); !found.OK() {
			r.Warnings = append(r.Warnings, found.Missing)
			return ctx.Err()
		}
		if open == nil {
			var err error
			if open, err = o.Engine.Open(ctx, b); err != nil {
				r.Warnings = append(r.Warnings, err.Error())
				return ctx.Err()
			}
			defer open.Close()
		}
		o.Scan.Begin(1)
		err := p.readScan(ctx, open, i, o)
		o.Scan.End()
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			p.Problem = err.Error()
		}
	}
	return nil
}

func (p *Page) readScan(ctx context.Context, open *Rendering, i int, o Options) error {
	picture, err := open.Render(i, scanDPI, p.Stamped)
	if err != nil {
		return err
	}
	read, err := o.OCR.Read(ctx, Grey(picture), scanDPI)
	if err != nil {
		return fmt.Errorf("reading page %d: %w", i+1, err)
	}
	p.Text, p.Doubts, p.OCR, p.Problem = read.Text, read.Doubts, true, ""
	return nil
}
