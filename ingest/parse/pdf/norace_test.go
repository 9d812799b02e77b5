//go:build !race

package pdf

// underRace says that the race detector is on, which takes memory of its own.
const underRace = false
