package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/corpus/viet"
)

// Words are compared folded (no case, no marks), since OCR and old pages lose both.

// starts are the beginnings of lines that open something, by their first letter.
var starts = map[byte][]string{
	'c': {"can cu ", "cong hoa xa hoi"},       // Căn cứ Luật …; quốc hiệu
	'd': {"dang cong san", "doc lap - tu do"}, // ĐẢNG CỘNG SẢN VIỆT NAM; tiêu ngữ
	'k': {"kinh gui", "kt.", "k/t", "ky boi"}, // Kính gửi:; quyền hạn ký; digital signatures
	'l': {"luu:", "luu vt"},                   // Lưu: VT
	'n': {"noi nhan", "nguoi ky:"},            // Nơi nhận:
	'q': {"q. "},                              // Q. GIÁM ĐỐC
	's': {"so:", "so :"},                      // Số: 12/BC-…
	't': {"theo de nghi cua", "thoi gian ky", "tm.", "t/m", "tl.", "t/l", "tuq."},
	'x': {"xet de nghi"},
}

// openWords cannot end a sentence or a heading: the line goes on. numberWords call for a number.
var (
	openWords = map[string]bool{
		"bởi": true, "các": true, "cho": true, "của": true, "do": true, "hoặc": true, "là": true, "mà": true, "nhằm": true, "những": true,
		"tại": true, "theo": true, "thuộc": true, "trong": true, "từ": true, "và": true, "về": true, "với": true, "để": true, "giữa": true,
	}
	numberWords = map[string]bool{
		"số": true, "khoản": true, "điểm": true, "điều": true, "Điều": true, "Khoản": true, "Điểm": true, "ngày": true, "tháng": true, "năm": true, "mục": true,
	}
)

// sentenceStarts are words that have a capital only where a sentence begins: after a line that does
// not end, that line was a heading.
var sentenceStarts = []string{
	"Bảo đảm", "Các ", "Chủ động", "Chủ trì", "Do ", "Đảm bảo", "Đẩy mạnh", "Đề nghị", "Để ", "Định kỳ", "Đối với", "Giao ", "Hàng ", "Hằng ",
	"Hiện nay", "Hướng dẫn ", "Khi ", "Mỗi ", "Nâng cao", "Nếu ", "Ngày ", "Nghiên cứu", "Ngoài ", "Nhân dịp", "Nhằm ", "Những ", "Phối hợp", "Rà soát", "Riêng ", "Sau ", "Tại ", "Tạo ",
	"Tăng cường", "Theo ", "Thực hiện ", "Tiếp tục", "Trên ", "Triển khai", "Trong ", "Trường hợp", "Từ ", "Về ", "Việc ", "Với ", "Xác định", "Yêu cầu",
}

// compoundTails are the second halves of compounds with a spaced hyphen that a line may begin
// with: "kinh tế⏎- xã hội". They follow the words before them.
var compoundTails = []struct{ tail, head string }{
	{"- xa hoi", "chinh tri"}, {"- xa hoi", "kinh te"}, {"- xa hoi", "van hoa"}, {"- thuong binh", "lao dong"}, {"- ky thuat", "kinh te"}, {"- hanh phuc", "tu do"}, {"- nghe nghiep", "xa hoi"},
}

// isMarker reports whether s is nothing but a list marker: "1.", "a)", "II.", "-", "1.2.3".
func isMarker(s string) bool { return s != "" && len(s) <= 12 && markerLen(s+" ") == len(s)+1 }

