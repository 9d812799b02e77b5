package analysis

import "testing"

func TestTelex(t *testing.T) {
	for typed, want := range map[string]string{
		"tieefn": "tiền", "tieenf": "tiền", "ddieeuf": "điều", "thoong": "thông", "truyeenf": "truyền", "baor": "bảo",
		"hieemr": "hiểm", "dduwowngf": "đường", "nuwowcs": "nước", "uyr": "ủy", "hoaf": "hòa", "quyeets": "quyết", "chwa": "chưa",
	} {
		got, ok := Tokens(typed)[0].Telex()
		if !ok || got.Text() != want {
			t.Errorf("Telex(%s) = %s, %t, want %s", typed, got.Text(), ok, want)
		}
	}
	for _, plain := range []string{"bao", "2482", "bảo", "pho"} {
		if got, ok := Tokens(plain)[0].Telex(); ok {
			t.Errorf("Telex(%s) = %s, want none", plain, got.Text())
		}
	}
}

func TestText(t *testing.T) {
	for _, word := range []string{"bảo", "hiểm", "đường", "hòa", "thúy", "quý", "giờ", "ủy", "người", "của", "khoản", "khỏe", "tuyên", "mùa", "số", "nghĩa", "việc", "2482"} {
		if got := Tokens(word)[0].Text(); got != word {
			t.Errorf("Text of %s = %s", word, got)
		}
	}
}
