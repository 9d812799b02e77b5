package sqlite

import (
	"database/sql/driver"
	"strings"
	"sync"

	"modernc.org/sqlite"

	"congvan/corpus"
	"congvan/corpus/viet"
)

// registerFunctions gives the driver the SQL functions that filters use: SQLite's own know no
// Vietnamese letters. The driver keeps them for the life of the program.
var registerFunctions = sync.OnceFunc(func() {
	sqlite.MustRegisterDeterministicScalarFunction("contains", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return strings.Contains(viet.Fold(text(args[0])), viet.Fold(text(args[1]))), nil
	})
	sqlite.MustRegisterDeterministicScalarFunction("same", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return viet.Fold(text(args[0])) == viet.Fold(text(args[1])), nil
	})
})

// registerRepacking gives the driver the functions of the migration to packing with a dictionary.
var registerRepacking = sync.OnceFunc(func() {
	sqlite.MustRegisterDeterministicScalarFunction("repacked", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return repacked(blob(args[0])), nil
	})
	sqlite.MustRegisterDeterministicScalarFunction("resummed", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return resummed(blob(args[0]), blob(args[1])), nil
	})
})

func blob(v driver.Value) []byte {
	b, _ := v.([]byte)
	return b
}

func text(v driver.Value) string {
	s, _ := v.(string)
	return s
}

// actsIn reports whether an obligation of the record names the unit.
func actsIn(r *corpus.Record, unit string) bool {
	unit = viet.Fold(unit)
	for _, o := range r.Obligations {
		for _, a := range o.Actors {
			if strings.Contains(viet.Fold(a.Value), unit) {
				return true
			}
		}
	}
	return false
}
