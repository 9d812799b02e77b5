package gazetteer

import (
	"bufio"
	"embed"
	"fmt"
	"io"
	"strings"
	"sync"

	"congvan/corpus"
	"congvan/extract/phrase"
)

// Unit is one entry of the register. Key is its stable name in records; From and To are the dates
// between which it existed, zero where not known or open.
type Unit struct {
	Key       string
	Name      string
	Codes     []string // as in document symbols: BYT, CSXH
	Kind      string   // ministry, agency, department, court, party, union, company, …
	Parent    string   // key of the unit it belongs to
	From, To  corpus.Date
	Successor string // key of the unit that took over
	Aliases   []string
}

// Existed reports whether the unit existed on a day; a zero date asks for no date.
func (u Unit) Existed(at corpus.Date) bool {
	return at.IsZero() || (u.From.IsZero() || !at.Before(u.From.First())) && (u.To.IsZero() || !u.To.Last().Before(at.First()))
}

// province is a province or centrally run city (tỉnh, thành phố trực thuộc trung ương).
type province struct {
	key, name, kind string
	from, to        corpus.Date
	successor       string
}

// group is a name for many units: "các đơn vị trực thuộc BHXH Việt Nam".
type group struct {
	key, name, selector string // parent:KEY, kind:KIND or head:KEY
}

// Register is the units known. Build it with New and extend it with Load before it is used; it is
// safe for concurrent readers after that.
type Register struct {
	units     []Unit
	provinces []province
	groups    []group
	byKey     map[string]int    // unit key → units
	byName    map[string]int    // normalised name → units
	places    map[string]int    // normalised name → provinces
	byGroup   map[string]int    // normalised name or key → groups
	names     *phrase.Lexicon   // every name and alias → index in units + 1
	canonical map[string]string // normalised name → name as it is written
	byLetters map[string]int    // name's letters, without marks and spaces → units; -1 for several
}

//go:embed register/*.tsv
var files embed.FS

var builtIn = sync.OnceValue(func() *Register { return mustNew() })

// Default is the register of the embedded files, shared and not to be extended.
func Default() *Register { return builtIn() }

// New is a register of the embedded files that the caller may extend with Load.
func New() *Register { return mustNew() }

func mustNew() *Register {
	r := &Register{
		byKey: map[string]int{}, byName: map[string]int{}, places: map[string]int{}, byGroup: map[string]int{},
		names: phrase.NewLexicon(), canonical: map[string]string{}, byLetters: map[string]int{},
	}
	for _, table := range []struct {
		name string
		add  func(row []string) error
	}{{"units", r.addUnit}, {"provinces", r.addProvince}, {"groups", r.addGroup}} {
		file, err := files.Open("register/" + table.name + ".tsv")
		if err == nil {
			err = readTable(file, table.name+".tsv", table.add)
		}
		if err != nil {
			panic(err) // the embedded files are part of the program, and a test reads them
		}
	}
	return r
}

// Load extends the register with an analyst's table of units: UTF-8 text, a unit a line, columns
// separated by tabs as in the first line: key, name, codes, kind, parent, from, to, successor,
// aliases. Only key and name are needed; codes and aliases are separated by "|", dates are
// YYYY, YYYY-MM or YYYY-MM-DD. Lines that start with # are comments. An entry whose key is there
// already replaces it. The error names the line that is wrong; what stood before it is loaded.
func (r *Register) Load(table io.Reader, name string) error {
	return readTable(table, name, r.addUnit)
}

// readTable hands the rows of a table to add, the header row and comments left out.
func readTable(table io.Reader, name string, add func(row []string) error) error {
	lines := bufio.NewScanner(table)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimRight(strings.TrimPrefix(lines.Text(), "\ufeff"), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "key\t") {
			continue
		}
		if err := add(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("%s line %d: %w", name, number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (r *Register) addUnit(row []string) error {
	if len(row) > 9 {
		return fmt.Errorf("%d columns; want key, name, codes, kind, parent, from, to, successor, aliases, separated by tabs", len(row))
	}
	row = append(row, make([]string, 9-len(row))...)
	for k := range row {
		row[k] = strings.TrimSpace(row[k])
	}
	u := Unit{Key: row[0], Name: row[1], Codes: list(row[2]), Kind: row[3], Parent: row[4], Successor: row[7], Aliases: list(row[8])}
	if u.Key == "" || u.Name == "" {
		return fmt.Errorf("a unit needs a key and a name in its first two columns")
	}
	var err error
	if u.From, err = date(row[5]); err != nil {
		return fmt.Errorf("from: %w", err)
	}
	if u.To, err = date(row[6]); err != nil {
		return fmt.Errorf("to: %w", err)
	}
	k, known := r.byKey[u.Key]
	if known {
		r.units[k] = u
	} else {
		k = len(r.units)
		r.units = append(r.units, u)
		r.byKey[u.Key] = k
	}
	bare := letters(u.Name)
	if was, ok := r.byLetters[bare]; ok && r.units[max(0, was)].Name != u.Name {
		r.byLetters[bare] = -1
	} else {
		r.byLetters[bare] = k
	}
	for n, name := range append([]string{u.Name}, u.Aliases...) {
		norm := normalise(name)
		if was, ok := r.byName[norm]; !ok || known || !r.units[was].To.IsZero() && u.To.IsZero() {
			r.byName[norm] = k
		}
		r.names.AddName(name, k+1)
		if _, ok := r.canonical[norm]; !ok {
			r.canonical[norm] = u.Name
			if n > 0 && isHead(phrase.Scan(nil, name, 0, len(name))) { // "Văn phòng": of one house and of the next
				r.canonical[norm] = name
			}
		}
	}
	return nil
}

func (r *Register) addProvince(row []string) error {
	if len(row) != 7 {
		return fmt.Errorf("%d columns; want key, name, kind, from, to, successor, aliases", len(row))
	}
	p := province{key: row[0], name: row[1], kind: row[2], successor: row[5]}
	var err error
	if p.from, err = date(row[3]); err != nil {
		return fmt.Errorf("from: %w", err)
	}
	if p.to, err = date(row[4]); err != nil {
		return fmt.Errorf("to: %w", err)
	}
	r.provinces = append(r.provinces, p)
	for _, name := range append([]string{p.name}, list(row[6])...) {
		r.places[normalise(name)] = len(r.provinces) - 1
	}
	return nil
}

func (r *Register) addGroup(row []string) error {
	if len(row) != 4 {
		return fmt.Errorf("%d columns; want key, name, members, aliases", len(row))
	}
	r.groups = append(r.groups, group{key: row[0], name: row[1], selector: row[2]})
	for _, name := range append([]string{row[0], row[1]}, list(row[3])...) {
		r.byGroup[normalise(name)] = len(r.groups) - 1
	}
	return nil
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func date(s string) (corpus.Date, error) {
	if s == "" {
		return corpus.Date{}, nil
	}
	return corpus.ParseDate(s)
}
