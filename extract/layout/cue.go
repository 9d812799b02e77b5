package layout

import (
	"bytes"
	"strings"
	"unicode"
)

// Cue is what the wording of a line, or of a piece of the letterhead, says it is.
type Cue uint8

// The cues.
const (
	Plain       Cue = iota
	Blank           // nothing
	Rule            // "-----", a page number, a button of a web page
	Motto           // CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM; Độc lập - Tự do - Hạnh phúc; ĐẢNG CỘNG SẢN VIỆT NAM
	Organ           // a line of the letterhead in capitals
	Numbering       // "Số: 2482/BHXH-TT"
	Dating          // "Hà Nội, ngày 12 tháng 9 năm 2022"
	About           // "V/v hướng dẫn …" and the lines that continue it
	TypeName        // "QUYẾT ĐỊNH"
	Title           // the lines under a type's name
	Urgency         // HỎA TỐC
	Secrecy         // MẬT
	Addressee       // "Kính gửi: …" and the lines that continue it
	Basis           // "Căn cứ …", "Xét đề nghị …"
	Resolve         // "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:"
	Office          // "KT. TỔNG GIÁM ĐỐC", "BỘ TRƯỞNG"
	SendTo          // "Nơi nhận:"
	AnnexTitle      // "PHỤ LỤC I"
	Promulgated     // "(Ban hành kèm theo Quyết định số …)"
	CopyTitle       // "SAO Y", "SAO LỤC"
	StampLine       // "Ký bởi: …", "Thời gian ký: …", "ĐẾN Số: …"
	ListedLink      // "- 1 Luật tiếp cận thông tin 2016"
	Property        // "Ngày ban hành: 12/9/2022"
)

// typeNames are the names that stand alone above a document's title (NĐ 30/2020 art. 7, Luật
// BHVBQPPL, HD 36-HD/VPTW), folded, the longer before its beginning.
var typeNames = []string{
	"thong tu lien tich", "nghi quyet lien tich", "van ban hop nhat", "ban ghi nho", "ban thoa thuan", "giay uy quyen",
	"giay moi", "giay gioi thieu", "giay nghi phep", "phieu gui", "phieu chuyen", "phieu bao", "chuong trinh", "thong bao",
	"thong cao", "thong tri", "thong tu", "nghi quyet", "nghi dinh", "quyet dinh", "quy che", "quy dinh", "quy trinh",
	"chi thi", "huong dan lien nganh", "huong dan", "ke hoach", "phuong an", "de an", "du an", "bao cao", "bien ban", "to trinh", "hop dong",
	"cong dien", "cong van", "cong bo", "bo luat", "luat", "phap lenh", "sac lenh", "lenh", "hien phap", "ket luan", "dieu le",
	"noi quy", "thu cong", "tuyen bo", "dinh chinh", "quy chuan ky thuat quoc gia",
}

// offices are the beginnings of posts, folded.
var offices = []string{
	"bo truong", "thu truong", "thu tuong", "pho thu tuong", "chu tich", "pho chu tich", "quyen chu tich", "tong giam doc",
	"pho tong giam doc", "giam doc", "pho giam doc", "cuc truong", "pho cuc truong", "vu truong", "pho vu truong",
	"chanh van phong", "pho chanh van phong", "chanh thanh tra", "pho chanh thanh tra", "chanh an", "pho chanh an",
	"truong ban", "pho truong ban", "vien truong", "pho vien truong", "tong cuc truong", "pho tong cuc truong",
	"hieu truong", "pho hieu truong", "bi thu", "pho bi thu", "tong bi thu", "thong doc", "pho thong doc", "chu nhiem",
	"pho chu nhiem", "bo truong, chu nhiem", "tong thanh tra", "pho tong thanh tra", "tong kiem toan", "pho tong kiem toan",
	"truong phong", "pho truong phong", "chi cuc truong", "pho chi cuc truong", "tong bien tap", "pho tong bien tap",
	"tong thu ky", "pho tong thu ky", "pho chu tich thuong truc", "thuong truc", "uy vien", "chu toa", "chanh van",
	"truong doan", "vien pho", "dai dien", "nguoi dai dien", "tham phan", "ke toan truong", "truong khoa", "thu ky",
}

// capacities are the signs of authority before a post (NĐ 30/2020 art. 13; Party forms with "/").
var capacities = []struct{ folded, is string }{
	{"tuq.", "TUQ."}, {"tuq ", "TUQ."}, {"t/uq", "TUQ."}, {"tm.", "TM."}, {"t/m", "TM."}, {"tm ", "TM."},
	{"kt.", "KT."}, {"k/t", "KT."}, {"kt ", "KT."}, {"tl.", "TL."}, {"t/l", "TL."}, {"tl ", "TL."}, {"t/q", "TUQ."}, {"q.", "Q."}, {"kt,", "KT."}, {"tl,", "TL."}, {"tm,", "TM."}, {"kt/", "KT."}, {"tm/", "TM."}, {"tl/", "TL."},
}

