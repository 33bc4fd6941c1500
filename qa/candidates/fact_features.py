"""A question and facts in, what tells whether each fits out: named features."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus import squeeze
from corpus.tables.labels import is_code_head
from index.text.amounts import find_amounts
from index.types import SentenceScore
from qa.asking.answer_places import holds_type
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import context_text
from qa.candidates.fact_words import is_change, pairs
from qa.candidates.facts import Fact, value_words

FEATURES = (
    "own",
    "outer",
    "letters",
    "beside",
    "around",
    "strange",
    "repeats",
    "year",
    "other_year",
    "present_year",
    "typed",
    "unit",
    "words",
    "code",
    "amount",
    "amount_beside",
    "change",
    "no_change",
    "total",
    "no_total",
    "target",
    "near",
    "passage",
)
"""What a fact's fit is made of, in this order."""

TOTAL = re.compile(r"[歳総]?[入出]?[合総]?計(?:額|数)?|総額|総数|全体|.{0,8}合計")
ASKED_TOTAL = re.compile(r"総額|総数|合計|合わせ|全部|全体|総計|計(?=[はのを]|$)")
TARGET = re.compile(r"目標|計画|見込")
ASKED_TARGET = re.compile(r"目標|計画|見込|予定|target|plan", re.I)

_SCALES = {"円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "億円": 10**8}
_LEAST_TOLD = 100
"""An amount with three figures or more may be one that was cut off or rounded."""

_IDEOGRAPH = re.compile("[一-龥々ァ-ヶ]")
_FIGURES = ("amount", "percent", "count")
_pairs = lru_cache(maxsize=8192)(pairs)
_Row = tuple[str, int, int]


def measure_facts(
    asked: AskedQuestion, facts: Sequence[Fact], near: Mapping[str, Sequence[SentenceScore]]
) -> list[tuple[float, ...]]:
    """The features of each fact, in the order of FEATURES, about 0 to 1 each.

    "own" is the share of the question that a fact's own label, heads and words hold, "outer", "beside" and
    "around" what else its other labels hold, the other words of its row, and its table's title, its document
    and headings; a pair of letters weighs the more the fewer facts hold it.
    """
    own = [_own(fact) for fact in facts]
    around = [_around(fact) for fact in facts]
    wider = [one | _all_pairs(fact.labels[:-1]) for fact, one in zip(facts, own, strict=True)]
    rows = _words_of_rows(facts)
    question = _asked(asked, facts, wider, around, near)
    return [
        _measure(question, fact, _Held(one, with_outer, far, rows[_row(fact)]))
        for fact, one, with_outer, far in zip(facts, own, wider, around, strict=True)
    ]


def asked_pairs(asked: AskedQuestion) -> frozenset[str]:
    """The pairs of letters of a question and of what else its terms are called."""
    return _all_pairs((asked.text, *(wording for term in asked.terms for wording in term.wordings)))


@dataclass(frozen=True, slots=True)
class _Held:
    """The pairs of letters of a fact's own label, heads and words, of these with its other labels, of what
    stands around it, and of the words of its row."""

    own: frozenset[str]
    wider: frozenset[str]
    around: frozenset[str]
    row: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is the same for all facts of a question."""

    asked: AskedQuestion
    pairs: frozenset[str]
    letters: frozenset[str]
    weights: Mapping[str, float]
    whole: float
    amounts: frozenset[int]
    amounts_of_rows: Mapping[_Row, frozenset[int]]
    near: Mapping[str, Sequence[SentenceScore]]
    nearest: float
    best_score: float
    total: bool
    target: bool


def _asked(
    asked: AskedQuestion,
    facts: Sequence[Fact],
    own: Sequence[frozenset[str]],
    around: Sequence[frozenset[str]],
    near: Mapping[str, Sequence[SentenceScore]],
) -> _Asked:
    grams = asked_pairs(asked)
    held = Counter(pair for one, wide in zip(own, around, strict=True) for pair in (one | wide) & grams)
    weights = {pair: math.log((len(facts) + 1) / (count - 0.5)) for pair, count in held.items()}
    amounts = frozenset(int(found.term.removeprefix("yen")) for found in find_amounts(asked.text))
    of_rows: dict[_Row, frozenset[int]] = defaultdict(frozenset)
    if amounts:
        for fact in facts:
            of_rows[_row(fact)] |= _amount(fact)
    return _Asked(
        asked,
        grams,
        frozenset("".join(grams)),
        weights,
        sum(weights.values()) or 1.0,
        amounts,
        of_rows,
        near,
        max((score.score for scores in near.values() for score in scores), default=0.0),
        max((fact.evidence.hit.score for fact in facts), default=0.0),
        ASKED_TOTAL.search(asked.text) is not None,
        ASKED_TARGET.search(asked.text) is not None,
    )


def _measure(question: _Asked, fact: Fact, held: _Held) -> tuple[float, ...]:
    asked, hit = question.asked, fact.evidence.hit
    value = value_words(fact)
    figures = [kind for kind in asked.kinds if kind in _FIGURES]
    labels = [squeeze(label) for label in (*fact.labels[-1:], *fact.heads[-1:])]
    change, wants_change = is_change(fact), "difference" in asked.kinds
    totals = sum(TOTAL.fullmatch(label) is not None for label in labels)
    target = any(TARGET.search(label) for label in (*labels, *map(squeeze, fact.heads)))
    amounts = _amount(fact) if question.amounts else frozenset[int]()
    named = fact.fiscal_year is not None and bool(asked.fiscal_years)
    return tuple(
        float(feature)
        for feature in (
            _share(question, held.own),
            _share(question, held.wider - held.own),
            _letters(question, fact),
            _share(question, held.row - held.wider),
            _share(question, held.around - held.wider - held.row),
            _strange(fact, question.pairs),
            _repeats(fact, question.pairs),
            named and fact.fiscal_year in asked.fiscal_years,
            named and fact.fiscal_year not in asked.fiscal_years,
            not asked.fiscal_years
            and fact.fiscal_year is not None
            and fact.fiscal_year == hit.document.fiscal_year,
            any(holds_type(value, kind) for kind in asked.kinds),
            fact.unit is not None and fact.unit in asked.units,
            bool(figures) and fact.number is None,
            bool(fact.heads) and is_code_head(fact.heads[-1]) and fact.heads[-1] not in asked.text,
            _any_same(question.amounts, amounts),
            _any_same(question.amounts, question.amounts_of_rows.get(_row(fact), frozenset()) - amounts),
            change and wants_change,
            change and not wants_change,
            totals / 2 if question.total else 0.0,
            0.0 if question.total else totals / 2,
            target and not question.target,
            _nearness(question, fact) - question.nearest,
            hit.score / question.best_score if question.best_score > 0 else 0.0,
        )
    )


def _own(fact: Fact) -> frozenset[str]:
    return _all_pairs((*fact.labels[-1:], *fact.heads, *_words(fact)))


def _all_pairs(texts: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*map(_pairs, texts))


def _words(fact: Fact) -> tuple[str, ...]:
    return () if fact.number is not None else (fact.value,)


def _row(fact: Fact) -> _Row:
    return fact.evidence.hit.passage.id, fact.start, fact.end


def _words_of_rows(facts: Sequence[Fact]) -> Mapping[_Row, frozenset[str]]:
    words: dict[_Row, frozenset[str]] = defaultdict(frozenset)
    for fact in facts:
        words[_row(fact)] |= _all_pairs(_words(fact))
    return words


def _around(fact: Fact) -> frozenset[str]:
    return _all_pairs((fact.title, fact.form, context_text(fact.evidence.hit)))


def _share(question: _Asked, held: frozenset[str]) -> float:
    return sum(question.weights[pair] for pair in held & question.weights.keys()) / question.whole


def _letters(question: _Asked, fact: Fact) -> float:
    """The share of a fact's own ideographs that the question has too: 措置済 and 措置が済んだ."""
    letters = set(_IDEOGRAPH.findall("".join((*fact.labels[-1:], *fact.heads))))
    return len(letters & question.letters) / len(letters) if letters else 0.0


def _strange(fact: Fact, grams: frozenset[str]) -> float:
    """The share of a fact's own label and heads that the question does not say."""
    told = _all_pairs((*fact.labels[-1:], *fact.heads))
    return len(told - grams) / len(told) if told else 0.0


def _repeats(fact: Fact, grams: frozenset[str]) -> float:
    """The share of a fact's words that the question says itself: such words answer nothing."""
    told = _all_pairs(_words(fact))
    return len(told & grams) / len(told) if told else 0.0


def _amount(fact: Fact) -> frozenset[int]:
    """A fact's amount of money in yen."""
    scale = _SCALES.get(fact.unit or "")
    return frozenset({int(abs(fact.number) * scale)}) if fact.number is not None and scale else frozenset()


def _any_same(asked: frozenset[int], amounts: frozenset[int]) -> bool:
    """Whether one of the amounts is one that the question names, whole or cut off (8,461万円: 84,612千円)."""
    return any(_is_same(one, amount) for one in asked for amount in amounts)


def _is_same(asked: int, amount: int) -> bool:
    step = 10 ** (len(str(asked)) - len(str(asked).rstrip("0")))
    return asked == amount or (asked >= _LEAST_TOLD * step and abs(amount - asked) < step)


def _nearness(question: _Asked, fact: Fact) -> float:
    """How near a fact's row is to the question, as a cosine."""
    scores = question.near.get(fact.evidence.hit.passage.id, ())
    return max((one.score for one in scores if one.start < fact.end and fact.start < one.end), default=0.0)
