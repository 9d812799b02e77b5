package ingest

import (
	"context"
	"strings"
	"testing"
	"time"

	"congvan/corpus"
	"congvan/ingest/normalize"
	"congvan/ingest/parse"
	"congvan/ingest/parse/sandbox"

	"github.com/google/go-cmp/cmp"
)

// read is what Read yields of a file: a line a document, "URI form status text".
func read(f File, o Options) []string {
	var out []string
	for d := range Read(context.Background(), f, o) {
		out = append(out, strings.Join([]string{d.Source.URI, d.Source.Name, d.Source.Parser, string(d.Source.Status), strings.ReplaceAll(d.Text, "\n", "|")}, " "))
	}
	return out
}

func TestReadMembers(t *testing.T) {
	pool := sandbox.New(sandbox.Options{})
	defer pool.Close()
	inner := zipped(member{"b.docx", string(docx(paragraphs(1)))})
	letter := mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nXin gửi kèm văn bản.\r\n" +
		"--b\r\nContent-Type: application/octet-stream; name=\"=?utf-8?Q?v=C4=83n_b=E1=BA=A3n.txt?=\"\r\nContent-Disposition: attachment\r\n\r\nNội dung văn bản\r\n--b--\r\n")
	tests := []struct {
		name    string
		content []byte
		want    []string
	}{
		{"a.txt", []byte("Nội dung văn bản\n"), []string{"a.txt a.txt text/1 ok Nội dung văn bản"}},
		{"a.doc", []byte("<html><p>Nội dung văn bản</html>"), []string{"a.doc a.doc html/1 ok Nội dung văn bản"}}, // named .doc, and a page
		{"a.xml", []byte(`<?xml version="1.0"?><w:wordDocument><w:body><w:p><w:r><w:t>Nội dung văn bản</w:t></w:r></w:p></w:body></w:wordDocument>`), []string{"a.xml a.xml wordml/1 ok Nội dung văn bản"}},
		{"a.zip", zipped(member{"thư mục/b.zip", string(inner)}, member{"c.txt", "Nội dung văn bản"}, member{"__MACOSX/._c.txt", "x"}), []string{
			"a.zip!/thư mục/b.zip!/b.docx b.docx docx/1 ok Đoạn 0 của văn bản.", "a.zip!/c.txt c.txt text/1 ok Nội dung văn bản"}},
		{"a.eml", letter, []string{"a.eml a.eml eml/1 ok Công văn|Xin gửi kèm văn bản.", "a.eml!/văn bản.txt văn bản.txt text/1 ok Nội dung văn bản"}},
	}
	for _, tt := range tests {
		for how, o := range map[string]Options{"in process": {}, "in a child": {Sandbox: pool}} {
			if diff := cmp.Diff(tt.want, read(File{URI: tt.name, Name: tt.name, Content: tt.content}, o)); diff != "" {
				t.Errorf("%s %s (-want +got):\n%s", tt.name, how, diff)
			}
		}
	}
}

func TestReadFillsTheSource(t *testing.T) {
	content := mail("Content-Type: text/plain; charset=utf-8\r\n\r\nNội dung văn bản")
	fetched := time.Date(2024, 3, 5, 8, 0, 0, 0, time.UTC)
	for d := range Read(context.Background(), File{URI: "https://x.vn/a", Name: "a", Content: content, FetchedAt: fetched}, Options{}) {
		want := corpus.Source{URI: "https://x.vn/a", Name: "a", MediaType: "message/rfc822", SHA256: corpus.Hash(content), Size: int64(len(content)),
			Status: corpus.StatusOK, Title: "Công văn", Author: "a@b.vn", Published: corpus.Date{Year: 2022, Month: 9, Day: 12}, FetchedAt: fetched, Parser: "eml/1"}
		if diff := cmp.Diff(want, d.Source); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestReadStopsWhenTold(t *testing.T) {
	content := zipped(member{"a.txt", "một"}, member{"b.txt", "hai"}, member{"c.txt", "ba"})
	n := 0
	for range Read(context.Background(), File{Content: content}, Options{}) {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d documents", n)
	}
}

func TestLimitsAreOutcomes(t *testing.T) {
	tests := []struct {
		name    string
		limits  parse.Limits
		content []byte
		reason  string
	}{
		{"input", parse.Limits{Input: 10}, []byte("Nội dung văn bản"), "limit of 10 bytes for a file"},
		{"text", parse.Limits{Text: 20}, docx(paragraphs(9)), "limit of 20 bytes"},
		{"members", parse.Limits{Members: 2}, zipped(member{"a", ""}, member{"b", ""}, member{"c", ""}), "more than 2 members"},
		{"total", parse.Limits{Total: 1000}, zipped(member{"a", repeat("Nội dung ", 200)}), "limit of 1000 bytes"},
		{"depth", parse.Limits{Depth: 1}, zipped(member{"a.zip", string(zipped(member{"b.txt", "x"}))}), "deeper than the limit"},
		{"nesting", parse.Limits{Nesting: 4}, docx(paragraphs(1)), "deeper than the limit"},
	}
	for _, tt := range tests {
		said := false
		for d := range Read(context.Background(), File{URI: "x", Content: tt.content}, Options{Limits: tt.limits}) {
			said = said || d.Source.Status == corpus.StatusTooLarge && strings.Contains(d.Source.Reason, tt.reason)
		}
		if !said {
			t.Errorf("%s: no document is too large for the reason %q: %q", tt.name, tt.reason, read(File{URI: "x", Content: tt.content}, Options{Limits: tt.limits}))
		}
	}
}

func TestDoubtsFollowTheirWords(t *testing.T) {
	raw := "CỘNG HÒA\u00a0XÃ HỘI\nngày 1S tháng 3\n"
	from := strings.Index(raw, "1S")
	mended := normalize.Mend(raw, normalize.Options{})
	got := doubts(mended.Map, [][2]int{{from, from + 2}})
	if len(got) != 1 || mended.Text[got[0][0]:got[0][1]] != "1S" {
		t.Errorf("doubts %v in %q", got, mended.Text)
	}
}

// BenchmarkRead measures a whole document through a child: unpacking, parsing, mending.
func BenchmarkRead(b *testing.B) {
	pool := sandbox.New(sandbox.Options{})
	defer pool.Close()
	content := docx(paragraphs(200))
	for b.Loop() {
		for d := range Read(context.Background(), File{Content: content}, Options{Sandbox: pool}) {
			if d.Source.Status != corpus.StatusOK {
				b.Fatal(d.Source.Reason)
			}
		}
	}
}
