"""A library on disk: its tables, its vectors, and the generations of its indexes."""
