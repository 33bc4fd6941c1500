"""A fact in, the candidate that says it out: labels, heads and year, then the value with its unit."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus import squeeze
from qa.asking.years import name_fiscal_year
from qa.candidates.facts import Fact, is_year, value_words, year_words
from qa.candidates.types import Candidate, Figure

LONGEST = 120
"""A fact's words have at most so many characters; of longer ones the value alone is said, where it fits."""

IDEOGRAPH = re.compile("[一-龥々ァ-ヶ]")
"""A letter that tells what a word is, as hiragana do not: kanji and katakana."""

LONGEST_NAME, LONGEST_TITLE = 60, 40

_CODE = re.compile(r"^(?:[○●◯◎・※\s]|\d{1,3}\s?[.．]|\d{1,3}(?=\s))+(?=[^\W\d])")
_NUMBER = r"[\d０-９一二三四五六七八九十]+(?:[-－―][\d０-９]+)*"
_TITLE_NUMBER = re.compile(
    rf"^(?:第?\s?{_NUMBER}\s?[表号.．、]|図?表\s?{_NUMBER}|[（(][\d０-９ア-ン]+[）)]|[ア-ン]\s)\s*(?=[^\sの])"
)
_PLAIN_HEAD = re.compile(
    r"内容|内訳|金額|節|説明|数値|値|区分|項目|備考|摘要|本文|回答|概要|記載(?:欄|内容)|単位.*|[（(]?(?:百万|千)?円[)）]?"
)
_GENERAL = re.compile(
    r"(?:小|合|総|累)?計|[歳総]?[入出]?(?:合|総)?計|目標値?|実績値?|達成[率度]|執行[率額]|うち.*|その他.*|当初(?:予算|見込み?)?|見込み?"
    r"|[当補]?[初正]?予算.{0,2}|決算額?|予算現額|金額|件数|[前本当]年度.{0,4}|比較|増減.{0,2}|割合|人数|単価|取崩|積立"
)
_CHANGE = re.compile(
    r"比較|増減額?|差引(?:増減)?額?|対?前年度?(?:比較|増減|比)?額?|増△減|増減[(（]?.{0,6}[)）]?"
)


def said(fact: Fact, grams: frozenset[str], fit: float = 0.0) -> Candidate | None:
    """The candidate that says a fact; None where it is too long to be said. `grams` are the question's pairs
    of letters: outer labels that hold one are named too."""
    value = value_words(fact)
    if is_change(fact) and fact.number:
        value = f"{value.lstrip('△▲-－−')}{'増' if fact.number > 0 else '減'}"
    name = _name(fact, grams)
    text = f"{name}：{value}" if name else value
    if len(text) > LONGEST:
        text = value
    if len(text) > LONGEST:
        return None
    year = name_fiscal_year(fact.fiscal_year) if fact.fiscal_year else ""
    about = (fact.form, fact.title, *fact.labels, *fact.heads, fact.unit or "", year)
    return Candidate(
        fact.evidence,
        _quote_start(fact),
        fact.end,
        text,
        " ".join(dict.fromkeys(word for word in about if word)),
        fact.kind,
        Figure(value, fact.number, fact.unit, fact.fiscal_year),
        fit,
    )


def _quote_start(fact: Fact) -> int:
    """Where to begin the quote: at the line above that holds the row's label, where the row itself does not
    (実績 under 二要素認証を導入した端末の数) and both fit into LONGEST characters."""
    text = fact.evidence.hit.passage.text
    first = max(fact.own_start, fact.end - LONGEST)
    row = squeeze(text[fact.start : fact.end])
    missing = [label for label in fact.labels if squeeze(label) not in row]
    at = text.rfind(missing[-1], first, fact.start) if missing else -1
    line = text.rfind("\n", 0, at) + 1
    return line if at >= 0 and line >= first else fact.start


def is_change(fact: Fact) -> bool:
    """Whether a fact is a difference of two years."""
    return any(_CHANGE.fullmatch(squeeze(head)) for head in (*fact.heads[-1:], *fact.labels[-1:]))


def _name(fact: Fact, grams: frozenset[str]) -> str:
    """What a fact is of: its own label, those over it that tell more, its heads, and in brackets its year."""
    labels = [_CODE.sub("", label).strip() or label for label in fact.labels if not is_year(label)]
    heads = [head for head in fact.heads if not is_year(head) and not _PLAIN_HEAD.fullmatch(squeeze(head))]
    named = _telling(labels, grams)
    words = [word for word in dict.fromkeys((*named, *heads)) if word]
    title = _of_what(fact.title) or fact.form
    if title and all(_GENERAL.fullmatch(squeeze(label)) for label in named):
        words = [title, *words]
    while len(words) > 1 and sum(map(len, words)) > LONGEST_NAME:
        words.pop(0)
    year = year_words(fact)
    shown = "・".join(words)
    return f"{shown}（{year}）" if year and squeeze(year) not in squeeze(shown) else shown


def _of_what(title: str) -> str:
    """A table's title without its number (表3-4, 第1表); "" for a long one."""
    bare = _TITLE_NUMBER.sub("", title).strip()
    return bare if len(bare) <= LONGEST_TITLE else ""


def _telling(labels: Sequence[str], grams: frozenset[str]) -> list[str]:
    """The innermost label, with those over it where it is general (計, 実績) or the question names them."""
    if not labels:
        return []
    told = [labels[-1]]
    for label in reversed(labels[:-1]):
        if _GENERAL.fullmatch(squeeze(told[0])) or pairs(label) & (grams - pairs(told[0])):
            told.insert(0, label)
    return told


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring letters of a text, NFKC and without white space; left out are those of
    hiragana alone, with which one asks and joins, and 年度, which every year has."""
    letters = squeeze(text)
    return frozenset(
        pair
        for pair in map("".join, pairwise(letters))
        if pair.isalnum() and pair != "年度" and not all("ぁ" <= letter <= "ん" for letter in pair)
    )
