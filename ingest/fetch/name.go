package fetch

import (
	"mime"
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

const maxName = 180 // bytes; file systems take 255

// fileName is a name for what was fetched: that of Content-Disposition, else the last part of
// the URL's path. Whatever they say, it is one name and no path: "../../etc/passwd" is "passwd".
func fileName(disposition string, target *url.URL) string {
	if disposition != "" {
		if _, params, err := mime.ParseMediaType(disposition); err == nil {
			if name := CleanName(params["filename"]); name != "" {
				return name
			}
		}
	}
	return CleanName(path.Base(target.Path))
}

// CleanName makes a file's name of what someone calls it: one name and no path, without what hides,
// controls or means something to a shell, and not too long. It may be "".
func CleanName(name string) string {
	name = strings.ToValidUTF8(name, "")
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	name = strings.TrimRight(strings.TrimLeft(name, ". "), ". ")
	if len(name) > maxName { // the ending says what it is
		extension := path.Ext(name)
		if len(extension) > 10 {
			extension = ""
		}
		cut := maxName - len(extension)
		for cut > 0 && !utf8.RuneStart(name[cut]) {
			cut--
		}
		name = name[:cut] + extension
	}
	return name
}
