"""A file in, a parsed document out, or one sentence why not."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.describing import describe
from corpus.formats.csv_file import CSV_FILES, read_csv
from corpus.formats.email_file import read_email
from corpus.formats.markdown import MARKDOWN_FILES, read_markdown
from corpus.formats.office_conversion import (
    OLD_POWERPOINT_FILES,
    OLD_WORD_FILES,
    read_old_powerpoint,
    read_old_word,
)
from corpus.formats.pdf import read_pdf
from corpus.formats.picture import PICTURES, read_picture
from corpus.formats.powerpoint.reading import POWERPOINT_FILES, read_powerpoint
from corpus.formats.signatures import (
    announced_format,
    fits_office,
    fits_picture,
    fits_text,
    fits_values,
    is_pdf,
)
from corpus.formats.text_file import read_text_file
from corpus.formats.web_page.reading import WEB_ARCHIVES, WEB_PAGES, read_web_archive, read_web_page
from corpus.formats.word.reading import WORD_FILES, read_word
from corpus.formats.workbook.reading import WORKBOOKS, read_workbook
from corpus.reader import MEGABYTE, Limits, Reader, UnreadableFile
from corpus.scanned_pages import put_scanned
from corpus.structure.page_labels import label_pages
from corpus.structure.slides import is_slides
from corpus.types import Page, ParsedDocument

READERS: dict[str, Reader] = {
    ".pdf": read_pdf,
    ".txt": read_text_file,
    **dict.fromkeys(MARKDOWN_FILES, read_markdown),
    **dict.fromkeys(CSV_FILES, read_csv),
    **dict.fromkeys(WEB_PAGES, read_web_page),
    **dict.fromkeys(WEB_ARCHIVES, read_web_archive),
    ".eml": read_email,
    **dict.fromkeys(WORKBOOKS, read_workbook),
    **dict.fromkeys(WORD_FILES, read_word),
    **dict.fromkeys(OLD_WORD_FILES, read_old_word),
    **dict.fromkeys(POWERPOINT_FILES, read_powerpoint),
    **dict.fromkeys(OLD_POWERPOINT_FILES, read_old_powerpoint),
    **dict.fromkeys(PICTURES, read_picture),
}
"""The reader of each suffix, in lower case."""

_FITS: dict[Reader, Callable[[bytes], bool]] = {
    read_pdf: is_pdf,
    **dict.fromkeys((read_text_file, read_markdown), fits_text),
    **dict.fromkeys((read_web_page, read_web_archive, read_email), fits_text),
    read_csv: fits_values,
    **dict.fromkeys((read_workbook, read_word, read_powerpoint), fits_office),
    **dict.fromkeys((read_old_word, read_old_powerpoint), fits_office),
    read_picture: fits_picture,
}
"""Whether bytes can be what a reader reads."""

KNOWN_FORMATS = {
    **dict.fromkeys((".jtd", ".jtdc", ".jtt", ".jttc", ".jhd"), "Ichitaro files"),
    **dict.fromkeys((".xdw", ".xbd"), "DocuWorks files"),
    **dict.fromkeys((".xml", ".json"), "data files"),
    **dict.fromkeys((".msg", ".pst", ".oft"), "Outlook's own files"),
    **dict.fromkeys((".lzh", ".7z", ".rar", ".gz", ".tgz", ".tar", ".cab"), "archives"),
    **dict.fromkeys((".svg", ".emf", ".wmf", ".ai", ".psd"), "drawings"),
    **dict.fromkeys((".dwg", ".dxf", ".jww", ".sfc", ".p21"), "CAD drawings"),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".mp4", ".mov", ".wmv", ".avi"), "recordings"),
    **dict.fromkeys((".accdb", ".mdb"), "Access databases"),
    **dict.fromkeys((".pub", ".one", ".vsd", ".vsdx"), "Publisher, OneNote and Visio files"),
}
"""What files that offices have are called, by suffix, where no reader reads them yet."""
ADVICE = {
    **dict.fromkeys((".msg", ".pst", ".oft"), "save them as .eml"),
    **dict.fromkeys((".lzh", ".7z", ".rar", ".gz", ".tgz", ".tar", ".cab"), "unpack them, or pack as .zip"),
    **dict.fromkeys((".xml", ".json"), "save them as .txt or .csv"),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".mp4", ".mov", ".wmv", ".avi"), "only their minutes can be"),
    **dict.fromkeys((".accdb", ".mdb"), "save their tables as .csv or .xlsx"),
}
"""What to do with them instead of saving them as PDF."""
READ_KINDS = "PDF, Word, Excel, PowerPoint, text, CSV, Markdown, web pages, pictures, .eml and .zip"
"""What is read, in words."""


def read_document(
    path: Path, relative_path: str, limits: Limits, scanned: Sequence[Page] = ()
) -> ParsedDocument:
    """The document in the file at `path`, called by `relative_path`, with printed page numbers and
    description; `scanned` are pages as OCR read them, which take the place of those that were not read.

    Raises UnreadableFile, and nothing else, with one English sentence why the file cannot be read.
    """
    try:
        return _read(path, relative_path, limits, scanned)
    except UnreadableFile:
        raise
    except MemoryError:
        raise UnreadableFile(over_memory(limits)) from None
    except RecursionError:
        raise UnreadableFile("it is nested too deeply to be read") from None
    except Exception as error:  # a reader's own fault must not stop the files after it
        raise UnreadableFile(f"the reader failed on it ({type(error).__name__}: {error})") from error


def over_memory(limits: Limits) -> str:
    """The reason given where reading a file takes more memory than it may."""
    return f"reading it needs more than the {limits.memory_megabytes} MiB of memory that one file may take"


def _read(path: Path, relative_path: str, limits: Limits, scanned: Sequence[Page]) -> ParsedDocument:
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise UnreadableFile(not_read(suffix))
    data = _bytes(path, limits)
    found = announced_format(data)
    if found is not None and not _FITS.get(reader, bool)(data):
        raise UnreadableFile(f"it is named {suffix} but is {found}")
    found_text = put_scanned(reader(data, limits), scanned)
    labelled = found_text.page_count == 0 or is_slides(relative_path)
    pages = found_text.pages if labelled else label_pages(found_text.pages)
    identity = hashlib.sha256(data).hexdigest()
    told = describe(identity, relative_path, pages, found_text.page_count, found_text.title)
    return ParsedDocument(
        told.document, pages, found_text.headings, found_text.tables, told.evidence, found_text.title
    )


def not_read(suffix: str) -> str:
    """The reason given for a file whose suffix has no reader."""
    if not suffix:
        return f"a file without a suffix is not read; read are {READ_KINDS}"
    if suffix in KNOWN_FORMATS:
        return (
            f"{KNOWN_FORMATS[suffix]} ({suffix}) are not read yet; {ADVICE.get(suffix, 'save them as PDF')}"
        )
    return f"files named {suffix} are not read; read are {READ_KINDS}"


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableFile("it is not a file" if path.exists() else "there is no such file")
        size = path.stat().st_size
        if size > limits.file_megabytes * MEGABYTE:
            raise UnreadableFile(
                f"it is {size / MEGABYTE:,.0f} MiB large, and a file may have {limits.file_megabytes} MiB"
            )
        data = path.read_bytes()
    except PermissionError:
        raise UnreadableFile("there is no permission to read it") from None
    except OSError as error:
        raise UnreadableFile(f"it cannot be read from the disk ({error.strerror})") from None
    if not data:
        raise UnreadableFile("it is empty (0 bytes)")
    return data
