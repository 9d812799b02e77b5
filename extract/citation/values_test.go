package citation

import (
	"testing"

	"congvan/corpus"
)

// TestValues checks what is said of the last citation of a text.
func TestValues(t *testing.T) {
	type values struct{ typ, number, name, issued, issuer, title, alias, provision string }
	of := func(c Citation) values {
		return values{c.Type, c.Number.String(), c.Name, c.Issued.String(), c.Issuer, c.Title, c.Alias, c.Provision}
	}
	for text, want := range map[string]values{
		"Công văn số 1007/BHXH-TT ngày 27/3/2020 của BHXH Việt Nam về việc truyền thông, phòng chống dịch.": {
			"Công văn", "1007/BHXH-TT", "", "2020-03-27", "BHXH Việt Nam", "truyền thông, phòng chống dịch", "", ""},
		"Quyết định số 294/QĐ-LĐTBXH ngày 3/3/2021 của Bộ Lao động - Thương binh và Xã hội về việc phê duyệt Kế hoạch (BHXH)": {
			"Quyết định", "294/QĐ-LĐTBXH", "", "2021-03-03", "Bộ Lao động - Thương binh và Xã hội", "phê duyệt Kế hoạch", "", ""},
		"Nghị định số 12/2006/NĐ-CP ngày 23 tháng 01 năm 2006 của Chính phủ quy định chi tiết về mua bán.": {
			"Nghị định", "12/2006/NĐ-CP", "", "2006-01-23", "Chính phủ", "quy định chi tiết về mua bán", "", ""},
		"Nghị quyết 28-NQ/TW năm 2018 về cải cách chính sách, chế độ do Ban Chấp hành Trung ương ban hành": {
			"Nghị quyết", "28-NQ/TW", "", "2018", "Ban Chấp hành Trung ương", "cải cách chính sách, chế độ", "", ""},
		"Nghị quyết số 96/NQ-BCS ngày 24/8/2017 của Ban Cán sự Đảng (sau đây gọi chung là Nghị quyết số 96)": {
			"Nghị quyết", "", "", "", "", "", "", ""},
		"Ngày 29/12/2020, BHXH Việt Nam đã ban hành Kế hoạch số 4217/KH-BHXH": {"Kế hoạch", "4217/KH-BHXH", "", "2020-12-29", "", "", "", ""},
		"Ngày 24 tháng 6 năm 1977 Hội đồng đã ra Quyết định số 169-CP":        {"Quyết định", "169-CP", "", "1977-06-24", "", "", "", ""},
		"Theo điểm a khoản 2 Điều 5 của Nghị định số 1/2020/NĐ-CP":            {"Nghị định", "1/2020/NĐ-CP", "", "", "", "", "", "điểm a khoản 2 Điều 5"},
		"quy định tại các điểm a, b và đ khoản 1 Điều 4 Luật Dược":            {"Luật", "", "Luật Dược", "", "", "", "", "điểm a, b và đ khoản 1 Điều 4"},
		"theo khoản 1, 2 Điều 4, Điều 6 Thông tư số 5/2020/TT-BTC":            {"Thông tư", "5/2020/TT-BTC", "", "", "", "", "", "khoản 1, 2 Điều 4, Điều 6"},
		"hướng dẫn tại Mục III Kế hoạch số 4217/KH-BHXH":                      {"Kế hoạch", "4217/KH-BHXH", "", "", "", "", "", "Mục III"},
		"thay thế mục 2, Công văn số 1061/BHXH-PC":                            {"Công văn", "1061/BHXH-PC", "", "", "", "", "", "mục 2"},
		"Bộ luật Hình sự (Điều 214, 215 và 216)":                              {"Bộ luật", "", "Bộ luật Hình sự", "", "", "", "", "Điều 214, 215 và 216"},
		"theo Điều 25 Chương III Nghị định số 1/2020/NĐ-CP":                   {"Nghị định", "1/2020/NĐ-CP", "", "", "", "", "", "Điều 25 Chương III"},
		"năm 2024, Luật BHXH":              {"Luật", "", "Luật Bảo hiểm xã hội", "", "", "", "", ""},
		"Luật Phòng chống tham nhũng 2018": {"Luật", "", "Luật Phòng, chống tham nhũng", "2018", "", "", "", ""},
		"Công văn khẩn số 6218/BYT-BH ngày 30.9.2023 về việc khẩn\ntrương triển khai; các đơn vị": {
			"Công văn", "6218/BYT-BH", "", "2023-09-30", "", "khẩn trương triển khai", "", ""},
		"Quyết định số 5/QĐ-BYT ngày 31/02/2020":                 {"Quyết định", "5/QĐ-BYT", "", "2020", "", "", "", ""},
		"Công văn số 5/BYT-KCB ngày 7-1-2021 của Bộ Y tế gửi Sở": {"Công văn", "5/BYT-KCB", "", "2021-01-07", "Bộ Y tế", "", "", ""},
		"Quyết định số 890/QĐ-BVHTTDL ngày 5/5/2020 của Bộ Văn hóa, Thể thao và Du lịch ban hành Quy chế.": {
			"Quyết định", "890/QĐ-BVHTTDL", "", "2020-05-05", "Bộ Văn hóa, Thể thao và Du lịch", "ban hành Quy chế", "", ""},
		"Nghị định số 105/2014/NĐ-CP ngày 15/11/2014 của Chính phủ và Công văn": {"Nghị định", "105/2014/NĐ-CP", "", "2014-11-15", "Chính phủ", "", "", ""},
	} {
		found := Find(text)
		if len(found) == 0 {
			t.Errorf("%q: nothing found", text)
			continue
		}
		if got := of(found[len(found)-1]); got != want {
			t.Errorf("%q:\ngot  %+v\nwant %+v", text, got, want)
		}
	}
}

