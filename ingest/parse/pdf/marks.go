package pdf

import (
	container "github.com/ledongthuc/pdf"
)

// marks are the open marked-content sequences; one of them may have ActualText, which stands for
// all that it shows (ISO 32000-1, 14.9.4).
type marks struct {
	open  int
	since int    // the sequence with ActualText, counted from 1; 0 for none
	text  string // what of it is still to be written
}

func (in *interpreter) openMark(op string, o []token, res *resources) {
	in.marks.open++
	if in.marks.since > 0 || op != "BDC" {
		return
	}
	if actual, ok := actualText(o, res); ok {
		in.marks.since, in.marks.text = in.marks.open, actual
	}
}

func (in *interpreter) closeMark() {
	if in.marks.open == in.marks.since {
		in.marks.since = 0
	}
	in.marks.open = max(0, in.marks.open-1)
}

// actualText looks for ActualText in a property list, in the stream or in the resources.
func actualText(o []token, res *resources) (string, bool) {
	for i, t := range o {
		if t.kind == name && string(t.bytes) == "ActualText" && i+1 < len(o) && o[i+1].kind == text {
			return textString(o[i+1].bytes), true
		}
	}
	if n := len(o); n >= 2 && o[n-1].kind == name {
		v := res.value.Key("Properties").Key(string(o[n-1].bytes)).Key("ActualText")
		return v.Text(), v.Kind() == container.String
	}
	return "", false
}

// textString decodes a text string (ISO 32000-1, 7.9.2.2).
func textString(b []byte) string {
	if len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF {
		return utf16Text(b[2:])
	}
	if len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF {
		return string(b[3:])
	}
	out := make([]rune, 0, len(b))
	for _, c := range b {
		out = append(out, rune(c))
	}
	return string(out)
}
