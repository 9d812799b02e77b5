package viet

import (
	"strings"
	"testing"
)

func TestIsSyllable(t *testing.T) {
	for _, s := range strings.Fields(`cộng hòa hoà xã hội chủ nghĩa Việt Nam ĐỘC LẬP tự do hạnh phúc
		nghiêng khuỷu khuya quyện quý quỹ quà quốc quạu quỳnh quýt gì gìn giếng giêng già giường giữ giết
		yên yêu yểng ý y kỳ kì lý tỷ sĩ sỹ Đắk Lắk Kạn Kon ủy uỷ thúy thuý khỏe khoẻ huýt huỳnh khoét
		hoàn ngoằn ngoèo xoong soóc ươn ướt rượu hươu bưởi ngữ ghế nghệ uống ích inh ưu oai oái uế huệ
		thuở uyên tuyết duyệt luýnh loại ngoại chuyển nguyễn kiểm soát Ðảng phủ úy huyện xuất quyết Giàng
		a à ơi ừm in pin Pác êm ếch khuếch`) {
		if !IsSyllable(s) {
			t.Errorf("%q is a syllable", s)
		}
	}
	for _, s := range strings.Fields(`Viet baỏ lựơng qúy cac hội1 công. cgi ngi ce ke1 ghà nghao iên tyên bac tôt tập1 hộí
		quyệnh wifi facebook zalo BHXH hß ViÖt nghÜa hoøa xaõ thuyềnn nghiêngg qua` + "\u0300" + ` hoàng2 miá tàp hoaì q qu gh cà̀ ứơ`) {
		if IsSyllable(s) {
			t.Errorf("%q is no syllable", s)
		}
	}
	if IsSyllable("") || IsSyllable("\xff") {
		t.Error("nothing is a syllable")
	}
}

func TestRepairTone(t *testing.T) {
	for in, want := range map[string]string{"baỏ": "bảo", "lựơng": "lượng", "qúy": "quý", "LỰƠNG": "LƯỢNG", "thuyêǹ": "", "hoaì": "hoài", "gỉai": "giải", "Qúy": "Quý", "khuỷêch": "", "viêc": "", "cuả": "của", "đựơc": "được", "hoà": "", "BHXH": "", "muà": "mùa"} {
		got, ok := RepairTone(in)
		if ok != (want != "") || ok && got != want {
			t.Errorf("RepairTone(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
}

func TestUnifyTone(t *testing.T) {
	for in, want := range map[string]string{
		"CỘNG HOÀ": "CỘNG HÒA", "Uỷ ban": "Ủy ban", "sức khoẻ,": "sức khỏe,", "hoàn": "hoàn", "quý quỹ QUÝ": "quý quỹ QUÝ",
		"thuý thuỷ": "thúy thủy", "hòa": "hòa", "": "", "oà": "òa", "uỷ": "ủy", "huỳnh": "huỳnh", "hoá đơn, hoà": "hóa đơn, hòa", "à": "à",
	} {
		if got := UnifyTone(in); got != want {
			t.Errorf("UnifyTone(%q) = %q, want %q", in, got, want)
		}
	}
}

func BenchmarkIsSyllable(b *testing.B) {
	words := strings.Fields("Thực hiện Kế hoạch số 298 ngày của Ban Cán sự Đảng Bảo hiểm xã hội về việc tổ chức nghiêng BHXH")
	size := 0
	for _, w := range words {
		size += len(w) + 1
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			IsSyllable(w)
		}
	}
}
