"""A Word or Excel pack in, hostile or not, its record out, with what was changed in it since it was made."""

import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from corpus import ParserProcess, UnreadableFile
from corpus.formats.office_package import open_office_package, part_xml
from corpus.normalising import squeeze
from corpus.reader import MEGABYTE, Limits
from tenkyo.errors import TenkyoError
from tenkyo.packs.excel.record_sheet import MARK
from tenkyo.packs.plain_text import clean
from tenkyo.packs.record import checksum, unseal
from tenkyo.packs.types import PackedPassage, Record
from tenkyo.packs.word.passage import QUOTED
from tenkyo.packs.word.record_part import NAMESPACE

LARGEST = 100 * MEGABYTE
"""The largest pack that is read, in bytes."""
LIMITS = Limits(seconds=60, memory_megabytes=1024, file_megabytes=100, pages=200)
"""The most that reading a pack may cost, in a process of its own."""
SUFFIXES = (".docx", ".xlsx")
_PIECE = re.compile(rf"{re.escape(MARK)}(\d+):(\S*)")
_CHECKSUM = re.compile(rf"{re.escape(MARK)}sha256:([0-9a-f]{{64}})")


@dataclass(frozen=True, slots=True)
class ReadPack:
    """A pack's record. `intact` is whether the record is as it was written; `altered` are the numbers of the
    passages whose quote or text no longer stands, word for word, in what the file shows; `table_altered` is
    the same of the rows of a comparison, `told_altered` of what was asked and answered."""

    record: Record
    intact: bool
    altered: tuple[int, ...] = ()
    table_altered: bool = False
    told_altered: bool = False


@dataclass(frozen=True, slots=True)
class _Contents:
    """A record with its checksum, all that the file shows, and the words by which it shows a passage."""

    text: str
    sha256: str
    shown: str
    words_of: Callable[[PackedPassage], Sequence[str]]


def read_pack_file(path: Path) -> ReadPack:
    """The record in the file at `path`, as `read_pack` reads it."""
    try:
        if path.stat().st_size > LARGEST:
            raise _no_pack(f"it is larger than {LARGEST // MEGABYTE} MiB")
        return read_pack(path.read_bytes(), path.name)
    except OSError as error:
        raise _no_pack(f"it cannot be read ({error.strerror})") from error


def read_pack(data: bytes, name: str) -> ReadPack:
    """The record in a file of that name. Nothing in it is run or followed.

    Raises TenkyoError for a file that is no pack, is too large or cannot be read.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise _no_pack(f"it is named {suffix or 'without a suffix'}; packs are .docx and .xlsx files")
    if len(data) > LARGEST:
        raise _no_pack(f"it is larger than {LARGEST // MEGABYTE} MiB")
    try:
        contents = _word(data) if suffix == ".docx" else _excel(data)
    except UnreadableFile as error:
        raise _no_pack(error.reason) from error
    record = unseal(contents.text)
    intact = checksum(contents.text) == contents.sha256
    shown = squeeze(contents.shown)
    return ReadPack(
        record,
        intact,
        _altered(record, shown, contents.words_of),
        _table_altered(record, shown),
        _told_altered(record, shown),
    )


def _word(data: bytes) -> _Contents:
    package = open_office_package(data, "Word", LIMITS)
    for name in sorted(package.names):
        if name.startswith("customxml/item"):
            root = part_xml(package, name)
            if root is not None and root.tag == f"{{{NAMESPACE}}}pack":
                shown = "\n".join(page for page in _page_texts(data, ".docx"))
                return _Contents(root.text or "", root.get("sha256", ""), shown, _word_words)
    raise _no_pack("it holds no record of a pack")


def _excel(data: bytes) -> _Contents:
    pages = _page_texts(data, ".xlsx")
    # From behind, where the record's own sheet stands: a passage before it may quote a record.
    for place, page in reversed([*enumerate(pages)]):
        found = _CHECKSUM.search(page)
        if found:
            pieces = sorted((int(number), text) for number, text in _PIECE.findall(page))
            shown = "\n".join(pages[:place] + pages[place + 1 :])
            return _Contents("".join(text for _, text in pieces), found[1], shown, _excel_words)
    raise _no_pack("it holds no record of a pack")


def _page_texts(data: bytes, suffix: str) -> list[str]:
    """The text of each page or sheet, read in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="tenkyo-pack-") as folder, ParserProcess(LIMITS) as parser:
        path = Path(folder) / f"pack{suffix}"
        path.write_bytes(data)
        return [page.text for page in parser.parse(path, path.name).pages]


def _word_words(passage: PackedPassage) -> Sequence[str]:
    return [passage.text, *([] if passage.quote is None else [QUOTED.format(quote=passage.quote)])]


def _excel_words(passage: PackedPassage) -> Sequence[str]:
    return [passage.quote or passage.text]


def _altered(
    record: Record, shown: str, words_of: Callable[[PackedPassage], Sequence[str]]
) -> tuple[int, ...]:
    """The passages that the file no longer shows as its record has them (white space apart)."""
    if record.request.kind == "comparison":  # its places are shown as a table and as pictures
        return ()
    return tuple(
        passage.number
        for passage in record.passages
        if any(squeeze(clean(words)) not in shown for words in words_of(passage))
    )


def _table_altered(record: Record, shown: str) -> bool:
    rows = record.table.rows if record.table else ()
    return not all(squeeze(clean(cell)) in shown for row in rows for cell in row.cells)


def _told_altered(record: Record, shown: str) -> bool:
    told = (record.request.text, record.answer.text if record.answer else "")
    return any(squeeze(clean(text)) not in shown for text in told)


def _no_pack(reason: str) -> TenkyoError:
    return TenkyoError(
        f"this is no evidence pack that can be read: {reason}",
        "「典拠」の持ち出しファイル（Word・Excel）として読み取れません。",
    )
