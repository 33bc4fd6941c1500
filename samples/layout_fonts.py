"""The Japanese fonts of the machine, registered with reportlab under the names of their faces."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from samples.layout_blocks import Face

FONT_PACKAGE = "fonts-ipaexfont"
FONT_FILES: dict[Face, str] = {"mincho": "ipaexm.ttf", "gothic": "ipaexg.ttf"}
FONT_FOLDERS = (
    Path("/usr/share/fonts/opentype/ipaexfont-mincho"),
    Path("/usr/share/fonts/opentype/ipaexfont-gothic"),
    Path("/usr/share/fonts/truetype/ipaexfont"),
    Path("/usr/share/fonts/opentype/ipaexfont"),
    Path.home() / ".local/share/fonts",
)


def find_font(face: Face) -> Path:
    """The font file of a face. Raises FileNotFoundError that names the Debian package which brings it."""
    for folder in FONT_FOLDERS:
        path = folder / FONT_FILES[face]
        if path.is_file():
            return path
    raise FileNotFoundError(f"no {FONT_FILES[face]} on this machine; install the package {FONT_PACKAGE}")


def register_fonts() -> None:
    """Makes "mincho" and "gothic" known to reportlab, once."""
    for face in FONT_FILES:
        if face not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(face, str(find_font(face))))
            pdfmetrics.registerFontFamily(face, normal=face, bold=face, italic=face, boldItalic=face)