// CapacityOf is the capacity that a folded line begins with, "KT." of "kt. tong giam doc", and
// how many of its bytes say so.
func CapacityOf(folded []byte) (is string, length int) {
	for _, c := range capacities {
		if len(folded) > len(c.folded) && string(folded[:len(c.folded)]) == c.folded {
			n := len(c.folded)
			for n < len(folded) && (folded[n] == ' ' || folded[n] == '.') {
				n++
			}
			return c.is, n
		}
	}
	return "", 0
}

// IsOffice reports whether a folded line begins with a post; one letter may be wrong in posts of
// eight letters and more.
func IsOffice(folded []byte) bool {
	folded = bytes.TrimPrefix(folded, []byte("pho ")) // PHÓ BỘ TRƯỞNG: the deputy of a post has one
	if len(folded) == 0 {
		return false
	}
	for _, o := range offices {
		if len(folded) < len(o)-1 || folded[0] != o[0] {
			continue
		}
		head := folded[:min(len(o), len(folded))]
		if string(head) == o || len(o) >= 8 && Near(head, o, 1) {
			if len(folded) <= len(o) || folded[len(o)] < 'a' || folded[len(o)] > 'z' {
				return true
			}
		}
	}
	return false
}

// TypeNameAt is how many bytes of the folded line the name of a document type takes at its
// beginning, 0 for none.
func TypeNameAt(folded []byte) int {
	for _, t := range typeNames {
		if len(folded) >= len(t) && string(folded[:len(t)]) == t && (len(folded) == len(t) || folded[len(t)] < 'a' || folded[len(t)] > 'z') {
			return len(t)
		}
	}
	return 0
}

// buttons are lines that web pages put around a text.
var buttons = []string{
	"tai van ban tieng viet", "tai van ban goc", "lawnet", "van ban duoc huong dan", "luu tru", "in van ban", "tai ve",
	"van ban lien quan", "luoc do", "ban in", "dang nhap", "xem them", "chia se", "quay lai", "muc luc",
}

// bases begin the lines that say what a document rests on.
var bases = []string{"can cu", "xet ", "theo de nghi", "theo y kien", "theo yeu cau cua", "sau khi co y kien", "sau khi thong nhat", "thuc hien nghi quyet so", "thi hanh "}

// resolves are the lines between the preamble and the articles.
var resolves = []string{"quyet dinh:", "quyet dinh", "quyet nghi:", "quyet nghi", "nay quyet dinh:", "ket luan:", "lenh:", "chi thi:", "cong bo:", "quyet dinh :", "quyet nghi :", "quyet dinh nhu sau:"}

// stamps begin the lines of signature stamps and of a registry's incoming stamp.
var stamps = []string{
	"ky boi", "nguoi ky:", "thoi gian ky", "ngay ky:", "den so", "cong van den", "cv den", "so den", "chuyen:", "luu ho so so", "chu ky so",
	"ngay: ", "signature not verified", "digitally signed", "signed by", "ky ngay", "email: ", "co quan: ",
}

// classify tells a line by its wording alone. f holds its folded beginning.
func classify(s string, f *Folded) Cue {
	b := f.B
	if len(b) == 0 {
		return Blank
	}
	if len(s) < 80 && isRule(b) {
		return Rule
	}
	lead := b
	if b[0] == '-' {
		lead = bytes.TrimLeft(b, "- ") // "- Căn cứ …"
	}
	if len(lead) > 0 && (lead[0] == 'c' || lead[0] == 'x' || lead[0] == 't' || lead[0] == 's') {
		for _, p := range bases {
			if len(lead) > len(p) && string(lead[:len(p)]) == p {
				return Basis
			}
		}
	}
	switch b[0] {
	case '(':
		if len(b) > 14 && (f.HasPrefix("(ban hanh kem") || f.HasPrefix("(kem theo") || f.HasPrefix("(dinh kem")) {
			return Promulgated
		}
		if f.HasPrefix("(da ky)") || f.HasPrefix("(da ki)") || f.HasPrefix("(ky ten") {
			return StampLine
		}
	case '-':
		if isListedLink(b) {
			return ListedLink
		}
	}
	if len(s) > 300 {
		return Plain
	}
	if b[0] == 'n' && len(b) >= 8 && (Near(b[:8], "noi nhan", 1) || f.HasPrefix("nhan: ")) {
		return SendTo
	}
	for _, p := range stamps {
		if f.HasPrefix(p) && (p != "ngay: " || len(b) < 24) {
			return StampLine
		}
	}
	if len(b) < 60 && bytes.HasSuffix(b, []byte("+07:00")) {
		return StampLine
	}
	if f.HasPrefix("doc lap") && bytes.Contains(b, []byte("tu do")) {
		return Motto
	}
	if !IsCaps(s) {
		if is, n := CapacityOf(b); is != "" && len(s) < 90 && b[1] != '.' && startsUpper(s, 2) && n < len(b) && (b[2] == '.' || b[2] == '/' || b[1] == '/') {
			return Office // "TM. Chính phủ"
		}
		if len(s) < 160 && startsUpper(s, 3) {
			if run := capsRun(s, 0, len(s)); run > 8 {
				if n := letters(s[:run], len(b)); isOfficeLine(b[:n]) && (n == len(b) || IsName(strings.TrimSpace(s[run:]))) {
					return Office
				}
			}
		}
		if f.HasPrefix("phu luc") && isAnnexTitle(b) {
			return AnnexTitle
		}
		for _, p := range buttons {
			if string(b) == p {
				return Rule
			}
		}
		return Plain
	}
	return classifyCaps(b, f)
}

