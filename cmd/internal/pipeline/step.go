package pipeline

// Step names a moment of the flow at which a test may stop it: what was promised before a step
// holds when the program dies there.
type Step string

// The steps, in the order of the flow.
const (
	StepRead      Step = "a file was read"
	StepSnapshot  Step = "its original was written"
	StepSynced    Step = "originals are on the disk"
	StepCommitted Step = "records are committed"
	StepReported  Step = "outcomes were reported"
	StepOpening   Step = "the index is opened"
	StepPending   Step = "the outbox was read"
	StepApplied   Step = "the index took a batch in"
	StepDone      Step = "the outbox was cleared"
	StepQueued    Step = "all records wait to be indexed again"
	StepCleared   Step = "the index was thrown away"
	StepRefreshed Step = "records read again are committed"
	StepCopied    Step = "a backup has the records"
	StepCopying   Step = "a backup has an original"
)

// Steps are all steps.
func Steps() []Step {
	return []Step{StepRead, StepSnapshot, StepSynced, StepCommitted, StepReported, StepOpening, StepPending, StepApplied, StepDone,
		StepQueued, StepCleared, StepRefreshed, StepCopied, StepCopying}
}

func (p *Pipeline) reached(s Step) error {
	if p.o.Reached == nil {
		return nil
	}
	return p.o.Reached(s)
}
