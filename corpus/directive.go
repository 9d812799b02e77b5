package corpus

import (
	"strconv"
	"strings"
	"unicode"
)

// Directive is the key of what the record is a copy of, or reports on: number, issuer and year
// (NĐ 30/2020 art. 15: number and symbol are unique within an issuer's year). Sources with one
// key are one entry for the analyst. It is "" when the number is not known; issuer and year are
// empty where the record does not say them (GroupKeys then finds the entry that it belongs to).
func (r *Record) Directive() string {
	n, err := ParseDocumentNumber(r.Number.Value)
	if err != nil {
		return ""
	}
	return directiveKey(n.Key(), agencyKey(r.Issuer.Value), r.directiveYear())
}

func (r *Record) directiveYear() int {
	if r.Number.Year > 0 {
		return r.Number.Year
	}
	return r.Issued.Value.Year
}

func directiveKey(number, issuer string, year int) string {
	if year == 0 {
		return number + "|" + issuer + "|"
	}
	return number + "|" + issuer + "|" + strconv.Itoa(year)
}

// Copy is what of a record tells the directive that it is a copy of.
type Copy struct {
	Directive string // Record.Directive
	Published int    // year in which an article appeared, 0 unknown
}

// GroupKeys are the keys of the directives that records with one number are copies of, record by
// record. A record that says no issuer or no year belongs to the one directive that it fits; of
// several, to the newest that was there when it was published. The order of the records is
// without meaning.
func GroupKeys(copies []Copy) []string {
	keys := make([]string, len(copies))
	for i, c := range copies {
		keys[i] = c.Directive
		number, issuer, year := cutKey(c.Directive)
		if issuer != "" && year != 0 {
			continue
		}
		best, bestYear, tied := "", 0, false
		for _, other := range copies {
			otherNumber, otherIssuer, otherYear := cutKey(other.Directive)
			fits := otherNumber == number && otherIssuer != "" && otherYear != 0 &&
				(issuer == "" || issuer == otherIssuer) && (year == 0 || year == otherYear) &&
				(c.Published == 0 || otherYear <= c.Published)
			switch {
			case !fits || other.Directive == best:
			case best == "" || c.Published > 0 && otherYear > bestYear:
				best, bestYear, tied = other.Directive, otherYear, false
			case c.Published == 0 || otherYear == bestYear:
				tied = true
			}
		}
		if best != "" && !tied {
			keys[i] = best
		}
	}
	return keys
}

func cutKey(key string) (number, issuer string, year int) {
	last := strings.LastIndexByte(key, '|')
	if last < 0 {
		return "", "", 0
	}
	year, _ = strconv.Atoi(key[last+1:]) // "": not known
	middle := strings.LastIndexByte(key[:last], '|')
	return key[:max(middle, 0)], key[middle+1 : last], year
}

// agencyWords are the short forms in which names of agencies are written, folded, without
// hyphens and ampersands; sorted.
var agencyWords = map[string]string{
	"bhtn":   "bao hiem that nghiep",
	"bhxh":   "bao hiem xa hoi",
	"bhyt":   "bao hiem y te",
	"gddt":   "giao duc dao tao", // Sở GD&ĐT, Bộ GDĐT
	"hdnd":   "hoi dong nhan dan",
	"kbnn":   "kho bac nha nuoc",
	"khcn":   "khoa hoc cong nghe",
	"khdt":   "ke hoach dau tu",
	"ldld":   "lien doan lao dong",
	"ldtbxh": "lao dong thuong binh xa hoi", // Sở LĐ-TB&XH
	"mttq":   "mat tran to quoc",
	"nhnn":   "ngan hang nha nuoc",
	"nnptnt": "nong nghiep phat trien nong thon",
	"tand":   "toa an nhan dan",
	"tnmt":   "tai nguyen moi truong",
	"tp":     "thanh pho",
	"tttt":   "thong tin truyen thong",
	"ubnd":   "uy ban nhan dan",
	"vhttdl": "van hoa the thao du lich",
	"vksnd":  "vien kiem sat nhan dan",
	"vn":     "viet nam",
}

// agencyKey is an agency's name without case, marks, punctuation and "và", its short forms written
// out: BHXH Việt Nam and Bảo hiểm xã hội Việt Nam are one, Uỷ ban and Ủy ban too. The city Sơn La
// and the province Sơn La stay two.
func agencyKey(name string) string {
	words := strings.FieldsFunc(agencyJoints.Replace(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var key []string
	for _, word := range words {
		word = foldName(word)
		if word == "va" {
			continue
		}
		if full, ok := agencyWords[word]; ok {
			word = full
		}
		key = append(key, word)
	}
	return strings.Join(key, " ")
}

// agencyJoints stand inside short forms: LĐ-TB&XH.
var agencyJoints = strings.NewReplacer(" - ", " ", "&", "", "-", "", "–", "")

// foldName is a name in lower case without marks.
func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		for i, marked := range markedLetters {
			if r >= 0x80 && strings.ContainsRune(marked, r) {
				return rune("adeiouy"[i])
			}
		}
		return r
	}, s)
}

// markedLetters are the letters with marks of a, d, e, i, o, u and y.
var markedLetters = [...]string{"áàảãạâấầẩẫậăắằẳẵặ", "đð", "éèẻẽẹêếềểễệ", "íìỉĩị", "óòỏõọôốồổỗộơớờởỡợ", "úùủũụưứừửữự", "ýỳỷỹỵ"}
