"""A sheet of questions in, the same sheet with what the library says of each out."""
