"""Pages in; printed page numbers, contents, sections, passages and findings out."""
