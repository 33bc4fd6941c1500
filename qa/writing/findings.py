"""Ranked candidates in, the heading of the finding that the best of them speaks of out."""

from collections.abc import Sequence
from dataclasses import replace

from corpus import squeeze
from corpus.sentences import Sentence, split_sentences
from index.types import Index
from qa.candidates.own_text import own_starts
from qa.candidates.types import Candidate
from qa.choosing.ranking import Scored


def finding_heading(ranked: Sequence[Scored], index: Index) -> Candidate | None:
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
        if _same_section(best, candidate) and (found := _first_line(candidate, heading, index)):
            return replace(
                candidate, start=found.start, end=found.end, text=found.text, form="sentence", figure=None
            )
    return None


def _same_section(one: Candidate, other: Candidate) -> bool:
    first, second = one.hit.passage, other.hit.passage
    return first.document_id == second.document_id and first.headings == second.headings


def _first_line(candidate: Candidate, heading: str, index: Index) -> Sentence | None:
    """The heading where a passage begins with it and it stands on its page, not told again for a table."""
    passage = candidate.hit.passage
    sentences = split_sentences(passage.text)
    if not sentences or squeeze(sentences[0].text) != heading or own_starts([passage], index)[passage.id]:
        return None
    return sentences[0]
