package extract

import (
	"sort"

	"congvan/corpus"
	"congvan/extract/citation"
	"congvan/extract/effect"
	"congvan/extract/layout"
	"congvan/extract/temporal"
)

// effects are what the document does to the obligations of others, in the parts of the page where
// it speaks for itself.
func effects(l *layout.Layout, ruler *corpus.Ruler, citations []citation.Citation, own corpus.DocumentNumber, times temporal.Context) []corpus.Effect {
	var out []corpus.Effect
	for _, f := range effect.Find(effect.Input{Text: l.Text, Citations: citations, Own: own, Times: times}) {
		k := max(sort.Search(len(l.Lines), func(k int) bool { return l.Lines[k].Start > f.Start })-1, 0)
		if k >= len(l.Lines) {
			continue
		}
		switch l.Lines[k].Zone {
		case layout.Properties, layout.Preamble, layout.Related, layout.Recipients, layout.Signature, layout.Stamp:
			continue
		}
		f.Effect.Span = ruler.Span(f.Start, f.End)
		f.Effect.Section = l.Path(l.Lines[k].Node)
		out = append(out, f.Effect)
	}
	return out
}
