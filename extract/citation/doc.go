// Package citation finds the other documents that a text names, by number (Công văn số
// 1007/BHXH-TT ngày 27/3/2020 của BHXH Việt Nam) or by name (Luật Bảo hiểm xã hội 2024), and merges
// the mentions into references. Finding, merging and resolving to stored documents are three steps.
package citation
