"""An extractive answer in, the same in a language model's words out, with every sentence verified."""
