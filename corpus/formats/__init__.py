"""One file a format: its bytes in, its pages out."""
