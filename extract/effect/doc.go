// Package effect finds what a document does to what another one orders: more time ("gia hạn thời
// hạn báo cáo tại Công văn số … đến hết ngày …"), words put right ("đính chính", "sửa thành", "đọc
// là"), and orders replaced or taken back. What a text tells, asks for or rules in general changes
// nothing and is left out.
package effect
