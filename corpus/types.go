package corpus

// DocumentType is a kind of document (tên loại văn bản): its name and the code that stands for
// it in a number's symbol.
type DocumentType struct {
	Code, Name string
}

// documentTypes lists the types of NĐ 30/2020/NĐ-CP art. 7 and annex III, of legal normative
// documents (Luật BHVBQPPL) and of the Party (HD 36-HD/VPTW). A code that two names share
// stands with the commoner one first.
var documentTypes = []DocumentType{
	{"CV", "Công văn"},
	{"NQ", "Nghị quyết"}, {"QĐ", "Quyết định"}, {"CT", "Chỉ thị"}, {"QC", "Quy chế"}, {"QyĐ", "Quy định"},
	{"TC", "Thông cáo"}, {"TB", "Thông báo"}, {"HD", "Hướng dẫn"}, {"CTr", "Chương trình"}, {"KH", "Kế hoạch"},
	{"PA", "Phương án"}, {"ĐA", "Đề án"}, {"DA", "Dự án"}, {"BC", "Báo cáo"}, {"BB", "Biên bản"},
	{"TTr", "Tờ trình"}, {"HĐ", "Hợp đồng"}, {"CĐ", "Công điện"}, {"BGN", "Bản ghi nhớ"}, {"BTT", "Bản thỏa thuận"},
	{"GUQ", "Giấy ủy quyền"}, {"GM", "Giấy mời"}, {"GGT", "Giấy giới thiệu"}, {"GNP", "Giấy nghỉ phép"},
	{"PG", "Phiếu gửi"}, {"PC", "Phiếu chuyển"}, {"PB", "Phiếu báo"}, {"SY", "Bản sao y"}, {"SL", "Bản sao lục"}, {"TrS", "Bản trích sao"},
	{"TCg", "Thư công"},
	{"HP", "Hiến pháp"}, {"BL", "Bộ luật"}, {"L", "Luật"}, {"PL", "Pháp lệnh"}, {"LCT", "Lệnh"}, {"NĐ", "Nghị định"},
	{"TT", "Thông tư"}, {"TTLT", "Thông tư liên tịch"}, {"NQLT", "Nghị quyết liên tịch"}, {"VBHN", "Văn bản hợp nhất"}, {"ĐC", "Đính chính"},
	{"SLệnh", "Sắc lệnh"},
	{"KL", "Kết luận"}, {"QĐi", "Quy định"}, {"QTr", "Quy trình"}, {"CTPH", "Chương trình phối hợp"}, {"QCPH", "Quy chế phối hợp"},
	{"KHPH", "Kế hoạch phối hợp"}, {"HDLN", "Hướng dẫn liên ngành"},
}

// typeAliases are other spellings of codes met in real numbers.
var typeAliases = map[string]string{"Ctr": "CTr", "CTR": "CTr", "TTR": "TTr", "QCh": "QC", "QD": "QĐ", "ND": "NĐ", "QYĐ": "QyĐ", "DAn": "DA"}

// TypeOfCode is the type that a code in a symbol stands for.
func TypeOfCode(code string) (DocumentType, bool) {
	if full, ok := typeAliases[code]; ok {
		code = full
	}
	for _, t := range documentTypes {
		if t.Code == code {
			return t, true
		}
	}
	return DocumentType{}, false
}

// TypeOfName is the type with this name, exactly as the table writes it.
func TypeOfName(name string) (DocumentType, bool) {
	for _, t := range documentTypes {
		if t.Name == name {
			return t, true
		}
	}
	return DocumentType{}, false
}

// DocumentTypes are all types, in the table's order.
func DocumentTypes() []DocumentType { return append([]DocumentType(nil), documentTypes...) }
