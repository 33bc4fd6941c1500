"""Ranked candidates in, the heading of the finding that the best of them speaks of out."""

from collections.abc import Sequence
from dataclasses import replace

from corpus import squeeze
from corpus.sentences import Sentence, split_sentences
from qa.candidates.types import Candidate
from qa.choosing.ranking import Scored


def finding_heading(ranked: Sequence[Scored]) -> Candidate | None:
    """The innermost heading above the best candidate (【指摘事項7】パスワードの設定), as it stands in a
    passage of the same section; None where none of the candidates' passages holds it, or the best does."""
    best = ranked[0].candidate
    if not best.hit.passage.headings:
        return None
    heading = squeeze(best.hit.passage.headings[-1])
    if heading in squeeze(best.text):
        return None
    for one in ranked:
        candidate = one.candidate
        if _same_section(best, candidate) and (found := _first_line(candidate, heading)):
            return replace(
                candidate, start=found.start, end=found.end, text=found.text, form="sentence", figure=None
            )
    return None


def _same_section(one: Candidate, other: Candidate) -> bool:
    first, second = one.hit.passage, other.hit.passage
    return first.document_id == second.document_id and first.headings == second.headings


def _first_line(candidate: Candidate, heading: str) -> Sentence | None:
    """The heading where a passage begins with it."""
    sentences = split_sentences(candidate.hit.passage.text)
    return sentences[0] if sentences and squeeze(sentences[0].text) == heading else None
