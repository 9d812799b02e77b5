package citation

import (
	"testing"
	"unicode/utf8"

	"congvan/corpus"
)

func FuzzFind(f *testing.F) {
	f.Add("VĂN BẢN 366/GĐ-GĐ1, 19/9/2005 CỦA CGĐ – BXD NỘI DUNG TT 11 VÀ 12/TT-BXD.") // a type word inside a list
	for _, seed := range []string{
		"Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2005;", "Công văn số 384/BHXH-KHĐT ngày 11/02/2020; số 545/BHXH-KHĐT",
		"Luật sửa đổi, bổ sung một số điều của Luật X", "số    /BHXH-TT ngày    tháng   năm 2020", "điểm a khoản 2 Điều 5 của Nghị định số 1/2020/NĐ-CP (Điều 5)",
		"Quyết định 294/QĐ-LĐTBXH năm 2021 phê duyệt do Bộ ban hành", "Nghị\xffquyết số 96", "4217/KH-\nBHXH của Bộ", "Luật", "số", "Hiến pháp nước", "CHUNG TT 11 VÀ 12/TT-BXD",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		found := Find(text)
		for _, c := range found {
			if c.Start < last || c.End <= c.Start || c.End > len(text) || c.tail < c.End || c.tail > len(text) || c.from > c.Start {
				t.Fatalf("citation %+v lies outside or over the one before", c)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[c.Start:c.End]) {
				t.Fatalf("citation %q cuts a letter", text[c.Start:c.End])
			}
			last = c.End
		}
		if utf8.ValidString(text) {
			for _, r := range Merge(text, corpus.NewRuler(text), found, nil, corpus.DocumentNumber{}) {
				if r.Value == "" || r.Relation == "" || len(r.Mentions) == 0 {
					t.Fatalf("reference %+v lacks a part", r)
				}
			}
		}
	})
}
