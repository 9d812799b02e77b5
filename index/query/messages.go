package query

import "fmt"

// Code names what is said of a query; the words stand in the table, once in each language.
type Code string

// What could not be read, or was left out.
const (
	NoValue     Code = "no_value"
	OpenQuote   Code = "open_quote"
	TooLong     Code = "too_long"
	TooMany     Code = "too_many"
	OneSided    Code = "one_sided"
	BareStar    Code = "bare_star"
	OneLetter   Code = "one_letter"
	WantsNumber Code = "wants_number"
	WantsKind   Code = "wants_kind"
	WantsDate   Code = "wants_date"
	WantsToday  Code = "wants_today"
)

// How the rest was read.
const (
	SaidOr         Code = "or"
	SaidWithout    Code = "without"
	SaidField      Code = "field"
	SaidPhrase     Code = "phrase"
	SaidPrefix     Code = "prefix"
	SaidNumber     Code = "number"
	SaidNumberYear Code = "number_year"
	SaidDate       Code = "date"
	SaidSame       Code = "same"
)

// The languages of messages. Any other is English.
const (
	Vietnamese = "vi"
	English    = "en"
)

// messages are the words of each code. %[1]s is the first thing that it speaks of.
var messages = []struct {
	code   Code
	vi, en string
}{
	{NoValue, "sau dấu hai chấm chưa có giá trị", "no value after the colon"},
	{OpenQuote, "dấu ngoặc kép chưa đóng; cụm từ được hiểu đến hết câu", "the quotation mark is not closed; the phrase runs to the end"},
	{TooLong, "câu tìm quá dài: chỉ tìm %[1]d ký tự đầu", "the query is too long: only its first %[1]d characters are searched"},
	{TooMany, "quá nhiều điều kiện: phần còn lại bị bỏ qua", "too many conditions: the rest is left out"},
	{OneSided, "một bên của từ này chưa có gì", "nothing stands on one side of it"},
	{BareStar, "trước dấu * phải có chữ", "* needs letters before it"},
	{OneLetter, "một chữ cái thì quá ít: bỏ qua", "one letter is too little: it is left out"},
	{WantsNumber, "cần một số, ký hiệu: 2482, 2482/BHXH-TT", "wants a number: 2482, 2482/BHXH-TT"},
	{WantsKind, "cần “gốc” (original) hoặc “bài viết” (article)", "wants original (gốc) or article (bài viết)"},
	{WantsDate, "cần một ngày: 2023, 2023-01, 01/2023, 12/9/2022, hoặc số ngày: <30d", "wants a date: 2023, 2023-01, 01/2023, 12/9/2022, or a number of days: <30d"},
	{WantsToday, "số ngày được tính từ hôm nay, mà ở đây không biết hôm nay là ngày nào", "days are counted from today, which is not known here"},

	{SaidOr, "hoặc", "or"},
	{SaidWithout, "không có %[1]s", "without %[1]s"},
	{SaidField, "%[1]s: %[2]s", "%[1]s: %[2]s"},
	{SaidPhrase, "cụm từ “%[1]s”", "the phrase “%[1]s”"},
	{SaidPrefix, "từ bắt đầu bằng “%[1]s”", "words that start with “%[1]s”"},
	{SaidNumber, "số %[1]s", "the number %[1]s"},
	{SaidNumberYear, "số %[1]s năm %[2]s", "the number %[1]s of the year %[2]s"},
	{SaidDate, "ngày %[1]s", "the date %[1]s"},
	{SaidSame, "%[1]s = %[2]s", "%[1]s = %[2]s"},
}

// field is the name of a field, which has its own word in Vietnamese.
type field string

// vietnamese are the names of fields as messages say them.
var vietnamese = map[field]string{
	Number: "số", Issuer: "cơ quan", Type: "loại", Unit: "đơn vị", Signer: "người ký", Due: "hạn", "from": "từ", "to": "đến", Issued: "ngày",
	Year: "năm", Kind: "nguồn", "subject": "trích yếu", "text": "nội dung", Cites: "dẫn chiếu", Name: "tên tệp", Modality: "tính chất", Section: "mục",
}

// message is a code with what it speaks of.
type message struct {
	code Code
	args []any
}

func say(code Code, args ...any) message { return message{code, args} }

func (m message) in(language string) string {
	args := append([]any(nil), m.args...)
	for i, arg := range args {
		if name, ok := arg.(field); ok {
			args[i] = string(name)
			if word, ok := vietnamese[name]; ok && language == Vietnamese {
				args[i] = word
			}
		}
	}
	for _, row := range messages {
		if row.code == m.code {
			words := row.en
			if language == Vietnamese {
				words = row.vi
			}
			if len(args) == 0 {
				return words
			}
			return fmt.Sprintf(words, args...)
		}
	}
	return string(m.code)
}

// In is the query with all that is said of it in a language: Vietnamese or English.
func (q Query) In(language string) Query {
	q.Understood = make([]string, len(q.said))
	for i, m := range q.said {
		q.Understood[i] = m.in(language)
	}
	problems := make([]Problem, len(q.Problems))
	for i, p := range q.Problems {
		if p.said.code != "" {
			p.Message = p.said.in(language)
		}
		problems[i] = p
	}
	q.Problems = problems
	return q
}

// Unread is the problem with the value of a field that was asked for beside the query.
func Unread(name, value string, code Code) Problem {
	return problemOf(0, name+":"+value, say(code))
}

func problemOf(column int, text string, m message) Problem {
	return Problem{Column: column, Text: text, Code: m.code, Message: m.in(English), said: m}
}
