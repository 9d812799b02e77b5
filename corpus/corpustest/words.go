package corpustest

import "fmt"

// issuer is an agency that issues: its name, place, code in a symbol, head and drafting units.
type issuer struct {
	name, place, code, head string
	units                   []string
}

var issuers = []issuer{
	{"Bảo hiểm xã hội Việt Nam", "Hà Nội", "BHXH", "TỔNG GIÁM ĐỐC", []string{"TT", "CSXH", "CSYT", "CNTT", "TCKT", "TCCB", "PC", "KHĐT"}},
	{"Bộ Y tế", "Hà Nội", "BYT", "BỘ TRƯỞNG", []string{"BH", "KCB", "DP", "KHTC"}},
	{"Bộ Tài chính", "Hà Nội", "BTC", "BỘ TRƯỞNG", []string{"CST", "HCSN", "NSNN", "TCT"}},
	{"Bộ Nội vụ", "Hà Nội", "BNV", "BỘ TRƯỞNG", []string{"VTLT", "CCVC", "TCBC"}},
	{"Bộ Lao động - Thương binh và Xã hội", "Hà Nội", "LĐTBXH", "BỘ TRƯỞNG", []string{"BHXH", "LĐTL", "VP"}},
	{"Bộ Giáo dục và Đào tạo", "Hà Nội", "BGDĐT", "BỘ TRƯỞNG", []string{"GDTH", "GDTrH", "CTHSSV"}},
	{"Thanh tra Chính phủ", "Hà Nội", "TTCP", "TỔNG THANH TRA", []string{"KHTH", "C.IV"}},
	{"Ủy ban nhân dân tỉnh Quảng Ngãi", "Quảng Ngãi", "UBND", "CHỦ TỊCH", []string{"KTTH", "NC", "KGVX"}},
	{"Ủy ban nhân dân tỉnh Sơn La", "Sơn La", "UBND", "CHỦ TỊCH", []string{"TH", "KGVX", "NC"}},
	{"Ủy ban nhân dân thành phố Đà Nẵng", "Đà Nẵng", "UBND", "CHỦ TỊCH", []string{"SNV", "KGVX"}},
	{"Bảo hiểm xã hội tỉnh Bình Dương", "Bình Dương", "BHXH", "GIÁM ĐỐC", []string{"QLT", "CĐBHXH", "GĐBHYT"}},
	{"Bảo hiểm xã hội thành phố Hà Nội", "Hà Nội", "BHXH", "GIÁM ĐỐC", []string{"TST", "QLT", "TCKT"}},
	{"Sở Y tế tỉnh Thanh Hóa", "Thanh Hóa", "SYT", "GIÁM ĐỐC", []string{"NVY", "KHTC"}},
	{"Tổng Liên đoàn Lao động Việt Nam", "Hà Nội", "TLĐ", "CHỦ TỊCH", []string{"CSPL", "TC"}},
}

// kind is a type of document and how its numbers are built.
type kind struct {
	name, code string
	legal      bool // rests on "Căn cứ …"
	withYear   bool
}

var kinds = []kind{
	{name: "Công văn"}, {name: "Công văn"}, {name: "Công văn"},
	{name: "Kế hoạch", code: "KH"}, {name: "Thông báo", code: "TB"}, {name: "Chỉ thị", code: "CT"}, {name: "Hướng dẫn", code: "HD"},
	{name: "Quyết định", code: "QĐ", legal: true}, {name: "Thông tư", code: "TT", legal: true, withYear: true},
}

func (k kind) number(serial, year int, org issuer, unit string) string {
	switch {
	case k.withYear:
		return fmt.Sprintf("%d/%d/%s-%s", serial, year, k.code, org.code)
	case k.code != "":
		return fmt.Sprintf("%d/%s-%s", serial, k.code, org.code)
	}
	return fmt.Sprintf("%d/%s-%s", serial, org.code, unit)
}

