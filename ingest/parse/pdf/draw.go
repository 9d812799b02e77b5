package pdf

import (
	"math"

	container "github.com/ledongthuc/pdf"
)

// resources finds the fonts and XObjects that a content stream names.
type resources struct {
	value value
	fonts map[string]*font
	forms map[string]form
}

// form is an XObject.
type form struct {
	value   value
	picture bool
}

// fontNamed is the font of a name. Fonts are kept for the document by what their dictionaries say,
// since pages name the same ones anew.
func (in *interpreter) fontNamed(key string, res *resources) *font {
	if f, ok := res.fonts[key]; ok {
		return f
	}
	v := res.value.Key("Font").Key(key)
	if v.Kind() != container.Dict {
		return in.state.font
	}
	print := v.String()
	f, ok := in.fonts[print]
	if !ok {
		f = loadFont(v)
		in.fonts[print] = f
	}
	if res.fonts == nil {
		res.fonts = map[string]*font{}
	}
	res.fonts[key] = f
	return f
}

// draw runs a Form XObject or notes a picture.
func (in *interpreter) draw(key string, res *resources, nesting int) {
	x, ok := res.forms[key]
	if !ok {
		x.value = res.value.Key("XObject").Key(key)
		x.picture = x.value.Key("Subtype").Name() == "Image"
		if res.forms == nil {
			res.forms = map[string]form{}
		}
		res.forms[key] = x
	}
	if x.picture {
		in.picture()
		return
	}
	if x.value.Key("Subtype").Name() == "Form" {
		in.drawForm(x.value, res, nesting)
	}
}

// picture notes where a picture is drawn. Some OCR programs keep the words that they could not
// read as small pictures among the text.
func (in *interpreter) picture() {
	m := in.state.ctm
	in.pictured += m.area()
	if height := math.Hypot(m[2], m[3]); height > 3 && height < 30 {
		in.wordPictures++
	}
}

func (in *interpreter) drawForm(v value, outer *resources, nesting int) {
	in.forms++
	if nesting >= maxNesting || in.forms > maxForms {
		return
	}
	content, err := unfold(v, maxContent)
	if err != nil {
		in.broken = err.Error()
		return
	}
	inner := &resources{value: v.Key("Resources")}
	if inner.value.IsNull() {
		inner = outer
	}
	state, stack, text, lineText := in.state, in.stack, in.text, in.lineText
	in.stack = nil
	in.state.ctm = matrixOf(v.Key("Matrix")).times(in.state.ctm)
	in.run(content, inner, nesting+1)
	in.state, in.stack, in.text, in.lineText, in.path = state, stack, text, lineText, path{bounds: nothing}
}
