"""What a reader is given and what it promises: bytes in, pages out, or one sentence why not."""

from dataclasses import dataclass
from typing import Protocol

from corpus.types import HeadingMark, Page, Table

MEGABYTE = 1024 * 1024


class UnreadableFile(Exception):  # noqa: N818  # said of the file, not of the program
    """A file that could not be read; `reason` is one English sentence without the file's name."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may cost: seconds, memory and size in MiB, pages, pixels of a drawn page.

    For an archive also: the files in it and in the archives in it, how many archives may lie one in another
    (the outermost counts), and the size in MiB of all that comes out of it.
    """

    seconds: float = 300
    memory_megabytes: int = 2048
    file_megabytes: int = 512
    pages: int = 20_000
    pixels: int = 50_000_000
    archive_members: int = 10_000
    archive_depth: int = 3
    expanded_megabytes: int = 2048


@dataclass(frozen=True, slots=True)
class FileText:
    """What a reader found: pages, and how many of them the file itself counts (0 for plain text).

    A page's `label` is here the one that the file's format states (a PDF's page labels), None otherwise.
    `headings` are those that the file sets apart by a style or its type, `tables` those whose cells it tells;
    `title` is the one in the file's properties.
    """

    pages: tuple[Page, ...]
    page_count: int
    headings: tuple[HeadingMark, ...] = ()
    tables: tuple[Table, ...] = ()
    title: str | None = None


class Reader(Protocol):
    """Reads the bytes of one file. Raises UnreadableFile and nothing else that it can foresee."""

    def __call__(self, data: bytes, limits: Limits) -> FileText: ...


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of an archive into a folder.

    `members` are the files' paths below that folder (forward slashes, never out of it), an archive's in an
    archive below that one's; `skipped` are those left out, each with one English sentence why.
    """

    members: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...] = ()
