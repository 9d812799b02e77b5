package effect

import (
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/extract/citation"
	"congvan/extract/temporal"
)

// brief is an effect on one line: kind, document, and what else it says.
func brief(e corpus.Effect) string {
	parts := []string{string(e.Kind), e.Document}
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+value)
		}
	}
	add("part", e.Provision)
	add("of", e.Of)
	add("from", e.From.String())
	add("to", e.To.String())
	add("bound", string(e.Bound))
	add("longer", e.Duration)
	if e.WorkingDays {
		add("days", "working")
	}
	add("was", e.Was)
	add("now", e.Now)
	return strings.Join(parts, " ")
}

func read(text string) []Found {
	own, _ := corpus.ParseDocumentNumber("99/BHXH-TT")
	return Find(Input{Text: text, Citations: citation.Find(text), Own: own, Times: temporal.Context{Issued: corpus.Date{Year: 2024, Month: 6, Day: 12}}})
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		// more time
		{"Bảo hiểm xã hội Việt Nam gia hạn thời hạn gửi báo cáo tại Công văn số 12/BHXH-TT ngày 01/6/2024 đến hết ngày 30/6/2024.",
			[]string{"extend 12/BHXH-TT of=gửi báo cáo to=2024-06-30 bound=by"}},
		{"Gia hạn thời gian thực hiện Kế hoạch số 150/KH-UBND ngày 05/3/2024 của UBND tỉnh đến ngày 31/12/2024.",
			[]string{"extend 150/KH-UBND of=thực hiện to=2024-12-31 bound=by"}},
		{"Lùi thời hạn nộp báo cáo quy định tại mục 2 Công văn số 12/BHXH-TT sang ngày 05/7/2024.",
			[]string{"extend 12/BHXH-TT part=mục 2 of=nộp báo cáo to=2024-07-05"}},
		{"Kéo dài thời gian thực hiện nhiệm vụ tại điểm a khoản 1 Công văn số 12/BHXH-TT đến hết quý III/2024.",
			[]string{"extend 12/BHXH-TT part=điểm a khoản 1 of=thực hiện nhiệm vụ to=2024-09-30 bound=by"}},
		{"Điều chỉnh thời hạn gửi báo cáo tại Công văn số 12/BHXH-TT ngày 01/6/2024 từ ngày 15/6/2024 sang ngày 30/6/2024.",
			[]string{"extend 12/BHXH-TT of=gửi báo cáo from=2024-06-15 to=2024-06-30"}},
		{"Điều chỉnh thời gian hoàn thành rà soát nêu tại Công văn số 12/BHXH-TT từ trước ngày 15/6/2024 thành trước ngày 30/6/2024.",
			[]string{"extend 12/BHXH-TT of=hoàn thành rà soát from=2024-06-15 to=2024-06-30 bound=before"}},
		{"Sở Y tế thông báo gia hạn thời gian nộp hồ sơ theo Thông báo số 45/TB-SYT ngày 02/5/2024 đến 17 giờ 00 ngày 20/6/2024.",
			[]string{"extend 45/TB-SYT of=nộp hồ sơ to=2024-06-20 bound=by"}},
		{"Bộ Y tế đồng ý gia hạn thời hạn báo cáo tại Công văn số 300/BYT-BH thêm 15 ngày.",
			[]string{"extend 300/BYT-BH of=báo cáo longer=P15D"}},
		{"Gia hạn thời hạn góp ý tại Công văn số 300/BYT-BH thêm 10 (mười) ngày làm việc.",
			[]string{"extend 300/BYT-BH of=góp ý longer=P10D days=working"}},
		{"Thời hạn gửi báo cáo tại mục 3 Công văn số 12/BHXH-TT được gia hạn đến hết ngày 30/6/2024.",
			[]string{"extend 12/BHXH-TT part=mục 3 of=gửi báo cáo to=2024-06-30 bound=by"}},
		{"Thời gian thực hiện Kế hoạch số 150/KH-UBND ngày 05/3/2024 nay được kéo dài đến ngày 31/12/2024.",
			[]string{"extend 150/KH-UBND of=thực hiện to=2024-12-31 bound=by"}},
		{"V/v gia hạn thời gian gửi báo cáo theo Công văn số 12/BHXH-TT",
			[]string{"extend 12/BHXH-TT of=gửi báo cáo"}},
		{"V/v gia hạn thời gian gửi báo cáo\ntheo Công văn số 12/BHXH-TT\n\nKính gửi: Bảo hiểm xã hội các tỉnh\nBảo hiểm xã hội Việt Nam gia hạn thời gian gửi báo cáo đến trước ngày 30/6/2024.",
			[]string{"extend 12/BHXH-TT of=gửi báo cáo to=2024-06-30 bound=before"}},
		{"Ngày 01/6/2024, Bảo hiểm xã hội Việt Nam ban hành Công văn số 12/BHXH-TT về việc báo cáo. Nay gia hạn thời hạn báo cáo nêu trên đến hết ngày 30/6/2024.",
			[]string{"extend 12/BHXH-TT of=báo cáo to=2024-06-30 bound=by"}},
		{"Gia hạn thực hiện Công văn số 12/BHXH-TT đến hết tháng 7/2024.",
			[]string{"extend 12/BHXH-TT of=thực hiện to=2024-07-31 bound=by"}},
		{"1. Dời thời hạn đăng ký tham gia tại Kế hoạch số 7/KH-BHXH sang ngày 01/8/2024;",
			[]string{"extend 7/KH-BHXH of=đăng ký tham gia to=2024-08-01"}},
		{"Tiếp tục gia hạn thời hạn báo cáo tại Công văn số 15/BHXH-TT ngày 12/6/2024 đến ngày 15/7/2024.",
			[]string{"extend 15/BHXH-TT of=báo cáo to=2024-07-15 bound=by"}},
		{"Tại Công văn số 12/BHXH-TT, thời hạn gửi báo cáo là trước ngày 15/6/2024; Bảo hiểm xã hội Việt Nam lùi thời hạn báo cáo đến chậm nhất ngày 28/6/2024.",
			[]string{"extend 12/BHXH-TT of=báo cáo to=2024-06-28 bound=by"}},
		{"Tiếp theo Công văn số 12/BHXH-TT ngày 01/6/2024 về việc báo cáo kết quả, Bảo hiểm xã hội Việt Nam gia hạn thời hạn báo cáo đến ngày 30/6/2024.",
			[]string{"extend 12/BHXH-TT of=báo cáo to=2024-06-30 bound=by"}},
		{"Bảo hiểm xã hội Việt Nam cho phép các đơn vị kéo dài thời gian gửi số liệu tại Công văn số 12/BHXH-TT đến hết ngày 20/7/2024.",
			[]string{"extend 12/BHXH-TT of=gửi số liệu to=2024-07-20 bound=by"}},
		{"Điều 1. Gia hạn thời gian thực hiện Quyết định số 9/QĐ-UBND ngày 03/4/2024 của Ủy ban nhân dân tỉnh đến ngày 31/12/2025.",
			[]string{"extend 9/QĐ-UBND of=thực hiện to=2025-12-31 bound=by"}},
		{"QUYẾT ĐỊNH:\nĐiều 1. Bãi bỏ Điều 3 Quyết định số 9/QĐ-UBND ngày 03/4/2024.", []string{"withdraw 9/QĐ-UBND part=Điều 3"}},
		{"GIA HẠN THỜI HẠN BÁO CÁO tại Công văn số 12/BHXH-TT đến ngày 30/6/2024.", []string{"extend 12/BHXH-TT of=BÁO CÁO to=2024-06-30 bound=by"}},
		{"Gia hạn thời hạn báo cáo tại Công văn số 12/BHXH-TT đến ngày 31/6/2024.", []string{"extend 12/BHXH-TT of=báo cáo"}},
		{"Ngày 01/6/2024, Bảo hiểm xã hội Việt Nam ban hành Công văn số 12/BHXH-TT. Thời hạn báo cáo nêu trên được lùi đến hết ngày 30/6/2024.",
			[]string{"extend 12/BHXH-TT of=báo cáo to=2024-06-30 bound=by"}},

		// words put right
		{"Đính chính Công văn số 12/BHXH-TT ngày 01/6/2024: tại mục 2, \"ngày 15/6/2024\" sửa thành \"ngày 20/6/2024\".",
			[]string{"correct 12/BHXH-TT part=mục 2 from=2024-06-15 to=2024-06-20 was=ngày 15/6/2024 now=ngày 20/6/2024"}},
		{"Đính chính nội dung tại mục 2 Công văn số 12/BHXH-TT: “trước ngày 15/6/2024” nay đọc là “trước ngày 20/6/2024”.",
			[]string{"correct 12/BHXH-TT part=mục 2 from=2024-06-15 to=2024-06-20 bound=before was=trước ngày 15/6/2024 now=trước ngày 20/6/2024"}},
		{"V/v đính chính Công văn số 12/BHXH-TT", []string{"correct 12/BHXH-TT"}},
		{"V/v đính chính Công văn số 12/BHXH-TT\n\nBảo hiểm xã hội Việt Nam đính chính như sau:\n1. Tại điểm a mục 1: “Sở Nội vụ” sửa thành “Sở Y tế”.\n2. Tại mục 3: ngày 01/7/2024 sửa thành ngày 10/7/2024.\nCác nội dung khác không thay đổi.",
			[]string{"correct 12/BHXH-TT part=điểm a mục 1 was=Sở Nội vụ now=Sở Y tế", "correct 12/BHXH-TT part=mục 3 from=2024-07-01 to=2024-07-10 was=ngày 01/7/2024 now=ngày 10/7/2024"}},
		{"Tại khoản 2 Công văn số 12/BHXH-TT, cụm từ “hằng quý” được sửa thành “hằng tháng”.",
			[]string{"correct 12/BHXH-TT part=khoản 2 was=hằng quý now=hằng tháng"}},
		{"Đính chính Quyết định số 5/QĐ-BYT như sau:\nĐã in là: “ngày 01/01/2024”.\nNay sửa lại là: “ngày 10/01/2024”.",
			[]string{"correct 5/QĐ-BYT from=2024-01-01 to=2024-01-10 was=ngày 01/01/2024 now=ngày 10/01/2024"}},
		{"Đính chính thời hạn tại Công văn số 12/BHXH-TT: sửa “15/6/2024” thành “20/6/2024”.",
			[]string{"correct 12/BHXH-TT from=2024-06-15 to=2024-06-20 was=15/6/2024 now=20/6/2024"}},
		{"Do sơ suất, Công văn số 12/BHXH-TT ngày 01/6/2024 ghi “quý II” xin được đọc là “quý III”.",
			[]string{"correct 12/BHXH-TT from=2024-06-30 to=2024-09-30 was=quý II now=quý III"}},
		{"Sửa lại mục 2 Công văn số 12/BHXH-TT: \"02 lượt\" đọc là \"03 lượt\".",
			[]string{"correct 12/BHXH-TT part=mục 2 was=02 lượt now=03 lượt"}},

		// replaced
		{"Công văn này thay thế Công văn số 12/BHXH-TT ngày 01/6/2024.", []string{"replace 12/BHXH-TT"}},
		{"Thay thế mục 2 Công văn số 12/BHXH-TT bằng nội dung sau:", []string{"replace 12/BHXH-TT part=mục 2"}},
		{"Kế hoạch này thay thế Kế hoạch số 7/KH-BHXH và Kế hoạch số 8/KH-BHXH.", []string{"replace 7/KH-BHXH", "replace 8/KH-BHXH"}},
		{"Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 5/QĐ-BYT ngày 02/01/2020 của Bộ trưởng Bộ Y tế.", []string{"replace 5/QĐ-BYT"}},
		{"Nghị định này thay thế Nghị định số 115/2015/NĐ-CP ngày 11/11/2015 của Chính phủ.", []string{"replace 115/2015/NĐ-CP"}},
		{"Công văn số 12/BHXH-TT được thay thế bằng Công văn này.", []string{"replace 12/BHXH-TT"}},
		{"Sửa đổi điểm a mục 2 Công văn số 12/BHXH-TT như sau:", []string{"replace 12/BHXH-TT part=điểm a mục 2"}},
		{"Thay thế một số nội dung tại Công văn số 12/BHXH-TT.", []string{"replace 12/BHXH-TT part=một số nội dung"}},

		// taken back
		{"V/v thu hồi Công văn số 12/BHXH-TT ngày 01/6/2024", []string{"withdraw 12/BHXH-TT"}},
		{"Thu hồi Công văn số 12/BHXH-TT ngày 01/6/2024 của Bảo hiểm xã hội Việt Nam.", []string{"withdraw 12/BHXH-TT"}},
		{"Bãi bỏ mục 3 Công văn số 12/BHXH-TT.", []string{"withdraw 12/BHXH-TT part=mục 3"}},
		{"Huỷ bỏ toàn bộ nội dung tại Công văn số 12/BHXH-TT.", []string{"withdraw 12/BHXH-TT"}},
		{"Đình chỉ việc thi hành Quyết định số 9/QĐ-UBND ngày 03/4/2024.", []string{"withdraw 9/QĐ-UBND"}},
		{"Đề nghị các đơn vị dừng thực hiện mục 2, mục 3 Kế hoạch số 7/KH-BHXH.", []string{"withdraw 7/KH-BHXH part=mục 2, mục 3"}},
		{"Yêu cầu các đơn vị không thực hiện Công văn số 12/BHXH-TT.", []string{"withdraw 12/BHXH-TT"}},
		{"Bãi bỏ các văn bản sau:\n- Quyết định số 5/QĐ-BYT ngày 02/01/2020;\n- Công văn số 12/BHXH-TT.\nCác đơn vị báo cáo theo Công văn số 77/BHXH-TT.",
			[]string{"withdraw 5/QĐ-BYT", "withdraw 12/BHXH-TT"}},
		{"Công văn số 12/BHXH-TT ngày 01/6/2024 hết hiệu lực kể từ ngày 01/7/2024.", []string{"withdraw 12/BHXH-TT"}},
		{"Bảo hiểm xã hội Việt Nam đã ban hành Công văn số 12/BHXH-TT. Nay thu hồi Công văn nêu trên.", []string{"withdraw 12/BHXH-TT"}},

		// nothing is done to another document's orders
		{"Công văn số 12/BHXH-TT đã được gia hạn đến ngày 30/6/2024 tại Công văn số 15/BHXH-TT.", nil},
		{"Thực hiện gia hạn thẻ BHYT theo Công văn số 12/BHXH-TT đến ngày 30/6/2024.", nil},
		{"Việc gia hạn thời hạn nộp thuế thực hiện theo Nghị định số 52/2021/NĐ-CP đến ngày 30/6/2024.", nil},
		{"Căn cứ Công văn số 15/BHXH-TT ngày 12/6/2024 của Bảo hiểm xã hội Việt Nam về việc gia hạn thời hạn báo cáo tại Công văn số 12/BHXH-TT đến ngày 30/6/2024.", nil},
		{"Quyết định số 6/QĐ-BYT thay thế Quyết định số 5/QĐ-BYT ngày 02/01/2020.", nil},
		{"Đề nghị Bảo hiểm xã hội Việt Nam gia hạn thời hạn báo cáo tại Công văn số 12/BHXH-TT đến ngày 30/6/2024.", nil},
		{"Trường hợp kéo dài thời hạn kiểm tra theo Quyết định số 5/QĐ-BYT thì phải báo cáo trước ngày 30/6/2024.", nil},
		{"Thời gian được gia hạn không quá 30 ngày theo Công văn số 12/BHXH-TT.", nil},
		{"Thông tư số 11/2020/TT-BYT (được đính chính tại Quyết định số 123/QĐ-BYT ngày 02/02/2021).", nil},
		{"Thu hồi thẻ bảo hiểm y tế theo hướng dẫn tại Công văn số 12/BHXH-TT.", nil},
		{"Người có thẩm quyền bãi bỏ Quyết định số 5/QĐ-BYT phải chịu trách nhiệm.", nil},
		{"Giao Sở Tư pháp tham mưu bãi bỏ Quyết định số 9/QĐ-UBND.", nil},
		{"Công văn này thay thế Công văn số 99/BHXH-TT.", nil},
		{"Luật này quy định việc sửa đổi, bổ sung, thay thế, bãi bỏ văn bản; xem Nghị định số 34/2016/NĐ-CP.", nil},
		{"Bổ sung khoản 5 vào Điều 3 Quyết định số 5/QĐ-BYT.", nil},
		{"Sửa đổi, bổ sung một số điều của Nghị định số 115/2015/NĐ-CP.", nil},
		{"Gia hạn thời hạn giấy phép theo quy định tại Công văn số 12/BHXH-TT đến ngày 30/6/2024.", nil},
		{"Bộ Y tế chưa thu hồi Công văn số 300/BYT-BH.", nil},
		{"Trước khi hủy bỏ Công văn số 12/BHXH-TT phải lấy ý kiến.", nil},
		{"Công văn số 12/BHXH-TT được thay thế bằng Công văn số 15/BHXH-TT.", nil},
		{"Kéo dài thời gian xử lý gây phiền hà; báo cáo theo Công văn số 12/BHXH-TT trước ngày 30/6/2024.", nil},
		{"Báo cáo theo Công văn số 12/BHXH-TT, sửa “A” thành “B” trong mẫu số 01.", nil},
		{"Tình hình gia hạn thời hạn báo cáo tại Công văn số 12/BHXH-TT đến ngày 30/6/2024 được tổng hợp.", nil},
		{"Thực hiện Công văn số 300/BYT-BH của Bộ Y tế, các đơn vị gia hạn thẻ cho người bệnh đến ngày 30/6/2024.", nil},
		{"Thực hiện Công văn số 300/BYT-BH của Bộ Y tế, Sở Y tế gia hạn thời gian đăng ký dự thi đến ngày 30/6/2024.", nil},
		{"Theo đề nghị của Bảo hiểm xã hội tỉnh tại Công văn số 12/BHXH-TT về gia hạn thời hạn báo cáo đến ngày 30/6/2024.", nil},
		{"Nghiêm cấm mọi hành vi tự ý hủy bỏ Quyết định số 5/QĐ-BYT.", nil},
		{"“Bãi bỏ Quyết định số 5/QĐ-BYT” là câu ví dụ.", nil},
		{"Bãi bỏ thủ tục hành chính công bố tại Quyết định số 5/QĐ-BYT.", nil},
		{"Điều chỉnh mức đóng theo Công văn số 12/BHXH-TT từ ngày 01/7/2024.", nil},
		{"Thực hiện Chỉ thị số 11/CT-TTg của Thủ tướng Chính phủ. Nếu dịch chưa hết thì thời gian được lùi đến ngày 31/12/2024.", nil},
		{"Sở Y tế nhận được Công văn số 12/BHXH-TT. Doanh nghiệp khó khăn thì thời gian đóng được kéo dài đến ngày 31/12/2024.", nil},
		{"Thu hồi số tiền chi sai theo Quyết định số 5/QĐ-BYT ngày 02/01/2020.", nil},
	} {
		var got []string
		for _, found := range read(test.text) {
			got = append(got, brief(found.Effect))
		}
		if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%s\n got %s\nwant %s", test.text, strings.Join(got, "\n     "), strings.Join(test.want, "\n     "))
		}
	}
}
