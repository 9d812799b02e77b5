package duty

import (
	"strings"
	"testing"

	"congvan/corpus"
)

// TestSentences reads single sentences: who acts, with "+" before partners, and how strictly; ""
// when the sentence lays no duty on anyone.
func TestSentences(t *testing.T) {
	tests := []struct{ text, want string }{
		// Orders.
		{"Giao Sở Nội vụ tổng hợp, báo cáo UBND tỉnh.", "must: Sở Nội vụ"},
		{"Đề nghị Bộ Tài chính xem xét, bố trí kinh phí.", "should: Bộ Tài chính"},
		{"Trên cơ sở đó, yêu cầu các địa phương rà soát quy hoạch.", "must: các địa phương"},
		{"Căn cứ Luật Đất đai, giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính thẩm định.", "must: Sở Xây dựng, +Sở Tài chính"},
		{"BHXH Việt Nam yêu cầu BHXH các tỉnh khẩn trương rà soát hồ sơ.", "must: BHXH các tỉnh"},
		{"Đề nghị Viettel Lâm Sơn bảo đảm thông tin liên lạc.", "should: Viettel Lâm Sơn"},
		{"Giao cho Bộ Nội thương và Bộ Lương thực nhiệm vụ hướng dẫn các địa phương.", "must: Bộ Nội thương, Bộ Lương thực"},
		{"Giao cho các ngành, các tỉnh kể cả Bộ Quốc phòng tự tổ chức thanh tra.", "must: các ngành, các tỉnh, Bộ Quốc phòng"},
		{"Thống nhất chủ trương như đề xuất của Sở Xây dựng; giao Sở Xây dựng hoàn chỉnh hồ sơ.", "must: Sở Xây dựng"},
		{"Đồng ý với đề nghị của Sở Y tế, giao Sở Tài chính bố trí kinh phí.", "must: Sở Tài chính"},
		{"Để cải tiến quản lý, trước mắt Ủy ban nhân dân thành phố chỉ thị Sở Công nghiệp nghiên cứu, đề xuất ý kiến.", "must: Sở Công nghiệp"},
		{"Tuy nhiên, để tránh lạm dụng, đề nghị BHXH tỉnh Lâm Sơn khi giải quyết chế độ thai sản cần tăng cường kiểm tra.", "should: BHXH tỉnh Lâm Sơn"},
		{"Do vậy, đề nghị Cục Hải quan các tỉnh có cửa khẩu không cho phép đưa thuốc lá điện tử vào bán.", "must_not: Cục Hải quan các tỉnh có cửa khẩu"},
		{"Yêu cầu các cơ sở kinh doanh không được găm hàng.", "must_not: các cơ sở kinh doanh"},
		{"Các kiến nghị trên yêu cầu Sở Xây dựng xem xét, giải quyết trước ngày 15/6.", "must: Sở Xây dựng"},
		{"Riêng nội dung này đề nghị Bộ Y tế có ý kiến bằng văn bản.", "should: Bộ Y tế"},
		{"Số kinh phí còn lại giao Sở Tài chính thẩm định.", "must: Sở Tài chính"},
		{"Hồ sơ này đề nghị Sở Y tế cấp phép hoạt động.", ""},
		{"Giao Ban Tuyên giáo chủ trì xây dựng kế hoạch phối hợp tổ chức hội thi.", "must: Ban Tuyên giáo"},
		// Subjects.
		{"Ủy viên là đại biểu hoạt động chuyên trách tại Hội đồng Dân tộc, các Ủy ban có trách nhiệm tham gia chỉ đạo.", "must: Ủy viên là đại biểu hoạt động chuyên trách tại Hội đồng Dân tộc, các Ủy ban"},
		{"Ủy ban nhân dân cấp xã có trách nhiệm niêm yết danh sách.", "must: Ủy ban nhân dân cấp xã"},
		{"Các cơ sở kinh doanh không được găm hàng, tăng giá.", "must_not: Các cơ sở kinh doanh"},
		{"Các cấp, các ngành cần quán triệt nội dung Chỉ thị.", "should: Các cấp, các ngành"},
		{"Hằng năm, Bộ Y tế có trách nhiệm công bố số liệu.", "must: Bộ Y tế"},
		{"Trường hợp vi phạm thì cơ quan thuế phải lập biên bản.", "must: cơ quan thuế"},
		{"Doanh nghiệp khi thuê đất phải ký quỹ.", "must: Doanh nghiệp"},
		{"Các đơn vị có trụ sở trên địa bàn có trách nhiệm treo cờ.", "must: Các đơn vị có trụ sở trên địa bàn"},
		{"Hội đồng nhân dân, Ủy ban nhân dân các cấp, trong phạm vi nhiệm vụ của mình, có trách nhiệm giám sát.", "must: Hội đồng nhân dân, Ủy ban nhân dân các cấp"},
		{"Sở Tài chính là cơ quan đầu mối tổng hợp nhu cầu vốn.", "must: Sở Tài chính"},
		{"Các ngành vật tư, giao thông vận tải, theo chức năng của mình, ưu tiên cung cấp xăng dầu.", "must: Các ngành vật tư, giao thông vận tải"},
		{"Phòng Giám định bảo hiểm y tế được giao chủ trì theo dõi, tổng hợp báo cáo Giám đốc hằng tháng.", "must: Phòng Giám định bảo hiểm y tế"},
		{"Nghiêm cấm các cơ sở y tế thu thêm tiền của người bệnh.", "must_not: các cơ sở y tế"},
		// Not duties.
		{"Thời gian qua, các địa phương đã có nhiều cố gắng trong phòng, chống dịch.", ""},
		{"Ngày 10/3/2021, Phó Chủ tịch UBND tỉnh chủ trì họp về tiến độ dự án.", ""},
		{"Tổng cục Hải quan nhận được công văn của Cục Hải quan tỉnh Tây Ninh.", ""},
		{"Cơ quan quản lý là đơn vị được giao quản lý nhà nước.", ""},
		{"Công tác giải phóng mặt bằng ở một số nơi còn chậm.", ""},
		{"Bà Lê Thị Mai, Phó Chủ tịch UBND tỉnh - Phó Trưởng ban Thường trực;", ""},
		{"Quyết định này có hiệu lực thi hành kể từ ngày ký.", ""},
		{"Hồ sơ đề nghị Sở Y tế cấp phép gồm đơn và bản sao văn bằng.", ""},
		// Courtesies.
		{"Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở Y tế để được hướng dẫn.", ""},
		{"Yêu cầu các đơn vị nghiêm túc triển khai thực hiện Công văn này./.", ""},
		{"Văn phòng Chính phủ thông báo để các cơ quan biết, thực hiện./.", ""},
	}
	for _, test := range tests {
		var got string
		for _, o := range read(Input{Type: "QĐ", Issuer: "Văn phòng Chính phủ"}, test.text) {
			var names []string
			for _, a := range o.Actors {
				if a.Role == corpus.RoleCoordinate {
					a.Value = "+" + a.Value
				}
				names = append(names, a.Value)
			}
			got += string(o.Modality) + ": " + strings.Join(names, ", ")
		}
		if got != test.want {
			t.Errorf("%s\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

// TestLettersExplain reads an answer to a question: what the law lays on any "doanh nghiệp" is
// no order of the letter, what the letter asks of someone is.
func TestLettersExplain(t *testing.T) {
	text := "Theo quy định trên, trường hợp vi phạm thì doanh nghiệp phải nộp tiền chậm nộp.\nĐề nghị Công ty kê khai bổ sung trước ngày 20/5/2022."
	list := read(Input{Type: "CV", Issuer: "Cục Thuế tỉnh Lâm Sơn"}, text)
	if len(list) != 1 || list[0].Actors[0].Value != "Công ty" {
		t.Errorf("read %s", show(list))
	}
}

func TestCourtesies(t *testing.T) {
	text := "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở Y tế để được hướng dẫn."
	list := read(Input{Type: "CV", Options: Options{Courtesies: true}}, text)
	if len(list) != 1 || list[0].Rule != RuleCourtesy || list[0].Actors[0].Value != "các đơn vị" {
		t.Errorf("read %s", show(list))
	}
}

func TestAttach(t *testing.T) {
	text := "Giao Sở Y tế báo cáo trước ngày 20/5/2022. Hồ sơ lập trước ngày 01/01/2022 không xét.\nSở Nội vụ có trách nhiệm rà soát 100% hồ sơ."
	at := func(words string) (int, int) { i := strings.Index(text, words); return i, i + len(words) }
	in := Input{Type: "QĐ"}
	for _, words := range []string{"trước ngày 20/5/2022", "trước ngày 01/01/2022"} {
		start, end := at(words)
		in.Timings = append(in.Timings, At[corpus.Timing]{start, end, corpus.Timing{Text: words}})
	}
	start, end := at("100%")
	in.Targets = []At[corpus.Target]{{start, end, corpus.Target{Text: "100%"}}}
	list := read(in, text)
	if len(list) != 2 || len(list[0].Timing) != 1 || list[0].Timing[0].Text != "trước ngày 20/5/2022" || len(list[0].Targets) != 0 || len(list[1].Targets) != 1 {
		t.Errorf("read %+v", list)
	}
	if list[0].ID == list[1].ID || list[0].ID == "" {
		t.Errorf("identities %q and %q", list[0].ID, list[1].ID)
	}
}

// TestProvisions reads a paragraph of an article: in a decision it lays down what it says that a
// unit does, in a letter that quotes an article it only tells.
func TestProvisions(t *testing.T) {
	text := "Điều 1. Bãi bỏ các loại phiếu\nNay bãi bỏ các loại phiếu mua hàng.\nBộ Tài chính hướng dẫn các địa phương giải quyết những tồn tại."
	if list := read(Input{Type: "QĐ"}, text); len(list) != 1 || list[0].Actors[0].Value != "Bộ Tài chính" || list[0].Section != "Điều 1" {
		t.Errorf("a decision reads %s", show(list))
	}
	if list := read(Input{Type: "CV"}, text); len(list) != 0 {
		t.Errorf("a letter reads %s", show(list))
	}
}

// TestSpokenUnits reads a paragraph about the unit that the item above it orders.
func TestSpokenUnits(t *testing.T) {
	text := "2. UBND tỉnh Hậu Giang rà soát hiện trạng sử dụng đất.\nUBND tỉnh Hậu Giang tiếp thu đầy đủ ý kiến của Bộ Xây dựng.\nUBND tỉnh Long An tiếp thu ý kiến của Bộ Xây dựng."
	if list := read(Input{Type: "CV", Issuer: "Thủ tướng Chính phủ"}, text); len(list) != 2 || list[1].Actors[0].Value != "UBND tỉnh Hậu Giang" {
		t.Errorf("read %s", show(list))
	}
}

// TestUnderAnItem reads a paragraph that names no one under an item that orders someone.
func TestUnderAnItem(t *testing.T) {
	text := "KẾT LUẬN VÀ CHỈ ĐẠO NHƯ SAU:\n1. Giao Công ty TNHH Minh Long rà soát phương án.\nTrường hợp không đủ điều kiện thì phối hợp với Sở Xây dựng đề xuất hướng xử lý.\n2. Sở Tài chính bố trí kinh phí."
	list := read(Input{Type: "TB", Issuer: "Ủy ban nhân dân tỉnh Lâm Sơn"}, text)
	if len(list) != 3 || len(list[1].Actors) != 2 || list[1].Actors[0].Value != "Công ty TNHH Minh Long" || list[1].Actors[1].Role != corpus.RoleCoordinate {
		t.Errorf("read %s", show(list))
	}
}
