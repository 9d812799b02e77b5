package rtf

import (
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/ingest/parse/form"
)

func TestText(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"paragraphs and lines", `một\par hai\line ba\par`, "một\nhai\nba\n"},
		{"unicode with its substitute", `N\u7897?i \uc2 d\u7897??ng\par`, "Nội dộng\n"},
		{"half a pair, then the other", `\u-10179?\u-8704?x\par`, "😀x\n"},
		{"windows-1258, marks apart", `{\fonttbl{\f1\fcharset163 Arial;}}\f1 C\'f4\'f2ng ho\'cca`, "Cộng hòa\n"},
		{"an old font", `{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset0 .VnTime;}{\f2 .VnTimeH;}}\f1 C\'e9ng h\'dfa \f2 x\'b7 h\'e9i\par`, "Cộng hòa XÃ HỘI\n"},
		{"an old font in Unicode", `{\fonttbl{\f1 VNI-Times;}}\f1 Co\u228\'e4ng ho\u248\'f8a`, "Cộng hòa\n"},
		{"a grid", `\trowd\clbrdrl\brdrs\cellx1000\cellx2000\intbl STT\cell Vi\u7879?c\cell\row\trowd\cellx1000\cellx2000\intbl 1\cell R\u224?\par so\u225?t\cell\row\pard sau\par`, "STT\tViệc\n1\tRà soát\nsau\n"},
		{"a table in a table", `\trowd\cellx9000\pard\intbl ngo\u224?i\par\pard\itap2\intbl trong\nestcell hai\nestcell{\*\nesttableprops\trowd\cellx100\cellx200\nestrow}\pard\intbl cu\u7889?i\cell\row\pard xong\par`, "ngoài\ntrong\thai\ncuối\nxong\n"},
		{"labels of lists", `{\listtext\pard\plain I.\tab}NHI\u7878?M V\u7908?\par{\pntext a)\tab}Ch\u7911? tr\u236?\par`, "I. NHIỆM VỤ\na) Chủ trì\n"},
		{"hidden, deleted, capitals", `th\u7845?y{\v \u7849?n}{\deleted b\u7887?}{\caps  b\u7897?}\par`, "thấy BỘ\n"},
		{"fields and pictures", `{\field{\*\fldinst HYPERLINK "x"}{\fldrslt k\u7871?t qu\u7843?}}{\pict\bin3 }}}} {\*\shppict{\pict 00ff}}{\object{\*\objdata 0102}{\result h\u236?nh}}\par`, "kết quả hình\n"},
		{"a text box", `neo{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard KH\u7848?N\par}}{\shprslt KH}}\par`, "neo\nKHẨN\n"},
		{"a note", `m\u7897?t{\footnote\pard {\super 1} ch\u250? th\u237?ch\par} hai\par`, "một[1] hai\n[1] 1 chú thích\n"},
		{"what a reader may pass over", `{\*\unknownword x{y}}th\u7845?y\par{\*\bkmkstart _Toc}`, "thấy\n"},
	}
	for _, tt := range tests {
		raw := Read([]byte(`{\rtf1\ansi\ansicpg1252\uc1 `+tt.body+`}`), form.Limits{}.Filled())
		want := tt.want
		if raw.Status != corpus.StatusOK || raw.Text != want && strings.TrimSpace(raw.Text) != strings.TrimSpace(want) {
			t.Errorf("%s: %s %q, want %q", tt.name, raw.Status, raw.Text, want)
		}
	}
}

func TestTitle(t *testing.T) {
	raw := Read([]byte(`{\rtf1{\info{\upr{\title C\'f4ng v?n}{\*\ud{\title C\'f4ng v\u259?n}}}{\author A}}x}`), form.Limits{}.Filled())
	if raw.Title != "Công văn" || raw.Author != "A" || raw.Text != "x\n" {
		t.Errorf("title %q, author %q, text %q", raw.Title, raw.Author, raw.Text)
	}
}
