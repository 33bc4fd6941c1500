"""A record in, one line of text with its checksum out; and back, hostile text included."""

import hashlib
import json
import re
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from tenkyo.errors import TenkyoError
from tenkyo.packs.types import FORMAT, MOST_PASSAGES, Record

MOST_CHARACTERS = 32_000_000
"""The longest record that is read."""
MOST_PAGES = 1_000
"""The most pages of one passage of it."""

_RECORD = TypeAdapter(Record)

# White space, what XML 1.0 forbids and what Excel unescapes (_x0041_, ECMA-376 22.4.2.4): escaped, the text
# passes unchanged through any office program that saves the file again.
_ESCAPED = re.compile("[\\s\\x00-\\x1f\\x7f-\\x9f\\ufeff\\ufffe\\uffff]|_(?=[xX])")
_LONE_SURROGATES = re.compile("[\\ud800-\\udfff]")


@dataclass(frozen=True, slots=True)
class SealedRecord:
    """A record as text without any white space, and the sha256 of that text."""

    text: str
    sha256: str


def seal(record: Record) -> SealedRecord:
    """The record's text and checksum."""
    written = json.dumps(
        _RECORD.dump_python(record, mode="json"),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    written = _LONE_SURROGATES.sub("\ufffd", written)
    text = _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    return SealedRecord(text, checksum(text))


def unseal(text: str) -> Record:
    """The record of such a text. Raises TenkyoError where it is none, or of a newer program."""
    if len(text) > MOST_CHARACTERS:
        raise TenkyoError(
            f"the pack's record is longer than {MOST_CHARACTERS:,} characters", "再現用の記録が長すぎます。"
        )
    try:
        record = _RECORD.validate_json(text)
        _check(record)
    except (ValidationError, ValueError) as error:
        raise TenkyoError(
            "the pack's record cannot be read: it is damaged",
            "再現用の記録が壊れているため、読み取れません。",
        ) from error
    if record.format > FORMAT:
        raise TenkyoError(
            f"the pack was made by a newer program ({record.program})",
            f"より新しい版の典拠（{record.program}）で作成されたファイルです。",
        )
    if len(record.passages) > MOST_PASSAGES:
        raise TenkyoError(
            f"the pack holds {len(record.passages):,} passages, and {MOST_PASSAGES} are read",
            f"箇所が多すぎます（{MOST_PASSAGES}件まで）。",
        )
    return record


def _check(record: Record) -> None:
    """Raise ValueError where a record says what no program of ours writes."""
    record.time  # noqa: B018  # raises where it is no time
    if not 1 <= record.request.top_k <= MOST_PASSAGES:
        raise ValueError(f"{record.request.top_k} hits are asked for")
    if any(len(passage.pages) > MOST_PAGES for passage in record.passages):
        raise ValueError("a passage stands on too many pages")


def checksum(text: str) -> str:
    """The sha256 (hexadecimal) of a record's text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
