"""A question in, the noun that the answer's name ends in out (どのシステムか: 文書管理システム)."""

import re
import unicodedata

from qa.asking.counters import COUNTERS

_ASKED = re.compile(
    r"(?:どの|何という|何の|何)(?!故|時|処|者)(?P<noun>[一-龥々ァ-ヶー]{1,8}?)"
    r"(?=か|です|でしょう|が|を|に|で|と|は|へ|$|[?？。、])"
)
_COUNTER = re.compile(COUNTERS)
_GENERAL = frozenset(
    (
        "理由",
        "目的",
        "物",
        "事",
        "場合",
        "時期",
        "部分",
        "頻度",
        "割合",
        "程度",
        "方法",
        "内容",
        "数",
        "額",
        "番",
        "番目",
    )
)
"""Nouns of which no name is made, or that another type asks for."""


def asked_noun(question: str) -> str:
    """The noun that names what is asked for, "" where none does: システム of どのシステムか, 貸付金 of
    何の貸付金か; counters (何年) are none."""
    found = _ASKED.search(unicodedata.normalize("NFKC", question).strip())
    noun = found["noun"] if found else ""
    return "" if noun in _GENERAL or _COUNTER.fullmatch(noun) else noun
