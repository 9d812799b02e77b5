package web

import (
	"errors"
	"net/http"
	"strings"

	"congvan/cmd/internal/ask"
)

const signInAddress = "/dang-nhap"

// signView is what the page to sign in shows.
type signView struct {
	Next, Name string
	Problem    string // a key of words
}

// errRefused says that a person may not do what was asked.
var errRefused = errors.New("not for this account")

// signIn shows the page to sign in, and signs in.
func (p *Pages) signIn(v *visit) error {
	if p.door == nil {
		return errNoPage
	}
	view := signView{Next: within(v.get("next")), Name: v.get("name")}
	status := http.StatusOK
	if v.r.Method == http.MethodPost {
		user, right, tooMany := p.door.check(v.r, view.Name, v.r.PostForm.Get("password"))
		if right {
			if c, err := v.r.Cookie(sessionCookie); err == nil {
				p.door.sessions.End(c.Value) // the key from before is of no use to anyone
			}
			http.SetCookie(v.w, cookieOf(v.r, p.door.sessions.Start(user), 0))
			http.Redirect(v.w, v.r, view.Next, http.StatusSeeOther)
			return nil
		}
		view.Problem, status = "sign.wrong", http.StatusUnauthorized
		if tooMany {
			v.w.Header().Set("Retry-After", "60")
			view.Problem, status = "sign.toomany", http.StatusTooManyRequests
		}
	}
	return p.render.write(v, status, "sign", page{Title: "sign.title", Nav: "failure", Body: view})
}

// signOut ends the session.
func (p *Pages) signOut(v *visit) error {
	if c, err := v.r.Cookie(sessionCookie); err == nil && p.door != nil {
		p.door.sessions.End(c.Value)
	}
	http.SetCookie(v.w, cookieOf(v.r, "", -1))
	http.Redirect(v.w, v.r, signInAddress, http.StatusSeeOther)
	return nil
}

// cookieOf keeps a key for this server alone, out of reach of scripts, and over TLS where the
// page came over it.
func cookieOf(r *http.Request, key string, age int) *http.Cookie {
	secure := r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"
	return &http.Cookie{Name: sessionCookie, Value: key, Path: "/", MaxAge: age, HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode}
}

// within is an address of this server to go on to; whatever leads elsewhere is the first page.
func within(next string) string {
	if len(next) < 2 || next[0] != '/' || next[1] == '/' || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return next
}

// reviewing lets only a reviewer through whose form carries the token of the session. A form with
// files is not read here: who takes them looks for its token.
func (p *Pages) reviewing(handle func(*Pages, *visit) error) func(*Pages, *visit) error {
	return func(p *Pages, v *visit) error {
		s, ok := sessionOf(v.r)
		if p.change == nil || !ok || !s.User.Reviews() {
			return errRefused
		}
		files := strings.HasPrefix(v.r.Header.Get("Content-Type"), "multipart/form-data")
		if v.r.Method == http.MethodPost && !files && !s.Holds(v.r.PostForm.Get("token")) {
			return ask.Mistake{Parameter: "token", Detail: "the form is not of this session: load the page again"}
		}
		return handle(p, v)
	}
}
