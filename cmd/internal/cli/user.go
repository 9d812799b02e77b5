package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"congvan/cmd/internal/account"
)

type userCmd struct {
	Add    userAddCmd    `cmd:"" help:"Add someone to a file of accounts, or give another role or password."`
	Remove userRemoveCmd `cmd:"" help:"Take someone out of a file of accounts."`
	List   userListCmd   `cmd:"" help:"List who has an account."`
}

type userAddCmd struct {
	File string `arg:"" name:"FILE" help:"File of accounts; it is made if need be." type:"path"`
	Name string `arg:"" name:"NAME" help:"Name to sign in with."`
	Role string `help:"reader or reviewer: who reviews corrects, marks and hands in." enum:"reader,reviewer" default:"reader"`
}

// Run asks for a password, on a terminal twice, and keeps its hash.
func (c *userAddCmd) Run(s *session) error {
	password, err := s.password()
	if err != nil {
		return err
	}
	if err := account.Set(c.File, c.Name, account.Role(c.Role), password); err != nil {
		return usageError{err.Error(), "congvan user add " + c.File + " lan --role reviewer"}
	}
	return nil
}

// password is read from the terminal unseen, or is the first line of standard input.
func (s *session) password() (string, error) {
	terminal, ok := s.Stdin.(*os.File)
	if !ok || !term.IsTerminal(int(terminal.Fd())) {
		line, err := bufio.NewReader(s.Stdin).ReadString('\n')
		if line = strings.TrimRight(line, "\r\n"); line == "" {
			return "", usageError{"no password came from standard input", "type it on a terminal, or hand it in as a line"}
		}
		if err != nil && line == "" {
			return "", err
		}
		return line, nil
	}
	var typed [2]string
	for i, ask := range []string{"Password: ", "Once more: "} {
		fmt.Fprint(s.Stderr, ask)
		line, err := term.ReadPassword(int(terminal.Fd()))
		fmt.Fprintln(s.Stderr)
		if err != nil {
			return "", fmt.Errorf("reading the password: %w", err)
		}
		typed[i] = string(line)
	}
	if typed[0] != typed[1] {
		return "", usageError{"the two passwords differ", "try again"}
	}
	return typed[0], nil
}

type userRemoveCmd struct {
	File string `arg:"" name:"FILE" help:"File of accounts." type:"existingfile"`
	Name string `arg:"" name:"NAME" help:"Name to sign in with."`
}

// Run removes one.
func (c *userRemoveCmd) Run(s *session) error {
	err := account.Remove(c.File, c.Name)
	if errors.Is(err, account.ErrNoUser) {
		return usageError{err.Error(), "\"congvan user list " + c.File + "\" names them"}
	}
	return err
}

type userListCmd struct {
	File string `arg:"" name:"FILE" help:"File of accounts." type:"existingfile"`
}

// Run lists them.
func (c *userListCmd) Run(s *session) error {
	users, err := account.Read(c.File)
	if err != nil {
		return usageError{err.Error(), "put the line right"}
	}
	var rows [][]string
	for _, u := range users {
		rows = append(rows, []string{u.Name, string(u.Role)})
	}
	printTable(s.Stdout, []column{{title: "NAME"}, {title: "ROLE"}}, rows)
	return nil
}
