package layout

import (
	"bytes"
	"unicode/utf8"
)

// findDating finds "Hà Nội, ngày 12 tháng 9 năm 2022", also with parts that are blank or not
// legible, and "Hà Nội, 12/9/2022".
func findDating(s string, f *Folded) (m mark) {
	b := f.B
	for at := 0; at < len(b); {
		k := bytes.IndexByte(b[at:], 'h')
		if k < 0 {
			return mark{}
		}
		k += at - 1
		at = k + 2
		if k < 1 || k+5 > len(b) || b[k] == ' ' || !Near(b[k:k+5], "thang", 1) {
			continue
		}
		day := dayWord(b, k)
		if day < 0 {
			continue
		}
		year := bytes.Index(b[k:min(len(b), k+24)], []byte("n"))
		for year >= 0 && !bytes.HasPrefix(b[k+year:], []byte("nam")) {
			next := bytes.IndexByte(b[k+year+1:min(len(b), k+24)], 'n')
			if next < 0 {
				year = -1
				break
			}
			year += 1 + next
		}
		end := k + 5
		if year >= 0 {
			end = k + year + 3
		}
		for digits := 0; end < len(b) && digits < 4; end++ {
			if b[end] >= '0' && b[end] <= '9' {
				digits++
			} else if b[end] != ' ' && b[end] != '.' && b[end] != ':' && b[end] != ',' {
				break
			}
		}
		start := placeStart(s, f, day)
		if start == day && day > 0 && year < 0 {
			continue
		}
		return mark{start, end, Dating}
	}
	return mark{}
}

// dayWord finds the word "ngày", one letter of it perhaps wrong, before the month at byte k.
func dayWord(b []byte, k int) int {
	for j := k - 4; j >= 0 && j > k-28; j-- {
		whole := (j == 0 || !isFolded(b[j-1])) && !isFolded(b[j+4]) // no part of "tự nguyện 6 tháng cuối năm"
		if whole && b[j] >= 'a' && Near(b[j:j+4], "ngay", 1) && b[j+3] != ' ' {
			return j
		}
	}
	return -1
}

func isFolded(c byte) bool { return 'a' <= c && c <= 'z' }

// findFigureDate finds "Hà Nội, ngày 6/4/2021" and "Hà Nội, 6/4/2021" on a line of their own.
func findFigureDate(s string, f *Folded) (m mark) {
	b := f.B
	if len(b) > 60 || len(b) < 10 || b[len(b)-1] < '0' || b[len(b)-1] > '9' {
		return mark{}
	}
	k := len(b)
	marks := 0
	for k > 0 && (b[k-1] >= '0' && b[k-1] <= '9' || b[k-1] == '/' || b[k-1] == '-' || b[k-1] == '.') {
		if b[k-1] < '0' || b[k-1] > '9' {
			marks++
		}
		k--
	}
	if marks != 2 || len(b)-k < 8 {
		return mark{}
	}
	for k > 0 && b[k-1] == ' ' {
		k--
	}
	if k >= 4 && string(b[k-4:k]) == "ngay" {
		k -= 4
	}
	if start := placeStart(s, f, k); start < k {
		return mark{start, len(b), Dating}
	}
	return mark{}
}

// placeStart goes back from "ngày" over the name of a place before it.
func placeStart(s string, f *Folded, day int) int {
	b := f.B
	i := day
	for i > 0 && (b[i-1] == ' ' || b[i-1] == ',' || b[i-1] == '.' || b[i-1] == ';') {
		i--
	}
	start := day
	for range 7 {
		w := i
		for w > 0 && b[w-1] != ' ' && b[w-1] != '|' && b[w-1] != '/' {
			w--
		}
		if w == i {
			break
		}
		r, _ := utf8.DecodeRuneInString(s[f.At[w]:])
		if w > 0 && b[w-1] == '/' || !isUpper(r) && !(b[w] == '-' && i-w == 1) && !isPlaceWord(b[w:i]) || bytes.IndexByte(b[w:i], '/') >= 0 || bytes.IndexByte(b[w:i], ':') >= 0 {
			break
		}
		start = w
		i = w
		for i > 0 && b[i-1] == ' ' {
			i--
		}
	}
	return start
}

// isPlaceWord tells the words of a place's name that may be small: "thành phố", "tỉnh".
func isPlaceWord(w []byte) bool {
	switch string(w) {
	case "thanh", "pho", "tinh", "tp.", "tp", "huyen", "quan", "xa", "phuong", "thi", "tran", "noi":
		return true
	}
	return false
}
