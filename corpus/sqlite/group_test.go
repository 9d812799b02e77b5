package sqlite

import (
	"slices"
	"testing"

	"congvan/corpus"
)

const (
	oneText   = "Yêu cầu các đơn vị rà soát danh sách đơn vị nợ đóng bảo hiểm xã hội và báo cáo kết quả trước ngày 15 tháng 3 năm 2024 về Ban Thu để tổng hợp"
	otherText = "Đề nghị Trung tâm Truyền thông xây dựng kế hoạch tuyên truyền về chuyển đổi số trên các phương tiện thông tin đại chúng trong quý III"
)

// source makes a copy of a document: what it says of itself, and its text.
func source(uri, number, issuer, issued, text string, kind corpus.Kind) Kept {
	k := kept(uri, number, issued)
	k.Source.SHA256 = corpus.Hash([]byte(uri + text))
	k.Source.Kind = kind
	k.Record.ID, k.Record.Source, k.Record.Text = corpus.IDOf(k.Source.SHA256), k.Source, text
	k.Record.Issuer.Value = issuer
	return k
}

func TestGroupsInEveryOrder(t *testing.T) {
	pdf := source("/a.pdf", "12/BHXH-TT", "Bảo hiểm xã hội Việt Nam", "2024-01-05", oneText, corpus.KindOriginal)
	docx := source("/b.docx", "12/BHXH-TT", "BHXH VIỆT NAM", "2024-01-05", oneText+" ./.", corpus.KindOriginal)
	article := source("/c.html", "12/BHXH-TT", "", "", otherText, corpus.KindArticle)
	foreign := source("/d.txt", "12/BHXH-TT", "BHXH tỉnh Sơn La", "2023-02-01", otherText, corpus.KindOriginal)
	article.Record.Source.Published = corpus.Date{Year: 2024}
	digests := map[string]bool{}
	for _, order := range permutations([]Kept{pdf, docx, article, foreign}) {
		s, _ := newStore(t)
		for _, k := range order {
			if _, err := s.Keep(t.Context(), []Kept{copyOf(k)}, moment); err != nil {
				t.Fatal(err)
			}
		}
		directives, err := s.Directives(t.Context(), []string{pdf.Record.ID, docx.Record.ID, article.Record.ID, foreign.Record.ID})
		if err != nil {
			t.Fatal(err)
		}
		if directives[pdf.Record.ID] != directives[docx.Record.ID] || directives[article.Record.ID] != directives[pdf.Record.ID] || directives[foreign.Record.ID] == directives[pdf.Record.ID] {
			t.Fatalf("directives %v: want PDF, DOCX and article together", directives)
		}
		digest, err := s.Digest(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		digests[digest] = true
		copies, err := s.Copies(t.Context(), pdf.Record.ID)
		if err != nil || len(copies) != 2 || copies[0].ID != docx.Record.ID || copies[0].Layer != SameText || copies[1].Layer != SameDirective {
			t.Fatalf("Copies = %+v, %v, want the DOCX by its text and the article by its directive", copies, err)
		}
	}
	if len(digests) != 1 {
		t.Errorf("%d digests of one set of documents, want one whatever the order", len(digests))
	}
}

func TestTheSameBytesInTwoPlaces(t *testing.T) {
	digests := map[string]bool{}
	for _, order := range [][]string{{"/b/x.txt", "/a/y.txt"}, {"/a/y.txt", "/b/x.txt"}} {
		s, _ := newStore(t)
		var id string
		for _, uri := range order {
			k := source("/", "12/BHXH-TT", "Bộ Y tế", "2024", oneText, corpus.KindOriginal)
			k.Source.URI, k.Source.Name = uri, uri[3:]
			k.Record.Source = k.Source
			id = k.Record.ID
			if _, err := s.Keep(t.Context(), []Kept{k}, moment); err != nil {
				t.Fatal(err)
			}
		}
		r, err := s.Record(t.Context(), id)
		if err != nil || r.Source.URI != "/a/y.txt" || r.Source.Name != "y.txt" {
			t.Errorf("%v: the record is named %s, %v, want the first of its places", order, r.Source.URI, err)
		}
		copies, err := s.Copies(t.Context(), id)
		if err != nil || len(copies) != 1 || copies[0].Layer != SameBytes || copies[0].URI != "/b/x.txt" {
			t.Errorf("%v: Copies = %+v, %v, want the other place", order, copies, err)
		}
		digest, _ := s.Digest(t.Context())
		digests[digest] = true
	}
	if len(digests) != 1 {
		t.Error("the order of the places changes the digest")
	}
}

func TestANumberThatComesAgain(t *testing.T) {
	first := source("/a", "12/BHXH-TT", "Bộ Y tế", "2024", oneText, corpus.KindOriginal)
	for _, test := range []struct {
		name   string
		second Kept
		want   bool
	}{
		{"with other content", source("/b", "12/BHXH-TT", "Bộ Y tế", "2024", otherText, corpus.KindOriginal), true},
		{"as a copy", source("/b", "12/BHXH-TT", "Bộ Y tế", "2024", oneText+".", corpus.KindOriginal), false},
		{"in an article", source("/b", "12/BHXH-TT", "Bộ Y tế", "2024", otherText, corpus.KindArticle), false},
		{"in another year", source("/b", "12/BHXH-TT", "Bộ Y tế", "2025", otherText, corpus.KindOriginal), false},
		{"of another agency", source("/b", "12/BHXH-TT", "Bộ Nội vụ", "2024", otherText, corpus.KindOriginal), false},
	} {
		s, _ := newStore(t)
		if notices, err := s.Keep(t.Context(), []Kept{copyOf(first)}, moment); err != nil || len(notices) > 0 {
			t.Fatalf("the first: %v, %v", notices, err)
		}
		notices, err := s.Keep(t.Context(), []Kept{test.second}, moment)
		if err != nil || len(notices) > 0 != test.want {
			t.Errorf("%s: notices %+v, %v, want some: %v", test.name, notices, err, test.want)
		}
		if test.want && (notices[0].Record != test.second.Record.ID || notices[0].Other != first.Record.ID) {
			t.Errorf("%s: %+v names other records", test.name, notices[0])
		}
	}
}

func TestMarksFollowTheirDuty(t *testing.T) {
	s, _ := newStore(t)
	k := source("/a", "12/BHXH-TT", "", "", oneText, corpus.KindOriginal)
	k.Record.Obligations = []corpus.Obligation{duty("1", "Rà soát danh sách đơn vị nợ đóng"), duty("2", "Gửi báo cáo về Ban Thu")}
	if _, err := s.Keep(t.Context(), []Kept{copyOf(k)}, moment); err != nil {
		t.Fatal(err)
	}
	done := Mark{State: "done", Reply: "5/SYT-VP"}
	if err := s.SetMark(t.Context(), k.Record.ID, "1", done, "an", moment); err != nil {
		t.Fatal(err)
	}
	// Better rules find issuer and date, and delimit the first duty otherwise.
	k.Record.Issuer.Value, k.Record.Issued.Value = "Bộ Y tế", corpus.Date{Year: 2024}
	k.Record.Obligations = []corpus.Obligation{duty("2", "Gửi báo cáo về Ban Thu"), duty("3", "Yêu cầu rà soát danh sách đơn vị nợ đóng")}
	if _, err := s.Keep(t.Context(), []Kept{copyOf(k)}, moment); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]Mark{"3": done, "2": {}} {
		if got, err := s.Mark(t.Context(), k.Record, id); err != nil || got != want {
			t.Errorf("the mark of duty %s is %+v, %v, want %+v", id, got, err, want)
		}
	}
}

func duty(id, action string) corpus.Obligation {
	return corpus.Obligation{ID: id, Action: corpus.Found[string]{Value: action}}
}

// copyOf is k with a record of its own: Keep may name another place in it.
func copyOf(k Kept) Kept {
	r := *k.Record
	k.Record = &r
	return k
}

func permutations(of []Kept) (all [][]Kept) {
	if len(of) == 0 {
		return [][]Kept{nil}
	}
	for i := range of {
		for _, rest := range permutations(slices.Delete(slices.Clone(of), i, i+1)) {
			all = append(all, append([]Kept{of[i]}, rest...))
		}
	}
	return all
}

func TestSharedWords(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want float64
	}{{"a b c", "c b a", 1}, {"a b", "x y", 0}, {"", "a", 0}, {"rà soát", "Ra soat lại", 1}, {"a a", "a b", 0.5}} {
		if got := sharedWords(test.a, test.b); got != test.want {
			t.Errorf("sharedWords(%q, %q) = %v, want %v", test.a, test.b, got, test.want)
		}
	}
}
