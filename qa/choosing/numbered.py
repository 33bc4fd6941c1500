"""A text in, the numbered things that it names out: 第150条, 第7号, 30期."""

import re
import unicodedata
from collections.abc import Iterable

NUMBERED = re.compile(
    r"(?:第?(?<![\d.,])\d{1,6}|第[一二三四五六七八九十])"
    r"(?:条|号(?!棟)|期(?![間末限])|回(?![目数分以])|次(?!第)|項(?!目)|款|章|編|版|番(?!組)|人目|歳|か月)"
)
DIGITS = re.compile(r"\d+")
KANJI = "〇一二三四五六七八九十"


def named_numbers(text: str) -> tuple[str, ...]:
    """The numbered things that a text names, each once; amounts, dates and counts are none."""
    return tuple(dict.fromkeys(NUMBERED.findall(unicodedata.normalize("NFKC", text))))


def count_covered(numbered: Iterable[str], text: str) -> int:
    """How many numbered things a text names, in figures or kanji."""
    folded = unicodedata.normalize("NFKC", text)
    return sum(any(one in folded for one in _spellings(name)) for name in numbered)


def _spellings(name: str) -> tuple[str, ...]:
    """第7次 and 第七次."""
    figures = DIGITS.search(name)
    if figures:
        number = int(figures[0])
        return (name, name.replace(figures[0], KANJI[number])) if number < len(KANJI) else (name,)
    return (name, "".join(str(KANJI.index(one)) if one in KANJI else one for one in name))
