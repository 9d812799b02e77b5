package source

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// postback is the request of an ASP.NET pager's link to the next page. The page's form goes back
// as it came, with the two fields that the link's script sets:
//
//	<a href="javascript:__doPostBack('ctl00$grid','Page$2')">2</a>
func postback(base *url.URL, document *goquery.Document, pager selector, body Body) (Request, bool) {
	target, argument, ok := nextTarget(document, pager, body.Page)
	if !ok {
		return Request{}, false
	}
	form := document.Find("form").Has("input[name=__VIEWSTATE]").First()
	if form.Length() == 0 {
		return Request{}, false
	}
	values := url.Values{}
	form.Find("input[name]").Each(func(_ int, input *goquery.Selection) {
		name := input.AttrOr("name", "")
		switch strings.ToLower(input.AttrOr("type", "text")) {
		case "submit", "button", "image", "reset", "file": // sent only when they are pressed
			return
		case "checkbox", "radio":
			if _, checked := input.Attr("checked"); !checked {
				return
			}
		}
		values.Add(name, input.AttrOr("value", ""))
	})
	form.Find("select[name]").Each(func(_ int, choice *goquery.Selection) {
		chosen := choice.Find("option[selected]").First()
		if chosen.Length() == 0 {
			chosen = choice.Find("option").First()
		}
		values.Add(choice.AttrOr("name", ""), chosen.AttrOr("value", clean(chosen.Text())))
	})
	values.Set("__EVENTTARGET", target)
	values.Set("__EVENTARGUMENT", argument)
	action, ok := resolved(base, form.AttrOr("action", ""))
	if !ok {
		action = body.URL
	}
	return Request{URL: action, Form: values, Page: body.Page + 1}, true
}

// nextTarget finds the pager's link to the next page: the one that is labelled with its number,
// else one that says so, else the "…" behind the last number.
func nextTarget(document *goquery.Document, pager selector, page int) (target, argument string, ok bool) {
	best := 0
	pager.in(document.Selection).Each(func(_ int, a *goquery.Selection) {
		t, arg, is := doPostBack(a.AttrOr("href", "") + a.AttrOr("onclick", ""))
		if !is {
			return
		}
		rank := 0
		switch label := strings.ToLower(clean(a.Text())); label {
		case strconv.Itoa(page + 1):
			rank = 3
		case ">", "›", "sau", "tiếp", "trang sau", "tiếp theo", "next":
			rank = 2
		case "...", "…": // the last one: the first may lead back
			rank = 1
			if followedByNumber(a) {
				rank = 0
			}
		}
		if rank > best {
			best, target, argument, ok = rank, t, arg, true
		}
	})
	return target, argument, ok
}

// followedByNumber reports whether "…" stands before the numbers, and so leads back.
func followedByNumber(a *goquery.Selection) bool {
	cell := a.Parent()
	if cell.Find("a").Length() > 1 {
		_, err := strconv.Atoi(clean(a.Next().Text()))
		return err == nil
	}
	_, err := strconv.Atoi(clean(cell.Next().Text()))
	return err == nil
}

// doPostBack reads the two arguments of the script.
func doPostBack(script string) (target, argument string, ok bool) {
	_, arguments, ok := strings.Cut(script, "__doPostBack(")
	if !ok {
		return "", "", false
	}
	parts := strings.SplitN(strings.ReplaceAll(arguments, "&#39;", "'"), "'", 5)
	if len(parts) < 4 {
		return "", "", false
	}
	return parts[1], parts[3], true
}
