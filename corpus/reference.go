package corpus

// Reference is another document that this one names; each is there once, however often it is
// named. Value is its number where it has one, otherwise its name ("Luật Bảo hiểm xã hội 2024").
type Reference struct {
	Value      string   `json:"value"`
	Type       string   `json:"type,omitempty"`
	Issued     Date     `json:"issued,omitzero"`
	Issuer     string   `json:"issuer,omitempty"`
	Title      string   `json:"title,omitempty"`
	LeadUnit   string   `json:"lead_unit,omitempty"`  // in a table of documents: who drafts it
	Provision  string   `json:"provision,omitempty"`  // "Điều 11", "điểm a khoản 2 Điều 5": the first that is named
	Provisions []string `json:"provisions,omitempty"` // all of them, when there are several
	Relation   Relation `json:"relation"`
	Passive    bool     `json:"passive,omitempty"` // the relation runs the other way: "được sửa đổi bởi …"
	Mentions   []Span   `json:"mentions"`
	Target     string   `json:"target,omitempty"` // ID of the stored document, once resolved
	Rule       string   `json:"rule,omitempty"`
	Confidence float64  `json:"confidence,omitempty"`
}

// Relation is what this document is to the one it names.
type Relation string

// The relations, from the strongest to the weakest: of several mentions the strongest stands.
const (
	RelationRepeals    Relation = "repeals"
	RelationReplaces   Relation = "replaces"
	RelationAmends     Relation = "amends"
	RelationGuides     Relation = "guides"
	RelationImplements Relation = "implements"
	RelationBasis      Relation = "basis"
	RelationAttached   Relation = "attached"
	RelationListed     Relation = "listed"
	RelationCites      Relation = "cites"
)
