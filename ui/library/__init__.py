"""文書: the page of what can be searched, and what could not be read."""
