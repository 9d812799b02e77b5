package duty

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/extract/gazetteer"
	"congvan/extract/layout"
)

var update = flag.Bool("update", false, "write the golden files")

// about is what the header of a test document says, which other packages read.
var about = map[string]Input{
	"cd-ttg":           {Type: "CĐ", Issuer: "Thủ tướng Chính phủ"},
	"ct-1985":          {Type: "CT", Issuer: "Hội đồng Bộ trưởng"},
	"ct-byt":           {Type: "CT", Issuer: "Bộ Y tế"},
	"cv-bhxh-khu-vuc":  {Type: "CV", Issuer: "Bảo hiểm xã hội Việt Nam", Addressees: []corpus.Found[string]{{Value: "Bảo hiểm xã hội các khu vực"}}},
	"nq-1990":          {Type: "NQ", Issuer: "Hội đồng Bộ trưởng"},
	"cv-huong-dan":     {Type: "CV", Issuer: "Bảo hiểm xã hội Việt Nam"},
	"qd-giao-nhiem-vu": {Type: "QĐ", Issuer: "Bộ trưởng Bộ Giáo dục và Đào tạo"},
	"tb-phien-hop":     {Type: "TB", Issuer: "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Đông Hà"},
	"qd-1988":          {Type: "QĐ", Issuer: "Hội đồng Bộ trưởng"},
	"ct-ubnd":          {Type: "CT", Issuer: "Ủy ban nhân dân thành phố Sông Lam"},
	"ct-1978":          {Type: "CT", Issuer: "Phủ Thủ tướng"},
	"ct-1983":          {Type: "CT", Issuer: "Chủ tịch Hội đồng Bộ trưởng"},
	"cv-byt":           {Type: "CV", Issuer: "Bộ Y tế", Addressees: []corpus.Found[string]{{Value: "Sở Y tế các tỉnh, thành phố trực thuộc Trung ương"}, {Value: "Các bệnh viện trực thuộc Bộ Y tế"}}},
	"cv-cong-doan":     {Type: "CV", Issuer: "Liên đoàn Lao động tỉnh Lâm Sơn", Addressees: []corpus.Found[string]{{Value: "Công đoàn cấp trên trực tiếp cơ sở"}}},
	"cv-sygd":          {Type: "CV", Issuer: "Sở Giáo dục và Đào tạo tỉnh Lâm Sơn"},
	"cv-vpcp":          {Type: "CV", Issuer: "Văn phòng Chính phủ"},
	"nq-qh":            {Type: "NQ", Issuer: "Quốc hội"},
	"qd-phe-duyet":     {Type: "QĐ", Issuer: "Thủ tướng Chính phủ"},
	"tb-ubnd":          {Type: "TB", Issuer: "Ủy ban nhân dân tỉnh Lâm Sơn"},
	"cv-bhxh-list":     {Type: "CV", Issuer: "Bảo hiểm xã hội Việt Nam", Addressees: []corpus.Found[string]{{Value: "Bảo hiểm xã hội các tỉnh, thành phố trực thuộc Trung ương"}, {Value: "Trung tâm Công nghệ thông tin"}, {Value: "Bưu điện Việt Nam"}}},
	"cv-ocr":           {Type: "CV", Issuer: "Sở Y tế tỉnh An Bình"},
	"cv-prose":         {Type: "CV", Issuer: "Ủy ban nhân dân tỉnh Lâm Sơn"},
	"cv-tra-loi":       {Type: "CV", Issuer: "Cục Thuế tỉnh Lâm Sơn"},
	"hd-so":            {Type: "HD", Issuer: "Sở Nội vụ tỉnh Lâm Sơn"},
	"kh-phan-cong":     {Type: "KH", Issuer: "Ủy ban nhân dân huyện Đông Hà"},
	"nq-chinh-phu":     {Type: "NQ", Issuer: "Chính phủ"},
	"nq-hdnd":          {Type: "NQ", Issuer: "Hội đồng nhân dân tỉnh Lâm Sơn"},
	"qd-kien-toan":     {Type: "QĐ", Issuer: "Chủ tịch Ủy ban nhân dân tỉnh Lâm Sơn"},
	"qd-qppl":          {Type: "QĐ", Issuer: "Ủy ban nhân dân tỉnh Lâm Sơn"},
	"tb-ket-luan":      {Type: "TB", Issuer: "Văn phòng Chính phủ"},
	"tin-bao":          {Kind: corpus.KindArticle, Type: "CV", Issuer: "Bộ Y tế"},
}

// read finds the obligations of a text.
func read(in Input, text string) []corpus.Obligation {
	in.Layout, in.Units, in.Ruler = layout.Read(text), gazetteer.Default(), corpus.NewRuler(text)
	return Find(in)
}

// show writes obligations for a golden file.
func show(list []corpus.Obligation) string {
	var b strings.Builder
	for _, o := range list {
		fmt.Fprintf(&b, "[%s] %s, %s\n", o.Section, o.Modality, o.Rule)
		for _, a := range o.Actors {
			fmt.Fprintf(&b, "  %s: %s\n", a.Role, a.Value)
		}
		if o.Condition != "" {
			fmt.Fprintf(&b, "  if: %s\n", o.Condition)
		}
		fmt.Fprintf(&b, "  > %s\n", o.Action.Value)
	}
	return b.String()
}

func TestDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 15 {
		t.Fatalf("test documents: %d found, %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := show(read(about[name], string(text)))
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s reads\n%s\nwant\n%s", name, got, want)
			}
		})
	}
}
