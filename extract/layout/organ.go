package layout

// organHeads begin the name of an organ, folded: a line of the letterhead that starts with one
// begins another organ; any other line continues the one above it.
var organHeads = []string{
	"bo ", "uy ban", "tong cuc", "cuc ", "vu ", "so ", "hoi dong", "ban ", "bql ", "van phong", "vien ", "truong ", "trung tam",
	"cong ty", "tong cong ty", "tap doan", "chi cuc", "bao hiem xa hoi", "bhxh", "kho bac", "toa an", "lien doan", "tong lien doan", "phong ",
	"thanh tra", "dang uy", "dang bo", "tinh uy", "thanh uy", "huyen uy", "quan uy", "dang doan", "chinh phu", "thu tuong", "quoc hoi", "chu tich nuoc", "kiem toan", "ngan hang",
	"cong an", "bo chi huy", "benh vien", "hoc vien", "dai hoc", "dai ", "thong tan xa", "hoi ", "lien hiep", "lien minh", "doan ", "mat tran", "ubnd", "hdnd",
	"trung uong", "co quan", "chi nhanh", "quy ", "tong hoi", "phu thu tuong", "hiep hoi", "nha xuat ban", "tap chi", "bao ", "hai quan", "cang vu", "don vi", "dang cong san",
}

// StartsOrgan reports whether a line begins the name of an organ.
func StartsOrgan(s string) bool {
	var fb [22]byte
	var fa [23]int32
	f := foldInto(fb[:0], fa[:0], s, 22)
	for _, h := range organHeads {
		if f.HasPrefix(h) || h[len(h)-1] == ' ' && string(f.B) == h[:len(h)-1] {
			return true
		}
	}
	return false
}
