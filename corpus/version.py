"""Which reading this is."""

READER_VERSION = 3
"""Counts up whenever reading or splitting the same file gives something else: an unchanged file that an
older version read is then read again."""