var (
	verbs = []string{"hướng dẫn", "triển khai", "tăng cường", "đẩy mạnh", "rà soát", "chấn chỉnh", "tổng hợp", "kiểm tra", "phối hợp thực hiện", "báo cáo", "đôn đốc",
		"xây dựng", "cập nhật", "cung cấp", "bổ sung", "điều chỉnh", "tổ chức thực hiện", "giám sát", "công khai", "thẩm định", "đánh giá", "nâng cao"}
	topics = []string{"công tác truyền thông chính sách bảo hiểm xã hội", "thanh toán chi phí khám bệnh, chữa bệnh bảo hiểm y tế", "thu, nộp bảo hiểm thất nghiệp",
		"cấp sổ bảo hiểm xã hội, thẻ bảo hiểm y tế", "chi trả lương hưu và trợ cấp hằng tháng", "phòng, chống dịch bệnh", "cải cách thủ tục hành chính",
		"chuyển đổi số và liên thông dữ liệu", "an toàn thông tin mạng", "thực hành tiết kiệm, chống lãng phí", "phát triển đối tượng tham gia tự nguyện",
		"giải quyết chế độ ốm đau, thai sản", "quản lý quỹ tai nạn lao động, bệnh nghề nghiệp", "thanh tra chuyên ngành về đóng bảo hiểm", "định danh và xác thực điện tử",
		"quyết toán kinh phí năm", "đấu thầu thuốc và vật tư y tế", "sắp xếp tổ chức bộ máy", "khen thưởng đột xuất", "tiếp công dân, giải quyết khiếu nại"}
	scopes = []string{"trên địa bàn", "trong toàn Ngành", "năm 2024", "6 tháng cuối năm", "giai đoạn 2021-2025", "tại cơ sở", "theo quy định", "đến các xã, phường",
		"cho người lao động", "đối với hộ gia đình", "trong các doanh nghiệp", "tại các cơ sở khám chữa bệnh"}
	objects = []string{"kế hoạch", "số liệu", "danh sách đơn vị nợ đóng", "hồ sơ đề nghị", "phần mềm nghiệp vụ", "quy trình tiếp nhận", "kết quả thực hiện", "tin, bài tuyên truyền",
		"hội nghị đối thoại", "cơ sở dữ liệu quốc gia về bảo hiểm", "đội ngũ cộng tác viên", "dự toán kinh phí", "mức hưởng", "thời gian đóng", "dịch vụ công trực tuyến",
		"chứng từ thanh toán", "tờ khai điện tử", "tổ chức dịch vụ thu", "trang thiết bị", "đường dây nóng"}
	headings = []string{"Mục đích, yêu cầu", "Nội dung thực hiện", "Hình thức triển khai", "Kinh phí thực hiện", "Nhiệm vụ và giải pháp", "Đối tượng áp dụng", "Tiến độ"}
	people   = []string{"người lao động", "học sinh, sinh viên", "hộ gia đình", "cán bộ, công chức, viên chức", "đơn vị sử dụng lao động"}
	aims     = []string{"bảo đảm đúng tiến độ, chất lượng", "tạo thuận lợi cho người dân và doanh nghiệp", "không để xảy ra sai sót", "góp phần bảo đảm an sinh xã hội"}
	units    = []string{"Trung tâm Truyền thông", "Ban Thu", "Vụ Tài chính - Kế toán", "BHXH các tỉnh, thành phố", "Các đơn vị trực thuộc", "Văn phòng", "Sở Y tế", "Ban Thực hiện chính sách BHXH",
		"Trung tâm Công nghệ thông tin", "Sở Tài chính", "Ủy ban nhân dân cấp xã", "Vụ Pháp chế", "Tạp chí BHXH", "Cơ quan Công an cấp tỉnh", "Vụ Tổ chức cán bộ", "Thanh tra tỉnh"}
	addressees = []string{"Các đơn vị trực thuộc", "Bảo hiểm xã hội các tỉnh, thành phố trực thuộc Trung ương", "Ủy ban nhân dân các tỉnh, thành phố", "Sở Y tế các tỉnh, thành phố",
		"Các bệnh viện trực thuộc Bộ", "Văn phòng Chính phủ", "Thủ trưởng các cơ quan, đơn vị", "Các doanh nghiệp trên địa bàn", "Liên đoàn Lao động các tỉnh"}
	families = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đào", "Vũ", "Đặng", "Bùi", "Ngô"}
	middles  = []string{"Văn", "Thị", "Đức", "Việt", "Minh", "Thanh", "Quốc", "Hồng"}
	givens   = []string{"Ánh", "Hòa", "Mạnh", "Sinh", "Liệu", "Phước", "Bình", "Long", "Hiển", "Thúy", "Quỳnh", "Đạt"}
)
