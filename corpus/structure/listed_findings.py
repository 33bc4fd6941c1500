"""An audit report's passages in, the findings that it only lists under a heading (第3 指摘事項) out.

Reports of standing auditors (定例監査, 地方自治法 第199条) number their findings (1) (2) … under such a
heading, without the marks (【指摘事項1】) by which the findings of a report are known otherwise.
"""

import re
import unicodedata
from collections.abc import Sequence

from corpus.normalising import squeeze
from corpus.structure.numbering import find_numbering
from corpus.structure.standing import standing_place
from corpus.types import Document, Finding, FindingKind, Passage

_KIND = "監査"
"""What the kind of an audit report has in its name."""

_HEADS: dict[FindingKind, re.Pattern[str]] = {
    "指摘事項": re.compile(r"(?:個別の?|主な|監査の)?(?:指摘|是正改善を要する)事項(?:等|の内容|について)?"),
    "意見": re.compile(r"(?:監査委員(?:の|からの)?)?意見(?:・要望)?(?:事項|について)?|要望事項"),
}
_NUMBER = re.compile(r"[\d-]+")

Path = tuple[str, ...]


def find_listed(document: Document, passages: Sequence[Passage]) -> tuple[Finding, ...]:
    """The findings listed in an audit report, in its order; none in other documents.

    Each is a heading under which no other stands, below one that says 指摘事項 or 意見. Its number is made of
    those on the way to it (1(2) for (2) under 1), its subject is the heading between.
    """
    if _KIND not in (document.kind or ""):
        return ()
    held: dict[Path, list[Passage]] = {}
    for passage in passages:
        held.setdefault(passage.headings, []).append(passage)
    inner = {path[:end] for path in held for end in range(len(path))}
    found = []
    for path, own in held.items():
        kinds = enumerate(map(_kind_of, path), 1)
        after, kind = next(((after, kind) for after, kind in kinds if kind), (len(path), None))
        if kind is not None and after < len(path) and path not in inner:
            found.append(_finding(document, kind, path[after:], own))
    return tuple(found)


def _finding(document: Document, kind: FindingKind, way: Path, own: Sequence[Passage]) -> Finding:
    label, page = standing_place(document, own)
    return Finding(
        document.id,
        kind,
        "".join(filter(None, map(_number_of, way))),
        _words_of(way[-1]),
        label,
        tuple(passage.id for passage in own),
        page,
        _words_of(way[-2]) if len(way) > 1 else None,
    )


def _kind_of(heading: str) -> FindingKind | None:
    """The kind of findings that a heading announces, None for any other heading."""
    words = squeeze(_words_of(heading))
    return next((kind for kind, pattern in _HEADS.items() if pattern.fullmatch(words)), None)


def _words_of(heading: str) -> str:
    """A heading without its number."""
    numbering = find_numbering(heading)
    return heading[numbering.end :].strip(" 　") if numbering else heading.strip()


def _number_of(heading: str) -> str:
    """The number that a heading begins with as printed, without spaces: 1, (2); empty where it has none."""
    numbering = find_numbering(heading)
    printed = unicodedata.normalize("NFKC", heading[: numbering.end]) if numbering else ""
    number = _NUMBER.search(printed)
    if number is None:
        return ""
    return f"({number[0]})" if printed.lstrip().startswith("(") else number[0]