func TestAlias(t *testing.T) {
	for text, want := range map[string]string{
		"Nghị quyết số 96/NQ-BCS ngày 24/8/2017 của Ban Cán sự Đảng (sau đây gọi chung là Nghị quyết số 96)":           "Nghị quyết số 96",
		"Nghị định số 1/2020/NĐ-CP ngày 2/3/2020 của Chính phủ về thuế (sau đây gọi tắt là “Nghị định số 1”) quy định": "Nghị định số 1",
		"Kế hoạch số 298-KH/BCSĐ (Kế hoạch số 298) của":                                                                "Kế hoạch số 298",
		"Quyết định số 1/QĐ-BYT ngày 2/3/2020 (bản chính)":                                                             "",
		"Luật Đầu tư công, Luật Dược (sau đây gọi là doanh nghiệp)":                                                    "",
	} {
		if got := Find(text)[0].Alias; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestRelations checks what the document is to each of the documents that a text cites.
func TestRelations(t *testing.T) {
	const (
		basis, implements, replaces, amends = corpus.RelationBasis, corpus.RelationImplements, corpus.RelationReplaces, corpus.RelationAmends
		repeals, guides, attached, cites    = corpus.RelationRepeals, corpus.RelationGuides, corpus.RelationAttached, corpus.RelationCites
		listed                              = corpus.RelationListed
	)
	for text, want := range map[string][]corpus.Relation{
		"Căn cứ Luật Dược ngày 6/4/2016;\nCăn cứ Nghị định số 1/2020/NĐ-CP ngày 2/3/2020 của Chính phủ quy định chi tiết Luật Dược;": {basis, basis, cites},
		"Căn cứ Luật Dược và Luật Giá;":                                                        {basis, basis},
		"Căn cứ vào Hiến pháp năm 2013;":                                                       {basis},
		"Theo đề nghị của Bộ trưởng Bộ Y tế tại Tờ trình số 5/TTr-BYT;":                        {basis},
		"Thực hiện Chỉ thị số 5/CT-TTg ngày 1/2/2020 của Thủ tướng Chính phủ, Bộ yêu cầu":      {implements},
		"Thực hiện chỉ đạo của Bộ Y tế tại Công văn số 5/BYT-KCB, Sở Y tế đề nghị":             {implements},
		"Triển khai Kế hoạch số 5/KH-UBND và Công văn số 6/UBND-VX":                            {implements, implements},
		"Thực hiện Quyết định số 5/QĐ-BYT; yêu cầu của Bộ Y tế tại công văn số 6/BYT-BH":       {implements, implements},
		"Nghị định này thay thế Nghị định số 1/2020/NĐ-CP":                                     {replaces},
		"Thông tư này thay thế Thông tư số 1/2020/TT-BTC và Thông tư số 2/2020/TT-BTC":         {replaces, replaces},
		"Thay thế cho các Quyết định số 5/QĐ-BYT, số 6/QĐ-BYT":                                 {replaces, replaces},
		"Sửa đổi, bổ sung một số điều của Nghị định số 1/2020/NĐ-CP":                           {amends},
		"Sửa đổi khoản 3 Điều 5 của Nghị định số 1/2020/NĐ-CP":                                 {amends},
		"Bãi bỏ Thông tư số 1/2020/TT-BTC, Thông tư số 2/2020/TT-BTC":                          {repeals, repeals},
		"Nghị định này thay thế Nghị định số 1/2020/NĐ-CP và bãi bỏ Nghị định số 2/2020/NĐ-CP": {replaces, repeals},
		"Thông tư này hướng dẫn thi hành một số điều của Nghị định số 1/2020/NĐ-CP":            {guides},
		"Nghị định này quy định chi tiết một số điều của Luật Việc làm":                        {guides},
		"Quy chế ban hành kèm theo Quyết định số 5/QĐ-BYT":                                     {attached},
		"theo quy định tại Điều 5 Nghị định số 1/2020/NĐ-CP":                                   {cites},
		"thực hiện theo Nghị định số 1/2020/NĐ-CP":                                             {cites},
		"theo hướng dẫn tại Mục IV Kế hoạch số 4217/KH-BHXH":                                   {cites},
		"Nghị định số 1/2020/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 2/2019/NĐ-CP": {cites, cites},
		"Nghị định số 1/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 2/2021/NĐ-CP":        {cites, cites},
		"Thông tư số 1/2020/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực":           {repeals},
		"V/v truyền thông kết quả triển khai thực hiện Nghị quyết số 96/NQ-BCS":                {cites},
		"Trên đây là hướng dẫn truyền thông kết quả triển khai thực hiện Nghị quyết số 96":     {cites},
		"1\t5/BHXH-PC\tV/v thay thế Công văn số 4/BHXH-PC\tVụ Pháp chế":                        {cites, cites},
		"V/v thay thế Công văn số 4/BHXH-PC":                                                   {replaces},
		"V/v thực hiện Công văn số 2858/VPCP-NC":                                               {cites},
		"- 3 Quyết định 294/QĐ-LĐTBXH năm 2021 phê duyệt Kế hoạch do Bộ Y tế ban hành":         {listed},
		"Trả lời Công văn số 5/BYT-KCB, Bộ Tài chính có ý kiến":                                {cites},
	} {
		var got []corpus.Relation
		for _, c := range Find(text) {
			got = append(got, c.Relation)
		}
		if len(got) != len(want) {
			t.Errorf("%q: %v, want %v", text, got, want)
			continue
		}
		for k := range want {
			if got[k] != want[k] {
				t.Errorf("%q: %v, want %v", text, got, want)
				break
			}
		}
	}
	c := Find("Thông tư này được sửa đổi, bổ sung bởi Thông tư số 9/2022/TT-BTC")[0]
	if c.Relation != amends || !c.Passive {
		t.Errorf("passive: %s, %v", c.Relation, c.Passive)
	}
	c = Find("Quyết định này bị thay thế bởi Quyết định số 9/QĐ-BYT")[0]
	if c.Relation != replaces || !c.Passive {
		t.Errorf("passive: %s, %v", c.Relation, c.Passive)
	}
}
