"""A Word file in, its text as printed out."""
