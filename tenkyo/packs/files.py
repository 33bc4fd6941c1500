"""A request and what it gave in, a file to take away out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tenkyo.application import Application
from tenkyo.packs.excel import write_excel
from tenkyo.packs.making import make_pack
from tenkyo.packs.plain_text import clean
from tenkyo.packs.types import Outcome, Pack, Record, Request, Told, told_to_nobody
from tenkyo.packs.word import write_word
from tenkyo.packs.wording import title

PackForm = Literal["word", "excel"]

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s.]+')
LONGEST_SUBJECT = 30
"""How much of what was asked a file's name tells, in characters."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file to take away: its name, its media type (IANA), its bytes, and what is in it."""

    name: str
    media_type: str
    data: bytes
    record: Record


@dataclass(frozen=True, slots=True)
class _Form:
    suffix: str
    media_type: str
    write: Callable[[Pack], bytes]


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMS: Mapping[PackForm, _Form] = {
    "word": _Form(".docx", f"{_OFFICE}.wordprocessingml.document", write_word),
    "excel": _Form(".xlsx", f"{_OFFICE}.spreadsheetml.sheet", write_excel),
}


def make_file(
    application: Application,
    request: Request,
    outcome: Outcome,
    form: PackForm,
    now: datetime,
    told: Told = told_to_nobody,
) -> PackFile:
    """The pack of what a request gave, as a file of that form."""
    pack = make_pack(application, request, outcome, now, told)
    chosen = FORMS[form]
    return PackFile(
        file_name(pack.record) + chosen.suffix, chosen.media_type, chosen.write(pack), pack.record
    )


def file_name(record: Record) -> str:
    """典拠_文書検索の結果_三層の対策_20261122-0450, whatever was asked."""
    subject = _NOT_IN_NAMES.sub("_", clean(record.request.text)).strip("_")[:LONGEST_SUBJECT].strip("_")
    parts = ("典拠", title(record), subject, f"{record.time:%Y%m%d-%H%M}")
    return "_".join(part for part in parts if part)
