package export

import "congvan/corpus"

// duty is an obligation with the dates that hold now and its state.
type duty struct {
	corpus.Obligation
	state corpus.LifeState
}

// present are the duties of a record as they stand now.
func (o Options) present(r *corpus.Record) []duty {
	duties := make([]duty, len(r.Obligations))
	for i, obligation := range r.Obligations {
		duties[i] = duty{obligation, corpus.InForce}
	}
	if o.Lives == nil {
		return duties
	}
	lives := map[string]corpus.Life{}
	for _, life := range o.Lives(r) {
		lives[life.Obligation] = life
	}
	for i := range duties {
		life, ok := lives[duties[i].ID]
		if !ok {
			continue
		}
		duties[i].state = life.State
		if len(life.Timing) > 0 {
			duties[i].Timing = life.Timing
		}
	}
	return duties
}
