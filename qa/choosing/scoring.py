"""Evidence in, the sentences and rows that answer most likely out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.sentences import Sentence, split_sentences
from index.types import Hit
from qa.asking.answer_types import ANY_TEXT, holds_type
from qa.asking.questions import AskedQuestion
from qa.asking.years import mentioned_fiscal_years
from qa.candidates.evidence import Evidence, coverage, covered_terms

CONTEXT_WEIGHT = 0.4
TYPE_WEIGHT = 0.3
UNTYPED = 0.6
"""What counts of a sentence's own coverage where it does not hold the type of answer asked for."""

PASSAGE_WEIGHT = 0.4
YEAR_WEIGHT = 0.15
MOST_SENTENCES = 3
LONGEST = 160
"""A quote has at most so many sentences and characters; a single sentence or row may be longer."""

LENGTH_WEIGHT = 0.1
NOTHING_NEW = 0.4
FURTHER = 0.03
"""What each further sentence costs: it must bring more of the question, or say what a heading does not."""

NEW_LETTERS = 4
"""A sentence that adds fewer letters to the question's terms is a heading or a label, and answers nothing."""

CAPTION = re.compile(r"[(（]?(?:表|図|グラフ)\s*[0-9０-９]")
"""A caption names what the table under it says, and answers nothing itself."""

MARK = re.compile(r"^[\s\d０-９.．・()（）ア-ン①-⑳Ⅰ-Ⅹ第章節]+(?=[\s.．)）])|[\s・。、「」（）()]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One to three neighbouring sentences or rows that may answer: `score` higher is better.

    `covered` are the terms that they hold themselves, `typed` is whether they hold the type of answer asked
    for, `new` whether they say more than the question.
    """

    hit: Hit
    sentence: Sentence
    covered: frozenset[str]
    typed: bool
    new: bool
    score: float


def score_candidates(
    question: AskedQuestion, evidence: Sequence[Evidence], weights: Mapping[str, float]
) -> list[Candidate]:
    """Every sentence of the evidence, alone and with those that follow it, best first.

    A candidate scores by the share of the question's weight that it covers, less by what its passage and
    headings cover beside it, by whether it holds the type of answer asked for, and by its passage's score.
    """
    best = max((one.hit.score for one in evidence), default=0.0)
    candidates = [
        _candidate(question, one, run, weights, best)
        for one in evidence
        for run in _runs(one.hit.passage.text, question)
    ]
    return sorted(
        candidates, key=lambda one: (-one.score, one.hit.rank, one.hit.passage.id, one.sentence.start)
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring sentences, with what they cover and whether one of them alone is typed or new."""

    sentence: Sentence
    count: int
    covered: frozenset[str]
    typed: bool
    new: bool


def widen(candidate: Candidate) -> Candidate:
    """A candidate with the neighbouring sentences that fit: those that follow first, then those before."""
    text = candidate.hit.passage.text
    sentences = split_sentences(text)
    first = next(at for at, one in enumerate(sentences) if one.start == candidate.sentence.start)
    last = next(at for at, one in enumerate(sentences) if one.end == candidate.sentence.end)
    while last - first + 1 < MOST_SENTENCES:
        if last + 1 < len(sentences) and sentences[last + 1].end - sentences[first].start <= LONGEST:
            last += 1
        elif first and sentences[last].end - sentences[first - 1].start <= LONGEST:
            first -= 1
        else:
            break
    start, end = sentences[first].start, sentences[last].end
    return replace(candidate, sentence=Sentence(start, end, text[start:end]))


def _runs(text: str, question: AskedQuestion) -> list[_Run]:
    """Each sentence of a text, alone and followed by up to two more."""
    single = [_run_of_one(sentence, question) for sentence in split_sentences(text)]
    runs = list(single)
    for first, start in enumerate(single):
        run = start
        for following in single[first + 1 : first + MOST_SENTENCES]:
            if following.sentence.end - start.sentence.start > LONGEST:
                break
            run = _joined(run, following, text)
            runs.append(run)
    return runs


def _run_of_one(sentence: Sentence, question: AskedQuestion) -> _Run:
    rest = what_is_new(question, sentence.text)
    typed = holds_type(rest, question.kind)
    enough = len(rest) >= NEW_LETTERS or (typed and question.kind not in ANY_TEXT)
    new = enough and CAPTION.match(sentence.text) is None
    return _Run(sentence, 1, covered_terms(question.terms, sentence.text), typed, new)


def _joined(run: _Run, following: _Run, text: str) -> _Run:
    start, end = run.sentence.start, following.sentence.end
    return _Run(
        Sentence(start, end, text[start:end]),
        run.count + 1,
        run.covered | following.covered,
        run.typed or following.typed,
        run.new or following.new,
    )


def _candidate(
    question: AskedQuestion, evidence: Evidence, run: _Run, weights: Mapping[str, float], best_score: float
) -> Candidate:
    own = coverage(run.covered, weights)
    relative = evidence.hit.score / best_score if best_score > 0 else 0.0
    score = (
        own * (1.0 if run.typed else UNTYPED)
        + CONTEXT_WEIGHT * (evidence.coverage - own)
        + TYPE_WEIGHT * run.typed * (0.3 + own)
        + PASSAGE_WEIGHT * relative
        + YEAR_WEIGHT * bool(question.fiscal_years & mentioned_fiscal_years(run.sentence.text))
        - LENGTH_WEIGHT * max(0, len(run.sentence.text) - LONGEST) / LONGEST
        - NOTHING_NEW * (not run.new)
        - FURTHER * (run.count - 1)
    )
    return Candidate(evidence.hit, run.sentence, run.covered, run.typed, run.new, score)


def what_is_new(question: AskedQuestion, sentence: str) -> str:
    """What a sentence says beyond the question: its number, its marks and the question's terms left out."""
    rest = MARK.sub("", sentence)
    for term in sorted(question.terms, key=len, reverse=True):
        rest = rest.replace(term, " ")
    return rest.strip()
