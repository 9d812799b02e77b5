package index_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"congvan/corpus"
	"congvan/index"
)

// seeds are what a reader finds in the heads of the shipped dispatches.
var seeds = []struct {
	prefix, number, kind, issuer, subject, signer string
	issued                                        corpus.Date
	article                                       bool
	cites                                         []string
}{
	{"000", "2482/BHXH-TT", "Công văn", "Bảo hiểm xã hội Việt Nam", "hướng dẫn đẩy mạnh truyền thông kết quả triển khai thực hiện Nghị quyết số 96/NQ-BCS", "Đào Việt Ánh",
		corpus.Date{Year: 2022, Month: 9, Day: 12}, false, []string{"298-KH/BCSĐ", "96/NQ-BCS"}},
	{"001", "04/CTPH-BHXHVN-THVN", "Chương trình phối hợp", "", "", "", corpus.Date{}, true, []string{"28-NQ/TW", "20-NQ/TW"}},
	{"002", "1191/BHXH-TT", "Công văn", "Bảo hiểm xã hội Việt Nam", "hướng dẫn công tác truyền thông năm 2020", "",
		corpus.Date{Year: 2020, Month: 4, Day: 20}, false, []string{"28-NQ/TW", "05/2019/NQ-HĐTP"}},
	{"003", "1420/KH-BHXH", "Kế hoạch", "Bảo hiểm xã hội Việt Nam", "TUYÊN TRUYỀN BẢO HIỂM XÃ HỘI NĂM 2021", "",
		corpus.Date{Year: 2021, Month: 5, Day: 25}, false, []string{"4217/KH-BHXH", "294/QĐ-LĐTBXH"}},
	{"004", "3338/BHXH-TT", "Công văn", "Bảo hiểm xã hội Việt Nam", "", "", corpus.Date{}, true, []string{"7/CT-TTg", "27-CT/TW"}},
}

func seedIndex(t testing.TB) *index.Index {
	t.Helper()
	x, err := index.Open(t.TempDir(), index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	var changes []index.Change
	for _, s := range seeds {
		paths, err := filepath.Glob("../testdata/dispatches/" + s.prefix + "_*/document.txt")
		if err != nil || len(paths) != 1 {
			t.Fatalf("document %s: %v, %v", s.prefix, paths, err)
		}
		text, err := os.ReadFile(paths[0])
		if err != nil {
			t.Fatal(err)
		}
		n, err := corpus.ParseDocumentNumber(s.number)
		if err != nil {
			t.Fatal(err)
		}
		r := &corpus.Record{ID: s.prefix, Text: string(text), Source: corpus.Source{Name: filepath.Base(filepath.Dir(paths[0])) + ".txt", Kind: corpus.KindOriginal, Status: corpus.StatusOK}}
		r.Number = corpus.NumberFact{Value: n.String(), Serial: n.Serial, Symbol: n.Symbol, Year: s.issued.Year}
		r.Type.Value, r.Issuer.Value, r.Subject.Value, r.Signatory.Name, r.Issued.Value = s.kind, s.issuer, s.subject, s.signer, s.issued
		if s.article {
			r.Source.Kind = corpus.KindArticle
		}
		for _, cited := range s.cites {
			r.References = append(r.References, corpus.Reference{Value: cited, Relation: corpus.RelationCites})
		}
		r.Obligations = goldenObligations(t, filepath.Join(filepath.Dir(paths[0]), "record.json"))
		changes = append(changes, index.Change{ID: r.ID, Record: r, Group: r.Directive()})
	}
	if err := x.Apply(context.Background(), changes); err != nil {
		t.Fatal(err)
	}
	return x
}

// goldenObligations are those of a shipped dispatch's golden record.
func goldenObligations(t testing.TB, path string) []corpus.Obligation {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var golden struct {
		Obligations []corpus.Obligation `json:"obligations"`
	}
	if err := json.Unmarshal(b, &golden); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return golden.Obligations
}
