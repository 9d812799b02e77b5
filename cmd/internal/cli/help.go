package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// example is a worked example of a command: what is typed, and what it does.
type example struct{ command, line, does string }

// examples are in the order of a first day with the program.
var examples = []example{
	{"extract", "congvan extract cong-van.pdf", "what the dispatch says, as a line of JSON"},
	{"extract", "curl -s https://…/1191.html | congvan extract -", "the same of standard input"},
	{"ingest", "congvan ingest ~/cong-van", "reads every file below the folder into ./congvan-data; again: only what is new or changed"},
	{"ingest", "congvan --data /srv/cv ingest thang-9.zip", "reads an archive into another store"},
	{"ingest", "congvan ingest --dry-run ~/cong-van", "says what would be new or changed, and changes nothing"},
	{"ingest", "congvan ingest --watch ~/den", "stays and reads what comes into the folder"},
	{"ingest", "congvan ingest --retry", "reads again what could not be read before"},
	{"list", "congvan list --issuer \"bao hiem xa hoi\" --from 2024", "what is stored, narrowed by issuer (marks may be left out) and date"},
	{"list", "congvan list --status no_text", "inputs that could not be read, and why"},
	{"search", "congvan search \"truyen thong chinh sach\"", "finds with or without marks"},
	{"search", "congvan search 2482/BHXH-TT", "finds a number, in any written form"},
	{"search", "congvan search --json --limit 3 \"thẻ BHYT\"", "a hit a line, for scripts"},
	{"search", "congvan search \"thẻ BHYT\" --save the-bhyt", "keeps the search; congvan alerts tells what is new for it"},
	{"alerts", "congvan alerts", "what came since, for each saved search"},
	{"reindex", "congvan reindex", "builds the index again; searches go on meanwhile"},
	{"show", "congvan show 2482", "one record: who must do what by when"},
	{"show", "congvan show 2482 --original > 2482.pdf", "the bytes as they were received"},
	{"when", "congvan when \"trước ngày 05 hằng tháng\" --at 2024-09-12", "FREQ=MONTHLY;BYMONTHDAY=5: what the grammar reads"},
	{"due", "congvan due --unit \"BHXH các tỉnh\" --within 30d", "what the unit owes in the next 30 days, and the words that say so"},
	{"due", "congvan due --overdue --as-of 2024-12-31", "what was late at the end of the year"},
	{"mark", "congvan mark 9ab6c8cd0d768a4f/o-1f2e3d done --reply 12/BC-BHXH", "the duty is done, by this answer; congvan mark --undo takes it back"},
	{"correct", "congvan correct 9ab6c8cd0d768a4f issued 2022-09-12", "puts a value right; it stays when rules get better"},
	{"refresh", "congvan refresh --stale --dry-run", "what better rules would change, field by field"},
	{"refresh", "congvan refresh --status no_text", "reads scans again once OCR is installed"},
	{"export", "congvan export obligations --format csv --out nhiem-vu.csv", "a row a duty, for a spreadsheet"},
	{"export", "congvan export references --format jsonl --type \"Kế hoạch\"", "what plans rest on"},
	{"diff", "congvan diff 9ab6c8cd0d768a4f 2482", "what two copies have differently: [-removed-] {+added+}"},
	{"gaps", "congvan gaps --issuer \"bao hiem xa hoi\" --year 2024", "numbers missing in the sequence, documents cited and not held, sources gone quiet"},
	{"crawl", "congvan crawl --every 1h", "stays, and fetches what is new at each source when its own rhythm says so"},
	{"crawl", "congvan crawl bhxh --since 2024-01-01 --dry-run", "what one source has since then that is not known yet"},
	{"crawl", "congvan crawl --health", "sources that went quiet, changed shape or fail"},
	{"source", "congvan source add bhxh.toml", "checks the file and takes the source over; an example's name does too: congvan source list"},
	{"source", "congvan source test bhxh", "what its first page would give, and what is strange about it"},
	{"source", "congvan source robots robots.txt --agent congvan https://…/van-ban?Page=2", "allow or deny, a line each"},
	{"backup", "congvan backup /mnt/backup/congvan-2024-09-12", "copies the store, also while it is written to"},
	{"restore", "congvan --data /srv/cv restore /mnt/backup/congvan-2024-09-12", "makes a store of a backup"},
	{"serve", "congvan serve --addr 127.0.0.1:8080", "pages for a browser at that address, and the API that /api/v1/openapi.json describes"},
	{"serve", "congvan serve --users users --cert cert.pem --key key.pem --addr :8443", "the same for colleagues: they sign in, and reviewers correct, mark and hand in"},
	{"user", "congvan user add users lan --role reviewer", "asks for a password and keeps its hash"},
	{"doctor", "congvan doctor", "what this machine can read, and whether store and index agree"},
	{"completion", "source <(congvan completion bash)", "completes commands and flags in this shell"},
}

type helpCmd struct {
	Command string `arg:"" optional:"" help:"A command; without it all examples are shown."`
}

// Run prints the worked examples.
func (c *helpCmd) Run(s *session) error {
	if c.Command == "" {
		fmt.Fprint(s.Stdout, "congvan reads Vietnamese official dispatches: who must do what by when.\n\n")
	}
	if !printExamples(s.Stdout, c.Command) {
		var names []string
		for _, e := range examples {
			if !slices.Contains(names, e.command) {
				names = append(names, e.command)
			}
		}
		return usageError{fmt.Sprintf("there is no command %q", c.Command), "the commands are " + strings.Join(names, ", ")}
	}
	fmt.Fprint(s.Stdout, "Flags: congvan COMMAND --help\n")
	return nil
}

// printExamples prints the examples of a command, of all when it is "". It reports whether
// there were any.
func printExamples(w io.Writer, command string) bool {
	some := false
	for _, e := range examples {
		if command == "" || e.command == command {
			fmt.Fprintf(w, "  %s\n      %s\n", e.line, e.does)
			some = true
		}
	}
	if some {
		fmt.Fprintln(w)
	}
	return some
}
