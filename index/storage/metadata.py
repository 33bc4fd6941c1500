"""metadata.csv beside the files in, what it states of each of them out."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import parse_fiscal_year
from corpus.reader import MEGABYTE

FILE_NAME = "metadata.csv"
PATH, FISCAL_YEAR = "path", "fiscal_year"
COLUMNS = (PATH, "title", "kind", "issuer", FISCAL_YEAR)
MOST_MEGABYTES = 16
YEARS = range(1868, 2200)

Stated = tuple[tuple[str, str | int], ...]
"""Fields of a Document with what is stated of them."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one metadata.csv states of files (by their paths from its folder), and what in it says nothing."""

    stated: Mapping[str, Stated]
    warnings: tuple[str, ...] = ()


def parse_metadata(data: bytes) -> Metadata:
    """The rows of a metadata.csv, in UTF-8 or CP932; its first line names the columns.

    Columns: path (from its folder), title, kind, issuer, fiscal_year (2020, 令和2年度). An empty cell
    states nothing. Raises ValueError where it is no such table.
    """
    rows = list(_rows(_decoded(data)))
    if not rows:
        raise ValueError("it is empty")
    heads = [head.strip().lower() for head in rows[0]]
    if PATH not in heads:
        raise ValueError(f"its first line must name the columns ({', '.join(COLUMNS)}); path is missing")
    warnings = [f"the column {head or '(unnamed)'} is not known" for head in heads if head not in COLUMNS]
    stated: dict[str, Stated] = {}
    for line, row in enumerate(rows[1:], 2):
        cells = {head: cell.strip() for head, cell in zip(heads, row, strict=False) if head in COLUMNS}
        if not any(cells.values()):
            continue
        name = _normal(cells.get(PATH, ""))
        if not name:
            warnings.append(f"line {line} names no file")
            continue
        if name in stated:
            warnings.append(f"line {line} names {name} again")
        stated[name], unknown = _stated(cells)
        warnings += [f"line {line}: {each}" for each in unknown]
    return Metadata(stated, tuple(warnings))


class MetadataFiles:
    """The metadata.csv of folders, each read once; `folders` are the outermost that may hold one."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._outermost = frozenset(folders)
        self._read: dict[Path, Metadata | None] = {}

    def stated(self, location: str) -> Stated:
        """What is stated of the file at a place; the file nearest to it goes before those further out."""
        for folder, name in self._places(location):
            metadata = self._of(folder)
            if metadata and (stated := metadata.stated.get(name)):
                return stated
        return ()

    def warnings(self, locations: Sequence[str]) -> list[tuple[Path, str]]:
        """What in the files read so far says nothing, and which rows name none of the files there are."""
        named = {place for location in locations for place in self._places(location)}
        told: list[tuple[Path, str]] = []
        for folder, metadata in sorted(self._read.items()):
            if metadata is None:
                continue
            path = folder / FILE_NAME
            told += [(path, warning) for warning in metadata.warnings]
            told += [
                (path, f"there is no file {name}") for name in metadata.stated if (folder, name) not in named
            ]
        return told

    def _places(self, location: str) -> list[tuple[Path, str]]:
        """The folders that a place is in, innermost first, with its name from each."""
        places: list[tuple[Path, str]] = []
        path = Path(location)
        for folder in path.parents:
            places.append((folder, _normal(path.relative_to(folder).as_posix())))
            if folder in self._outermost:
                outer = [each for each in folder.parents if each in self._outermost]
                return places + [(each, _normal(path.relative_to(each).as_posix())) for each in outer]
        return []

    def _of(self, folder: Path) -> Metadata | None:
        if folder not in self._read:
            self._read[folder] = _read(folder / FILE_NAME, folder)
        return self._read[folder]


def _read(path: Path, folder: Path) -> Metadata | None:
    try:
        if not path.is_file() or not path.resolve().is_relative_to(folder):
            return None
        if path.stat().st_size > MOST_MEGABYTES * MEGABYTE:
            return Metadata({}, (f"it is larger than {MOST_MEGABYTES} MiB and was not read",))
        return parse_metadata(path.read_bytes())
    except OSError as error:
        return Metadata({}, (f"it could not be read ({error.strerror or error})",))
    except ValueError as error:
        return Metadata({}, (f"it could not be read: {error}",))


def _stated(cells: Mapping[str, str]) -> tuple[Stated, list[str]]:
    stated: list[tuple[str, str | int]] = []
    unknown: list[str] = []
    for column, cell in cells.items():
        if column == PATH or not cell:
            continue
        if column != FISCAL_YEAR:
            stated.append((column, cell))
        elif (year := _year(cell)) is not None:
            stated.append((column, year))
        else:
            unknown.append(f"{cell} is no fiscal year (2020, 令和2年度)")
    return tuple(stated), unknown


def _year(cell: str) -> int | None:
    text = unicodedata.normalize("NFKC", cell).removesuffix("年度").removesuffix("年")
    if text.isdecimal():
        return int(text) if len(text) <= 4 and int(text) in YEARS else None
    return parse_fiscal_year(f"{text}年度")


def _rows(text: str) -> Iterable[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise ValueError(f"it is no CSV file ({error})") from error


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("it is neither in UTF-8 nor in CP932")


def _normal(name: str) -> str:
    """A path as it is compared: forward slashes, no ./ before it, composed characters."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/").removeprefix("./"))
