package extract

// headerCases are headers of every form, and odd ones: what the boxes look like after columns were
// put on one line, parts were lost or OCR went over them.
var headerCases = []struct {
	name, text string
	want       head
}{
	{"dispatch, left column first", `SỞ Y TẾ TỈNH SƠN LA
Số: 315/SYT-NVY
V/v tăng cường phòng, chống dịch sởi
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn La, ngày 05 tháng 3 năm 2024
Kính gửi: Trung tâm Y tế các huyện, thành phố.
Trước tình hình dịch sởi diễn biến phức tạp, Sở Y tế yêu cầu các đơn vị tăng cường giám sát.
Nơi nhận:
- Như trên;
- UBND tỉnh (b/c);
- Lưu: VT, NVY.
GIÁM ĐỐC
Lò Văn Chiến`, head{number: "315/SYT-NVY", kind: "Công văn", issuer: "Sở Y tế tỉnh Sơn La", place: "Sơn La", issued: "2024-03-05",
		subject: "tăng cường phòng, chống dịch sởi", to: "Trung tâm Y tế các huyện, thành phố", sent: "Như trên | UBND tỉnh (b/c) | Lưu: VT, NVY",
		signer: "Lò Văn Chiến", position: "GIÁM ĐỐC"}},

	{"a standing committee on two lines, a minister with two posts on two lines", `ỦY BAN THƯỜNG VỤ
QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghị quyết số: 81/2024/UBTVQH15
Hà Nội, ngày 2 tháng 4 năm 2024
NGHỊ QUYẾT
QUY ĐỊNH CHẾ ĐỘ HỌP
Điều 1. Họp mỗi tháng một lần.
KT. BỘ TRƯỞNG,
CHỦ NHIỆM
PHÓ CHỦ NHIỆM
Lê Văn Khởi`, head{number: "81/2024/UBTVQH15", kind: "Nghị quyết", issuer: "Ủy ban Thường vụ Quốc hội", place: "Hà Nội", issued: "2024-04-02",
		subject: "QUY ĐỊNH CHẾ ĐỘ HỌP", signer: "Lê Văn Khởi", capacity: "KT.", principal: "BỘ TRƯỞNG, CHỦ NHIỆM", position: "PHÓ CHỦ NHIỆM"}},

	{"recipients whose heading is lost, the name behind one of them", `SỞ Y TẾ TỈNH SƠN LA
Số: 318/SYT-NVY
V/v phòng, chống dịch sởi
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn La, ngày 06 tháng 3 năm 2024
Kính gửi: Trung tâm Y tế các huyện, thành phố.
Sở Y tế yêu cầu các đơn vị tăng cường giám sát, báo cáo theo quy định ./.
GIÁM ĐỐC
- Như trên;
- UBND tỉnh (b/c);	Lò Văn Chiến	5
- Lưu: VT, NVY.`, head{number: "318/SYT-NVY", kind: "Công văn", issuer: "Sở Y tế tỉnh Sơn La", place: "Sơn La", issued: "2024-03-06",
		subject: "phòng, chống dịch sởi", to: "Trung tâm Y tế các huyện, thành phố", sent: "Như trên | UBND tỉnh (b/c) | Lưu: VT, NVY",
		signer: "Lò Văn Chiến", position: "GIÁM ĐỐC"}},

	{"committee whose place stands above its reasons", `ỦY BAN NHÂN DÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 61/QĐ-UB
Sơn La, ngày 16 tháng 11 năm 1977
QUYẾT ĐỊNH
VỀ PHÂN CÔNG QUẢN LÝ
ỦY BAN NHÂN DÂN TỈNH SƠN LA
Căn cứ Luật tổ chức Hội đồng nhân dân ngày 27-10-1962;
QUYẾT ĐỊNH
Điều 1.- Nay phân công quản lý như sau.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Chiến`, head{number: "61/QĐ-UB", kind: "Quyết định", issuer: "Ủy ban nhân dân tỉnh Sơn La", place: "Sơn La", issued: "1977-11-16",
		subject: "VỀ PHÂN CÔNG QUẢN LÝ", signer: "Lò Văn Chiến", capacity: "TM.", principal: "ỦY BAN NHÂN DÂN", position: "CHỦ TỊCH"}},

	{"an act whose letterhead is lost", `QUYẾT ĐỊNH
Về việc bình ổn giá bán lẻ một số hàng tiêu dùng
______________
ỦY BAN NHÂN DÂN TỈNH SƠN LA
Căn cứ Luật tổ chức Hội đồng nhân dân ngày 27-10-1962;
QUYẾT ĐỊNH
Điều 1. – Nay ổn định giá bán lẻ.
TM. UBND TỈNH
CHỦ TỊCH
(Đã ký)
Lò Văn Chiến`, head{kind: "Quyết định", issuer: "Ủy ban nhân dân tỉnh Sơn La", subject: "bình ổn giá bán lẻ một số hàng tiêu dùng",
		signer: "Lò Văn Chiến", capacity: "TM.", principal: "UBND TỈNH", position: "CHỦ TỊCH", missing: "number=absent issued=absent"}},

	{"dispatch, right column first", `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 9 tháng 11 năm 2023
BỘ TÀI CHÍNH
TỔNG CỤC THUẾ
Số: 5017/TCT-CS
V/v chính sách thuế
Kính gửi:
- Cục Thuế tỉnh Long An;
- Cục Thuế tỉnh Tiền Giang.
Tổng cục Thuế nhận được công văn số 88/CT-KT ngày 1/9/2023 và có ý kiến như sau:
TUQ. TỔNG CỤC TRƯỞNG
VỤ TRƯỞNG VỤ CHÍNH SÁCH
Phạm Thị Minh Hiền
Nơi nhận:
- Như trên;
- Lưu: VT, CS (3b).`, head{number: "5017/TCT-CS", kind: "Công văn", issuer: "Tổng cục Thuế", parent: "Bộ Tài chính", place: "Hà Nội", issued: "2023-11-09",
		subject: "chính sách thuế", to: "Cục Thuế tỉnh Long An | Cục Thuế tỉnh Tiền Giang", sent: "Như trên | Lưu: VT, CS (3b)",
		signer: "Phạm Thị Minh Hiền", capacity: "TUQ.", principal: "TỔNG CỤC TRƯỞNG", position: "VỤ TRƯỞNG VỤ CHÍNH SÁCH"}},

	{"columns on one line", `ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ GIANG Độc lập - Tự do - Hạnh phúc
Số: 77/UBND-KTTH Hà Giang, ngày 12 tháng 01 năm 2022
V/v chi trả trợ cấp Tết
Kính gửi: Sở Tài chính
Ủy ban nhân dân tỉnh yêu cầu Sở Tài chính chi trả trước ngày 20/01/2022./.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Hoàng Gia Long`, head{number: "77/UBND-KTTH", kind: "Công văn", issuer: "Ủy ban nhân dân tỉnh Hà Giang", place: "Hà Giang", issued: "2022-01-12",
		subject: "chi trả trợ cấp Tết", to: "Sở Tài chính", signer: "Hoàng Gia Long", capacity: "KT.", principal: "CHỦ TỊCH", position: "PHÓ CHỦ TỊCH"}},

	{"provincial decision", `ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1234/QĐ-UBND
Cần Thơ, ngày 30 tháng 6 năm 2021
QUYẾT ĐỊNH
Về việc phê duyệt kế hoạch sử dụng đất năm 2021 của quận Ninh Kiều
CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Xét đề nghị của Giám đốc Sở Tài nguyên và Môi trường,
QUYẾT ĐỊNH:
Điều 1. Phê duyệt kế hoạch sử dụng đất năm 2021.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.
Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Thực Hiện`, head{number: "1234/QĐ-UBND", kind: "Quyết định", issuer: "Ủy ban nhân dân thành phố Cần Thơ", place: "Cần Thơ", issued: "2021-06-30",
		subject: "phê duyệt kế hoạch sử dụng đất năm 2021 của quận Ninh Kiều", sent: "Như Điều 3 | Lưu: VT", signer: "Nguyễn Thực Hiện", capacity: "KT.", principal: "CHỦ TỊCH", position: "PHÓ CHỦ TỊCH", from: "2021-06-30"}},

	{"decree", `CHÍNH PHỦ
-------
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 05/2023/NĐ-CP
Hà Nội, ngày 15 tháng 02 năm 2023
NGHỊ ĐỊNH
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 56/2011/NĐ-CP NGÀY 04 THÁNG 7 NĂM 2011
CỦA CHÍNH PHỦ VỀ PHỤ CẤP ƯU ĐÃI
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Chính phủ ban hành Nghị định sửa đổi một số điều.
Điều 1. Sửa đổi khoản 1 Điều 3
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 15 tháng 02 năm 2023 đến hết ngày 31 tháng 12 năm 2023.
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
(Đã ký)
Trần Hồng Hà`, head{number: "05/2023/NĐ-CP", kind: "Nghị định", issuer: "Chính phủ", place: "Hà Nội", issued: "2023-02-15",
		subject: "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 56/2011/NĐ-CP NGÀY 04 THÁNG 7 NĂM 2011 CỦA CHÍNH PHỦ VỀ PHỤ CẤP ƯU ĐÃI",
		signer:  "Trần Hồng Hà", capacity: "KT.", principal: "THỦ TƯỚNG", position: "PHÓ THỦ TƯỚNG", from: "2023-02-15", until: "2023-12-31"}},

	{"law without a date line", `QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Luật số: 41/2024/QH15
LUẬT
BẢO HIỂM XÃ HỘI
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Bảo hiểm xã hội.
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về bảo hiểm xã hội.
Điều 140. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 7 thông qua ngày 29 tháng 6 năm 2024.
CHỦ TỊCH QUỐC HỘI
Trần Thanh Mẫn`, head{number: "41/2024/QH15", kind: "Luật", issuer: "Quốc hội", issued: "2024-06-29", subject: "BẢO HIỂM XÃ HỘI",
		signer: "Trần Thanh Mẫn", position: "CHỦ TỊCH QUỐC HỘI", from: "2025-07-01"}},

	{"resolution of the National Assembly, glued", `QUỐC HỘI ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- Nghị quyết số: 43/2022/QH15
Hà Nội, ngày 11 tháng 01 năm 2022 NGHỊ QUYẾT VỀ CHÍNH SÁCH TÀI KHÓA, TIỀN TỆ HỖ TRỢ CHƯƠNG TRÌNH PHỤC HỒI QUỐC HỘI
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
QUYẾT NGHỊ:
Điều 1. Phạm vi điều chỉnh
Nghị quyết này quy định chính sách.
CHỦ TỊCH QUỐC HỘI Vương Đình Huệ`, head{number: "43/2022/QH15", kind: "Nghị quyết", issuer: "Quốc hội", place: "Hà Nội", issued: "2022-01-11",
		subject: "VỀ CHÍNH SÁCH TÀI KHÓA, TIỀN TỆ HỖ TRỢ CHƯƠNG TRÌNH PHỤC HỒI", signer: "Vương Đình Huệ", position: "CHỦ TỊCH QUỐC HỘI"}},

	{"Party resolution", `BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 28-NQ/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 23 tháng 5 năm 2018
NGHỊ QUYẾT
HỘI NGHỊ LẦN THỨ BẢY BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII
về cải cách chính sách bảo hiểm xã hội
I- TÌNH HÌNH VÀ NGUYÊN NHÂN
1- Chính sách đã từng bước được hoàn thiện.
T/M BAN CHẤP HÀNH TRUNG ƯƠNG
TỔNG BÍ THƯ
Nguyễn Phú Trọng`, head{number: "28-NQ/TW", kind: "Nghị quyết", issuer: "Ban Chấp hành Trung ương", place: "Hà Nội", issued: "2018-05-23",
		subject: "HỘI NGHỊ LẦN THỨ BẢY BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII về cải cách chính sách bảo hiểm xã hội",
		signer:  "Nguyễn Phú Trọng", capacity: "TM.", principal: "BAN CHẤP HÀNH TRUNG ƯƠNG", position: "TỔNG BÍ THƯ"}},

	{"Party dispatch of a province", `TỈNH ỦY LÀO CAI
*
Số 1520-CV/TU
V/v lãnh đạo thực hiện bảo hiểm y tế toàn dân
ĐẢNG CỘNG SẢN VIỆT NAM
Lào Cai, ngày 02 tháng 8 năm 2022
Kính gửi: - Các ban xây dựng Đảng Tỉnh ủy,
- Ban cán sự đảng UBND tỉnh.
Ban Thường vụ Tỉnh ủy yêu cầu thực hiện các nội dung sau:
1. Quán triệt Chỉ thị số 38-CT/TW.
Nơi nhận:
- Như trên,
- Lưu VPTU.
K/T BÍ THƯ
PHÓ BÍ THƯ THƯỜNG TRỰC
Vũ Xuân Cường`, head{number: "1520-CV/TU", kind: "Công văn", issuer: "Tỉnh ủy Lào Cai", place: "Lào Cai", issued: "2022-08-02",
		subject: "lãnh đạo thực hiện bảo hiểm y tế toàn dân", to: "Các ban xây dựng Đảng Tỉnh ủy | Ban cán sự đảng UBND tỉnh", sent: "Như trên | Lưu VPTU",
		signer: "Vũ Xuân Cường", capacity: "KT.", principal: "BÍ THƯ", position: "PHÓ BÍ THƯ THƯỜNG TRỰC"}},

	{"joint circular", `BỘ NỘI VỤ - BỘ TÀI CHÍNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 08/2013/TTLT-BNV-BTC
Hà Nội, ngày 31 tháng 7 năm 2013
THÔNG TƯ LIÊN TỊCH
Hướng dẫn thực hiện chế độ nâng bậc lương thường xuyên
Căn cứ Nghị định số 204/2004/NĐ-CP ngày 14 tháng 12 năm 2004;
Điều 1. Phạm vi
Thông tư liên tịch này hướng dẫn chế độ nâng bậc lương.
Thông tư liên tịch này có hiệu lực thi hành kể từ ngày 15 tháng 9 năm 2013.
KT. BỘ TRƯỞNG BỘ TÀI CHÍNH
THỨ TRƯỞNG
Nguyễn Thị Minh
KT. BỘ TRƯỞNG BỘ NỘI VỤ
THỨ TRƯỞNG
Trần Thị Hà`, head{number: "08/2013/TTLT-BNV-BTC", kind: "Thông tư liên tịch", issuer: "Bộ Nội vụ - Bộ Tài chính", place: "Hà Nội", issued: "2013-07-31",
		subject: "Hướng dẫn thực hiện chế độ nâng bậc lương thường xuyên", signer: "Nguyễn Thị Minh", capacity: "KT.", principal: "BỘ TRƯỞNG BỘ TÀI CHÍNH", position: "THỨ TRƯỞNG", from: "2013-09-15"}},

	{"telegram, urgent", `THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 88/CĐ-TTg
Hà Nội, ngày 07 tháng 9 năm 2024
HỎA TỐC
CÔNG ĐIỆN
Về việc tập trung ứng phó bão số 3
THỦ TƯỚNG CHÍNH PHỦ điện:
- Bí thư, Chủ tịch Ủy ban nhân dân các tỉnh;
Thủ tướng Chính phủ yêu cầu các tỉnh cấm biển trước 11 giờ ngày 07 tháng 9 năm 2024.
Nơi nhận:
- Như trên;
- Lưu: VT, NN.
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Trần Hồng Hà`, head{number: "88/CĐ-TTg", kind: "Công điện", issuer: "Thủ tướng Chính phủ", place: "Hà Nội", issued: "2024-09-07", urgency: "hỏa tốc",
		subject: "tập trung ứng phó bão số 3", sent: "Như trên | Lưu: VT, NN", signer: "Trần Hồng Hà", capacity: "KT.", principal: "THỦ TƯỚNG", position: "PHÓ THỦ TƯỚNG"}},

	{"secret and urgent dispatch", `BỘ CÔNG AN
Số: 12/BCA-C06
MẬT
KHẨN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 3 tháng 4 năm 2020
V/v rà soát dữ liệu dân cư
Kính gửi: Công an các tỉnh, thành phố trực thuộc Trung ương
Bộ Công an yêu cầu Công an các địa phương rà soát dữ liệu.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Thượng tướng Nguyễn Văn Sơn`, head{number: "12/BCA-C06", kind: "Công văn", issuer: "Bộ Công an", place: "Hà Nội", issued: "2020-04-03", secrecy: "mật", urgency: "khẩn",
		subject: "rà soát dữ liệu dân cư", to: "Công an các tỉnh, thành phố trực thuộc Trung ương", signer: "Nguyễn Văn Sơn", capacity: "KT.", principal: "BỘ TRƯỞNG", position: "THỨ TRƯỞNG"}},

	{"company", `TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM
TỔNG CÔNG TY ĐIỆN LỰC HÀ NỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 2210/EVNNPC-KD
V/v giảm giá điện
Hà Nội, ngày 28 tháng 7 năm 2021
Kính gửi: Các Công ty Điện lực
Tổng công ty yêu cầu các đơn vị thực hiện.
Nơi nhận:
- Như trên;
- Lưu: VT, KD.
KT. TỔNG GIÁM ĐỐC
PHÓ TỔNG GIÁM ĐỐC
Vũ Anh Tài`, head{number: "2210/EVNNPC-KD", kind: "Công văn", issuer: "Tổng công ty Điện lực Hà Nội", parent: "Tập đoàn Điện lực Việt Nam", place: "Hà Nội", issued: "2021-07-28",
		subject: "giảm giá điện", to: "Các Công ty Điện lực", sent: "Như trên | Lưu: VT, KD", signer: "Vũ Anh Tài", capacity: "KT.", principal: "TỔNG GIÁM ĐỐC", position: "PHÓ TỔNG GIÁM ĐỐC"}},

	{"blank number and day", `BẢO HIỂM XÃ HỘI VIỆT NAM
Số:        /BHXH-TT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày     tháng     năm 2021
V/v góp ý dự thảo
Kính gửi: Các đơn vị trực thuộc
Đề nghị các đơn vị góp ý.`, head{kind: "Công văn", issuer: "Bảo hiểm xã hội Việt Nam", place: "Hà Nội", subject: "góp ý dự thảo", to: "Các đơn vị trực thuộc",
		missing: "number=absent issued=absent signatory=absent"}},

	{"dots for number and day", `UBND TỈNH NAM ĐỊNH
SỞ TƯ PHÁP
Số: ....../KH-STP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nam Định, ngày ... tháng 5 năm 2023
KẾ HOẠCH
Kiểm tra văn bản quy phạm pháp luật năm 2023
I. MỤC ĐÍCH
1. Phát hiện văn bản trái pháp luật.`, head{kind: "Kế hoạch", issuer: "Sở Tư pháp", parent: "UBND tỉnh Nam Định", place: "Nam Định", subject: "Kiểm tra văn bản quy phạm pháp luật năm 2023",
		missing: "number=absent issued=absent"}},

	{"OCR: day not legible", `BẢO HIẾM XA HỘI VIETNAM
sé: 915 /BHXH-CSYT
V/v thanh toán chi phí khám chữa bệnh
CONG HÒA XÃ HOI CHỦ NGHĨA VIỆT NAM
Độc lập — Tự do — Hanh phúc
Hà Nội, ngày {† tháng 3 năm 2020
Kính gửi: Bảo hiểm xã hội các tỉnh, thành phố trực thuộc Trung ương
Bảo hiểm xã hội Việt Nam hướng dẫn như sau:
Noi nhận:
- Như trên;
- Luu: VT, CSYT.
KT. TONG GIAM DOC
PHO TONG GIAM DOC
Phạm Lương Sơn`, head{number: "915/BHXH-CSYT", kind: "Công văn", issuer: "Bảo hiểm xã hội Việt Nam", place: "Hà Nội", subject: "thanh toán chi phí khám chữa bệnh",
		to: "Bảo hiểm xã hội các tỉnh, thành phố trực thuộc Trung ương", sent: "Như trên | Luu: VT, CSYT",
		signer: "Phạm Lương Sơn", capacity: "KT.", principal: "TỔNG GIÁM ĐỐC", position: "PHÓ TỔNG GIÁM ĐỐC", missing: "issued=not-understood"}},

	{"OCR: number not legible", `BỘ TÀI CHÍNH
Số: 4?3 /BTC-TCT
CỘNG HOA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hanh phúc
Hà Nội, ngày 12 tháng 02 năm 2021
V/v thực hiện Thông tư
Kính gửi: Cục Thuế các tỉnh
Bộ Tài chính yêu cầu thực hiện.`, head{kind: "Công văn", issuer: "Bộ Tài chính", place: "Hà Nội", issued: "2021-02-12", subject: "thực hiện Thông tư", to: "Cục Thuế các tỉnh",
		missing: "number=not-understood"}},

	{"a day that cannot be", `BỘ Y TẾ
Số: 77/BYT-KCB
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 31 tháng 02 năm 2021
V/v tiêm chủng
Kính gửi: Sở Y tế các tỉnh
Bộ Y tế đề nghị các Sở Y tế tổ chức tiêm chủng.`, head{number: "77/BYT-KCB", kind: "Công văn", issuer: "Bộ Y tế", place: "Hà Nội", subject: "tiêm chủng", to: "Sở Y tế các tỉnh",
		missing: "issued=not-understood"}},

	{"number with spaces and another dash", `BẢO HIỂM XÃ HỘI VIỆT NAM
Số : 1066 / BHXH – PC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 6/4/2021
V/v: Kiểm soát thủ tục hành chính
Kính gởi: BHXH tỉnh Bến Tre
Đề nghị BHXH tỉnh Bến Tre báo cáo.`, head{number: "1066/BHXH-PC", kind: "Công văn", issuer: "Bảo hiểm xã hội Việt Nam", place: "Hà Nội", issued: "2021-04-06",
		subject: "Kiểm soát thủ tục hành chính", to: "BHXH tỉnh Bến Tre"}},

	{"notice of conclusions", `VĂN PHÒNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 201/TB-VPCP
Hà Nội, ngày 14 tháng 5 năm 2024
THÔNG BÁO
Kết luận của Phó Thủ tướng Lê Minh Khái tại cuộc họp về bảo hiểm y tế
Ngày 10 tháng 5 năm 2024, Phó Thủ tướng Lê Minh Khái đã chủ trì cuộc họp.
Nơi nhận:
- Thủ tướng, các Phó Thủ tướng;
- Bộ Y tế;
- VPCP: BTCN, PCN;
- Lưu: VT, KGVX (3).
KT. BỘ TRƯỞNG, CHỦ NHIỆM
PHÓ CHỦ NHIỆM
Mai Thị Thu Vân`, head{number: "201/TB-VPCP", kind: "Thông báo", issuer: "Văn phòng Chính phủ", place: "Hà Nội", issued: "2024-05-14",
		subject: "Kết luận của Phó Thủ tướng Lê Minh Khái tại cuộc họp về bảo hiểm y tế", sent: "Thủ tướng, các Phó Thủ tướng | Bộ Y tế | VPCP: BTCN, PCN | Lưu: VT, KGVX (3)",
		signer: "Mai Thị Thu Vân", capacity: "KT.", principal: "BỘ TRƯỞNG, CHỦ NHIỆM", position: "PHÓ CHỦ NHIỆM"}},

	{"chain of three", `BỘ LAO ĐỘNG - THƯƠNG BINH
VÀ XÃ HỘI
Số: 3081/LĐTBXH-PC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 21 tháng 7 năm 2020
V/v trả lời kiến nghị
Kính gửi: Văn phòng Chính phủ
Bộ Lao động - Thương binh và Xã hội trả lời như sau:
TL. BỘ TRƯỞNG
KT. VỤ TRƯỞNG VỤ PHÁP CHẾ
PHÓ VỤ TRƯỞNG
Hà Thị Minh Đức`, head{number: "3081/LĐTBXH-PC", kind: "Công văn", issuer: "Bộ Lao động - Thương binh và Xã hội", place: "Hà Nội", issued: "2020-07-21", subject: "trả lời kiến nghị",
		to: "Văn phòng Chính phủ", signer: "Hà Thị Minh Đức", capacity: "KT.", principal: "VỤ TRƯỞNG VỤ PHÁP CHẾ", position: "PHÓ VỤ TRƯỞNG"}},

	{"acting head", `CỤC QUẢN LÝ LAO ĐỘNG NGOÀI NƯỚC
Số: 400/QLD-ĐK
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 8 tháng 1 năm 2019
V/v công bố thuốc
Kính gửi: Sở Y tế tỉnh Kon Tum
Cục Quản lý lao động ngoài nước thông báo.
Q. CỤC TRƯỞNG
Vũ Tuấn Cường`, head{number: "400/QLD-ĐK", kind: "Công văn", issuer: "Cục Quản lý lao động ngoài nước", place: "Hà Nội", issued: "2019-01-08", subject: "công bố thuốc", to: "Sở Y tế tỉnh Kon Tum",
		signer: "Vũ Tuấn Cường", capacity: "Q.", position: "CỤC TRƯỞNG"}},

	{"stamp above the letterhead", `Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ
Email: thongtinchinhphu@chinhphu.vn
Cơ quan: VĂN PHÒNG CHÍNH PHỦ
Thời gian ký: 20.06.2022 16:05:11 +07:00
BỘ GIÁO DỤC VÀ ĐÀO TẠO
Số: 2500/BGDĐT-GDTrH
V/v tuyển sinh lớp 10
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 17 tháng 6 năm 2022
Kính gửi: Các Sở Giáo dục và Đào tạo
Bộ Giáo dục và Đào tạo đề nghị các Sở thực hiện.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Nguyễn Hữu Độ`, head{number: "2500/BGDĐT-GDTrH", kind: "Công văn", issuer: "Bộ Giáo dục và Đào tạo", place: "Hà Nội", issued: "2022-06-17", subject: "tuyển sinh lớp 10",
		to: "Các Sở Giáo dục và Đào tạo", signer: "Nguyễn Hữu Độ", capacity: "KT.", principal: "BỘ TRƯỞNG", position: "THỨ TRƯỞNG"}},

	{"incoming stamp beside the number", `BỘ XÂY DỰNG
Số: 61/BXD-QLN
CỔNG TTĐT CHÍNH PHỦ
ĐẾN Số: 4410
Ngày: 04/03/2021
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 02 tháng 3 năm 2021
V/v nhà ở xã hội
Kính gửi: UBND các tỉnh
Bộ Xây dựng có ý kiến như sau.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Nguyễn Văn Sinh`, head{number: "61/BXD-QLN", kind: "Công văn", issuer: "Bộ Xây dựng", place: "Hà Nội", issued: "2021-03-02", subject: "nhà ở xã hội", to: "UBND các tỉnh",
		signer: "Nguyễn Văn Sinh", capacity: "KT.", principal: "BỘ TRƯỞNG", position: "THỨ TRƯỞNG"}},

	{"copy block after the signature", `TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
Số: 300/TLĐ
V/v đóng kinh phí công đoàn
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 18 tháng 3 năm 2020
Kính gửi: Các Liên đoàn Lao động tỉnh, thành phố
Đề nghị các Liên đoàn thực hiện.
TM. ĐOÀN CHỦ TỊCH
PHÓ CHỦ TỊCH
Phan Văn Anh
(đã ký)
LIÊN ĐOÀN LAO ĐỘNG TP HÀ NỘI
SAO LỤC
Số: 17/SL-LĐLĐ
Hà Nội, ngày 20 tháng 3 năm 2020
TL. BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG
Lê Thị Bình`, head{number: "300/TLĐ", kind: "Công văn", issuer: "Tổng Liên đoàn Lao động Việt Nam", place: "Hà Nội", issued: "2020-03-18", subject: "đóng kinh phí công đoàn",
		to: "Các Liên đoàn Lao động tỉnh, thành phố", signer: "Phan Văn Anh", capacity: "TM.", principal: "ĐOÀN CHỦ TỊCH", position: "PHÓ CHỦ TỊCH"}},

	{"properties of a web page above the text", `Số ký hiệu: 45/2021/TT-BYT
Ngày ban hành: 31/12/2021
Ngày có hiệu lực: 15/02/2022
Loại văn bản: Thông tư
Cơ quan ban hành: Bộ Y tế
Người ký: Trần Văn Thuấn
Trích yếu: Quy định về bệnh án điện tử
Điều 1. Phạm vi
Thông tư này quy định về bệnh án điện tử.`, head{number: "45/2021/TT-BYT", kind: "Thông tư", issuer: "Bộ Y tế", issued: "2021-12-31", subject: "Quy định về bệnh án điện tử", signer: "Trần Văn Thuấn", from: "2022-02-15"}},

	{"numbers and dates inside the subject", `THANH TRA CHÍNH PHỦ
Số: 909/TTCP-C.I
V/v thực hiện Công văn số 2100/VPCP-V.I
ngày 3/4/2023 của Văn phòng Chính phủ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 10 tháng 5 năm 2023
Kính gửi: Bộ Công Thương
Thanh tra Chính phủ đề nghị Bộ Công Thương báo cáo.`, head{number: "909/TTCP-C.I", kind: "Công văn", issuer: "Thanh tra Chính phủ", place: "Hà Nội", issued: "2023-05-10",
		subject: "thực hiện Công văn số 2100/VPCP-V.I ngày 3/4/2023 của Văn phòng Chính phủ", to: "Bộ Công Thương"}},

	{"annex with its own letterhead", `SỞ NỘI VỤ
Số: 20/SNV-CCVC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Huế, ngày 4 tháng 1 năm 2022
V/v báo cáo biên chế
Kính gửi: Các sở, ban, ngành
Đề nghị các đơn vị báo cáo theo Phụ lục.
GIÁM ĐỐC
Nguyễn Đăng Bảo
PHỤ LỤC I
(Kèm theo Công văn số 20/SNV-CCVC ngày 04/01/2022 của Sở Nội vụ)
TÊN ĐƠN VỊ
Số: ......
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
......, ngày ... tháng ... năm 2022
BÁO CÁO
Tình hình biên chế
Nơi nhận:
- Sở Nội vụ;
THỦ TRƯỞNG ĐƠN VỊ`, head{number: "20/SNV-CCVC", kind: "Công văn", issuer: "Sở Nội vụ", place: "Huế", issued: "2022-01-04", subject: "báo cáo biên chế", to: "Các sở, ban, ngành",
		signer: "Nguyễn Đăng Bảo", position: "GIÁM ĐỐC"}},

	{"decision that promulgates a regulation", `BỘ NỘI VỤ
Số: 55/QĐ-BNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 20 tháng 1 năm 2021
QUYẾT ĐỊNH
Ban hành Quy chế làm việc của Bộ Nội vụ
BỘ TRƯỞNG BỘ NỘI VỤ
Căn cứ Nghị định số 34/2017/NĐ-CP ngày 03 tháng 4 năm 2017;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 02 năm 2021.
BỘ TRƯỞNG
Lê Vĩnh Tân
QUY CHẾ
Làm việc của Bộ Nội vụ
(Ban hành kèm theo Quyết định số 55/QĐ-BNV ngày 20 tháng 01 năm 2021)
Điều 1. Phạm vi điều chỉnh
Quy chế này có hiệu lực từ ngày 01 tháng 3 năm 2021.`, head{number: "55/QĐ-BNV", kind: "Quyết định", issuer: "Bộ Nội vụ", place: "Hà Nội", issued: "2021-01-20", subject: "Ban hành Quy chế làm việc của Bộ Nội vụ",
		signer: "Lê Vĩnh Tân", position: "BỘ TRƯỞNG", from: "2021-02-01"}},

	{"title that holds number and date", `Nghị định của Chính phủ số 61/2002/NĐ-CP ngày 11/6/2002 về chế độ nhuận bút
Chính phủ
Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;
Nghị định:
Điều 1. Phạm vi áp dụng
Nghị định này quy định chế độ nhuận bút.
TM. Chính phủ
Thủ tướng
Phan Văn Khải`, head{number: "61/2002/NĐ-CP", kind: "Nghị định", issuer: "Chính phủ", issued: "2002-06-11", subject: "về chế độ nhuận bút", signer: "Phan Văn Khải", capacity: "TM.", principal: "Chính phủ", position: "Thủ tướng"}},

	{"title over several lines of capitals", `QUYẾT ĐỊNH
CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 58/2001/QĐ-TTG NGÀY 24 THÁNG 4 NĂM 2001
VỀ VIỆC BỔ SUNG CHẾ ĐỘ TRANG PHỤC
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ ngày 30 tháng 9 năm 1992;
QUYẾT ĐỊNH:
Điều 1. Bổ sung chế độ trang phục.
THỦ TƯỚNG CHÍNH PHỦ
Phan Văn Khải`, head{number: "58/2001/QĐ-TTg", kind: "Quyết định", issuer: "Thủ tướng Chính phủ", issued: "2001-04-24", subject: "BỔ SUNG CHẾ ĐỘ TRANG PHỤC",
		signer: "Phan Văn Khải", position: "THỦ TƯỚNG CHÍNH PHỦ"}},

	{"type with the organ", `CHÍNH PHỦ
Số: 44/2003/NĐ-CP
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 09 tháng 5 năm 2003
NGHỊ ĐỊNH CỦA CHÍNH PHỦ
Quy định chi tiết và hướng dẫn thi hành một số điều của Bộ luật Lao động về hợp đồng lao động
CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;
NGHỊ ĐỊNH:
Điều 1. Phạm vi`, head{number: "44/2003/NĐ-CP", kind: "Nghị định", issuer: "Chính phủ", place: "Hà Nội", issued: "2003-05-09",
		subject: "Quy định chi tiết và hướng dẫn thi hành một số điều của Bộ luật Lao động về hợp đồng lao động"}},

	{"submission", `UBND THÀNH PHỐ HUẾ
PHÒNG TÀI CHÍNH - KẾ HOẠCH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 09/TTr-TCKH
Huế, ngày 19 tháng 02 năm 2025
TỜ TRÌNH
Về việc phân bổ dự toán chi ngân sách
Kính gửi: Ủy ban nhân dân thành phố Huế
Phòng Tài chính - Kế hoạch kính trình Ủy ban nhân dân thành phố xem xét.
TRƯỞNG PHÒNG
Đặng Thị Hương`, head{number: "09/TTr-TCKH", kind: "Tờ trình", issuer: "Phòng Tài chính - Kế hoạch", parent: "UBND thành phố Huế", place: "Huế", issued: "2025-02-19",
		subject: "phân bổ dự toán chi ngân sách", to: "Ủy ban nhân dân thành phố Huế", signer: "Đặng Thị Hương", position: "TRƯỞNG PHÒNG"}},

	{"addressees of several kinds on one line", `BỘ NỘI VỤ
Số: 1/BNV-TL
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 01 tháng 12 năm 2025
V/v tiền lương
Kính gửi: Bộ Tài chính; Bộ Y tế; Bảo hiểm xã hội Việt Nam.
Bộ Nội vụ đề nghị các cơ quan cho ý kiến.`, head{number: "1/BNV-TL", kind: "Công văn", issuer: "Bộ Nội vụ", place: "Hà Nội", issued: "2025-12-01", subject: "tiền lương", to: "Bộ Tài chính | Bộ Y tế | Bảo hiểm xã hội Việt Nam"}},

	{"addressee and body on one line", `BỘ CÔNG THƯƠNG
Số: 77/BCT-KH V/v kế hoạch năm
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 5 tháng 5 năm 2015
Kính gửi: Tổng công ty Giấy Việt Nam (VINAPACO) Phúc đáp Công văn số 615/GVN-PC ngày 3 tháng 4 năm 2015 về kế hoạch năm, Bộ Công Thương có ý kiến như sau:
Tổng công ty thực hiện theo quy định.
TL. BỘ TRƯỞNG KT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG Lê Thị Hồng`, head{number: "77/BCT-KH", kind: "Công văn", issuer: "Bộ Công Thương", place: "Hà Nội", issued: "2015-05-05", subject: "kế hoạch năm",
		to: "Tổng công ty Giấy Việt Nam (VINAPACO)", signer: "Lê Thị Hồng", capacity: "KT.", principal: "CHÁNH VĂN PHÒNG", position: "PHÓ CHÁNH VĂN PHÒNG"}},

	{"wrapped recipients beside the signature", `BỘ TƯ PHÁP
Số: 33/BTP-PBGDPL
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 6 tháng 1 năm 2023
V/v phổ biến pháp luật
Kính gửi: Các Sở Tư pháp
Đề nghị các Sở Tư pháp thực hiện.
Nơi nhận: KT. BỘ TRƯỞNG
- Như trên; THỨ TRƯỞNG
- Các Vụ: Phổ biến, giáo dục pháp luật,
Hành chính tư pháp;
- Lưu: VT, PBGDPL.
Đặng Hoàng Oanh`, head{number: "33/BTP-PBGDPL", kind: "Công văn", issuer: "Bộ Tư pháp", place: "Hà Nội", issued: "2023-01-06", subject: "phổ biến pháp luật", to: "Các Sở Tư pháp",
		sent: "Như trên | Các Vụ: Phổ biến, giáo dục pháp luật, Hành chính tư pháp | Lưu: VT, PBGDPL", signer: "Đặng Hoàng Oanh", capacity: "KT.", principal: "BỘ TRƯỞNG", position: "THỨ TRƯỞNG"}},

	{"name in capitals, rank", `BỘ QUỐC PHÒNG
Số: 140/2025/TT-BQP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 20 tháng 11 năm 2025
THÔNG TƯ
Quy định về quân hàm
Căn cứ Luật Sĩ quan;
Điều 1. Phạm vi
Thông tư này có hiệu lực thi hành kể từ ngày 05 tháng 01 năm 2026 và thay thế Thông tư số 1/2010/TT-BQP.
BỘ TRƯỞNG
Đại tướng PHAN VĂN GIANG`, head{number: "140/2025/TT-BQP", kind: "Thông tư", issuer: "Bộ Quốc phòng", place: "Hà Nội", issued: "2025-11-20", subject: "Quy định về quân hàm",
		signer: "Phan Văn Giang", position: "BỘ TRƯỞNG", from: "2026-01-05"}},

	{"other documents' force is not its own", `BỘ Y TẾ
Số: 8/2022/TT-BYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 05 tháng 9 năm 2022
THÔNG TƯ
Quy định việc đăng ký lưu hành thuốc
Căn cứ Luật Dược;
Điều 1. Hồ sơ nộp trước ngày Thông tư này có hiệu lực thi hành thì thực hiện theo Thông tư số 32/2018/TT-BYT có hiệu lực từ ngày 01 tháng 9 năm 2019.
Điều 2. Thông tư số 32/2018/TT-BYT hết hiệu lực kể từ ngày 20 tháng 10 năm 2022.
Điều 3. Thông tư này có hiệu lực thi hành kể từ ngày 20 tháng 10 năm 2022.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Đỗ Xuân Tuyên`, head{number: "8/2022/TT-BYT", kind: "Thông tư", issuer: "Bộ Y tế", place: "Hà Nội", issued: "2022-09-05", subject: "Quy định việc đăng ký lưu hành thuốc",
		signer: "Đỗ Xuân Tuyên", capacity: "KT.", principal: "BỘ TRƯỞNG", position: "THỨ TRƯỞNG", from: "2022-10-20"}},

	{"pre-1997 number", `HỘI ĐỒNG BỘ TRƯỞNG
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 119-HĐBT
Hà Nội, ngày 9 tháng 4 năm 1990
QUYẾT ĐỊNH
Về tổ chức, quản lý và cán bộ khi áp dụng hình thức đấu thầu
HỘI ĐỒNG BỘ TRƯỞNG
Căn cứ Luật Tổ chức Hội đồng Bộ trưởng ngày 4-7-1981;
QUYẾT ĐỊNH:
Điều 1. Cho phép áp dụng.
T/M HỘI ĐỒNG BỘ TRƯỞNG
K/T CHỦ TỊCH
PHÓ CHỦ TỊCH
Võ Văn Kiệt`, head{number: "119-HĐBT", kind: "Quyết định", issuer: "Hội đồng Bộ trưởng", place: "Hà Nội", issued: "1990-04-09", subject: "Về tổ chức, quản lý và cán bộ khi áp dụng hình thức đấu thầu",
		signer: "Võ Văn Kiệt", capacity: "KT.", principal: "CHỦ TỊCH", position: "PHÓ CHỦ TỊCH"}},

	{"invitation, name lost", `CỤC VIỄN THÔNG
Số: 88/GM-CVT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 2 tháng 10 năm 2018
GIẤY MỜI
Họp về chuyển mạng giữ số
Kính gửi: Tập đoàn Bưu chính Viễn thông Việt Nam
Cục Viễn thông trân trọng kính mời.
CỤC TRƯỞNG`, head{number: "88/GM-CVT", kind: "Giấy mời", issuer: "Cục Viễn thông", place: "Hà Nội", issued: "2018-10-02", subject: "Họp về chuyển mạng giữ số",
		to: "Tập đoàn Bưu chính Viễn thông Việt Nam", position: "CỤC TRƯỞNG", missing: "signatory.name=absent"}},

	{"name only, office lost", `BẢO HIỂM XÃ HỘI VIỆT NAM
Số: 14/BHXH-VP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 2 tháng 1 năm 2019
V/v nghỉ Tết
Kính gửi: Các đơn vị
Yêu cầu các đơn vị trực Tết.
Nơi nhận:
- Như trên;
- Lưu: VT, VP.
Đào Việt Ánh`, head{number: "14/BHXH-VP", kind: "Công văn", issuer: "Bảo hiểm xã hội Việt Nam", place: "Hà Nội", issued: "2019-01-02", subject: "nghỉ Tết", to: "Các đơn vị",
		sent: "Như trên | Lưu: VT, VP", signer: "Đào Việt Ánh"}},

	{"circular repeats its type", `BỘ TÀI CHÍNH
Số: 3/2026/TT-BTC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 9 tháng 1 năm 2026
THÔNG TƯ
Thông tư sửa đổi, bổ sung một số điều của Thông tư số 1/2020/TT-BTC ngày 2 tháng 1 năm 2020
Căn cứ Luật Kế toán;
Điều 1. Sửa đổi Điều 2`, head{number: "3/2026/TT-BTC", kind: "Thông tư", issuer: "Bộ Tài chính", place: "Hà Nội", issued: "2026-01-09",
		subject: "sửa đổi, bổ sung một số điều của Thông tư số 1/2020/TT-BTC ngày 2 tháng 1 năm 2020"}},

	{"list of links before the text", `- 1 Luật bảo hiểm y tế 2008
- 2 Nghị định 146/2018/NĐ-CP hướng dẫn Luật bảo hiểm y tế
BẢO HIỂM XÃ HỘI VIỆT NAM
Số: 500/BHXH-CSYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 5 tháng 2 năm 2020
V/v giám định
Kính gửi: BHXH các tỉnh
BHXH Việt Nam hướng dẫn.
- 1 Công văn 12/BHXH-CSYT năm 2019 do Bảo hiểm xã hội Việt Nam ban hành`, head{number: "500/BHXH-CSYT", kind: "Công văn", issuer: "Bảo hiểm xã hội Việt Nam", place: "Hà Nội", issued: "2020-02-05", subject: "giám định", to: "BHXH các tỉnh"}},

	{"resolution of a people's council", `HỘI ĐỒNG NHÂN DÂN
TỈNH LẠNG SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 11/2023/NQ-HĐND
Lạng Sơn, ngày 14 tháng 7 năm 2023
NGHỊ QUYẾT
Quy định mức hỗ trợ đóng bảo hiểm y tế cho một số đối tượng trên địa bàn tỉnh Lạng Sơn
HỘI ĐỒNG NHÂN DÂN TỈNH LẠNG SƠN
KHÓA XVII, KỲ HỌP THỨ MƯỜI SÁU
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Xét Tờ trình số 80/TTr-UBND ngày 30 tháng 6 năm 2023 của Ủy ban nhân dân tỉnh.
QUYẾT NGHỊ:
Điều 1. Quy định mức hỗ trợ
Điều 2. Tổ chức thực hiện
Nghị quyết này đã được Hội đồng nhân dân tỉnh Lạng Sơn Khóa XVII, Kỳ họp thứ mười sáu thông qua ngày 14 tháng 7 năm 2023 và có hiệu lực từ ngày 01 tháng 8 năm 2023./.
CHỦ TỊCH
Đoàn Thị Hậu
Nơi nhận:
- Ủy ban Thường vụ Quốc hội;
- Lưu: VT.`, head{number: "11/2023/NQ-HĐND", kind: "Nghị quyết", issuer: "Hội đồng nhân dân tỉnh Lạng Sơn", place: "Lạng Sơn", issued: "2023-07-14",
		subject: "Quy định mức hỗ trợ đóng bảo hiểm y tế cho một số đối tượng trên địa bàn tỉnh Lạng Sơn", sent: "Ủy ban Thường vụ Quốc hội | Lưu: VT", signer: "Đoàn Thị Hậu", position: "CHỦ TỊCH", from: "2023-08-01"}},

	{"consolidated text", `VĂN PHÒNG QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/VBHN-VPQH
Hà Nội, ngày 12 tháng 12 năm 2017
LUẬT
BẢO HIỂM Y TẾ
Luật Bảo hiểm y tế số 25/2008/QH12 ngày 14 tháng 11 năm 2008 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 7 năm 2009, được sửa đổi, bổ sung bởi:
1. Luật số 32/2013/QH13 ngày 19 tháng 6 năm 2013 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 năm 2014.
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi
XÁC THỰC VĂN BẢN HỢP NHẤT
CHỦ NHIỆM
Nguyễn Hạnh Phúc`, head{number: "12/VBHN-VPQH", kind: "Văn bản hợp nhất", issuer: "Văn phòng Quốc hội", place: "Hà Nội", issued: "2017-12-12", subject: "BẢO HIỂM Y TẾ", signer: "Nguyễn Hạnh Phúc", position: "CHỦ NHIỆM"}},

	{"two branches together", `BẢO HIỂM XÃ HỘI TỈNH HÀ NAM - SỞ Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 120/HDLN-BHXH-SYT
Hà Nam, ngày 15 tháng 2 năm 2019
HƯỚNG DẪN LIÊN NGÀNH
Về việc thanh toán chi phí khám chữa bệnh
Thực hiện Thông tư số 39/2018/TT-BYT, liên ngành hướng dẫn như sau:
GIÁM ĐỐC SỞ Y TẾ
Trần Văn A
GIÁM ĐỐC BẢO HIỂM XÃ HỘI TỈNH
Lê Thị Bích`, head{number: "120/HDLN-BHXH-SYT", kind: "Hướng dẫn liên ngành", issuer: "Bảo hiểm xã hội tỉnh Hà Nam - Sở Y tế", place: "Hà Nam", issued: "2019-02-15",
		subject: "thanh toán chi phí khám chữa bệnh", signer: "Trần Văn A", position: "GIÁM ĐỐC SỞ Y TẾ"}},

	{"a web page's menu above, its buttons below", `Trang chủ
Văn bản pháp luật
Công văn 1511/BHXH-BT
Chia sẻ
BẢO HIỂM XÃ HỘI VIỆT NAM
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 1511/BHXH-BT
V/v tạm dừng đóng vào quỹ hưu trí
Hà Nội, ngày 4 tháng 5 năm 2020
Kính gửi:
Bảo hiểm xã hội các tỉnh, thành phố trực thuộc Trung ương
Bảo hiểm xã hội Bộ Quốc phòng
BHXH Việt Nam hướng dẫn thực hiện như sau:
1. Về đối tượng
TUQ. TỔNG GIÁM ĐỐC
TRƯỞNG BAN THU
Dương Văn Hào
Lưu trữ
Ghi chú
Ý kiến`, head{number: "1511/BHXH-BT", kind: "Công văn", issuer: "Bảo hiểm xã hội Việt Nam", place: "Hà Nội", issued: "2020-05-04", subject: "tạm dừng đóng vào quỹ hưu trí",
		to: "Bảo hiểm xã hội các tỉnh, thành phố trực thuộc Trung ương | Bảo hiểm xã hội Bộ Quốc phòng", signer: "Dương Văn Hào", capacity: "TUQ.", principal: "TỔNG GIÁM ĐỐC", position: "TRƯỞNG BAN THU"}},

	{"branch of a bank", `NGÂN HÀNG NHÀ NƯỚC
VIỆT NAM
CHI NHÁNH TỈNH LÀO CAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 101/LCA-TTGS
V/v cho vay
Lào Cai, ngày 2 tháng 2 năm 2020
Kính gửi: Các tổ chức tín dụng trên địa bàn
Đề nghị các tổ chức tín dụng báo cáo trước ngày 10/2/2020.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Phan Quốc Nghĩa`, head{number: "101/LCA-TTGS", kind: "Công văn", issuer: "Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Lào Cai", parent: "Ngân hàng Nhà nước Việt Nam", place: "Lào Cai", issued: "2020-02-02",
		subject: "cho vay", to: "Các tổ chức tín dụng trên địa bàn", signer: "Phan Quốc Nghĩa", capacity: "KT.", principal: "GIÁM ĐỐC", position: "PHÓ GIÁM ĐỐC"}},

	{"by delegation of a chairman", `ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
Số: 3212/UBND-KGVX
V/v triển khai Nghị định số 75/2023/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bắc Giang, ngày 10 tháng 11 năm 2023
Kính gửi:
- Các sở, cơ quan thuộc UBND tỉnh;
- UBND các huyện, thành phố.
UBND tỉnh yêu cầu:
1. Sở Y tế chủ trì.
Nơi nhận:
- Như trên;
- TT Tỉnh ủy, TT HĐND tỉnh;
- Lưu: VT, KGVX Bình.
TUQ. CHỦ TỊCH
GIÁM ĐỐC SỞ Y TẾ
Từ Quốc Hiệu`, head{number: "3212/UBND-KGVX", kind: "Công văn", issuer: "Ủy ban nhân dân tỉnh Bắc Giang", place: "Bắc Giang", issued: "2023-11-10", subject: "triển khai Nghị định số 75/2023/NĐ-CP",
		to: "Các sở, cơ quan thuộc UBND tỉnh | UBND các huyện, thành phố", sent: "Như trên | TT Tỉnh ủy, TT HĐND tỉnh | Lưu: VT, KGVX Bình", signer: "Từ Quốc Hiệu", capacity: "TUQ.", principal: "CHỦ TỊCH", position: "GIÁM ĐỐC SỞ Y TẾ"}},

	{"commune", `ỦY BAN NHÂN DÂN
XÃ TÂN HƯNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/BC-UBND
Tân Hưng, ngày 15 tháng 9 năm 2025
BÁO CÁO
Kết quả thực hiện nhiệm vụ tháng 9 năm 2025
I. KẾT QUẢ
1. Thu ngân sách đạt 95%.
Nơi nhận:
- UBND tỉnh;
- Lưu: VP.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Hải`, head{number: "45/BC-UBND", kind: "Báo cáo", issuer: "Ủy ban nhân dân xã Tân Hưng", place: "Tân Hưng", issued: "2025-09-15", subject: "Kết quả thực hiện nhiệm vụ tháng 9 năm 2025",
		sent: "UBND tỉnh | Lưu: VP", signer: "Nguyễn Văn Hải", capacity: "TM.", principal: "ỦY BAN NHÂN DÂN", position: "CHỦ TỊCH"}},

	{"judges' council", `TÒA ÁN NHÂN DÂN TỐI CAO
HỘI ĐỒNG THẨM PHÁN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghị quyết số: 05/2019/NQ-HĐTP
Hà Nội, ngày 15 tháng 8 năm 2019
NGHỊ QUYẾT
Hướng dẫn áp dụng Điều 214, Điều 215, Điều 216 của Bộ luật Hình sự
HỘI ĐỒNG THẨM PHÁN TÒA ÁN NHÂN DÂN TỐI CAO
Căn cứ Luật Tổ chức Tòa án nhân dân ngày 24 tháng 11 năm 2014;
QUYẾT NGHỊ:
Điều 1. Phạm vi điều chỉnh
TM. HỘI ĐỒNG THẨM PHÁN
CHÁNH ÁN
Nguyễn Hòa Bình`, head{number: "05/2019/NQ-HĐTP", kind: "Nghị quyết", issuer: "Hội đồng Thẩm phán Tòa án nhân dân tối cao", parent: "Tòa án nhân dân tối cao", place: "Hà Nội", issued: "2019-08-15",
		subject: "Hướng dẫn áp dụng Điều 214, Điều 215, Điều 216 của Bộ luật Hình sự", signer: "Nguyễn Hòa Bình", capacity: "TM.", principal: "HỘI ĐỒNG THẨM PHÁN", position: "CHÁNH ÁN"}},

	{"no header at all", "Điều 1. Phạm vi\nVăn bản này quy định việc A.\nĐiều 2. Đối tượng\nMọi cơ quan.", head{missing: "number=absent issued=absent issuer=absent type=absent subject=absent signatory=absent"}},
}
