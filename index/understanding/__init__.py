"""A query in, what is searched and what was understood of it out."""
