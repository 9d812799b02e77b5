// Package pdf reads PDF files: the text of each page in the order in which its producer wrote it,
// with the verdict whether that text can be trusted, and the pages as pictures. The container
// (objects, decryption, filters) is ledongthuc/pdf's; the content streams are interpreted here;
// pdfium, as WebAssembly, takes what the first refuses.
package pdf
