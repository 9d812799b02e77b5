package robots

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// forFoobot makes a file of one group for foobot.
func forFoobot(rules ...string) string {
	return "User-agent: foobot\n" + strings.Join(rules, "\n") + "\n"
}

func TestAllowed(t *testing.T) {
	const agents = `User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
`
	tests := []struct {
		why, file, agent, url string
		allowed               bool
	}{
		// RFC 9309 section 5.1
		{"5.1", agents, "foobot", "https://e.vn/example/page.html", true},
		{"5.1", agents, "foobot", "https://e.vn/example/allowed.gif", true},
		{"5.1", agents, "foobot", "https://e.vn/example/", false},
		{"5.1", agents, "foobot", "https://e.vn/publications/", false},
		{"5.1", agents, "barbot", "/example/page.html", false},
		{"5.1", agents, "bazbot", "/example/page.html", false},
		{"5.1", agents, "bazbot", "/example/other.html", true},
		{"5.1 a group without rules", agents, "quxbot", "/example/x.gif", true},
		{"5.1", agents, "otherbot", "/x/y.gif", false},
		{"5.1", agents, "otherbot", "/x/y.gif?z", true},
		{"5.1", agents, "otherbot", "/publications/", true},
		// section 5.2
		{"5.2 longest", forFoobot("Allow: /example/page/", "Disallow: /example/page/disallowed.gif"), "foobot", "/example/page/disallowed.gif", false},
		{"5.2 longest", forFoobot("Allow: /example/page/", "Disallow: /example/page/disallowed.gif"), "foobot", "/example/page/x", true},
		// section 2.2.1: groups
		{"case", "User-agent: FooBot\nDisallow: /", "fOObOT", "/x", false},
		{"version in the file", "User-agent: FooBot/2.1\nDisallow: /", "foobot", "/x", false},
		{"version in the name", "User-agent: foobot\nDisallow: /", "FooBot/2.1 (+https://e.vn)", "/x", false},
		{"a token, not a prefix", "User-agent: foobot\nDisallow: /", "foobot-news", "/x", true},
		{"a token, not a prefix", "User-agent: foobot-news\nDisallow: /", "foobot", "/x", true},
		{"digits", "User-agent: MJ12bot\nDisallow: /", "MJ12bot", "/x", false},
		{"digits", "User-agent: MJ12bot\nDisallow: /", "MJ13bot", "/x", true},
		{"groups merged", "User-agent: foobot\nDisallow: /a\nUser-agent: *\nDisallow: /b\nUser-agent: foobot\nDisallow: /c", "foobot", "/c", false},
		{"groups merged", "User-agent: foobot\nDisallow: /a\nUser-agent: *\nDisallow: /b\nUser-agent: foobot\nDisallow: /c", "foobot", "/a", false},
		{"no fallback once named", "User-agent: foobot\nDisallow: /a\nUser-agent: *\nDisallow: /b", "foobot", "/b", true},
		{"fallback", "User-agent: *\nDisallow: /b", "foobot", "/b", false},
		{"fallback with a note", "User-agent: * # all\nDisallow: /b", "foobot", "/b", false},
		{"* within a name is no fallback", "User-agent: *bot\nDisallow: /", "foobot", "/b", true},
		{"no groups", "Sitemap: /s.xml", "foobot", "/b", true},
		{"empty file", "", "foobot", "/b", true},
		{"rules before any agent", "Disallow: /\nUser-agent: foobot\nAllow: /x", "foobot", "/b", true},
		{"sitemaps do not end a run of agents", "User-agent: a\nSitemap: /s\n\nUser-agent: foobot\nDisallow: /", "a", "/b", false},
		{"crawl-delay does not end a run of agents", "User-agent: a\nCrawl-delay: 3\nUser-agent: foobot\nDisallow: /", "a", "/b", false},
		{"an empty Disallow ends it", "User-agent: a\nDisallow:\nUser-agent: foobot\nDisallow: /", "a", "/b", true},
		{"blank lines mean nothing", "User-agent: foobot\n\n\nDisallow: /", "foobot", "/b", false},
		// section 2.2.2: matching
		{"robots.txt itself", forFoobot("Disallow: /"), "foobot", "https://e.vn/robots.txt", true},
		{"not below it", forFoobot("Disallow: /"), "foobot", "/robots.txt/x", false},
		{"Allow wins a tie", forFoobot("Disallow: /folder", "Allow: /folder"), "foobot", "/folder/x", true},
		{"Allow wins a tie", forFoobot("Allow: /folder", "Disallow: /folder"), "foobot", "/folder/x", true},
		{"empty Disallow", forFoobot("Disallow:"), "foobot", "/x", true},
		{"empty Allow", forFoobot("Disallow: /", "Allow:"), "foobot", "/x", false},
		{"case of paths", forFoobot("Disallow: /X"), "foobot", "/x", true},
		{"prefix", forFoobot("Disallow: /fish"), "foobot", "/fishheads/yummy.html", false},
		{"folder", forFoobot("Disallow: /fish/"), "foobot", "/fish", true},
		{"query", forFoobot("Disallow: /list?Page="), "foobot", "https://e.vn/list?Page=2", false},
		{"query of another", forFoobot("Disallow: /list?Page="), "foobot", "https://e.vn/list?ItemID=2", true},
		{"empty path", forFoobot("Disallow: /$"), "foobot", "https://e.vn", false},
		{"empty path, query", forFoobot("Disallow: /?x"), "foobot", "https://e.vn?x=1", false},
		{"fragment", forFoobot("Disallow: /x$"), "foobot", "https://e.vn/x#part", false},
		{"fragment with a slash", forFoobot("Disallow: /$"), "foobot", "https://e.vn#/x", false},
		{"path without a slash", forFoobot("Disallow: x"), "foobot", "/x", true},
		{"a URL in the query", forFoobot("Disallow: /x"), "foobot", "/x?u=http://a/", false},
		{"table, row 1", forFoobot("Disallow: /", "Allow: /foo/bar?baz=quz"), "foobot", "/foo/bar?baz=quz", true},
		{"table, row 2", forFoobot("Disallow: /", "Allow: /foo/bar?baz=https://foo.bar"), "foobot", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", true},
		{"table, row 2", forFoobot("Disallow: /", "Allow: /foo/bar?baz=https://foo.bar"), "foobot", "/foo/bar?baz=https://foo.bar", true},
		{"table, row 2", forFoobot("Disallow: /", "Allow: /foo/bar?baz=https%3a%2F%2Ffoo.bar"), "foobot", "/foo/bar?baz=https://foo.bar", true},
		{"table, row 3", forFoobot("Disallow: /", "Allow: /foo/bar/ツ"), "foobot", "/foo/bar/%E3%83%84", true},
		{"table, row 3", forFoobot("Disallow: /", "Allow: /foo/bar/ツ"), "foobot", "/foo/bar/ツ", true},
		{"table, row 4", forFoobot("Disallow: /", "Allow: /foo/bar/%E3%83%84"), "foobot", "/foo/bar/ツ", true},
		{"table, row 4", forFoobot("Disallow: /", "Allow: /foo/bar/%e3%83%84"), "foobot", "/foo/bar/%E3%83%84", true},
		{"table, row 5", forFoobot("Disallow: /", "Allow: /foo/bar/%62%61%7A"), "foobot", "/foo/bar/baz", true},
		{"table, row 5", forFoobot("Disallow: /", "Allow: /foo/bar/baz"), "foobot", "/foo/bar/%62%61%7a", true},
		{"reserved ones stay", forFoobot("Disallow: /a%2Fb"), "foobot", "/a/b", true},
		{"reserved ones stay", forFoobot("Disallow: /a%2fb"), "foobot", "/a%2Fb", false},
		{"reserved ones stay", forFoobot("Disallow: /a/b"), "foobot", "/a%2Fb", true},
		{"a blank", forFoobot("Disallow: /van ban/"), "foobot", "/van%20ban/x", false},
		{"no escape", forFoobot("Disallow: /100%"), "foobot", "/100%x", false},
		// section 2.2.3: special characters
		{"*", forFoobot("Disallow: /fish*.php"), "foobot", "/fish/salmon.php?id=1", false},
		{"*", forFoobot("Disallow: /fish*.php"), "foobot", "/Fish.php", true},
		{"* meets nothing too", forFoobot("Disallow: /a*b"), "foobot", "/ab", false},
		{"* at the end", forFoobot("Disallow: /fish*"), "foobot", "/fish", false},
		{"* first", forFoobot("Disallow: *.pdf"), "foobot", "/a/b.pdf", false},
		{"**", forFoobot("Disallow: /a**b"), "foobot", "/axb", false},
		{"* twice", forFoobot("Disallow: /*/van-ban/*/tai-ve"), "foobot", "/vi/van-ban/9/tai-ve", false},
		{"* over a query", forFoobot("Disallow: /*/print/"), "foobot", "/a?next=/print/", false},
		{"$", forFoobot("Disallow: /*.php$"), "foobot", "/a.php", false},
		{"$", forFoobot("Disallow: /*.php$"), "foobot", "/a.php?x", true},
		{"$ after *", forFoobot("Disallow: /a*$"), "foobot", "/abc", false},
		{"$ whose part comes twice", forFoobot("Disallow: /*b$"), "foobot", "/abab", false},
		{"$ does not share octets", forFoobot("Disallow: /ab*b$"), "foobot", "/ab", true},
		{"$ within", forFoobot("Disallow: /a$b"), "foobot", "/a$b", false},
		{"$ within", forFoobot("Disallow: /a$b"), "foobot", "/a", true},
		{"literal *", forFoobot("Disallow: /", "Allow: /path/file-with-a-%2A.html"), "foobot", "/path/file-with-a-*.html", true},
		{"literal * is no wild card", forFoobot("Disallow: /a%2Ab"), "foobot", "/axb", true},
		{"literal $", forFoobot("Disallow: /path/foo-%24"), "foobot", "/path/foo-$", false},
		{"longest counts *", forFoobot("Allow: /page", "Disallow: /*.htm"), "foobot", "/page.htm", false},
		{"longest counts $", forFoobot("Allow: /$", "Disallow: /"), "foobot", "/", true},
		{"longest counts $", forFoobot("Allow: /$", "Disallow: /"), "foobot", "/page", false},
		// section 2.2: lines
		{"byte order mark", "\xEF\xBB\xBFUser-agent: foobot\nDisallow: /", "foobot", "/x", false},
		{"half a byte order mark", "\xEF\xBBUser-agent: foobot\nDisallow: /", "foobot", "/x", false},
		{"CR", "User-agent: foobot\rDisallow: /", "foobot", "/x", false},
		{"CRLF", "User-agent: foobot\r\nDisallow: /\r\n", "foobot", "/x", false},
		{"comments", "# a\nUser-agent: foobot # b\nDisallow: /x#c\n", "foobot", "/x", false},
		{"white space", " \tuser-AGENT \t:\t foobot \n\tDISALLOW : /x \t\n", "foobot", "/x", false},
		{"no colon", "User-agent foobot\nDisallow /x", "foobot", "/x", false},
		{"no colon, three words", "User-agent: foobot\nDisallow /x y", "foobot", "/x", true},
		{"typo", "Useragent: foobot\nDissallow: /x", "foobot", "/x", false},
		{"typo", "User agent: foobot\nDisalow: /x", "foobot", "/x", false},
		{"unknown", "User-agent: foobot\nNoindex: /x", "foobot", "/x", true},
		{"last line without an end", "User-agent: foobot\nDisallow: /x", "foobot", "/x", false},
		{"a page instead", "<html><body>Không tìm thấy: trang</body></html>", "foobot", "/x", true},
		{"a long line is cut, the next one read", "User-agent: foobot\nDisallow: /" + strings.Repeat("x", 30000) + "\nDisallow: /y", "foobot", "/y", false},
		{"a long line forbids what it says up to the limit", "User-agent: foobot\nDisallow: /" + strings.Repeat("x", 30000), "foobot", "/" + strings.Repeat("x", 20000), false},
		{"over the size limit", "User-agent: foobot\n" + strings.Repeat("# comment\n", MaxSize/10) + "Disallow: /x\n", "foobot", "/x", true},
		{"below the size limit", "User-agent: foobot\n" + strings.Repeat("# comment\n", MaxSize/10-10) + "Disallow: /x\n", "foobot", "/x", false},
	}
	for _, test := range tests {
		if got := Parse([]byte(test.file)).For(test.agent).Allowed(test.url); got != test.allowed {
			t.Errorf("%s: %.80q says %v to %s of %.80s", test.why, test.file, got, test.agent, test.url)
		}
	}
}

func TestSizeLimitLeavesNoHalfRule(t *testing.T) {
	file := "User-agent: *\n" + strings.Repeat("#\n", (MaxSize-40)/2) + "Disallow: /tai-lieu-noi-bo/khong-cong-khai\n"
	if !Parse([]byte(file)).For("x").Allowed("/tai-lieu-khac") {
		t.Error("a rule that the limit cuts in two forbids more than it says")
	}
}

func TestOtherFields(t *testing.T) {
	f := Parse([]byte("Sitemap: https://e.vn/s.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /a\nsite-map: /t.xml\nUser-agent: x\nCrawl-delay: soon\n"))
	if got := fmt.Sprint(f.Sitemaps); got != "[https://e.vn/s.xml /t.xml]" {
		t.Errorf("sitemaps are %s", got)
	}
	if got := f.For("any").Delay; got != 2500*time.Millisecond {
		t.Errorf("the delay is %v", got)
	}
	if got := f.For("x").Delay; got != 0 {
		t.Errorf("the delay of x is %v", got)
	}
}

func FuzzAllowed(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /a*b$", "/a%20b?x=%2F")
	f.Add("\xEF\xBB\xBFuser-agent x\rAllow /%", "https://e.vn#")
	f.Fuzz(func(t *testing.T, file, url string) {
		rules := Parse([]byte(file)).For("x")
		if rules.Allowed(url) != rules.Allowed("https://e.vn"+normalized(pathOf(url))) {
			t.Errorf("%q: %q and its normal form get different answers", file, url)
		}
	})
}

func BenchmarkAllowed(b *testing.B) {
	var file strings.Builder
	file.WriteString("User-agent: *\n")
	for i := range 500 {
		fmt.Fprintf(&file, "Disallow: /folder-%d/*/private?\n", i)
	}
	rules := Parse([]byte(file.String())).For("x")
	for b.Loop() {
		rules.Allowed("/folder-250/van-ban/chi-dao?ItemID=2482")
	}
}

func BenchmarkParse(b *testing.B) {
	file := []byte("User-agent: *\n" + strings.Repeat("Disallow: /folder/*/private?\n", 500))
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		Parse(file)
	}
}
