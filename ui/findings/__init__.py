"""指摘事項: the findings of audit reports as records, and as precedents of a draft."""
