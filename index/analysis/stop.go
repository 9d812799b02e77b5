package analysis

// Stop reports whether a syllable says so little that finding it alone is no evidence: pronouns,
// particles, and the words questions are made of. Pairs and phrases keep them: "không được" is
// not "được".
func (t Token) Stop() bool { return stopKeys[t.Key()] }

// StopBare is Stop for a query without marks: all readings of the letters must be stop words, or
// the commonest by far.
func (t Token) StopBare() bool { return stopBare[t.Bare] }

var stopKeys = func() map[string]bool {
	keys := map[string]bool{}
	for _, t := range Tokens(`và của các những là có được cho trong với theo về tại này đó khi từ đến
		để do bởi thì mà như hoặc hay nếu vì nên cũng đã đang sẽ bị ra vào trên dưới
		gì nào sao ai đâu thế bao nhiêu đúng sai không phải việc`) {
		keys[t.Key()] = true
	}
	return keys
}()

var stopBare = func() map[string]bool {
	keys := map[string]bool{}
	for _, t := range Tokens("va cua cac nhung la duoc trong voi theo ve nay khi de thi nhu hoac neu") {
		keys[t.Bare] = true
	}
	return keys
}()
