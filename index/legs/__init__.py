"""What is searched in, passages by their numbers with scores out: the lexical leg and the dense one."""
