package gazetteer

import (
	"bytes"
	"strings"

	"congvan/corpus"
)

// Members are the keys of the units in a group (its name or its key) that existed at a date, in
// the register's order; none when it is not a group. A zero date asks for no date.
func (r *Register) Members(name string, at corpus.Date) []string {
	k, ok := r.byGroup[normalise(name)]
	if !ok {
		return nil
	}
	kind, value, _ := strings.Cut(r.groups[k].selector, ":")
	var keys []string
	if kind == "head" {
		for _, p := range r.provinces {
			if (Unit{From: p.from, To: p.to}).Existed(at) {
				keys = append(keys, slug(normalise(value))+":"+p.key)
			}
		}
		return keys
	}
	for _, u := range r.units {
		if u.Existed(at) && (kind == "parent" && u.Parent == value || kind == "kind" && u.Kind == value) {
			keys = append(keys, u.Key)
		}
	}
	return keys
}

// Contains reports whether what is said to a group or unit is said to the unit: the same unit
// under another name, a member of the group, one of a list with a shared head ("các Bộ: Công an,
// Tài chính"), or the unit of which the group names the head ("Bộ trưởng Bộ Công an").
func (r *Register) Contains(groupName, unitName string) bool {
	want, _, _ := r.Lookup(unitName)
	for _, name := range r.Expand(groupName) {
		key, _, _ := r.Lookup(withoutPost(name))
		if key == want {
			return true
		}
		k, ok := r.byGroup[normalise(key)]
		if !ok {
			continue
		}
		kind, value, _ := strings.Cut(r.groups[k].selector, ":")
		switch u, known := r.ByKey(want); {
		case kind == "head" && strings.HasPrefix(want, slug(normalise(value))+":"):
			return true
		case known && (kind == "parent" && u.Parent == value || kind == "kind" && u.Kind == value):
			return true
		}
	}
	return false
}

// Speaks reports whether a name stands for the unit: it is the unit's, a short form of it ("UBND
// tỉnh" for "Ủy ban nhân dân tỉnh Quảng Ngãi") or a post in it, with or without who holds it
// ("Phó Chủ tịch UBND tỉnh Võ Phiên").
func (r *Register) Speaks(name, unitName string) bool {
	if name == unitName {
		return true
	}
	bare := withoutPost(strings.TrimPrefix(strings.TrimPrefix(name, "Phó "), "Lãnh đạo "))
	var buffers [2][160]byte
	norm, unit := appendNormal(buffers[0][:0], bare), appendNormal(buffers[1][:0], unitName)
	if len(norm) == 0 || bytes.HasPrefix(unit, norm) && (len(unit) == len(norm) || unit[len(norm)] == ' ') {
		return true
	}
	if bare == name {
		key, _, _ := r.Lookup(name)
		want, _, _ := r.Lookup(unitName)
		return key == want
	}
	words, wanted := bytes.Fields(norm), bytes.Fields(unit)
	return len(words) > 1 && len(wanted) > 1 && bytes.Equal(words[0], wanted[0]) && bytes.Equal(words[1], wanted[1])
}

// posts are titles before the name of the unit that their holder heads.
var posts = []string{"Bộ trưởng ", "Giám đốc ", "Tổng Giám đốc ", "Chủ tịch ", "Thủ trưởng ", "Cục trưởng ", "Chánh ", "Trưởng ", "Vụ trưởng ", "Viện trưởng ", "Hiệu trưởng ", "Thống đốc ", "Chủ nhiệm "}

func withoutPost(name string) string {
	for _, post := range posts {
		if rest, ok := strings.CutPrefix(name, post); ok {
			return rest
		}
	}
	return name
}

// Expand gives the names in a list with a shared head one by one: "các Bộ: Công an, Tài chính"
// gives "Bộ Công an" and "Bộ Tài chính"; any other name gives itself.
func (r *Register) Expand(name string) []string {
	head, rest, ok := strings.Cut(name, ":")
	if !ok {
		return []string{name}
	}
	for _, q := range []string{"Các ", "các "} {
		head = strings.TrimPrefix(head, q)
	}
	var names []string
	for part := range strings.SplitSeq(rest, ",") {
		part = strings.TrimSpace(part)
		if _, _, known := r.Lookup(head + " " + part); !known {
			if first, second, two := strings.Cut(part, " và "); two { // "Công an, Tài chính và Xây dựng"
				names = append(names, head+" "+first, head+" "+second)
				continue
			}
		}
		if part != "" {
			names = append(names, head+" "+part)
		}
	}
	return names
}
