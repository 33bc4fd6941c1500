"""What can go wrong with an encoder, said to a person."""


class EncoderError(Exception):
    """One clear sentence: which model, what is the matter with it, and what to do."""


class RerankerError(EncoderError):
    """The same of a model that rescores hits."""
