package gazetteer

import (
	"strings"
	"testing"

	"congvan/extract/phrase"
)

// namesIn reads the units at the beginning of a text.
func namesIn(text string) string {
	var names []string
	tokens := phrase.Scan(nil, text, 0, len(text))
	found, _ := Default().Units(nil, text, tokens, 0, true)
	for _, m := range found {
		names = append(names, text[m.Start:m.End])
	}
	return strings.Join(names, ";")
}

func TestUnits(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Sở Y tế chủ trì, phối hợp", "Sở Y tế"},
		{"Sở Kế hoạch và Đầu tư tổng hợp", "Sở Kế hoạch và Đầu tư"},
		{"các đơn vị trực thuộc BHXH Việt Nam và BHXH các tỉnh, thành phố nghiêm túc thực hiện", "các đơn vị trực thuộc BHXH Việt Nam;BHXH các tỉnh, thành phố"},
		{"BHXH các tỉnh, thành phố trực thuộc Trung ương tăng cường truyền thông", "BHXH các tỉnh, thành phố trực thuộc Trung ương"},
		{"Công ty TNHH MTV Đầu tư, Xây dựng và Kinh doanh dịch vụ Quảng Ngãi tiếp thu các ý kiến", "Công ty TNHH MTV Đầu tư, Xây dựng và Kinh doanh dịch vụ Quảng Ngãi"},
		{"các Sở: Tài chính, Kế hoạch và Đầu tư, Công ty TNHH MTV Đầu tư, Xây dựng và Kinh doanh dịch vụ Quảng Ngãi và các cơ quan, đơn vị liên quan khẩn trương", "các Sở: Tài chính, Kế hoạch và Đầu tư;Công ty TNHH MTV Đầu tư, Xây dựng và Kinh doanh dịch vụ Quảng Ngãi;các cơ quan, đơn vị liên quan"},
		{"Lực lượng Công an các cấp chủ trì, phối hợp", "Lực lượng Công an các cấp"},
		{"Lực lượng Công an cấp xã tham mưu Ủy ban nhân dân cùng cấp", "Lực lượng Công an cấp xã"},
		{"Công an cấp tỉnh tham mưu Ủy ban nhân dân cấp tỉnh", "Công an cấp tỉnh"},
		{"Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương:", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"},
		{"Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành", "Các Bộ trưởng;Thủ trưởng cơ quan ngang bộ;Thủ trưởng cơ quan thuộc Chính phủ;Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương;các cơ quan, tổ chức, cá nhân có liên quan"},
		{"Bộ trưởng Bộ Quốc phòng, Bộ trưởng Bộ Công an trong quản lý", "Bộ trưởng Bộ Quốc phòng;Bộ trưởng Bộ Công an"},
		{"Đơn vị, doanh nghiệp quân đội, công an khi sử dụng đất", "Đơn vị, doanh nghiệp quân đội, công an"},
		{"Ngành Quản lý ruộng đất từ Trung ương đến địa phương có trách nhiệm", "Ngành Quản lý ruộng đất từ Trung ương đến địa phương"},
		{"Tổng Cục Quản lý ruộng đất có trách nhiệm:", "Tổng Cục Quản lý ruộng đất"},
		{"Cục đo đạc và bản đồ Nhà nước có trách nhiệm", "Cục đo đạc và bản đồ Nhà nước"},
		{"Bộ Quốc phòng (Cục Bản đồ Tổng tham mưu) có trách nhiệm", "Bộ Quốc phòng (Cục Bản đồ Tổng tham mưu)"},
		{"Tổng cục thống kê có trách nhiệm phối hợp", "Tổng cục thống kê"},
		{"Các cơ quan tuyên truyền, báo chí, Ủy ban phát thanh và truyền hình có kế hoạch phối hợp", "Các cơ quan tuyên truyền, báo chí;Ủy ban phát thanh và truyền hình"},
		{"Ủy ban Nhân dân các cấp (tỉnh, huyện, xã và cấp tương đương) cử một đồng chí", "Ủy ban Nhân dân các cấp"},
		{"UBND các tỉnh, thành phố cần huy động", "UBND các tỉnh, thành phố"},
		{"Các cơ quan, tổ chức và cá nhân sử dụng đất có nhiệm vụ", "Các cơ quan, tổ chức và cá nhân"},
		{"các ngành, các cấp tập trung lực lượng", "các ngành;các cấp"},
		{"Ủy ban Thường vụ Quốc hội, Hội đồng Dân tộc, các Ủy ban của Quốc hội, các Đoàn đại biểu Quốc hội và đại biểu Quốc hội, Hội đồng nhân dân các cấp, Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam và các tổ chức thành viên của Mặt trận, trong phạm vi", "Ủy ban Thường vụ Quốc hội;Hội đồng Dân tộc;các Ủy ban của Quốc hội;các Đoàn đại biểu Quốc hội;đại biểu Quốc hội;Hội đồng nhân dân các cấp;Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam;các tổ chức thành viên của Mặt trận"},
		{"Báo BHXH, Tạp chí BHXH, Cổng Thông tin điện tử BHXH Việt Nam", "Báo BHXH;Tạp chí BHXH;Cổng Thông tin điện tử BHXH Việt Nam"},
		{"các Liên đoàn Lao động tỉnh, thành phố; Công đoàn ngành Trung ương và tương đương; Công đoàn Tổng Công ty trực thuộc Tổng Liên đoàn nghiêm túc", "các Liên đoàn Lao động tỉnh, thành phố;Công đoàn ngành Trung ương và tương đương;Công đoàn Tổng Công ty trực thuộc Tổng Liên đoàn"},
		{"các cơ quan, đơn vị của Trung ương; các sở, ban, ngành, đơn vị và các hộ gia đình trên địa bàn Thành phố treo cờ", "các cơ quan, đơn vị của Trung ương;các sở, ban, ngành, đơn vị;các hộ gia đình trên địa bàn Thành phố"},
		{"Thủ trưởng các cơ quan, đơn vị chỉ đạo, kiểm tra", "Thủ trưởng các cơ quan, đơn vị"},
		{"các Bộ: Công an, Tài chính, Xây dựng, Tư pháp, Nông nghiệp và Môi trường có ý kiến", "các Bộ: Công an, Tài chính, Xây dựng, Tư pháp, Nông nghiệp và Môi trường"},
		{"Bộ trưởng Bộ Nội vụ, Hội đồng nhân dân, Ủy ban nhân dân thành phố Đà Nẵng và ông Nguyễn Mạnh Hùng chịu trách nhiệm", "Bộ trưởng Bộ Nội vụ;Hội đồng nhân dân;Ủy ban nhân dân thành phố Đà Nẵng;ông Nguyễn Mạnh Hùng"},
		{"Ủy ban nhân dân các phường, xã có trách nhiệm", "Ủy ban nhân dân các phường, xã"},
		{"Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ, Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các huyện, thị xã, thành phố và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm", "Chánh Văn phòng UBND tỉnh;Giám đốc Sở Nội vụ;Thủ trưởng các sở, ban, ngành;Chủ tịch UBND các huyện, thị xã, thành phố;các cơ quan, đơn vị, cá nhân có liên quan"},
		{"Bảo hiểm xã hội (BHXH) Việt Nam chủ trì", "Bảo hiểm xã hội (BHXH) Việt Nam"},
		{"Sở Văn hóa, Thể thao và Du lịch phối hợp", "Sở Văn hóa, Thể thao và Du lịch"},
		{"Đài THVN chủ trì, phối hợp", "Đài THVN"},
		{"Trung tâm Truyền thông, Đài THVN giao", "Trung tâm Truyền thông;Đài THVN"},
		{"Bộ Lương thực nhiệm vụ chỉ đạo các địa phương", "Bộ Lương thực"},
		{"các ngành, các tỉnh kể cả Bộ Quốc phòng tự tổ chức", "các ngành;các tỉnh;Bộ Quốc phòng"},
		{"Phó Chủ tịch Hội đồng Dân tộc, Phó Chủ nhiệm Ủy ban của Quốc hội có trách nhiệm", "Phó Chủ tịch Hội đồng Dân tộc;Phó Chủ nhiệm Ủy ban của Quốc hội"},
		{"Tổng Công đoàn Việt Nam, Trung ương Hội Liên hiệp Phụ nữ Việt Nam phối hợp", "Tổng Công đoàn Việt Nam;Trung ương Hội Liên hiệp Phụ nữ Việt Nam"},
		{"Tổ chức thực hiện các nội dung", ""},
		{"Tổ chức, cá nhân có liên quan chịu trách nhiệm", "Tổ chức, cá nhân có liên quan"},
		{"Báo cáo kết quả thực hiện", ""},
		{"Ban hành kế hoạch", ""},
		{"Các đơn vị chức năng của BHXH Việt Nam và Đài THVN phối hợp với hai đơn vị", "Các đơn vị chức năng của BHXH Việt Nam và Đài THVN"},
		{"Ủy ban nhân dân xã, phường, thị trấn tổ chức tuyên truyền", "Ủy ban nhân dân xã, phường, thị trấn"},
		{"UBND huyện Sơn Tịnh và Sở Nông nghiệp và Môi trường tổ chức", "UBND huyện Sơn Tịnh;Sở Nông nghiệp và Môi trường"},
		{"Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Quảng Ngãi chỉ đạo", "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Quảng Ngãi"},
		{"Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi rà soát", "Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi"},
		{"đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo", "đồng chí Nguyễn Văn A;Phó Chủ tịch UBND tỉnh"},
		{"Bộ Công Thương, UBND các tỉnh Quảng Nam, Quảng Ngãi và thành phố Đà Nẵng chỉ đạo", "Bộ Công Thương;UBND các tỉnh Quảng Nam, Quảng Ngãi và thành phố Đà Nẵng"},
	}
	for _, test := range tests {
		if got := namesIn(test.in); got != test.want {
			t.Errorf("units of %q\n got %q\nwant %q", test.in, got, test.want)
		}
	}
}

