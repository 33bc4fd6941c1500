"""A sentence in, its content words out, each with whether it is denied."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus import fold
from index.text.analysis import Token, tokens

LIGHT = frozenset(
    [
        "為る",
        "居る",
        "有る",
        "成る",
        "出来る",
        "事",
        "物",
        "無い",
        "無し",
    ]
)
"""Words that carry a predicate's ending: what is denied is the word before them."""

FREE = LIGHT - {"出来る"} | frozenset(
    [
        "行う",
        "場合",
        "等",
        "為",
        "此れ",
        "其れ",
        "此の",
        "其の",
        "又",
        "及び",
        "並びに",
        "述べる",
        "示す",
        "書く",
        "言う",
        "記す",
        "記載",
        "資料",
        "文書",
        "回答",
        "質問",
        "以下",
        "次",
        "内容",
    ]
)
"""Words of answering itself, which a passage need not hold."""

DENYING_PREFIXES = frozenset("未不非無")
_DENIAL = re.compile(r"な(?:い|く|かっ|けれ|かろ|し)|ず|ぬ|ん(?:$|[。、でか])|ません|まい|ざる")
_KATAKANA = re.compile(r"[ァ-ヶー]+")
_DIGIT = re.compile(r"\d")
_ORGANISATION_ENDS = frozenset(
    [
        "部",
        "課",
        "局",
        "室",
        "係",
        "省",
        "庁",
        "県",
        "府",
        "都",
        "市",
        "町",
        "村",
        "区",
        "会",
        "院",
        "所",
        "校",
        "館",
        "署",
        "党",
        "社",
        "センター",
        "委員会",
        "協会",
        "機構",
        "事務所",
        "大学",
        "病院",
        "法",
        "条例",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """A content word at characters `start` to `end` (exclusive) of a folded sentence.

    `form` is what it is compared by: its lemma, or its letters where the lemma is but a reading, as that of
    a name is. `denied` tells that it is said not to be, or not to be done.
    """

    form: str
    start: int
    end: int
    denied: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a folded sentence. `denied` is whether its main predicate is denied, `denies` whether any
    of it is."""

    folded: str
    words: tuple[Word, ...]
    denied: bool
    denies: bool


@lru_cache(maxsize=2_000)
def read_wording(text: str) -> Wording:
    """The words of a sentence or row; figures are none."""
    folded = fold(text)
    found = [token for token in tokens(folded) if not _DIGIT.search(token.lemma)]
    words: list[Word] = []
    denials = 0
    for place, token in enumerate(found):
        if token.lemma in LIGHT or token.lemma in DENYING_PREFIXES:
            continue
        prefixed = place > 0 and found[place - 1].lemma in DENYING_PREFIXES
        denied = prefixed ^ _is_denied(folded, found, place)
        denials += denied
        words.append(Word(_form(folded, token), token.start, token.end, denied))
    return Wording(folded, tuple(words), bool(words) and words[-1].denied, denials > 0)


def names(wording: Wording) -> list[str]:
    """The names of a sentence as they stand in it: each with the word that follows at once, and whatever ends
    as organisations do (情報政策課)."""
    found: list[str] = []
    for run in _runs(wording.words):
        start = 0
        for place, word in enumerate(run):
            text = wording.folded[word.start : word.end]
            if text in _ORGANISATION_ENDS and place > start:
                found.append(wording.folded[run[start].start : word.end])
            if text in _ORGANISATION_ENDS:
                start = place + 1
        found += [
            wording.folded[one.start : other.end]
            for one, other in pairwise(run)
            if _is_name(wording.folded[one.start : one.end], one)
        ]
    return found


def _runs(words: tuple[Word, ...]) -> list[list[Word]]:
    """Words that stand side by side with nothing between."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and runs[-1][-1].end == word.start:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _is_name(text: str, word: Word) -> bool:
    return word.form.startswith("=") or bool(_KATAKANA.fullmatch(text)) or text.isascii()


def _form(folded: str, token: Token) -> str:
    """The lemma; "=" and the letters where the lemma is a reading in katakana and the word is not."""
    letters = folded[token.start : token.end]
    if _KATAKANA.fullmatch(token.lemma) and not _KATAKANA.fullmatch(letters):
        return f"={letters}"
    return token.lemma


def _is_denied(folded: str, found: list[Token], place: int) -> bool:
    """Whether what stands between a word and the next that is not light denies it: an odd number of denials,
    so that しなければならない does not."""
    denials, end = 0, found[place].end
    for token in found[place + 1 :]:
        denials += len(_DENIAL.findall(folded[end : token.start]))
        end = token.end
        if token.lemma in DENYING_PREFIXES or token.lemma not in LIGHT:
            return denials % 2 == 1
        denials += token.lemma in ("無い", "無し")
    return (denials + len(_DENIAL.findall(folded[end:]))) % 2 == 1
