package phrase

// compounds are words of two syllables the second of which also is a predicate or ends names:
// "Vụ Trang thiết bị", "Bộ đội Biên phòng".
var compounds = Set("thiết bị|trang bị|biên phòng|quốc phòng|văn phòng|dự phòng|tân phòng|chuẩn bị|công trình|chương trình|quy trình|lộ trình|hành trình|hội trường|giao thông|truyền thông|viễn thông|tổ hợp|kinh doanh")

// Compound reports whether two tokens are one word, so that the second begins no predicate.
func Compound(first, second Token) bool {
	pair := [2]Token{first, second}
	n, _ := compounds.MatchExact(pair[:])
	return n == 2
}
