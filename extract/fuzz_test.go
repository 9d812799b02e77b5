package extract

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"congvan/corpus"
)

// fuzzLimit bounds the texts that fuzzing reads, in bytes: what goes wrong does so in short ones,
// and thousands of them are read while one long one is. TestLinear reads long ones.
const fuzzLimit = 4 << 10

// FuzzExtract: no input makes Extract panic, and every span lies inside the text.
func FuzzExtract(f *testing.F) {
	for _, text := range fuzzSeeds(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) <= fuzzLimit {
			checkSpans(t, Extract(document("a.txt", text), Options{Courtesies: true}))
		}
	})
}

// FuzzAgain: extracting from the record's own text gives the same record, also where the text had
// to be mended.
func FuzzAgain(f *testing.F) {
	for _, text := range fuzzSeeds(f) {
		f.Add(text)
	}
	f.Add("S\xe1\xbb: 12/B\xd0YT\nK\xedinh g\xff\xffi:")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) <= fuzzLimit {
			checkAgain(t, Extract(document("a.txt", text), Options{}))
		}
	})
}

// FuzzShuffled: structural words in any order, with anything between them, break nothing. Each pair
// of bytes is a word and what stands after it.
func FuzzShuffled(f *testing.F) {
	f.Add([]byte{})
	for k := range keywords { // each with the next, in every way that two can stand
		f.Add([]byte{byte(k), byte(k), byte(k + 1), byte(k + 1), byte(k + 2), byte(k)})
	}
	f.Fuzz(func(t *testing.T, order []byte) {
		var b strings.Builder
		for k := 0; k+1 < len(order) && b.Len() < fuzzLimit; k += 2 {
			b.WriteString(keywords[int(order[k])%len(keywords)])
			b.WriteString(borders[int(order[k+1])%len(borders)])
		}
		r := Extract(document("a.txt", b.String()), Options{})
		checkSpans(t, r)
		checkAgain(t, r)
		if t.Failed() {
			t.Logf("text: %q", b.String())
		}
	})
}

// fuzzSeeds are short pieces of real dispatches, a few lines each, the header cases and structural
// words one by one.
func fuzzSeeds(f *testing.F) []string {
	seeds := append([]string{""}, keywords...)
	for _, d := range dispatches(f) {
		var piece strings.Builder
		for line := range strings.Lines(d.Text) {
			piece.WriteString(line[:min(len(line), 600)])
			if piece.Len() > 500 {
				seeds = append(seeds, piece.String())
				piece.Reset()
			}
		}
		seeds = append(seeds, piece.String())
	}
	for _, c := range headerCases {
		seeds = append(seeds, c.text)
	}
	return seeds
}

// checkSpans looks for every span of a record outside its text.
func checkSpans(t *testing.T, r *corpus.Record) {
	t.Helper()
	length := utf8.RuneCountInString(r.Text)
	eachSpan(reflect.ValueOf(r).Elem(), "record", false, func(path string, s corpus.Span) {
		if s.Start < 0 || s.End <= s.Start || s.End > length {
			t.Errorf("%s = %v of a text of %d letters", path, s, length)
		}
	})
}

// eachSpan visits the spans of a value that its JSON has; optional ones that are zero are left out
// of it.
func eachSpan(v reflect.Value, path string, optional bool, visit func(path string, s corpus.Span)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachSpan(v.Elem(), path, optional, visit)
		}
	case reflect.Slice:
		switch v.Type().Elem().Kind() {
		case reflect.Struct, reflect.Slice, reflect.Pointer:
			for k := range v.Len() {
				eachSpan(v.Index(k), path, false, visit)
			}
		}
	case reflect.Struct:
		if s, ok := v.Interface().(corpus.Span); ok {
			if !optional || !s.IsZero() {
				visit(path, s)
			}
			return
		}
		for k := range v.NumField() {
			field := v.Type().Field(k)
			switch field.Type.Kind() {
			case reflect.Struct, reflect.Slice, reflect.Pointer:
				if field.IsExported() {
					omits := strings.HasSuffix(field.Tag.Get("json"), ",omitzero")
					if !omits || !v.Field(k).IsZero() {
						eachSpan(v.Field(k), path+"."+field.Name, omits, visit)
					}
				}
			}
		}
	}
}

// checkAgain extracts from a record's own text and compares.
func checkAgain(t *testing.T, r *corpus.Record) {
	t.Helper()
	again := Extract(document("a.txt", r.Text), Options{})
	again.ID, again.Source = r.ID, r.Source
	if !reflect.DeepEqual(r, again) {
		t.Errorf("extracting again gives another record:\n%+v\n%+v", r, again)
	}
}
