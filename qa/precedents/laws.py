"""A text in, the laws, ordinances, rules and standards that it names out, with their articles."""

import re
from collections.abc import Iterator

from corpus import squeeze
from index.text.folding import fold_text
from qa.precedents.types import Mention

_WORD = r"[一-龥々〇ァ-ヶーa-z0-9・]"
_NUMBER = r"[\d一二三四五六七八九十百]{1,6}"
_SUFFIX = (
    r"(?:法施行令|法施行規則|施行令|施行規則|施行細則|条例|規則|規程|要綱|要領|細則|基準|指針|政令|省令|告示"
    r"|準則|憲法|標準契約書|契約書|約款|仕様書|協定書|マニュアル|ガイドライン|ポリシー|手順書|手引|法律"
    r"|(?<![方手違適不合司立技用作工療寸製])法)"
)
_RELATION = r"(?:の|及び|並びに|等の|等に|に係る|その他の)"
_NAME = (
    rf"(?:{_WORD}{{1,16}}(?:{_RELATION}{_WORD}{{1,16}}){{0,4}}(?:に関する|についての)"
    r"(?:法律|条例|規則|規程|要綱|要領|政令|省令)(?:施行令|施行規則)?"
    rf"|{_WORD}{{1,20}}?{_SUFFIX}(?!上|的|人|令|案|定|類|違反|化))"
)
"""Every repetition is bounded: hostile text must not take longer than its length allows."""

_PLACE = rf"第\s?{_NUMBER}\s?条(?:の\s?{_NUMBER})*(?:\s?第\s?{_NUMBER}\s?項)?(?:\s?第\s?{_NUMBER}\s?号)?"
_LAW = re.compile(rf"(?P<name>{_NAME}|(?<!{_WORD})法)?(?P<place>{_PLACE})|(?P<bare>{_NAME})")
_ARTICLE = re.compile(rf"第({_NUMBER})条(?:の({_NUMBER}))*")
_LEADING = re.compile(r"^(?:議案第\d+号|(?:指摘|意見|議案)\d+|[\d・])+")
"""What stands before a name without a space and is no part of it."""

SHORTEST = 3
"""The fewest characters of a name that stands without an article (新法 names none)."""

_SAME = re.compile(r"^(?:同|本|当該|この|その|前記|上記)")


def find_laws(text: str) -> tuple[Mention, ...]:
    """The laws and rules named, in reading order.

    A mention's keys are the law's name and, where an article is named, name and article (管理規程,
    管理規程第8条); 同規程 is the last one named. Article and paragraph as printed are in its text.
    """
    folded = fold_text(text)
    found: list[Mention] = []
    last = ""
    for match in _LAW.finditer(folded.text):
        written = match["name"] or match["bare"] or ""
        name = _LEADING.sub("", written)
        if _SAME.match(name) or not name:
            name = last
        elif match["bare"] and len(name) < SHORTEST:
            continue
        last = name
        if not name:
            continue
        begin = match.start() + len(written) - len(_LEADING.sub("", written))
        start, end = folded.starts[begin], folded.ends[match.end() - 1]
        found.append(Mention("law", tuple(_keys(name, match["place"])), start, end, text[start:end]))
    return tuple(found)


def _keys(name: str, place: str | None) -> Iterator[str]:
    yield name
    article = _ARTICLE.match(squeeze(place)) if place else None
    if article:
        yield f"{name}{article[0]}"
