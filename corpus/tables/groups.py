"""A line over a table or between its rows in; what the rows after it stand under (款, 項), out."""

import re
import unicodedata

_GROUP = re.compile(r"(?P<name>款|項|目)\s*(?P<words>\d+\s*[.．]?\s*\S+(?:\s(?![款項目]\s|[(（]|\d)\S+)*)")
_NUMBERED = re.compile(r"(?P<number>\d+)\s*(?P<name>款|項|目)\s+(?P<words>\S+)")
_CLOSED_UP = re.compile(r"(?<=\S)(?=[款項目]\s\d+\s?[.．])")
_NAMES = ("款", "項", "目")


def find_groups(text: str) -> dict[str, str]:
    """款, 項 and 目 that a line names: 「款 1. 総務費 項 4. 趣旨普及費」, 「２款 総務費」."""
    normal = " ".join(unicodedata.normalize("NFKC", text).split())
    if _leads(normal):
        normal = _CLOSED_UP.sub(" ", normal)
    found = {match["name"]: match["words"] for match in _GROUP.finditer(normal)}
    for match in _NUMBERED.finditer(normal):
        found.setdefault(match["name"], f"{match['number']} {match['words']}")
    return found if _leads(normal) else {}


def _leads(normal: str) -> bool:
    return bool(_GROUP.match(normal) or _NUMBERED.match(normal))


def is_group(text: str) -> bool:
    """Whether a line says under what 款, 項 or 目 the rows after it stand."""
    return bool(find_groups(text))


def with_groups(known: dict[str, str], found: dict[str, str]) -> dict[str, str]:
    """The groups known so far with those found: a new 款 ends its 項 and 目, a new 項 its 目."""
    if not found:
        return known
    outermost = min(_NAMES.index(name) for name in found)
    kept = {name: words for name, words in known.items() if _NAMES.index(name) < outermost}
    return kept | found
