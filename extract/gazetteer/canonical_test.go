package gazetteer

import "testing"

func TestCanonical(t *testing.T) {
	tests := []struct{ in, want string }{
		{"BẢO HIỂM XÃ HỘI VIỆT NAM", "Bảo hiểm xã hội Việt Nam"},
		{"BẢO HIỂM XÃ HỘI\n  VIỆT NAM", "Bảo hiểm xã hội Việt Nam"},
		{"THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"},
		{"PHỦ THỦ TƯỚNG", "Phủ Thủ tướng"},
		{"QUỐC HỘI", "Quốc hội"},
		{"ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Ủy ban Thường vụ Quốc hội"},
		{"UỶ BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "Ủy ban nhân dân tỉnh Quảng Ngãi"},
		{"ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân thành phố Hồ Chí Minh"},
		{"ỦY BAN NHÂN DÂN XÃ TÂN HƯNG", "Ủy ban nhân dân xã Tân Hưng"},
		{"HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu"},
		{"BẢO HIỂM XÃ HỘI TỈNH SƠN LA", "Bảo hiểm xã hội tỉnh Sơn La"},
		{"BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"},
		{"SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Sở Kế hoạch và Đầu tư"},
		{"SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"},
		{"CỤC QUẢN LÝ LAO ĐỘNG NGOÀI NƯỚC", "Cục Quản lý lao động ngoài nước"},
		{"CỤC THUẾ TỈNH HÀ NAM", "Cục Thuế tỉnh Hà Nam"},
		{"BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG", "Ban Quản lý dự án đầu tư xây dựng"},
		{"CÔNG TY TNHH MTV CẤP NƯỚC HÀ NỘI", "Công ty TNHH MTV Cấp nước Hà Nội"},
		{"TỔNG CỤC HẢI QUAN", "Tổng cục Hải quan"},
		{"VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"},
		{"TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "Tổng Liên đoàn Lao động Việt Nam"},
		{"TRUNG TÂM Y TẾ HUYỆN SƠN TỊNH", "Trung tâm Y tế huyện Sơn Tịnh"},
		{"TỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC", "Tổng công ty Điện lực miền Bắc"},
		{"CÔNG TY TNHH MỘT THÀNH VIÊN XỔ SỐ KIẾN THIẾT ĐỒNG THÁP", "Công ty TNHH một thành viên Xổ số kiến thiết Đồng Tháp"},
		{"CỤC BẢO TRỢ XÃ HỘI", "Cục Bảo trợ xã hội"},
		{"LIÊN ĐOÀN LAO ĐỘNG TP. HỒ CHÍ MINH", "Liên đoàn Lao động TP. Hồ Chí Minh"},
		{"LIÊN ĐOÀN LAO ĐỘNG TP HỒ CHÍ MINH", "Liên đoàn Lao động TP Hồ Chí Minh"},
		{"ỦY BAN NHÂN DÂN TP. CẦN THƠ", "Ủy ban nhân dân TP. Cần Thơ"},
		{"ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG", "Đảng ủy Khối các cơ quan Trung ương"},
		{"ĐẢNG ỦY XÃ TÂN HƯNG", "Đảng ủy xã Tân Hưng"},
		{"ĐẢNG ỦY BẢO HIỂM XÃ HỘI VIỆT NAM", "Đảng ủy Bảo hiểm xã hội Việt Nam"},
		{"BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LÀO CAI", "Ban Chấp hành Đảng bộ tỉnh Lào Cai"},
		{"BAN THƯỜNG VỤ TỈNH ỦY", "Ban Thường vụ Tỉnh ủy"},
		{"TỈNH ỦY QUẢNG NINH", "Tỉnh ủy Quảng Ninh"},
		{"VĂN PHÒNG", "Văn phòng"},
		{"VĂN PHÒNG UBND TỈNH LÀO CAI", "Văn phòng UBND tỉnh Lào Cai"},
		{"CÔNG TY CP FPT", "Công ty CP FPT"},
		{"TỔNG CÔNG TY VIỄN THÔNG VNPT", "Tổng công ty Viễn thông VNPT"},
		{"NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM", "Ngân hàng TMCP Ngoại thương Việt Nam"},
		{"BẢO HIỂM XÃ HỘI KHU VỰC XXVII", "Bảo hiểm xã hội khu vực XXVII"},
		{"BẢO HIỂM XÃ HỘI HUYỆN SÓC SƠN", "Bảo hiểm xã hội huyện Sóc Sơn"},
		{"TÒA ÁN NHÂN DÂN KHU VỰC 1 - HÀ NỘI", "Tòa án nhân dân khu vực 1 - Hà Nội"},
		{"VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "Viện kiểm sát nhân dân tối cao"},
		{"CHI CỤC THUẾ KHU VỰC BÀ RỊA - LONG ĐIỀN", "Chi cục Thuế khu vực Bà Rịa - Long Điền"},
		{"Sở Y tế tỉnh Sơn La", "Sở Y tế tỉnh Sơn La"},
		{"", ""},
	}
	for _, test := range tests {
		if got := Default().Canonical(test.in); got != test.want {
			t.Errorf("Canonical(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
