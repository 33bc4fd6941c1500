"""A library in, whether search finds what each of its documents says out."""
