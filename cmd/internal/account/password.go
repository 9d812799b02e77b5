package account

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// The cost of a hash: the second recommendation of RFC 9106 section 4, for machines that cannot
// spare 2 GiB.
const (
	passes  = 3
	memory  = 64 << 10 // KiB
	lanes   = 4
	saltLen = 16
	keyLen  = 32
)

// The most that a file may ask of this machine for one look at a password.
const (
	mostPasses = 16
	mostMemory = 256 << 10
)

// hashed is a password as the file keeps it: $argon2id$v=19$m=65536,t=3,p=4$salt$key, the form of
// the reference implementation.
func hashed(password string) string {
	salt := make([]byte, saltLen)
	_, _ = rand.Read(salt) // never fails
	key := argon2.IDKey([]byte(password), salt, passes, memory, lanes, keyLen)
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, lanes,
		base64.RawStdEncoding.EncodeToString(salt), base64.RawStdEncoding.EncodeToString(key))
}

// secret is a hash read from a file.
type secret struct {
	passes, memory uint32
	lanes          uint8
	salt, key      []byte
}

var errHash = errors.New("it is no $argon2id$ hash; \"congvan user add\" makes one")

func readHash(s string) (secret, error) {
	var h secret
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return h, errHash
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &h.memory, &h.passes, &h.lanes); err != nil {
		return h, errHash
	}
	var errSalt, errKey error
	h.salt, errSalt = base64.RawStdEncoding.DecodeString(parts[4])
	h.key, errKey = base64.RawStdEncoding.DecodeString(parts[5])
	if errSalt != nil || errKey != nil || len(h.salt) < 8 || len(h.key) < 16 || h.lanes == 0 || h.passes == 0 || h.passes > mostPasses || h.memory > mostMemory {
		return h, errHash
	}
	return h, nil
}

// opens reports whether a password is the right one, in the same time whether or not it is.
func (h secret) opens(password string) bool {
	key := argon2.IDKey([]byte(password), h.salt, h.passes, h.memory, h.lanes, uint32(len(h.key)))
	return subtle.ConstantTimeCompare(key, h.key) == 1
}
