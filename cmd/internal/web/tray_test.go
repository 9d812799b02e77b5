package web

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// handIn sends files as a browser does.
func (v *visitor) handIn(token string, files map[string]string) *http.Response {
	v.h.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("token", token)
	for name, content := range files {
		part, err := form.CreateFormFile("file", name)
		if err != nil {
			v.h.t.Fatal(err)
		}
		_, _ = io.WriteString(part, content)
	}
	_ = form.Close()
	r, err := http.NewRequest(http.MethodPost, v.h.URL+"/nap", &body)
	if err != nil {
		v.h.t.Fatal(err)
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	resp, _ := v.do(r)
	return resp
}

func TestHandingIn(t *testing.T) {
	h := openHouse(t, dispatches(1))
	lan := h.signedIn("lan")
	token := lan.token()
	if resp := lan.handIn("", map[string]string{"a.txt": "x"}); resp.StatusCode != http.StatusBadRequest {
		t.Errorf("without a token: %s", resp.Status)
	}
	if resp := h.signedIn("an").handIn(token, map[string]string{"a.txt": "x"}); resp.StatusCode != http.StatusForbidden {
		t.Errorf("by a reader: %s", resp.Status)
	}
	files := map[string]string{"cong-van.txt": seed(t), "../../../../tmp/ra-ngoai.txt": "Số: 7/BHXH-TT\n" + seed(t), "<script>.bin": "\x00\x01\x02\x03"}
	if resp := lan.handIn(token, files); resp.StatusCode != http.StatusSeeOther {
		t.Fatalf("handing in: %s", resp.Status)
	}
	var page string
	for range 600 {
		if _, page = lan.see("/nap"); !strings.Contains(page, "đang chờ") {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if strings.Count(page, ">đã đọc<") != 2 || strings.Count(page, ">chưa đọc được<") != 1 || strings.Contains(page, "<script>.bin") {
		t.Errorf("the page says %s", page)
	}
	if resp, body := lan.see("/van-ban/1191%2FBHXH-TT"); resp.StatusCode != http.StatusFound && resp.StatusCode != http.StatusOK {
		t.Errorf("what was handed in is not there: %s %.300s", resp.Status, body)
	}
	if _, err := os.Stat("/tmp/ra-ngoai.txt"); err == nil {
		t.Error("a name led out of the folder")
	}
	again := regexp.MustCompile(`name="again" value="([^"]+)"`).FindStringSubmatch(page)
	if again == nil {
		t.Fatal("what was not read cannot be read again")
	}
	if resp, _ := lan.post("/nap", url.Values{"token": {token}, "again": {again[1]}}); resp.StatusCode != http.StatusSeeOther {
		t.Errorf("reading again: %s", resp.Status)
	}
}
