package cli

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Run prints a script that completes commands, their flags and file names.
func (c *completionCmd) Run(s *session) error {
	words := map[string]string{}
	var names []string
	for _, node := range s.model.Children {
		if node.Type != kong.CommandNode || node.Hidden {
			continue
		}
		var flags []string
		for _, group := range node.AllFlags(true) {
			for _, flag := range group {
				flags = append(flags, "--"+flag.Name)
			}
		}
		names = append(names, node.Name)
		words[node.Name] = strings.Join(flags, " ")
	}
	switch c.Shell {
	case "fish":
		for _, name := range names {
			fmt.Fprintf(s.Stdout, "complete -c congvan -n __fish_use_subcommand -a %s\n", name)
			for _, flag := range strings.Fields(words[name]) {
				fmt.Fprintf(s.Stdout, "complete -c congvan -n '__fish_seen_subcommand_from %s' -l %s\n", name, strings.TrimPrefix(flag, "--"))
			}
		}
		return nil
	case "zsh":
		fmt.Fprintln(s.Stdout, "autoload -U +X bashcompinit && bashcompinit")
	}
	fmt.Fprint(s.Stdout, "_congvan() {\n  local word=${COMP_WORDS[COMP_CWORD]} words= command= w\n  for w in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case $w in\n")
	fmt.Fprintf(s.Stdout, "      %s) command=$w; break;;\n    esac\n  done\n  case $command in\n", strings.Join(names, "|"))
	for _, name := range names {
		fmt.Fprintf(s.Stdout, "    %s) words=%q;;\n", name, words[name])
	}
	fmt.Fprintf(s.Stdout, "    *) words=%q;;\n  esac\n", strings.Join(names, " ")+" --data --help")
	fmt.Fprint(s.Stdout, "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\ncomplete -o default -F _congvan congvan\n")
	return nil
}