func TestFindUnit(t *testing.T) {
	text := "Yêu cầu BHXH tỉnh, thành phố trực thuộc Trung ương (BHXH tỉnh) lựa chọn hình thức phù hợp."
	m, ok := Default().FindUnit(text, len("Yêu cầu "))
	if !ok || text[m.Start:m.End] != "BHXH tỉnh, thành phố trực thuộc Trung ương" || text[m.Short.Start:m.Short.End] != "BHXH tỉnh" {
		t.Errorf("FindUnit = %+v, %v", m, ok)
	}
	if m, ok := Default().FindUnit(text, len("Yêu cầu BHXH tỉnh, thành phố trực thuộc Trung ương (BHXH tỉnh) ")); ok {
		t.Errorf("FindUnit at a verb = %q", text[m.Start:m.End])
	}
}

func TestSpeaks(t *testing.T) {
	tests := []struct {
		name, unit string
		want       bool
	}{
		{"UBND tỉnh", "Ủy ban nhân dân tỉnh Quảng Ngãi", true},
		{"Phó Chủ tịch UBND tỉnh Võ Phiên", "Ủy ban nhân dân tỉnh Quảng Ngãi", true},
		{"BHXH Việt Nam", "Bảo hiểm xã hội Việt Nam", true},
		{"Tổng Giám đốc BHXH Việt Nam", "Bảo hiểm xã hội Việt Nam", true},
		{"Sở Y tế", "Ủy ban nhân dân tỉnh Quảng Ngãi", false},
		{"BHXH các tỉnh", "Bảo hiểm xã hội Việt Nam", false},
	}
	for _, test := range tests {
		if got := Default().Speaks(test.name, test.unit); got != test.want {
			t.Errorf("Speaks(%q, %q) = %v, want %v", test.name, test.unit, got, test.want)
		}
	}
}

func FuzzUnits(f *testing.F) {
	f.Add("các Bộ: Công an, Tài chính; Sở Y tế (BHXH tỉnh) và TP. Hồ Chí Minh, từ Thanh Hóa đến")
	f.Fuzz(func(t *testing.T, text string) {
		tokens := phrase.Scan(nil, text, 0, len(text))
		for i := range tokens {
			found, next := Default().Units(nil, text, tokens, i, true)
			if next < i || next > len(tokens) {
				t.Fatalf("next token %d of %d", next, len(tokens))
			}
			for _, m := range found {
				if m.Start < 0 || m.End <= m.Start || m.End > len(text) || m.Short.End > len(text) || m.Short.Start > m.Short.End {
					t.Fatalf("mention %+v in %q", m, text)
				}
			}
		}
	})
}

func BenchmarkUnits(b *testing.B) {
	text := "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ, Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các huyện, thị xã, thành phố và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành"
	tokens := phrase.Scan(nil, text, 0, len(text))
	var found []Mention
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		found, _ = Default().Units(found[:0], text, tokens, 0, true)
	}
}
