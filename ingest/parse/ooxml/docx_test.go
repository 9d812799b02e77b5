package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/pack"

	"github.com/google/go-cmp/cmp"
)

// container makes a zip of the parts, given as name and content in turn.
func container(parts ...string) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		f, _ := w.Create(parts[i])
		_, _ = f.Write([]byte(parts[i+1]))
	}
	_ = w.Close()
	return out.Bytes()
}

func read(t testing.TB, body string, parts ...string) form.Raw {
	t.Helper()
	limits := form.Limits{}.Filled()
	z, err := pack.Open(container(append([]string{"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"}, parts...)...), limits)
	if err != nil {
		t.Fatal(err)
	}
	return Document(z, limits)
}

func TestDocument(t *testing.T) {
	const rels = "word/_rels/document.xml.rels"
	tests := []struct {
		name, body string
		parts      []string
		want       string
	}{
		{"runs, tabs and breaks", `<w:p><w:r><w:t>một</w:t></w:r><w:r><w:t xml:space="preserve"> hai</w:t><w:br/><w:t>ba</w:t><w:noBreakHyphen/><w:t>bốn &amp; năm</w:t></w:r></w:p>`, nil, "một hai\nba-bốn & năm\n"},
		{"deletions, insertions, moves", `<w:p><w:r><w:t>giữ</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t> thêm</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom></w:p>`, nil, "giữ thêm\n"},
		{"a deleted paragraph mark joins", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p><w:p><w:r><w:t>hai</w:t></w:r></w:p>`, nil, "một hai\n"},
		{"old properties of a tracked change do not count", `<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>thấy</w:t></w:r></w:p>`, nil, "thấy\n"},
		{"hidden text and capitals", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/><w:caps/></w:rPr><w:t>bộ y tế</w:t></w:r></w:p>`, nil, "BỘ Y TẾ\n"},
		{"fields show their result", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink><w:r><w:t>kết quả</w:t></w:r></w:hyperlink></w:p>`, nil, "kết quả\n"},
		{"a text box after its paragraph, once", `<w:p><w:r><w:t>neo</w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>KHẨN</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>KHẨN</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> đây</w:t></w:r></w:p>`, nil, "neo đây\nKHẨN\n"},
		{"a column of running numbers", `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>` + strings.Repeat(`<w:tr><w:tc><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>việc</w:t></w:r></w:p></w:tc></w:tr>`, 2) + `</w:tbl>`,
			[]string{"word/numbering.xml", `<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`}, "1\tviệc\t\n2\tviệc\t\n"},
		{"a list by way of a style", `<w:p><w:pPr><w:pStyle w:val="Dieu"/></w:pPr><w:r><w:t>Phạm vi</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Dieu"/></w:pPr><w:r><w:t>Đối tượng</w:t></w:r></w:p>`,
			[]string{"word/styles.xml", `<w:styles><w:style w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`, "word/numbering.xml", `<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Dieu"/><w:lvlText w:val="Điều %1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`}, "Điều 1. Phạm vi\nĐiều 2. Đối tượng\n"},
		{"a font of a style", `<w:p><w:r><w:t>Céng hßa</w:t></w:r></w:p>`, []string{"word/styles.xml", `<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`}, "Cộng hòa\n"},
		{"notes at the end", `<w:p><w:r><w:t>một</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:t>hai</w:t></w:r></w:p>`, []string{"word/footnotes.xml", `<w:footnotes><w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>chú thích</w:t></w:r></w:p></w:footnote></w:footnotes>`}, "một[1]\nhai\n[1] chú thích\n"},
		{"a note referred to twice, and by itself", `<w:p><w:r><w:t>một</w:t><w:footnoteReference w:id="2"/><w:t> hai</w:t><w:endnoteReference w:id="2"/><w:t> ba</w:t><w:footnoteReference w:id="2"/></w:r></w:p>`, []string{"word/footnotes.xml", `<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>chú</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>`, "word/endnotes.xml", `<w:endnotes><w:endnote w:id="2"><w:p><w:r><w:t>cuối</w:t></w:r></w:p></w:endnote></w:endnotes>`}, "một[1] hai[2] ba[1]\n[1] chú[1]\n[2] cuối\n"},
		{"a letterhead in the header of the page", `<w:p><w:r><w:t>Nội dung</w:t></w:r></w:p>`, []string{rels, `<Relationships><Relationship Id="r1" Type="x/header" Target="header1.xml"/></Relationships>`, "word/header1.xml", `<w:hdr><w:p><w:r><w:t>SỞ Y TẾ</w:t></w:r></w:p><w:p><w:r><w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r></w:p></w:hdr>`}, "SỞ Y TẾ\nĐộc lập - Tự do - Hạnh phúc\nNội dung\n"},
		{"other prefixes than w", `<ns0:p><ns0:r><ns0:t>một</ns0:t></ns0:r></ns0:p>`, nil, "một\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			raw := read(t, tt.body, tt.parts...)
			if diff := cmp.Diff(tt.want, raw.Text); diff != "" {
				t.Errorf("%s (%s) (-want +got):\n%s", raw.Status, raw.Reason, diff)
			}
		})
	}
}

// BenchmarkDocument counts bytes of the file, which is packed about ten times, as Word's own are.
func BenchmarkDocument(b *testing.B) {
	var body strings.Builder
	r := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("các cơ quan đơn vị chịu trách nhiệm thi hành quyết định này theo quy trước ngày tháng năm báo cáo kết quả về Bộ Tài chính tổng hợp trình Thủ tướng Chính phủ xem xét chỉ đạo kịp thời những khó khăn vướng mắc phát sinh trong quá triển khai thực hiện nhiệm vụ được giao bảo đảm chất lượng hiệu tiến độ")
	sentence := func() string {
		words := make([]string, 40)
		for i := range words {
			words[i] = syllables[r.IntN(len(syllables))]
		}
		return strings.Join(words, " ")
	}
	for i := range 2000 {
		fmt.Fprintf(&body, `<w:p w:rsidR="00%06X" w:rsidRDefault="00%06X"><w:pPr><w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/><w:rPr><w:sz w:val="28"/></w:rPr></w:pPr><w:r w:rsidRPr="00A1B2C3"><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Điều %d. </w:t></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>%s.</w:t></w:r></w:p>`, r.Uint32()>>8, r.Uint32()>>8, i, sentence())
	}
	limits := form.Limits{}.Filled()
	content := container("word/document.xml", "<w:document><w:body>"+body.String()+"</w:body></w:document>")
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		z, err := pack.Open(content, limits)
		if err != nil {
			b.Fatal(err)
		}
		if raw := Document(z, limits); raw.Status != corpus.StatusOK {
			b.Fatal(raw.Reason)
		}
	}
}
