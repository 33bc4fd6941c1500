"""A question and facts in, what tells whether each fits out: named features."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus import squeeze
from corpus.tables.labels import is_code_head
from index.text.amounts import find_amounts
from index.types import SentenceScore
from qa.asking.answer_places import holds_type
from qa.asking.answer_types import QUANTITIES
from qa.asking.questions import AskedQuestion
from qa.candidates.fact_layers import LAYERS, Row, asked_pairs, measure_layers, pairs_of, row_of, words_of
from qa.candidates.fact_words import IDEOGRAPH, is_change
from qa.candidates.facts import Fact, value_words
from qa.candidates.qualified import is_qualified

FEATURES = (
    *LAYERS,
    "letters",
    "strange",
    "qualified",
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
    "target",
    "extreme",
    "near",
    "passage",
)
"""What a fact's fit is made of, in this order."""

TOTAL = re.compile(r"[歳総]?[入出]?[合総]?計(?:額|数)?|総額|総数|全体|.{0,8}合計")
ASKED_TOTAL = re.compile(r"総額|総数|合計|合わせ|全部|全体|総計|計(?=[はのを]|$)")
TARGET = re.compile(r"目標|計画|見込")
ASKED_TARGET = re.compile(r"目標|計画|見込|予定|target|plan", re.I)
ASKED_MOST = re.compile(
    r"(?:最も|もっとも|一番|いちばん)(?!近)|最大|最多|最高|\b(?:most|largest|highest)\b", re.I
)
ASKED_LEAST = re.compile(
    r"(?:最も|もっとも|一番|いちばん).{0,12}?(?:少な|低|小さ|短|安)|最小|最少|最低|\b(?:least|smallest|lowest)\b",
    re.I,
)

_FEWEST = 3
"""Of fewer figures none is called the largest."""

_SCALES = {"円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "億円": 10**8}
_LEAST_TOLD = 100
"""An amount with three figures or more may be one that was cut off or rounded."""


def measure_facts(
    asked: AskedQuestion, facts: Sequence[Fact], near: Mapping[str, Sequence[SentenceScore]]
) -> list[tuple[float, ...]]:
    """The features of each fact, in the order of FEATURES, about 0 to 1 each."""
    question = _asked(asked, facts, near)
    layers = measure_layers(question.pairs, facts)
    return [(*shares, *_measure(question, fact)) for fact, shares in zip(facts, layers, strict=True)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is the same for all facts of a question."""

    asked: AskedQuestion
    pairs: frozenset[str]
    letters: frozenset[str]
    amounts: frozenset[int]
    amounts_of_rows: Mapping[Row, frozenset[int]]
    near: Mapping[str, Sequence[SentenceScore]]
    nearest: float
    best_score: float
    total: bool
    target: bool
    extremes: frozenset[Fact]


def _asked(
    asked: AskedQuestion, facts: Sequence[Fact], near: Mapping[str, Sequence[SentenceScore]]
) -> _Asked:
    grams = asked_pairs(asked)
    amounts = frozenset(int(found.term.removeprefix("yen")) for found in find_amounts(asked.text))
    of_rows: dict[Row, frozenset[int]] = defaultdict(frozenset)
    if amounts:
        for fact in facts:
            of_rows[row_of(fact)] |= _amount(fact)
    return _Asked(
        asked,
        grams,
        frozenset("".join(grams)),
        amounts,
        of_rows,
        near,
        max((score.score for scores in near.values() for score in scores), default=0.0),
        max((fact.evidence.hit.score for fact in facts), default=0.0),
        ASKED_TOTAL.search(asked.text) is not None,
        ASKED_TARGET.search(asked.text) is not None,
        _extremes(asked, facts),
    )


def _extremes(asked: AskedQuestion, facts: Sequence[Fact]) -> frozenset[Fact]:
    """The largest figure of each column where the question asks for the most of something, or the smallest;
    sums left out."""
    most, least = ASKED_MOST.search(asked.text), ASKED_LEAST.search(asked.text)
    columns: dict[tuple[str, ...], list[tuple[Decimal, Fact]]] = defaultdict(list)
    for fact in facts if most or least else ():
        summed = any(TOTAL.fullmatch(squeeze(words)) for words in (*fact.labels, *fact.heads))
        if fact.number is not None and not summed:
            column = (fact.evidence.hit.document.id, fact.title, *fact.heads)
            columns[column].append((fact.number, fact))
    choose = min if least else max
    best = {column: choose(number for number, _ in found) for column, found in columns.items()}
    return frozenset(
        fact
        for column, found in columns.items()
        for number, fact in found
        if len(found) >= _FEWEST and number == best[column]
    )


def _measure(question: _Asked, fact: Fact) -> tuple[float, ...]:
    """The features that are no layers."""
    asked, hit = question.asked, fact.evidence.hit
    value = value_words(fact)
    labels = [squeeze(label) for label in (*fact.labels[-1:], *fact.heads)]
    change, wants_change = is_change(fact), "difference" in asked.kinds
    totals = sum(TOTAL.fullmatch(label) is not None for label in (labels[0], labels[-1])) / 2 if labels else 0
    target = any(map(TARGET.search, labels))
    code = bool(fact.heads) and is_code_head(fact.heads[-1]) and fact.heads[-1] not in asked.text
    named = fact.fiscal_year is not None and bool(asked.fiscal_years)
    present = fact.fiscal_year is not None and fact.fiscal_year == hit.document.fiscal_year
    features = (
        _letters(question, fact),
        _strange(fact, question.pairs),
        any(is_qualified(label, asked.text) for label in fact.labels),
        _repeats(fact, question.pairs),
        named and fact.fiscal_year in asked.fiscal_years,
        named and fact.fiscal_year not in asked.fiscal_years,
        present and not asked.fiscal_years,
        any(holds_type(value, kind) for kind in asked.kinds) or _counts(asked, fact),
        fact.unit is not None and fact.unit in asked.units,
        fact.number is None and any(kind in QUANTITIES for kind in asked.kinds),
        code,
        bool(question.amounts) and _any_same(question.amounts, _amount(fact)),
        fact.number is None
        and _any_same(question.amounts, question.amounts_of_rows.get(row_of(fact), frozenset())),
        change and wants_change,
        change and not wants_change,
        totals if question.total else 0.0,
        target and not question.target,
        bool(question.extremes) and fact in question.extremes,
        _nearness(question, fact) - question.nearest,
        hit.score / question.best_score if question.best_score > 0 else 0.0,
    )
    return tuple(map(float, features))


def _counts(asked: AskedQuestion, fact: Fact) -> bool:
    """Whether a bare number answers how many: nothing tells what it counts but its head (システム数)."""
    return "count" in asked.kinds and fact.number is not None and fact.unit is None


def _letters(question: _Asked, fact: Fact) -> float:
    """The share of a fact's own ideographs that the question has too: 措置済 and 措置が済んだ."""
    letters = set(IDEOGRAPH.findall("".join((*fact.labels[-1:], *fact.heads))))
    return len(letters & question.letters) / len(letters) if letters else 0.0


def _strange(fact: Fact, grams: frozenset[str]) -> float:
    """The share of a fact's own label and heads that the question does not say."""
    told = pairs_of((*fact.labels[-1:], *fact.heads))
    return len(told - grams) / len(told) if told else 0.0


def _repeats(fact: Fact, grams: frozenset[str]) -> bool:
    """Whether the question says all of a fact's words itself: such words answer nothing."""
    told = pairs_of(words_of(fact))
    return bool(told) and told <= grams


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
