"""A PowerPoint file in, its slides in reading order out."""
