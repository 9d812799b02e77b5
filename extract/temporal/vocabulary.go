package temporal

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

// slotCount is the size of a look-up table: a power of two, several times the vocabulary.
const slotCount = 1024

// slot is a place of a look-up table: the hash of a spelling and what it means.
type slot struct {
	hash  uint64
	means word
}

type table [slotCount]slot

func (t *table) put(hash uint64, means word) {
	at := hash % slotCount
	for t[at].means != end && t[at].hash != hash {
		at = (at + 1) % slotCount
	}
	t[at] = slot{hash, means}
}

func (t *table) find(hash uint64) word {
	for at := hash % slotCount; t[at].means != end; at = (at + 1) % slotCount {
		if t[at].hash == hash {
			return t[at].means
		}
	}
	return end
}

// exactWords and bareWords are the vocabulary by exact spelling and by bare letters.
var exactWords, bareWords = func() (*table, *table) {
	var exact, bare table
	for _, row := range vocabulary {
		e, b := hashes(row.spelling)
		exact.put(e, row.means)
		if row.bare {
			bare.put(b, row.means)
		}
	}
	return &exact, &bare
}()
