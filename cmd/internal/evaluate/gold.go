// Package evaluate compares records with what careful readers found in the same documents:
// precision, recall and F1 a field, and how far confidences can be trusted.
package evaluate

import (
	"encoding/json"
	"fmt"
	"os"

	"congvan/corpus"
)

// Gold is what a reader found in a document. A field that is absent was not annotated; an empty
// one is known to be absent.
type Gold struct {
	File       string    `json:"file"`
	Kind       string    `json:"source_kind"`
	Number     *string   `json:"number"`
	Type       *string   `json:"type"`
	Issuer     *string   `json:"issuer"`
	Place      *string   `json:"place"`
	Issued     *string   `json:"issued"`
	Subject    *string   `json:"subject"`
	Published  *string   `json:"published"`
	Author     *string   `json:"author"`
	Title      *string   `json:"title"`
	Addressees *[]string `json:"addressees"`
	Recipients *[]string `json:"recipients"`
	Audiences  *[]string `json:"audiences"`
	Outline    *[]string `json:"outline"` // labels of level 1
	Signatory  *struct {
		Name     string `json:"name"`
		Position string `json:"position"`
		Capacity string `json:"capacity"`
	} `json:"signatory"`
	References *[]struct {
		Number string `json:"number"`
		Issued string `json:"issued"`
	} `json:"references"`
	Appendix []struct {
		Number   string `json:"number"`
		Subject  string `json:"subject"`
		LeadUnit string `json:"lead_unit"`
	} `json:"appendix_documents"`
	Contacts *[]struct {
		Kind  string `json:"kind"`
		Value string `json:"value"`
	} `json:"contacts"`
	Targets *[]struct {
		Comparator string   `json:"comparator"`
		Value      *float64 `json:"value"`
		Min        *float64 `json:"min"`
		Max        *float64 `json:"max"`
		Unit       string   `json:"unit"`
	} `json:"targets"`
	Obligations *[]Duty `json:"obligations"`
}

// Duty is an obligation as a reader marked it. An optional one is neither right nor wrong; a
// zone covers a whole passage of them.
type Duty struct {
	Actors   []string `json:"actors"`
	Action   string   `json:"action"`
	Section  string   `json:"section"`
	Timing   []timing `json:"timing"`
	Optional bool     `json:"optional"`
	Zone     bool     `json:"zone"`
}

type timing struct {
	Kind     corpus.TimingKind `json:"kind"`
	Due      string            `json:"due"`
	To       string            `json:"to"`
	RRule    string            `json:"rrule"`
	Duration string            `json:"duration"`
}

// ReadGold reads the annotations of one document.
func ReadGold(path string) (Gold, error) {
	var g Gold
	b, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(b, &g)
	}
	if err != nil {
		return g, fmt.Errorf("gold %s: %w", path, err)
	}
	return g, nil
}
