package parse

import "testing"

func TestDetect(t *testing.T) {
	tests := []struct{ content, want string }{
		{"", "empty"},
		{"Số: 12/KH-UBND\n", "text"},
		{"Kính gửi: Các đơn vị\nNơi nhận: Như trên\nSố: 12\n\nNội dung", "text"}, // labels, and no header of a mail
		{"BMW là tên một hãng xe, không phải một bức ảnh", "text"},
		{"\xff\xfeS\x00\xd1\x1e", "text"},
		{"1 < 2 và 3 > 2", "text"},
		{"<khẩn> công văn", "text"},
		{"\x00\x01\x02\x03\x04\x05\x06\x07", "binary"},
		{"%PDF-1.7\n", "pdf"},
		{"\r\nrác %PDF-1.4", "pdf"},
		{"PK\x03\x04", "zip"},
		{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "cfb"},
		{`{\rtf1\ansi`, "rtf"},
		{" \n{\\rtf1", "rtf"}, // files named .doc that are RTF, and begin with a line break
		{"\xEF\xBB\xBF<!DOCTYPE html>", "html"},
		{"<!-- saved from url -->\n<HTML>", "html"},
		{"<div class=\"content1\">", "html"},
		{"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00", "html"},
		{`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">`, "html"},
		{`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">`, "fodt"},
		{"From: a@b.vn\nTo: c@d.vn\nSubject: x\n\nNội dung", "eml"},
		{"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\nSubject: y\r\n\r\n", "eml"}, // a page saved as MHTML
		{"\x89PNG\r\n\x1A\n", "png"}, {"\xFF\xD8\xFF\xE0", "jpeg"}, {"II*\x00", "tiff"}, {"RIFF\x00\x00\x00\x00WEBPx", "webp"},
	}
	for _, tt := range tests {
		if got := Detect([]byte(tt.content)); got != tt.want {
			t.Errorf("Detect(%q) = %q, want %q", tt.content, got, tt.want)
		}
	}
}
