"""A web page in, its text out."""
