"""A pack in, a Word file out."""

from tenkyo.packs.word.document import write_word

__all__ = ["write_word"]
