"""A file's first bytes in, the format they announce out."""

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BM", "a bitmap image"),
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .ppt) or an encrypted one"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"%!PS", "a PostScript file"),
)
_PDF_WITHIN = 1024  # PDF 1.7, Appendix H.3: readers accept the header anywhere in the first 1024 bytes


def is_pdf(data: bytes) -> bool:
    """Whether the bytes announce a PDF."""
    return b"%PDF-" in data[:_PDF_WITHIN]


def is_markup(data: bytes) -> bool:
    """Whether the bytes begin as an HTML page does."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))


def announced_format(data: bytes) -> str | None:
    """The format that the first bytes announce, in words ("a PNG image"), or None."""
    if is_pdf(data):
        return "a PDF"
    for start, name in _STARTS:
        if data.startswith(start) and (start not in (b"BM", b"MZ") or b"\x00" in data[:512]):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP image"
    return "an HTML page" if is_markup(data) else None


def fits_text(data: bytes) -> bool:
    """Whether bytes can be text: they announce nothing else."""
    return announced_format(data) in (None, "an HTML page")


def fits_values(data: bytes) -> bool:
    """Whether bytes can be values parted by commas or tabs: they announce nothing."""
    return announced_format(data) is None


def fits_picture(data: bytes) -> bool:
    """Whether bytes can be a picture, of whatever format."""
    found = announced_format(data)
    return found is None or found.endswith("image")


def fits_office(data: bytes) -> bool:
    """Whether bytes can be an office program's file: many are, under the name of another one."""
    found = announced_format(data)
    return found is None or not (found == "a PDF" or found.endswith("image"))
