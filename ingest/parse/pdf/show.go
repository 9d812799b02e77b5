package pdf

func (in *interpreter) textOperator(op string, o []token, res *resources) {
	s := &in.state
	v, ok := numbers(o, 1)
	switch op {
	case "BT":
		in.text, in.lineText = identity, identity
	case "Tf":
		if ok && len(o) >= 2 && o[len(o)-2].kind == name {
			s.font, s.size = in.fontNamed(string(o[len(o)-2].bytes), res), v[0]
		}
	case "Tc":
		s.charSpace = v[0]
	case "Tw":
		s.wordSpace = v[0]
	case "Tz":
		s.scale = v[0] / 100
	case "TL":
		s.leading = v[0]
	case "Ts":
		s.rise = v[0]
	case "Tr":
		s.invisible = v[0] == 3
	case "Td", "TD":
		if v, ok := numbers(o, 2); ok {
			if op == "TD" {
				s.leading = -v[1]
			}
			in.move(v[0], v[1])
		}
	case "Tm":
		if v, ok := numbers(o, 6); ok {
			in.text, in.lineText = matrix(v), matrix(v)
		}
	case "T*":
		in.move(0, -s.leading)
	case "'":
		in.move(0, -s.leading)
		in.showAll(o)
	case "\"":
		if len(o) >= 3 {
			s.wordSpace, s.charSpace = o[len(o)-3].value, o[len(o)-2].value
		}
		in.move(0, -s.leading)
		in.showAll(o)
	case "Tj", "TJ":
		in.showAll(o)
	}
}

func (in *interpreter) move(x, y float64) {
	in.lineText = in.lineText.moved(x, y)
	in.text = in.lineText
}

// showAll shows the strings among the operands; numbers between them move by thousandths.
func (in *interpreter) showAll(o []token) {
	s := &in.state
	for _, t := range o {
		switch t.kind {
		case text:
			in.show(t.bytes)
		case number:
			in.text = in.text.moved(-t.value/1000*s.size*s.scale, 0)
		}
	}
}

func (in *interpreter) show(b []byte) {
	s := &in.state
	if s.font == nil {
		return
	}
	toPage := in.text.times(s.ctm)
	for len(b) > 0 {
		c, n := s.font.next(b)
		b = b[n:]
		advance := (c.width*s.size + s.charSpace) * s.scale
		if c.space {
			advance += s.wordSpace * s.scale
		}
		in.glyph(toPage.moved(0, s.rise), c.text, advance)
		toPage = toPage.moved(advance, 0)
		in.text = in.text.moved(advance, 0)
		in.operators++
	}
}

func (in *interpreter) glyph(m matrix, s string, advance float64) {
	at, ok := placed(m, advance, in.state.size)
	if !ok || !in.state.clip.shows(m[4], m[5]) {
		return
	}
	in.shown++
	if in.state.invisible {
		in.hidden++
	}
	if in.marks.since > 0 {
		s, in.marks.text = in.marks.text, ""
		if l := in.page.last(); s == "" && l != nil && l.holds(at) {
			l.right = max(l.right, at.right)
		}
	}
	in.page.add(at, s, in.state.font)
}
