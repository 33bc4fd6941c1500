"""Two documents in, what changed between them out: texts and figures, each with its place on the page."""
