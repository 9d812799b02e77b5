package form

import "strings"

// contactWords stand in the foot of a dispatch's page (NĐ 30/2020 annex I, box 13).
var contactWords = []string{"Địa chỉ", "ĐT:", "Điện thoại", "Fax", "Email", "E-mail", "Website"}

// Margins is what a document's headers and footers hold that its body does not: a letterhead,
// and the address of the issuer. What they repeat, and page numbers, are no part of the text.
func Margins(body, headers, footers string) string {
	var out strings.Builder
	seen := map[string]bool{}
	letterhead := strings.Contains(headers, "Độc lập") && !strings.Contains(body[:min(len(body), 4000)], "Độc lập")
	put := func(text string, all bool) {
		for line := range strings.SplitSeq(text, "\n") {
			if line == "" || len(seen) > 200 || seen[line] || !all && !isContact(line) || strings.Contains(body, line) {
				continue
			}
			seen[line] = true
			out.WriteString(line + "\n")
		}
	}
	put(headers, letterhead)
	put(footers, false)
	return out.String()
}

func isContact(line string) bool {
	for _, word := range contactWords {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}
