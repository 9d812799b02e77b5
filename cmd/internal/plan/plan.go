// Package plan holds the test that keeps the house as it was planned: which rooms there are and
// who may import whom. It has no code of its own.
package plan
