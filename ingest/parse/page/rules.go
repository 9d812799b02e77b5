package page

import (
	"github.com/andybalholm/cascadia"
)

// rule is the shape of a site's pages: where the document stands in them.
type rule struct {
	site      string
	body      cascadia.Selector // the document
	title     cascadia.Selector
	author    cascadia.Selector
	published cascadia.Selector
	related   cascadia.Selector // lists of other documents
}

func sel(s string) cascadia.Selector { return cascadia.MustCompile(s) }

// rules are tried in this order; the first whose body is in the page is the page's.
var rules = []rule{
	{ // <div class="… preview-content …" data-vbpl-content-root="true">
		site: "vbpl.vn", body: sel("[data-vbpl-content-root], .preview-content"),
		title: sel("h1"), related: sel(".related-documents, [data-vbpl-related]"),
	},
	{ // the national database until 2025: <div class="toanvancontent" id="toanvancontent">
		site: "vbpl.vn, old", body: sel("#toanvancontent, .toanvancontent"),
		title: sel(".vbInfo .title, .box-map a:last-child"), related: sel(".listVbLQ, .vbLienQuan"),
	},
	{ // <div class="content1">, as saved by Word
		site: "thuvienphapluat.vn", body: sel("#divContentDoc, .content1"),
		title: sel("h1"), related: sel("#divVBLQ, .VBLQ"),
	},
	{site: "luatvietnam.vn", body: sel(".the-document-body, .docitem-content"), title: sel("h1.the-document-title, h1")},
	{ // articles of portals and papers
		site: "article", body: sel("[itemprop=articleBody], .article-body, .article__body, .detail-content, .cms-body, .fck_detail, .singular-content, .news-content"),
		title: sel("h1[itemprop=headline], h1.article-title, h1"), author: sel("[rel=author], .article-author, .author"),
		published: sel("time[datetime], [itemprop=datePublished]"),
	},
}