// classifyCaps tells a line in capitals.
func classifyCaps(b []byte, f *Folded) Cue {
	switch {
	case f.HasPrefix("cong hoa xa h") || f.HasPrefix("dang cong san viet nam"):
		return Motto
	case isAnnexTitle(b):
		return AnnexTitle
	}
	trimmed := string(bytes.TrimRight(b, " .:*-"))
	for _, r := range resolves {
		if string(b) == r && strings.HasSuffix(r, ":") {
			return Resolve
		}
	}
	switch trimmed {
	case "sao y", "sao luc", "ban sao y", "ban sao luc", "trich sao", "sao y ban chinh", "ban sao", "sao y ban sao", "sao y; gui":
		return CopyTitle
	case "hoa toc", "thuong khan", "khan", "hoa toc hen gio":
		return Urgency
	case "mat", "toi mat", "tuyet mat":
		return Secrecy
	}
	if strings.HasSuffix(trimmed, " sao luc") || strings.HasSuffix(trimmed, " sao y") {
		return CopyTitle
	}
	switch trimmed {
	case "kt", "tm", "tl", "tuq": // an authority whose office stands on the next line
		return Office
	}
	if is, _ := CapacityOf(b); is != "" && len(b) < 90 {
		return Office
	}
	if n := TypeNameAt(b); n > 0 {
		return TypeName
	}
	if IsOffice(b) {
		return Office
	}
	return Plain
}

// isOfficeLine tells a capacity or a post at the beginning of a folded line.
func isOfficeLine(b []byte) bool {
	is, _ := CapacityOf(b)
	return is != "" || IsOffice(b)
}

// letters is how many letters s has, at most max: where s ends in a folded line that begins with it.
func letters(s string, max int) int {
	n, space := 0, true
	for _, r := range s {
		if unicode.IsSpace(r) {
			if space {
				continue
			}
			space = true
		} else {
			space = false
		}
		n++
	}
	return min(n, max)
}

// isAnnexTitle tells "PHỤ LỤC", "Phụ lục I", "PHỤ LỤC 01: DANH MỤC" from a sentence.
func isAnnexTitle(b []byte) bool {
	for _, p := range []string{"phu luc", "bieu mau", "mau so"} {
		if len(b) < len(p) || string(b[:len(p)]) != p {
			continue
		}
		rest := bytes.TrimLeft(b[len(p):], " :.")
		n := 0
		for n < len(rest) && rest[n] != ' ' && rest[n] != ':' && rest[n] != '.' {
			n++
		}
		return p == "phu luc" && n == 0 || n > 0 && n <= 6 && (isRoman(rest[:n]) || rest[0] >= '0' && rest[0] <= '9' || n == 1)
	}
	return false
}

func isRoman(b []byte) bool {
	for _, c := range b {
		if c != 'i' && c != 'v' && c != 'x' && c != 'l' && c != 'c' {
			return false
		}
	}
	return len(b) > 0
}

// isRule tells lines without words: rules, page numbers, page breaks.
func isRule(b []byte) bool {
	letters, digits := 0, 0
	for _, c := range b {
		switch {
		case c >= 'a' && c <= 'z':
			letters++
		case c >= '0' && c <= '9':
			digits++
		}
	}
	if letters == 0 {
		return digits <= 3 && (digits == 0 || len(b) <= 9)
	}
	return bytes.HasPrefix(b, []byte("--- page")) || bytes.HasPrefix(b, []byte("trang ")) && digits > 0 && letters == 5
}

// isListedLink tells an item of a web page's list of related documents: "- 1 Luật …".
func isListedLink(b []byte) bool {
	i := 1
	for i < len(b) && b[i] == ' ' {
		i++
	}
	start := i
	for i < len(b) && b[i] >= '0' && b[i] <= '9' {
		i++
	}
	return i > start && i-start <= 3 && i+1 < len(b) && b[i] == ' ' && TypeNameAt(b[i+1:]) > 0
}