// markerLen is the length of the list marker that s begins with, with the blank after it; 0 when
// there is none. "15.000 đồng", "30/2020" and "1,5" begin with no marker.
func markerLen(s string) int {
	if s == "" {
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '-' || r == '+' || r == '*' || r == '•' || r == '–' || r == '—' || r == '●' || r == '▪' || r == '■' || r == '◦' || r == '~' || r == '·' || r == '\uf0b7':
		rest := s[n:]
		if strings.HasPrefix(rest, " ") {
			return n + 1
		}
		next, _ := utf8.DecodeRuneInString(rest)
		if unicode.IsUpper(next) && r != '*' {
			return n
		}
		return 0
	case '0' <= r && r <= '9':
		return digitMarker(s)
	case r == 'I' || r == 'V' || r == 'X':
		i := 0
		for i < len(s) && i < 7 && (s[i] == 'I' || s[i] == 'V' || s[i] == 'X') {
			i++
		}
		return closed(s, i)
	}
	if r == '(' { // (1) (a) (iv), but no (BHXH)
		end := strings.IndexByte(s[:min(len(s), 6)], ')')
		if inside := s[1:max(end, 1)]; end > 1 && end+1 < len(s) && s[end+1] == ' ' && (strings.Trim(inside, "ivx") == "" || strings.Trim(inside, "0123456789") == "" || utf8.RuneCountInString(inside) == 1) {
			return end + 2
		}
		return 0
	}
	// a) b. đ) and their like; two letters at most before a bracket (a1) is rare)
	if viet.IsLetter(r) && n < len(s) {
		if s[n] == ')' {
			return n + 1
		}
		if s[n] == '/' { // b/ Quy mô
			return closedBySlash(s, n)
		}
		if s[n] == '.' && n+1 < len(s) && s[n+1] == ' ' && r != 'Q' && r != 'P' {
			return n + 2
		}
		if n+1 < len(s) && '1' <= s[n] && s[n] <= '9' && s[n+1] == ')' {
			return n + 2
		}
	}
	return 0
}

// digitMarker measures "1.", "1.2.", "1.2", "1)", "(1)"-less numbers of at most two digits a part.
func digitMarker(s string) int {
	i, parts := 0, 0
	for parts < 5 {
		d := i
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			i++
		}
		if i == d {
			break
		}
		if i-d > 2 {
			return 0
		}
		parts++
		if i >= len(s) || s[i] != '.' || i+1 >= len(s) || s[i+1] < '0' || s[i+1] > '9' {
			break
		}
		i++
	}
	if n := closed(s, i); n > 0 {
		return n
	}
	if parts > 1 && i < len(s) && s[i] == ' ' {
		if r, _ := utf8.DecodeRuneInString(s[i+1:]); unicode.IsUpper(r) {
			return i + 1 // 2.1 Về nhân lực
		}
	}
	return 0
}

// closed is the length of a number or letter of i bytes with its dot or bracket and a blank, or a
// capital right after the dot ("1.Đối tượng").
func closed(s string, i int) int {
	if i == 0 || i >= len(s) || s[i] != '.' && s[i] != ')' && s[i] != '/' || s[i] == '/' && i > 2 {
		return 0
	}
	if i+1 == len(s) {
		return 0
	}
	if s[i+1] == ' ' {
		return i + 2
	}
	if r, _ := utf8.DecodeRuneInString(s[i+1:]); s[i] != '/' && unicode.IsUpper(r) {
		return i + 1
	}
	return 0
}

// closedBySlash is the length of a letter of n bytes and the slash that closes it.
func closedBySlash(s string, n int) int {
	next, _ := utf8.DecodeRuneInString(s[n+1:])
	switch {
	case next == ' ':
		return n + 2
	case unicode.IsUpper(next) && unicode.IsLower(rune(s[0])) && len(s) > n+4 && !unicode.IsUpper(rune(s[n+2])):
		return n + 1
	}
	return 0
}

// opensPart reports whether s begins a part of a text of law: "Điều 5.", "Chương II", "PHỤ LỤC".
// "Điều 5 Nghị định" is the tail of a sentence.
func opensPart(s string) bool {
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		return false
	}
	switch s[0] {
	case 'C', 'M', 'T', 'P', 0xC4: // Đ
	default:
		return false
	}
	head := foldHead(s, 40)
	for _, word := range []string{"dieu ", "chuong ", "muc ", "tieu muc ", "phan ", "phu luc"} {
		rest, ok := strings.CutPrefix(head, word)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " ")
		n := 0
		for n < len(rest) && (rest[n] >= '0' && rest[n] <= '9' || strings.IndexByte("ivx", rest[n]) >= 0) {
			n++
		}
		if word == "phan " && n == 0 && strings.HasPrefix(rest, "thu ") || word == "phu luc" && n == 0 && isCaps(s) {
			return true
		}
		rest = strings.TrimLeft(rest[n:], " ")
		return (n > 0 || word == "phu luc") && (rest == "" || rest[0] == '.' || rest[0] == ':')
	}
	return false
}

