package extract

var headerCases = []struct{ name, text string }{}
