package account

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func users(t *testing.T) (path string, u *Users) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "users")
	if err := Set(path, "lan", Reviewer, "mật khẩu của Lan"); err != nil {
		t.Fatal(err)
	}
	if err := Set(path, "an", Reader, "mật khẩu của An"); err != nil {
		t.Fatal(err)
	}
	u, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, u
}

func TestPasswords(t *testing.T) {
	path, u := users(t)
	if lan, ok := u.Check("lan", "mật khẩu của Lan"); !ok || !lan.Reviews() {
		t.Errorf("Lan is %+v, %v", lan, ok)
	}
	if an, ok := u.Check("an", "mật khẩu của An"); !ok || an.Reviews() {
		t.Errorf("An is %+v, %v", an, ok)
	}
	for _, wrong := range [][2]string{{"lan", "mật khẩu của An"}, {"lan", ""}, {"nobody", "mật khẩu của An"}, {"", ""}, {"LAN", "mật khẩu của Lan"}} {
		if _, ok := u.Check(wrong[0], wrong[1]); ok {
			t.Errorf("%q signs in", wrong)
		}
	}
	content, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(content), "mật khẩu") || strings.Count(string(content), "$argon2id$v=19$m=65536,t=3,p=4$") != 2 {
		t.Errorf("the file is %s, %v", content, err)
	}
	if about, err := os.Stat(path); err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("others can read it: %v, %v", about.Mode(), err)
	}
}

func TestAChangedFileCountsAtOnce(t *testing.T) {
	path, u := users(t)
	if err := Set(path, "lan", Reader, "một mật khẩu khác"); err != nil {
		t.Fatal(err)
	}
	if _, ok := u.Check("lan", "mật khẩu của Lan"); ok {
		t.Error("the old password is still good")
	}
	if lan, ok := u.Check("lan", "một mật khẩu khác"); !ok || lan.Reviews() {
		t.Errorf("Lan is %+v, %v", lan, ok)
	}
	if err := Remove(path, "lan"); err != nil {
		t.Fatal(err)
	}
	if _, ok := u.Find("lan"); ok {
		t.Error("one who is gone is still there")
	}
	if err := Remove(path, "lan"); !errors.Is(err, ErrNoUser) {
		t.Errorf("removing nobody: %v", err)
	}
}

func TestBadFiles(t *testing.T) {
	const hash = "$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHRzYWx0$a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5"
	for _, test := range []struct{ content, want string }{
		{"lan", "users:1: a line is name:role:hash"},
		{"# so\n\nLan:reader:" + hash, "users:3: \"Lan\" is no name"},
		{"lan:admin:" + hash, "users:1: \"admin\" is no role"},
		{"lan:reader:secret", "users:1: the password of lan: it is no $argon2id$ hash"},
		{"lan:reader:" + strings.Replace(hash, "m=65536", "m=4194304", 1), "it is no $argon2id$ hash"},
		{"lan:reader:" + strings.Replace(hash, "t=3", "t=0", 1), "it is no $argon2id$ hash"},
		{"lan:reader:" + hash + "\nlan:reviewer:" + hash, "users:2: lan is there twice"},
		{"# nobody", "has no users"},
	} {
		path := filepath.Join(t.TempDir(), "users")
		if err := os.WriteFile(path, []byte(test.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v, want %q", test.content, err, test.want)
		}
	}
	if err := Set(filepath.Join(t.TempDir(), "users"), "lan", Reader, "ngắn"); err == nil {
		t.Error("a short password is taken")
	}
	if err := Set(filepath.Join(t.TempDir(), "users"), "lan:reviewer", Reader, "mật khẩu đủ dài"); err == nil {
		t.Error("a name with a colon is taken")
	}
}

func TestSessions(t *testing.T) {
	path, u := users(t)
	now := time.Date(2024, 6, 1, 8, 0, 0, 0, time.UTC)
	s := NewSessions(u, func() time.Time { return now })
	lan, _ := u.Find("lan")
	an, _ := u.Find("an")
	first, second, other := s.Start(lan), s.Start(lan), s.Start(an)
	if first == second || len(first) < 43 {
		t.Errorf("keys are %q and %q", first, second)
	}
	one, ok := s.Find(first)
	two, _ := s.Find(second)
	if !ok || one.User.Name != "lan" || one.Token() == two.Token() || !one.Holds(one.Token()) || one.Holds(two.Token()) || one.Holds("") || (Session{}).Holds("") {
		t.Errorf("sessions are %+v and %+v", one, two)
	}
	s.End(first)
	if _, ok := s.Find(first); ok {
		t.Error("an ended session goes on")
	}
	for range 13 { // used every eleven hours, it ends after a week
		now = now.Add(11 * time.Hour)
		if _, ok := s.Find(second); !ok {
			t.Fatalf("a used session ended at %v", now)
		}
	}
	if _, ok := s.Find(other); ok {
		t.Error("an unused session goes on")
	}
	now = now.Add(30 * time.Hour)
	if _, ok := s.Find(second); ok {
		t.Error("a session goes on for more than a week")
	}
	third := s.Start(lan)
	if err := Set(path, "lan", Reviewer, "một mật khẩu khác"); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Find(third); ok {
		t.Error("a session outlives its password")
	}
	if _, ok := s.Find("made up"); ok {
		t.Error("a key that was never given out has a session")
	}
}
