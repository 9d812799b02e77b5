// Package ocr reads pictures of pages by the tesseract program and its Vietnamese data, where the
// machine has them, and puts what it finds in reading order.
package ocr
