// Package account knows who may read and who may review: a file with a line a person, with the
// password as an Argon2id hash (RFC 9106), and the sessions of those who are signed in.
package account

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Role is what a person may do.
type Role string

// The roles.
const (
	Reader   Role = "reader"   // reads
	Reviewer Role = "reviewer" // marks, corrects, adds documents besides
)

// User is a person with an account.
type User struct {
	Name string
	Role Role
	hash secret
	line string // the hash as written
}

// Reviews reports whether the person may change what the store says.
func (u User) Reviews() bool { return u.Role == Reviewer }

// shortestPassword is in bytes (NIST SP 800-63B section 5.1.1: at least eight characters).
const shortestPassword = 8

// Read reads a file of users: "name:role:hash" a line; lines that begin with # are passed over.
// The errors name file and line.
func Read(path string) ([]User, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the users: %w", err)
	}
	var users []User
	lines := bufio.NewScanner(bytes.NewReader(content))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.SplitN(line, ":", 3)
		if len(fields) != 3 {
			return nil, fmt.Errorf("%s:%d: a line is name:role:hash", path, n)
		}
		u := User{Name: fields[0], Role: Role(fields[1]), line: fields[2]}
		if err := u.check(); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if u.hash, err = readHash(u.line); err != nil {
			return nil, fmt.Errorf("%s:%d: the password of %s: %w", path, n, u.Name, err)
		}
		if slices.ContainsFunc(users, func(other User) bool { return other.Name == u.Name }) {
			return nil, fmt.Errorf("%s:%d: %s is there twice", path, n, u.Name)
		}
		users = append(users, u)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading the users: %s: %w", path, err)
	}
	return users, nil
}

func (u User) check() error {
	if u.Name == "" || len(u.Name) > 64 || strings.Trim(u.Name, "abcdefghijklmnopqrstuvwxyz0123456789.-_@") != "" {
		return fmt.Errorf("%q is no name: up to 64 of a–z, 0–9, \".\", \"-\", \"_\" and \"@\"", u.Name)
	}
	if u.Role != Reader && u.Role != Reviewer {
		return fmt.Errorf("%q is no role: reader or reviewer", u.Role)
	}
	return nil
}

// Set adds a user to a file, which is made if need be, or gives one that is there another role
// and password.
func Set(path, name string, role Role, password string) error {
	u := User{Name: name, Role: role}
	if err := u.check(); err != nil {
		return err
	}
	if len(password) < shortestPassword {
		return fmt.Errorf("the password is too short: at least %d characters", shortestPassword)
	}
	u.line = hashed(password)
	users, err := Read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if at := slices.IndexFunc(users, func(other User) bool { return other.Name == name }); at >= 0 {
		users[at] = u
	} else {
		users = append(users, u)
	}
	return write(path, users)
}

// ErrNoUser says that a file has no user of a name.
var ErrNoUser = errors.New("there is no such user")

// Remove takes a user out of a file.
func Remove(path, name string) error {
	users, err := Read(path)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(users, func(u User) bool { return u.Name == name })
	if at < 0 {
		return fmt.Errorf("%s: %s: %w", path, name, ErrNoUser)
	}
	return write(path, slices.Delete(users, at, at+1))
}

// write puts a whole file in the place of the old one, for its owner alone.
func write(path string, users []User) error {
	var b bytes.Buffer
	b.WriteString("# congvan: name:role:password; change it with \"congvan user\"\n")
	for _, u := range users {
		fmt.Fprintf(&b, "%s:%s:%s\n", u.Name, u.Role, u.line)
	}
	fresh, err := os.CreateTemp(filepath.Dir(path), ".users-*")
	if err != nil {
		return fmt.Errorf("writing the users: %w", err)
	}
	_, err = fresh.Write(b.Bytes())
	err = errors.Join(err, fresh.Sync(), fresh.Close())
	if err == nil {
		err = os.Rename(fresh.Name(), path)
	}
	if err != nil {
		_ = os.Remove(fresh.Name())
		return fmt.Errorf("writing the users: %w", err)
	}
	return nil
}

// Users are the users of a file, read again when it changes, so that one who is taken out is out
// at once.
type Users struct {
	path string

	mu       sync.Mutex
	users    []User
	modified time.Time
	size     int64
}

// Open reads a file of users. One without users is an error: nobody could sign in.
func Open(path string) (*Users, error) {
	u := &Users{path: path}
	if err := u.refresh(); err != nil {
		return nil, err
	}
	if len(u.users) == 0 {
		return nil, fmt.Errorf("%s has no users; \"congvan user add %s NAME --role reviewer\" adds one", path, path)
	}
	return u, nil
}

// refresh reads the file again when it is another one. mu is held, or nobody else knows u.
func (u *Users) refresh() error {
	about, err := os.Stat(u.path)
	if err != nil {
		return fmt.Errorf("reading the users: %w", err)
	}
	if about.ModTime().Equal(u.modified) && about.Size() == u.size {
		return nil
	}
	users, err := Read(u.path)
	if err != nil {
		return err
	}
	u.users, u.modified, u.size = users, about.ModTime(), about.Size()
	return nil
}

// Find is the user of a name. When the file cannot be read there is none.
func (u *Users) Find(name string) (User, bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.refresh() != nil {
		return User{}, false
	}
	at := slices.IndexFunc(u.users, func(one User) bool { return one.Name == name })
	if at < 0 {
		return User{}, false
	}
	return u.users[at], true
}

// nobody is looked at when a name is unknown, so that this takes as long as a wrong password.
var nobody = sync.OnceValue(func() secret {
	h, _ := readHash(hashed("nobody has this password"))
	return h
})

// Check is the user of a name, if the password is theirs.
func (u *Users) Check(name, password string) (User, bool) {
	user, known := u.Find(name)
	if !known {
		nobody().opens(password)
		return User{}, false
	}
	return user, user.hash.opens(password)
}