// opensComponent reports whether s begins a component of the page.
func opensComponent(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if first := viet.FoldRune(r); first < 0x80 && hasFoldedPrefix(s, starts[byte(first)]) {
		return true
	}
	return isPlaceDate(s) || isTypeLine(s) || opensSubject(s)
}

// isPlaceDate reports whether s begins with a place and a date: "Hà Nội, ngày 12", also with
// blanks for the day.
func isPlaceDate(s string) bool {
	comma := strings.IndexByte(s[:min(len(s), 49)], ',')
	if comma < 2 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	rest := strings.TrimLeft(s[comma+1:], " ")
	return unicode.IsUpper(r) && foldedPrefix(rest, "ngay") && !strings.ContainsAny(s[:comma], "/:;()0123456789")
}

// typeNames are the folded names of document types.
var typeNames = func() map[string]bool {
	names := map[string]bool{}
	for _, t := range corpus.DocumentTypes() {
		names[viet.Fold(t.Name)] = true
	}
	delete(names, viet.Fold("Công văn")) // never a title
	return names
}()

// isTypeLine reports whether s is a document type in capitals alone on its line, as a title
// (QUYẾT ĐỊNH) or to close a preamble (QUYẾT ĐỊNH:).
func isTypeLine(s string) bool {
	if s == "" || len(s) > 60 || !isCaps(s) && (s[len(s)-1] != ':' || !startsUpper(s)) { // old texts have "Nghị định:"
		return false
	}
	return typeNames[strings.TrimRight(viet.Fold(s), " :")]
}

// organWords begin the name of an organ or an office: in capitals, a new line of a letterhead or a
// signature and no tail of the one before.
var organWords = []string{
	"ban ", "bao hiem xa hoi", "bo ", "bo truong", "cac ", "chanh ", "chi cuc", "chi nhanh", "chinh phu", "chu nhiem", "chu tich", "cong an", "cong ty",
	"cuc ", "cuc truong", "dai hoc", "doan ", "giam doc", "hieu truong", "hoi dong", "hoi ", "kho bac", "lien doan", "lien hiep", "mat tran", "ngan hang", "pho ", "phong ", "quoc hoi", "so ",
	"tap doan", "thanh tra", "thu truong", "thu tuong", "toa an", "tong cuc", "tong cong ty", "tong giam doc", "tong lien doan", "trung tam", "truong ", "truong ban", "uy ban",
	"van phong", "vien ", "vien kiem sat", "vu ", "vu truong",
}

func opensOrgan(s string) bool { return hasFoldedPrefix(s, organWords) }

// isOrganHead reports whether s begins the name of an organ, and no office: the name may go on.
func isOrganHead(s string) bool {
	return hasFoldedPrefix(s, []string{"bo ", "so ", "cuc ", "tong cuc", "vien ", "ban ", "vu ", "trung tam", "chi cuc", "hoi ", "van phong", "cong ty", "ngan hang"}) &&
		!hasFoldedPrefix(s, []string{"bo truong"})
}

// hasFoldedPrefix reports whether s folded begins with one of words; one that ends in a blank also
// stands for itself at the end of s.
func hasFoldedPrefix(s string, words []string) bool {
	for _, w := range words {
		if foldedPrefix(s, w) {
			return true
		}
	}
	return false
}

// foldedPrefix reports whether s folded begins with word.
func foldedPrefix(s, word string) bool {
	i := 0
	for _, r := range s {
		if i == len(word) {
			return true
		}
		if f := viet.FoldRune(r); f != rune(word[i]) {
			return false
		}
		i++
	}
	return i == len(word) || i == len(word)-1 && word[i] == ' '
}

func hasPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// foldHead is the start of s folded, of at most n bytes of s; blanks in a row stay.
func foldHead(s string, n int) string {
	if len(s) > n {
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n]
	}
	return viet.Fold(s)
}

// isCaps reports whether s has letters and no small one.
func isCaps(s string) bool {
	letters := false
	for _, r := range s {
		if r < 0x80 {
			if 'a' <= r && r <= 'z' {
				return false
			}
			letters = letters || 'A' <= r && r <= 'Z'
			continue
		}
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsLetter(r)
	}
	return letters
}
