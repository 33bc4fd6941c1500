"""A report of `tenkyo eval` in; what is kept of it beside the library, for people to read, out."""
