package evaluate

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/corpus/corpustest"
	"congvan/extract"
	"congvan/ingest"
)

var update = flag.Bool("update", false, "write the report")

const reportFile = "../../../testdata/reports/eval.md"

// read is the record of a file's bytes.
func read(t *testing.T, name string, content []byte) *corpus.Record {
	t.Helper()
	for d := range ingest.Read(t.Context(), ingest.File{URI: name, Name: name, Content: content}, ingest.Options{}) {
		return extract.Extract(d, extract.Options{})
	}
	t.Fatalf("%s gave no document", name)
	return nil
}

// annotated scores the documents in folder that have a gold file beside them.
func annotated(t *testing.T, documents map[string]string) *Score {
	t.Helper()
	score := NewScore()
	for goldFile, source := range documents {
		gold, err := ReadGold(goldFile)
		if err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		score.Add(gold, read(t, gold.File, content))
	}
	return score
}

func shipped(t *testing.T) map[string]string {
	files, err := filepath.Glob("../../../testdata/dispatches/*/gold.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold files: %v", err)
	}
	documents := map[string]string{}
	for _, file := range files {
		documents[file] = filepath.Join(filepath.Dir(file), "source.txt")
	}
	return documents
}

// made scores the headers and references of made dispatches, whose values are known.
func made(t *testing.T, count int) *Score {
	t.Helper()
	score := NewScore()
	for i := range count {
		d := corpustest.Make(7, i)
		date := d.Issued.String()
		g := Gold{File: d.Name, Kind: string(corpus.KindOriginal), Number: &d.Number, Type: &d.Type, Issuer: &d.Issuer, Issued: &date, Subject: &d.Subject}
		g.Signatory = &struct {
			Name     string `json:"name"`
			Position string `json:"position"`
			Capacity string `json:"capacity"`
		}{Name: d.Signer, Capacity: "KT."}
		if strings.Contains(d.Text, "|") && !strings.Contains(d.Text, "V/v") && d.Type == "Công văn" || strings.Contains(d.Text, "     CỘNG") && d.Type == "Công văn" {
			g.Subject = nil // these headers carry none
		}
		score.Add(g, read(t, d.Name, []byte(d.Text)))
	}
	return score
}

// TestReport holds the fields to their bars, and the report to what is true.
func TestReport(t *testing.T) {
	seeds, generated := annotated(t, shipped(t)), made(t, 300)
	for name, bar := range map[string]float64{"number": 1, "type": 1, "issuer": 1, "issued": 1, "place": 1, "subject": 1, "source_kind": 1, "signatory": 1, "references": 0.99,
		"obligations": 0.96, "actors": 0.96, "sections": 0.96, "targets": 0.95, "timing": 0.95, "appendix": 0.98, "outline": 1, "evidence": 1} {
		if f1 := seeds.field(name).F1(); f1 < bar {
			t.Errorf("the five dispatches: %s F1 %.3f, want %.3f", name, f1, bar)
		}
	}
	for name, bar := range map[string]float64{"number": 0.99, "issued": 0.99, "type": 0.99, "issuer": 0.97, "subject": 0.95, "evidence": 1} {
		if f1 := generated.field(name).F1(); f1 < bar {
			t.Errorf("made dispatches: %s F1 %.3f, want %.3f", name, f1, bar)
		}
	}
	if t.Failed() || testing.Verbose() {
		for _, miss := range append(seeds.Misses(), generated.Misses()...) {
			t.Log(miss)
		}
	}
	report := "# Extraction against what readers found\n\n`make eval` writes this file.\n\n## Five real dispatches, annotated in full\n\n" + seeds.Report() +
		"\n## 300 made dispatches, whose headers are known\n\n" + generated.Report()
	if *update {
		if err := os.WriteFile(reportFile, []byte(report), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(reportFile)
	if err != nil || string(have) != report {
		t.Errorf("%s is no longer true (%v): run make eval and read the difference", reportFile, err)
	}
}

// TestAnnotatedFolder prints the table for a folder of more annotated documents.
func TestAnnotatedFolder(t *testing.T) {
	folder := os.Getenv("DEV_OBLIGATIONS")
	if folder == "" {
		t.Skip("DEV_OBLIGATIONS names no folder with docs/ and gold/")
	}
	files, err := filepath.Glob(filepath.Join(folder, "gold", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold files in %s: %v", folder, err)
	}
	documents := map[string]string{}
	for _, file := range files {
		documents[file] = filepath.Join(folder, "docs", strings.TrimSuffix(filepath.Base(file), ".json")+".txt")
	}
	score := annotated(t, documents)
	t.Log("\n" + score.Report() + strings.Join(score.Misses(), "\n"))
}
