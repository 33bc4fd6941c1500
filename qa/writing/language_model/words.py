"""A sentence in, its content words out, each with how it is said."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus import fold
from index.text.analysis import Token, tokens
from qa.writing.language_model.vocabulary import DENYING_PREFIXES, LIGHT, ORGANISATION_ENDS, QUALIFIERS

_DENIAL = re.compile(r"な(?:い|く|かっ|けれ|かろ|し)|ず|ぬ|ん(?:$|[。、でか])|ません|まい|ざる")
_MOODS = {
    "duty": re.compile(
        r"べ(?:き|し|く)|なければ(?:なら|いけ)?|ねば|ては?(?:なら|いけ)|たい(?!へん)|ください|ざるを|なさい|せよ|しろ"
    ),
    "guess": re.compile(r"だろ|でしょ|かも|らし|まい|そう(?:だ|で|な)|みたい|よう(?:だ|で|な)"),
    "question": re.compile(r"か(?:。|$|どうか|は)|でしょうか"),
    "only": re.compile(r"のみ|だけ|しか"),
    "condition": re.compile(r"(?:れ|た|な|け)ば|たら|なら|ても|でも"),
}
_PAST = re.compile(r"た(?![いめくか])|だっ")
_PLAIN = re.compile(r"[うくぐすつぬぶむる](?:。|$|こと)")
_KATAKANA = re.compile(r"[ァ-ヶー]+")
_TOPIC = re.compile(r"[」』)]?(?:に|で|と|から)?(?:は|が)(?![じず])")
_COMMA = re.compile(r"[、。]")
_LONGEST_CONJUNCTION = 9
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Word:
    """A content word at characters `start` to `end` (exclusive) of a folded sentence.

    `form` is what it is compared by: its lemma, or its letters where the lemma is but a reading, as that of
    a name is. `turns` is how it is said: denied, a duty, a guess, a question, a condition, this alone, or
    planned and the like by the word after it. `past` is whether it is said to have been or to be; None where
    neither is told.
    """

    form: str
    start: int
    end: int
    turns: frozenset[str] = frozenset()
    past: bool | None = None

    @property
    def denied(self) -> bool:
        """Whether it is said not to be, or not to be done."""
        return "denied" in self.turns


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a folded sentence."""

    folded: str
    words: tuple[Word, ...]

    @property
    def denied(self) -> bool:
        """Whether its last word is denied: that is its main predicate."""
        return bool(self.words) and self.words[-1].denied

    @property
    def outcome(self) -> frozenset[str]:
        """What its end makes of all that is before: a duty, a guess, 必要, 予定 and the like."""
        if not self.words:
            return frozenset()
        last = self.words[-1]
        return last.turns - {"denied"} | ({last.form} & QUALIFIERS)

    @property
    def denies(self) -> bool:
        """Whether anything in it is denied."""
        return any(word.denied for word in self.words)


@lru_cache(maxsize=2_000)
def read_wording(text: str) -> Wording:
    """The words of a sentence or row; figures are none."""
    folded = fold(text)
    found = [token for token in tokens(folded) if not _DIGIT.search(token.lemma)]
    words = [
        _word(folded, found, place)
        for place, token in enumerate(found)
        if token.lemma not in LIGHT and token.lemma not in DENYING_PREFIXES
    ]
    return Wording(folded, tuple(words))


def names(wording: Wording) -> list[str]:
    """The names of a sentence as they stand in it: each with the word that follows at once, and whatever ends
    as organisations do (情報政策課)."""
    found: list[str] = []
    for run in _runs(wording.words):
        start = 0
        for place, word in enumerate(run):
            text = wording.folded[word.start : word.end]
            if text in ORGANISATION_ENDS and place > start:
                found.append(wording.folded[run[start].start : word.end])
            if text in ORGANISATION_ENDS:
                start = place + 1
        found += [
            wording.folded[one.start : other.end]
            for one, other in pairwise(run)
            if _is_name(wording.folded[one.start : one.end], one)
        ]
    return found


def read_topic(wording: Wording) -> frozenset[str]:
    """The words side by side right before the first は or が of a sentence; none where there is none before a
    comma, that of a conjunction left aside."""
    for place, word in enumerate(wording.words):
        if _COMMA.search(wording.folded, _LONGEST_CONJUNCTION, word.start):
            break
        if _TOPIC.match(wording.folded, word.end):
            first = place
            while first and wording.words[first - 1].end == wording.words[first].start:
                first -= 1
            return frozenset(one.form for one in wording.words[first : place + 1])
    return frozenset()


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


def _word(folded: str, found: list[Token], place: int) -> Word:
    token = found[place]
    following = place + 1
    while following < len(found) and found[following].lemma in LIGHT:
        following += 1
    light = found[place + 1 : following]
    end = found[following].start if following < len(found) else len(folded)
    ending = folded[token.end : end]
    turns = {mood for mood, pattern in _MOODS.items() if pattern.search(ending)}
    denied = _is_denied(folded, token.end, light, end)
    if place and found[place - 1].lemma in DENYING_PREFIXES:
        denied = not denied
    if denied:
        turns.add("denied")
    if following < len(found) and found[following].lemma in QUALIFIERS:
        turns.add(found[following].lemma)
    said = folded[token.start : end]
    past = True if _PAST.search(ending) else False if _PLAIN.search(said) else None
    return Word(_form(folded, token), token.start, token.end, frozenset(turns), past)


def _is_denied(folded: str, start: int, light: list[Token], end: int) -> bool:
    """Whether a word's ending, from `start` to `end`, denies it: an odd number of denials, so that
    しなければならない does not."""
    denials = sum(token.lemma in ("無い", "無し") for token in light)
    for token in light:
        denials += len(_DENIAL.findall(folded[start : token.start]))
        start = token.end
    return (denials + len(_DENIAL.findall(folded[start:end]))) % 2 == 1
