package layout

import (
	"strings"
	"unicode/utf8"
)

// families are Vietnamese family names, folded: the first word of a person's name.
var families = words(`nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh truong dinh lam
	mai to ha phung luu luong thai chu ta cao quach la tang ong kieu nghiem tong bach khuat lu giang mac luc vi quan hua
	au trieu ma thach chau kim khuc than dam dau tu hau khong cung lai bang che dong dieu du ung phi son tieu nong sam
	a y ksor rahlan siu cam hoa lo ha thao vang giang sung cu mua ban trang quang ninh thi van ton su nhu uong dien
	danh kong chang tan nham vien diep lieu nhac nham ngan the ly thi luan viem bien phuong doi cong huyen on nghe`)

// ranks may stand before a name, folded.
var ranks = []string{"dai tuong", "thuong tuong", "trung tuong", "thieu tuong", "dai ta", "thuong ta", "trung ta", "thieu ta", "do doc", "chuan do doc", "pho do doc", "dai uy", "thuong uy",
	"gs.ts.", "gs. ts.", "gs.ts", "gs.", "pgs.ts.", "pgs. ts.", "pgs.ts", "pgs.", "ts.", "ths.", "ths", "bs.", "bsckii.", "bscki.", "ls.", "ks.", "tskh.", "ts", "ds.", "cn.", "ong", "ba"}

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// RankLength is how many bytes of a name the rank or title before it takes: "Thượng tướng ".
func RankLength(s string) int {
	var fb [23]byte
	var fa [24]int32
	f := foldInto(fb[:0], fa[:0], s, 23)
	for _, r := range ranks {
		if f.HasPrefix(r) && len(f.B) > len(r) && (f.B[len(r)] == ' ' || r[len(r)-1] == '.') {
			n := len(r)
			for n < len(f.B) && f.B[n] == ' ' {
				n++
			}
			return int(f.At[n])
		}
	}
	return 0
}

// IsName reports whether s is a person's name: 2–5 capitalised syllables (6 with a middle name
// of minority peoples), the first of them a family name.
func IsName(s string) bool {
	plausible, known := nameLike(s)
	if plausible && known && IsCaps(s) { // TRƯỞNG BAN
		var fb [40]byte
		var fa [41]int32
		f := foldInto(fb[:0], fa[:0], s, 40)
		return !IsOffice(f.B)
	}
	return plausible && known
}

// IsNameLike reports whether s could be a name: its family name need not be known, as OCR may
// have spoilt it.
func IsNameLike(s string) bool {
	plausible, _ := nameLike(s)
	return plausible
}

func nameLike(s string) (plausible, known bool) {
	if len(s) > 80 || len(s) < 4 || s[0] >= 'a' && s[0] <= 'z' || s[0] < 'A' {
		return false, false
	}
	s = strings.TrimRight(s[RankLength(s):], " .")
	count, caps := 0, 0
	for i := 0; i < len(s); {
		w := i
		for w < len(s) && s[w] != ' ' && s[w] != '\t' {
			w++
		}
		word := s[i:w]
		r, size := utf8.DecodeRuneInString(word)
		if !isUpper(r) || len(word) == 1 && count == 1 && w == len(s) {
			return false, false
		}
		lower := 0
		for _, c := range word[size:] {
			switch {
			case isLower(c):
				lower++
			case isUpper(c) || c == '\'' || c == '-' || c == '.' && len(word) <= 4:
			default:
				return false, false
			}
		}
		if lower == 0 {
			caps++
		}
		if count == 0 {
			var fb [12]byte
			var fa [13]int32
			f := foldInto(fb[:0], fa[:0], word, 12)
			known = families[string(f.B)]
		}
		count++
		i = skipSpace(s, w, len(s))
	}
	return count >= 2 && count <= 6 && (caps == 0 || caps == count || caps == 1 && count > 2), known
}
