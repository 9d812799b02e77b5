package pdf

import (
	"io"

	container "github.com/ledongthuc/pdf"
)

// plainFilters reports whether a stream's filters are ones that the container reader unfolds
// within bounds.
func plainFilters(stream value) bool {
	filter, params := stream.Key("Filter"), stream.Key("DecodeParms")
	check := func(name string, p value) bool {
		switch name {
		case "FlateDecode":
			predictor := p.Key("Predictor")
			columns := p.Key("Columns").Int64()
			return predictor.IsNull() || predictor.Int64() == 12 && columns > 0 && columns < maxColumns
		case "ASCII85Decode":
			return true
		}
		return false
	}
	switch filter.Kind() {
	case container.Null:
		return true
	case container.Name:
		return check(filter.Name(), params)
	case container.Array:
		for i := range filter.Len() {
			if i > 4 || !check(filter.Index(i).Name(), params.Index(i)) {
				return false
			}
		}
		return true
	}
	return false
}

// unfold reads a stream's data, at most limit bytes. Data that break off are kept as far as they go.
func unfold(stream value, limit int64) (data []byte, err error) {
	defer recoverTo(&err)
	if stream.Kind() != container.Stream {
		return nil, nil
	}
	if !plainFilters(stream) {
		return nil, damaged("filter %v is not read here", stream.Key("Filter"))
	}
	data, err = io.ReadAll(io.LimitReader(stream.Reader(), limit))
	if len(data) > 0 {
		err = nil
	}
	return data, err
}
