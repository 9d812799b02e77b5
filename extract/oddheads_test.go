package extract

// oddHeads are headers that something foreign got into: the line of the Assembly above a law, the
// date of a collection before its title, stamps, codes, the columns of the next document.
var oddHeads = []struct {
	name, text string
	want       head
}{
	{"a law under the Assembly's full name", `QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Luật số: 97/2006/QH11
Hà Nội, ngày 12 tháng 7 năm 2006
QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Khoá XI, kỳ họp thứ 9
(Từ ngày 16 tháng 5 đến ngày 12 tháng 7 năm 2006)
LUẬT
BƠI LỘI
Căn cứ vào Hiến pháp nước Cộng hoà xã hội chủ nghĩa Việt Nam năm 1992;
Luật này quy định về bơi lội.
Điều 1. Phạm vi
Luật này quy định việc bơi.
CHỦ TỊCH QUỐC HỘI
Nguyễn Văn Bảy`, head{number: "97/2006/QH11", kind: "Luật", issuer: "Quốc hội", place: "Hà Nội", issued: "2006-07-12", subject: "BƠI LỘI",
		signer: "Nguyễn Văn Bảy", position: "CHỦ TỊCH QUỐC HỘI"}},

	{"a law whose title holds the state's name, the Assembly's term below it", `QUỐC HỘI
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 83/2009/QH12
Hà Nội, ngày 18 tháng 6 năm 2009
LUẬT
ĐOÀN THỂ THAO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Ở NƯỚC NGOÀI
CỦA QUỐC HỘI KHÓA XII, KỲ HỌP THỨ 5
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992;
Điều 1. Phạm vi điều chỉnh
Luật này quy định về đoàn thể thao.
CHỦ TỊCH QUỐC HỘI
Nguyễn Văn Bảy`, head{number: "83/2009/QH12", kind: "Luật", issuer: "Quốc hội", place: "Hà Nội", issued: "2009-06-18",
		subject: "ĐOÀN THỂ THAO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Ở NƯỚC NGOÀI", signer: "Nguyễn Văn Bảy", position: "CHỦ TỊCH QUỐC HỘI"}},

	{"a collection's heading, its date on the title's line", `QUYẾT ĐỊNH
CỦA BỘ TRƯỞNG BỘ THUỶ SẢN SỐ 741-TS/QĐ
NGÀY 03 THÁNG 11 NĂM 1995 VỀ VIỆC BAN HÀNH
QUY CHẾ ĐĂNG KÝ TÀU CÁ
BỘ TRƯỞNG BỘ THUỶ SẢN
- Căn cứ Nghị định số 15/CP ngày 2-3-1993 của Chính phủ;
QUYẾT ĐỊNH
Điều 1. Ban hành Quy chế đăng ký tàu cá.`, head{number: "741-TS/QĐ", kind: "Quyết định", issuer: "Bộ trưởng Bộ Thủy sản", issued: "1995-11-03",
		subject: "BAN HÀNH QUY CHẾ ĐĂNG KÝ TÀU CÁ"}},

	{"a collection's heading, the title on the lines below it", `THÔNG TƯ
CỦA BỘ TÀI CHÍNH SỐ 969/1998/TT-BTC NGÀY 22 THÁNG 12 NĂM 1998
HƯỚNG DẪN CHẾ ĐỘ THU LỆ PHÍ CHỢ,
BẾN ĐÒ
Căn cứ Luật Ngân sách số 47-L/CTN ngày 20/3/1996;
Bộ Tài chính hướng dẫn như sau:
Điều 1. Mức thu.`, head{number: "969/1998/TT-BTC", kind: "Thông tư", issuer: "Bộ Tài chính", issued: "1998-12-22",
		subject: "HƯỚNG DẪN CHẾ ĐỘ THU LỆ PHÍ CHỢ, BẾN ĐÒ"}},

	{"a registry's stamp below both columns", `BỘ CÔNG THƯƠNG
Số: 21/2024/TT-BCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
VĂN PHÒNG CHÍNH PHỦ
Hà Nội, ngày 10 tháng 10 năm 2024
THÔNG TƯ
Bãi bỏ một phần quy định về kinh doanh nến
Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;
Điều 1. Bãi bỏ khoản 2.
BỘ TRƯỞNG
Nguyễn Hồng Lam`, head{number: "21/2024/TT-BCT", kind: "Thông tư", issuer: "Bộ Công Thương", place: "Hà Nội", issued: "2024-10-10",
		subject: "Bãi bỏ một phần quy định về kinh doanh nến", signer: "Nguyễn Hồng Lam", position: "BỘ TRƯỞNG"}},

	{"codes among the recipients that begin like an authority; the next document's letterhead", `ỦY BAN NHÂN DÂN TỈNH LÀO CAI
Số: 73/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày 8 tháng 4 năm 2024
KẾ HOẠCH
Tổ chức hội chợ hoa
Để tổ chức hội chợ, Ủy ban nhân dân tỉnh yêu cầu các sở chuẩn bị gian hàng./.
Nơi nhận:
- Thường trực Tỉnh ủy;
- VPUB: CVP, các phòng: KGVX, TH,
KT, ĐT, TNMT,
NC, HC-QT;
- Lưu: VT, KGVX.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Vàng A Páo`, head{number: "73/KH-UBND", kind: "Kế hoạch", issuer: "Ủy ban nhân dân tỉnh Lào Cai", place: "Lào Cai", issued: "2024-04-08",
		subject: "Tổ chức hội chợ hoa", sent: "Thường trực Tỉnh ủy | VPUB: CVP, các phòng: KGVX, TH, KT, ĐT, TNMT, NC, HC-QT | Lưu: VT, KGVX",
		signer: "Vàng A Páo", capacity: "TM.", principal: "ỦY BAN NHÂN DÂN", position: "CHỦ TỊCH"}},

	{"a draft", `HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI
/NQ-HĐND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày tháng 02 năm 2025
NGHỊ QUYẾT
Về giao dự toán
Căn cứ Luật Ngân sách nhà nước ngày 25/6/2015;
Điều 1. Giao dự toán.
TM. HỘI ĐỒNG NHÂN DÂN
CHỦ TỊCH
DỰ THẢO`, head{kind: "Nghị quyết", issuer: "Hội đồng nhân dân tỉnh Lào Cai", place: "Lào Cai", subject: "Về giao dự toán",
		capacity: "TM.", principal: "HỘI ĐỒNG NHÂN DÂN", position: "CHỦ TỊCH", missing: "number=absent issued=absent signatory.name=absent"}},

	{"a programme of two organs", `LIÊN ĐOÀN LAO ĐỘNG TỈNH BẾN TRE
Số: 5/CTPH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bến Tre, ngày 4 tháng 5 năm 2017
CHƯƠNG TRÌNH PHỐI HỢP
Dạy bơi cho con công nhân
Thực hiện Nghị quyết số 20-NQ/TW ngày 28/01/2008 của Ban Chấp hành Trung ương, hai bên thống nhất như sau:
1. Mở lớp học.`, head{number: "5/CTPH-LĐLĐ", kind: "Chương trình phối hợp", issuer: "Liên đoàn Lao động tỉnh Bến Tre", place: "Bến Tre", issued: "2017-05-04",
		subject: "Dạy bơi cho con công nhân"}},

	{"another document's number on the page", `CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 710/2025/TT-BCA
Hà Nội, ngày 30 tháng 12 năm 2025
NGHỊ ĐỊNH
Sửa đổi quy định về đèn lồng
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Điều 1. Sửa đổi.
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Lê Thị Ba`, head{kind: "Nghị định", issuer: "Chính phủ", place: "Hà Nội", issued: "2025-12-30", subject: "Sửa đổi quy định về đèn lồng",
		signer: "Lê Thị Ba", capacity: "KT.", principal: "THỦ TƯỚNG", position: "PHÓ THỦ TƯỚNG", missing: "number=not-understood"}},

	{"a font of capitals that lost them", `bộ tài chính
Số: 44/2002/QĐ-BTC
cộng hoà xã hội chủ nghĩa Việt nam
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 2 tháng 11 năm 2002
quyết định
Về việc sửa đổi mức thuế suất của một số mặt hàng nến bộ trưởng bộ tài chính
Căn cứ Nghị định số 15/CP ngày 2/3/1993 của Chính phủ;
Điều 1. Sửa đổi mức thuế suất.
BỘ TRƯỞNG
Trần Văn Tám`, head{number: "44/2002/QĐ-BTC", kind: "Quyết định", issuer: "Bộ Tài chính", place: "Hà Nội", issued: "2002-11-02",
		subject: "sửa đổi mức thuế suất của một số mặt hàng nến", signer: "Trần Văn Tám", position: "BỘ TRƯỞNG"}},

	{"OCR: marks, a dash and the day are lost", `BO TÀI CHÍNH
TONG CỤC HẢI QUAN
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự đo - Hạnh phúc
Số: 9826/TCHQGSQL
Hà Nội, ngày 3? tháng 10 năm 2018
V/v nhập khẩu nến
1W
Kính gửi: Cục Hải quan tỉnh Tây Ninh.
Tổng cục Hải quan có ý kiến như sau.
Nơi nhận:
- Như trên;
- Lưu: VT, GSQL (3).
KT. TONG CỤC TRUONG
PHÓ TỔNG CỤC TRƯỞNG
Nguyễn Văn Mười`, head{number: "9826/TCHQ-GSQL", kind: "Công văn", issuer: "Tổng cục Hải quan", parent: "Bộ Tài chính", place: "Hà Nội",
		subject: "nhập khẩu nến", to: "Cục Hải quan tỉnh Tây Ninh", sent: "Như trên | Lưu: VT, GSQL (3)",
		signer: "Nguyễn Văn Mười", capacity: "KT.", principal: "TỔNG CỤC TRƯỞNG", position: "PHÓ TỔNG CỤC TRƯỞNG", missing: "issued=not-understood"}},

	{"OCR: the place of the date's line spells that of the organ", `BẢO HIỂM XÃ HỘI HƯNG YÊN
BẢO HIỂM XÃ HOI YEN MỸ
CỘNG HÒA XÃ HOI CHU NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 35/BHXH
Yên Mỹ, ngày 20 tháng 10 năm 2016
V/v cấp thẻ
Kính gửi: Công ty Nến Việt.
Bảo hiểm xã hội huyện trả lời như sau.
Nơi nhận:
Như kính gửi;
Lưu VT.
GIÁM ĐỐC
Đỗ Văn Chín`, head{number: "35/BHXH", kind: "Công văn", issuer: "Bảo hiểm xã hội Yên Mỹ", parent: "Bảo hiểm xã hội Hưng Yên", place: "Yên Mỹ", issued: "2016-10-20",
		subject: "cấp thẻ", to: "Công ty Nến Việt", sent: "Như kính gửi | Lưu VT", signer: "Đỗ Văn Chín", position: "GIÁM ĐỐC"}},

	{"a resolution without a line of date, its passing said far below", `ỦY BAN THƯỜNG VỤ QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghị quyết số: 714/2025/UBTVQH15
NGHỊ QUYẾT
Quy định về phiên họp
ỦY BAN THƯỜNG VỤ QUỐC HỘI
Căn cứ Luật Tổ chức Quốc hội số 57/2014/QH13;
QUYẾT NGHỊ:
Điều 1. Họp mỗi tháng.
Nghị quyết này được Ủy ban Thường vụ Quốc hội khóa XV, phiên họp thứ 52 thông qua ngày 24 tháng 12 năm 2025.
TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI
CHỦ TỊCH
Trần Văn Hai`, head{number: "714/2025/UBTVQH15", kind: "Nghị quyết", issuer: "Ủy ban Thường vụ Quốc hội", issued: "2025-12-24",
		subject: "Quy định về phiên họp", signer: "Trần Văn Hai", capacity: "TM.", principal: "ỦY BAN THƯỜNG VỤ QUỐC HỘI", position: "CHỦ TỊCH"}},

	{"an office of the Party under its committee", `TỈNH ỦY QUẢNG NINH
VĂN PHÒNG
*
Số 7234-CV/VPTU
V/v tổ chức đại hội
ĐẢNG CỘNG SẢN VIỆT NAM
Hạ Long, ngày 5 tháng 3 năm 2020
Kính gửi: - Các huyện ủy, thị ủy, thành ủy,
- Đảng ủy Than Quảng Ninh.
Văn phòng Tỉnh ủy đề nghị các đơn vị báo cáo trước ngày 15/3/2020.
Nơi nhận:
- Như trên,
- Lưu Văn phòng Tỉnh ủy.
K/T CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
Nguyễn Thế Mão`, head{number: "7234-CV/VPTU", kind: "Công văn", issuer: "Văn phòng Tỉnh ủy Quảng Ninh", parent: "Tỉnh ủy Quảng Ninh", place: "Hạ Long", issued: "2020-03-05",
		subject: "tổ chức đại hội", to: "Các huyện ủy, thị ủy, thành ủy | Đảng ủy Than Quảng Ninh", sent: "Như trên | Lưu Văn phòng Tỉnh ủy",
		signer: "Nguyễn Thế Mão", capacity: "KT.", principal: "CHÁNH VĂN PHÒNG", position: "PHÓ CHÁNH VĂN PHÒNG"}},

	{"the state of 1945 above the motto, reasons below the type's name", `CHỦ TỊCH CHÍNH PHỦ LÂM THỜI
********
VIỆT NAM DÂN CHỦ CỘNG HOÀ
Độc lập - Tự do - Hạnh phúc
Số: 94-SL
Hà Nội, ngày 03 tháng 11 năm 1945
SẮC LỆNH
Theo lời đề nghị của Bộ trưởng Bộ Nội vụ;
RA SẮC LỆNH:
Khoản thứ nhất: Nay lập một ban.
CHỦ TỊCH CHÍNH PHỦ LÂM THỜI
Hồ Văn Một`, head{number: "94-SL", kind: "Sắc lệnh", issuer: "Chủ tịch Chính phủ Lâm thời", place: "Hà Nội", issued: "1945-11-03",
		signer: "Hồ Văn Một", position: "CHỦ TỊCH CHÍNH PHỦ LÂM THỜI", missing: "subject=absent"}},

	{"an incoming stamp between the boxes", `BẢO HIỂM XÃ HỘI VIỆT NAM
Số: 7222/BHXH-CSXH
V/v hướng dẫn chi trả
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 6 tháng 7 năm 2021
CÔNG VĂN ĐẾN
Số: 918
Ngày: 08/7/2021
Chuyển: P. CĐBHXH
KHẨN
Kính gửi: Bảo hiểm xã hội các tỉnh
BHXH Việt Nam hướng dẫn như sau.
TUQ. TỔNG GIÁM ĐỐC
TRƯỞNG BAN THỰC HIỆN CHÍNH SÁCH BHXH
Nguyễn Thị Tý`, head{number: "7222/BHXH-CSXH", kind: "Công văn", issuer: "Bảo hiểm xã hội Việt Nam", place: "Hà Nội", issued: "2021-07-06",
		subject: "hướng dẫn chi trả", to: "Bảo hiểm xã hội các tỉnh", urgency: "khẩn",
		signer: "Nguyễn Thị Tý", capacity: "TUQ.", principal: "TỔNG GIÁM ĐỐC", position: "TRƯỞNG BAN THỰC HIỆN CHÍNH SÁCH BHXH"}},

	{"an office whose name goes on below it", `BỘ TÀI CHÍNH - BỘ LAO ĐỘNG -
THƯƠNG BINH VÀ XÃ HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 79/2012/TTLT-BTC-BLĐTBXH
Hà Nội, ngày 19 tháng 6 năm 2012
THÔNG TƯ LIÊN TỊCH
HƯỚNG DẪN VIỆC CẤP PHÁT KINH PHÍ
Căn cứ Nghị định số 118/2008/NĐ-CP ngày 27 tháng 11 năm 2008 của Chính phủ;
Điều 1. Phạm vi.
KT. BỘ TRƯỞNG BỘ LAO ĐỘNG -
THƯƠNG BINH VÀ XÃ HỘI
THỨ TRƯỞNG
Bùi Hồng Sim
KT. BỘ TRƯỞNG BỘ TÀI CHÍNH
THỨ TRƯỞNG
Nguyễn Thị Sung`, head{number: "79/2012/TTLT-BTC-BLĐTBXH", kind: "Thông tư liên tịch", issuer: "Bộ Tài chính - Bộ Lao động - Thương binh và Xã hội", place: "Hà Nội", issued: "2012-06-19",
		subject: "HƯỚNG DẪN VIỆC CẤP PHÁT KINH PHÍ", signer: "Bùi Hồng Sim", capacity: "KT.", principal: "BỘ TRƯỞNG BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", position: "THỨ TRƯỞNG"}},
}
