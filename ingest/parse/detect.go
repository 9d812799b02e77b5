package parse

// Detect names the form of a file by its content: "empty", "text", "binary" or a form.
func Detect(content []byte) string {
	if len(content) == 0 {
		return "empty"
	}
	if binary(content) {
		return "binary"
	}
	return "text"
}
