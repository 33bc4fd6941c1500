"""Which files are slides: their pages have no running heads, and say themselves how they are numbered."""

SLIDES = (".pptx", ".pptm", ".ppsx", ".ppsm", ".ppt", ".pps", ".odp")
"""The suffixes of slide files. Their readers leave out what heads or foots every slide."""


def is_slides(path: str) -> bool:
    """Whether the file of that path is slides, by its suffix."""
    return path.lower().endswith(SLIDES)
