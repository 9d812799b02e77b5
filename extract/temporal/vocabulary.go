package temporal

import "unicode/utf8"

// word is what the grammar's own words and marks mean; every other word is just a word, looked
// at by its letters when the grammar comes to it.
type word uint8

const (
	end    word = iota // past the last token
	other              // a word that the grammar has no name for
	number             // digits
	slash
	dash
	dot
	comma
	semi
	colon
	open
	shut
	prime // 30': minutes
	blank // …, or a row of dots: left to be filled in
	mark  // any other mark

	wDay      // ngày
	wMonth    // tháng
	wYear     // năm
	wQuarter  // quý
	wWeek     // tuần
	wHour     // giờ
	wMinute   // phút
	wBefore   // trước
	wAfter    // sau
	wSlow     // chậm, muộn (nhất)
	wTo       // đến, tới
	wEndOf    // hết
	wLimit    // hạn
	wTime     // thời
	wNot      // không
	wOver     // quá
	wMost     // tối (đa)
	wWithin   // trong
	wSince    // từ
	wCount    // kể, tính (từ)
	wEvery    // hằng, hàng
	wEach     // mỗi, từng
	wRegular  // định (kỳ)
	wWhen     // khi
	wAtOnce   // ngay
	wSudden   // đột (xuất)
	wAt       // vào
	wOrdinal  // thứ
	wSun      // chủ (nhật)
	wStart    // đầu
	wMiddle   // giữa
	wFinal    // cuối
	wThe      // các, những
	wEra      // giai (đoạn)
	wHalf     // nửa
	wMorning  // sáng, trưa, chiều, đêm
	wTerm     // nhiệm (kỳ), niên (độ)
	wLeast    // ít (nhất)
	wOnce     // lần
	wBoth     // và, hoặc
	wCase     // trường (hợp)
	wNew      // mùng, mồng: the first ten days
	wordCount = iota
)

// vocabulary gives the grammar's words by their spellings. A row with bare also answers to the
// spelling without marks or with wrong ones, as scans have it: "ngảy 15", "châm nhất", "ké từ".
var vocabulary = [...]struct {
	means    word
	bare     bool
	spelling string
}{
	{wDay, true, "ngày"}, {wMonth, true, "tháng"}, {wYear, true, "năm"},
	{wQuarter, false, "quý"}, {wQuarter, false, "quí"}, {wWeek, true, "tuần"},
	{wHour, true, "giờ"}, {wMinute, false, "phút"}, {wHour, false, "h"}, {wHour, false, "g"}, {wMinute, false, "ph"},
	{wBefore, true, "trước"}, {wAfter, false, "sau"}, {wSlow, true, "chậm"}, {wSlow, true, "muộn"},
	{wTo, true, "đến"}, {wTo, false, "tới"}, {wEndOf, true, "hết"}, {wLimit, false, "hạn"}, {wTime, true, "thời"},
	{wNot, true, "không"}, {wOver, false, "quá"}, {wMost, false, "tối"}, {wWithin, false, "trong"},
	{wSince, true, "từ"}, {wCount, true, "kể"}, {wCount, false, "tính"},
	{wEvery, false, "hằng"}, {wEvery, false, "hàng"}, {wEvery, false, "hang"}, {wEvery, false, "hăng"}, {wEvery, false, "hâng"}, {wEvery, false, "hẳng"},
	{wEach, false, "mỗi"}, {wEach, false, "từng"}, {wRegular, false, "định"}, {wWhen, false, "khi"},
	{wAtOnce, false, "ngay"}, {wSudden, false, "đột"}, {wAt, false, "vào"}, {wOrdinal, false, "thứ"}, {wSun, false, "chủ"},
	{wStart, false, "đầu"}, {wMiddle, false, "giữa"}, {wFinal, true, "cuối"}, {wThe, false, "các"}, {wThe, false, "những"},
	{wEra, false, "giai"}, {wHalf, false, "nửa"}, {wMorning, false, "sáng"}, {wMorning, false, "trưa"}, {wMorning, false, "chiều"}, {wMorning, false, "đêm"},
	{wTerm, false, "nhiệm"}, {wTerm, false, "niên"}, {wLeast, false, "ít"}, {wOnce, false, "lần"}, {wOnce, false, "lượt"},
	{wBoth, false, "và"}, {wBoth, false, "hoặc"}, {wCase, false, "trường"}, {wNew, false, "mùng"}, {wNew, false, "mồng"},
}

// slotCount is the size of the look-up table: a power of two, several times the vocabulary.
const slotCount = 512

// slot is a place of the look-up table: the words of one spelling without marks.
type slot struct {
	key   uint64 // the bare letters, packed
	bare  word   // what the bare spelling means, end when it means nothing
	exact []spelling
}

type spelling struct {
	text  string
	means word
}

// longest is the length of the longest word of the vocabulary, in letters.
const longest = 6

// pack adds a bare letter to a key.
func pack(key uint64, bare uint16) uint64 { return key<<9 | uint64(bare)&0x1FF }

// place is where the search for a key starts.
func place(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 >> 55 }

// slots is the vocabulary by bare letters.
var slots = func() *[slotCount]slot {
	var table [slotCount]slot
	for _, row := range vocabulary {
		var key uint64
		for _, r := range row.spelling {
			key = pack(key, letters[r].bare)
		}
		at := place(key)
		for table[at].key != 0 && table[at].key != key {
			at = (at + 1) % slotCount
		}
		table[at].key = key
		table[at].exact = append(table[at].exact, spelling{row.spelling, row.means})
		if row.bare {
			table[at].bare = row.means
		}
	}
	return &table
}()

// meaning is what a word means; bare: only its bare letters say so.
func meaning(text string, key uint64) (w word, bare bool) {
	for at := place(key); slots[at].key != 0; at = (at + 1) % slotCount {
		if slots[at].key != key {
			continue
		}
		for _, e := range slots[at].exact {
			if same(text, e.text) {
				return e.means, false
			}
		}
		if slots[at].bare != end {
			return slots[at].bare, true
		}
		break
	}
	return other, false
}

// same reports whether raw is the lower-case word in any case.
func same(raw, word string) bool {
	if raw == word {
		return true
	}
	at := 0
	for _, r := range raw {
		if at >= len(word) {
			return false
		}
		w, size := utf8.DecodeRuneInString(word[at:])
		if r < letterLimit {
			r = rune(letters[r].lower)
		}
		if r != w {
			return false
		}
		at += size
	}
	return at == len(word)
}
