"""年度比較: two documents of several years in, what changed from one to the other out, with both pages."""
