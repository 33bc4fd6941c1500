"""A text in, what it is found by out: lemmas, pairs, bigrams, exact units, years and amounts."""
