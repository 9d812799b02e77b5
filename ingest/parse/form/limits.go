package form

import "time"

// Limits bound what reading one file may cost. A zero field stands for its default.
type Limits struct {
	Input   int64         // bytes of a file; 256 MB
	Text    int           // bytes of text that come out of it; 64 MB
	Members int           // files inside an archive or a mail; 5,000
	Total   int64         // bytes that a file unpacks to; 256 MB
	Ratio   int64         // how many times larger than packed a member may be, once it is over 16 MB; 200
	Depth   int           // archives inside archives, elements inside elements count apart; 4
	Nesting int           // elements inside elements, groups inside groups; 2,000
	Wall    time.Duration // for one file in a child process; 25 s, and as much for each page that is read by OCR
	Memory  int64         // bytes of a child process; 512 MB
}

// Filled is the limits with every zero field at its default.
func (l Limits) Filled() Limits {
	fill(&l.Input, 256<<20)
	fill(&l.Text, 64<<20)
	fill(&l.Members, 5000)
	fill(&l.Total, 256<<20)
	fill(&l.Ratio, 200)
	fill(&l.Depth, 4)
	fill(&l.Nesting, 2000)
	fill(&l.Wall, 25*time.Second)
	fill(&l.Memory, 512<<20)
	return l
}

func fill[N int | int64 | time.Duration](field *N, value N) {
	if *field <= 0 {
		*field = value
	}
}
