package web

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// doubtful is a dispatch whose day cannot be read, so that its date is in the queue.
const doubtful = "BẢO HIỂM XÃ HỘI VIỆT NAM\nSố: 77/BHXH-TT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 3Z tháng 5 năm 2024\n" +
	"Kính gửi: Bảo hiểm xã hội các tỉnh\nBảo hiểm xã hội Việt Nam yêu cầu Bảo hiểm xã hội các tỉnh báo cáo kết quả trước ngày 30/6/2024.\nKT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC\nĐào Việt Ánh\n"

// formOf are the fields of the first form of a page that a pattern finds.
func formOf(t *testing.T, page, pattern string) url.Values {
	t.Helper()
	form := regexp.MustCompile(`(?s)<form[^>]*` + pattern + `.*?</form>`).FindString(page)
	if form == "" {
		t.Fatalf("no form %s in %.2000s", pattern, page)
	}
	values := url.Values{}
	for _, input := range regexp.MustCompile(`<input [^>]*name="([^"]+)"[^>]*value="([^"]*)"`).FindAllStringSubmatch(form, -1) {
		values.Set(input[1], html.UnescapeString(input[2]))
	}
	return values
}

func TestReview(t *testing.T) {
	h := openHouse(t, map[string]string{"nghi.txt": doubtful})
	lan := h.signedIn("lan")
	_, page := lan.see("/duyet")
	if !strings.Contains(page, "Ngày ban hành") || !strings.Contains(page, "có ghi nhưng chưa đọc được") {
		t.Fatalf("the date is not in the queue: %s", page)
	}
	form := formOf(t, page, `action="/duyet"`)
	if form.Get("field") != "issued" {
		t.Fatalf("the form is %v", form)
	}
	form.Set("decision", "correct")
	form.Set("value", "ngày mai")
	if resp, body := lan.post("/duyet", form); resp.StatusCode != http.StatusBadRequest || !strings.Contains(body, "ngày mai") {
		t.Errorf("a value that is no date: %s", resp.Status)
	}
	form.Set("shown", "2024-05-01")
	form.Set("value", "2024-05-07")
	if resp, _ := lan.post("/duyet", form); resp.StatusCode != http.StatusConflict {
		t.Errorf("a value that is not the one shown: %s", resp.Status)
	}
	form.Set("shown", "")
	resp, _ := lan.post("/duyet", form)
	if resp.StatusCode != http.StatusSeeOther || resp.Header.Get("Location") != "/duyet" {
		t.Fatalf("correcting: %s to %s", resp.Status, resp.Header.Get("Location"))
	}
	_, page = lan.see("/duyet")
	if strings.Contains(page, `name="field" value="issued"`) || !strings.Contains(page, "<ins>2024-05-07</ins>") || !strings.Contains(page, "lan, ") {
		t.Errorf("after the correction the queue is %s", page)
	}
	_, document := lan.see("/van-ban/" + form.Get("record"))
	if !strings.Contains(document, "07/05/2024") || !strings.Contains(document, "Nhật ký sửa đổi") {
		t.Errorf("the document does not say the date, or who set it: %s", document)
	}
	if _, journal := lan.see("/nhat-ky"); !strings.Contains(journal, "như máy đọc") || !strings.Contains(journal, "2024-05-07") {
		t.Errorf("the journal is %s", journal)
	}
	undo := formOf(t, page, `action="/hoan-tac"`)
	if resp, _ := lan.post("/hoan-tac", undo); resp.StatusCode != http.StatusSeeOther {
		t.Fatalf("taking back: %s", resp.Status)
	}
	if resp, _ := lan.post("/hoan-tac", undo); resp.StatusCode != http.StatusBadRequest {
		t.Errorf("taking back twice: %s", resp.Status)
	}
	_, page = lan.see("/duyet")
	if !strings.Contains(page, `name="field" value="issued"`) {
		t.Errorf("what was taken back is not in the queue: %s", page)
	}
	form.Set("decision", "reject")
	if resp, _ := lan.post("/duyet", form); resp.StatusCode != http.StatusSeeOther {
		t.Errorf("rejecting: %s", resp.Status)
	}
	if _, page = lan.see("/duyet"); strings.Contains(page, `name="field" value="issued"`) {
		t.Error("what was rejected is still in the queue")
	}
}

func TestMarkingADuty(t *testing.T) {
	h := openHouse(t, map[string]string{"nghi.txt": doubtful})
	lan := h.signedIn("lan")
	if _, page := h.signedIn("an").see("/nhiem-vu?asof=2024-06-01"); strings.Contains(page, "/danh-dau") {
		t.Error("a reader is shown the form")
	}
	_, page := lan.see("/nhiem-vu?asof=2024-06-01")
	form := formOf(t, page, `action="/danh-dau"`)
	form.Set("state", "done")
	form.Set("reply", "12/BC-BHXH")
	resp, _ := lan.post("/danh-dau", form)
	if resp.StatusCode != http.StatusSeeOther || resp.Header.Get("Location") != "/nhiem-vu?asof=2024-06-01" {
		t.Fatalf("marking: %s to %s", resp.Status, resp.Header.Get("Location"))
	}
	if _, page = lan.see("/nhiem-vu?asof=2024-06-01"); strings.Contains(page, "báo cáo kết quả") {
		t.Error("what is done is still on the board")
	}
	if _, table := lan.see("/api/v1/export/followup?format=csv"); !strings.Contains(table, "12/BC-BHXH") {
		t.Errorf("the export is %s", table)
	}
	form.Set("state", "half done")
	if resp, _ := lan.post("/danh-dau", form); resp.StatusCode != http.StatusBadRequest {
		t.Errorf("an unknown state: %s", resp.Status)
	}
	form.Set("state", "done")
	form.Set("duty", "no/such")
	if resp, _ := lan.post("/danh-dau", form); resp.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown duty: %s", resp.Status)
	}
}
