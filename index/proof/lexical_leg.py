"""Terms and a document's passages in, whether the lexical index finds them as a user's words out."""

from collections.abc import Sequence

import numpy as np

from corpus import squeeze
from index.legs.lexical import LexicalIndex
from index.legs.scores import Ids
from index.proof.terms import Term
from index.storage.store import NumberedPassage
from index.types import Facets
from index.understanding.query_plan import KnownWords, plan_query

BEST = 10
"""A term is found where one of so many best passages holds it."""


class LexicalProof:
    """Asks for terms, as queries that are understood as a user's are, among the passages of one document: a
    common word stands in thousands of others."""

    def __init__(self, index: LexicalIndex, known: KnownWords, passages: Sequence[NumberedPassage]) -> None:
        self._index = index
        self._known = known
        self._all = np.array([each.number for each in passages], dtype=np.int64)
        self._passages = {each.number: each for each in passages}
        self._texts: dict[int, str] = {}
        self._on_page: dict[int, list[int]] = {}
        for each in passages:
            for page in each.passage.page_numbers:
                self._on_page.setdefault(page, []).append(each.number)

    def finds(self, term: Term) -> bool:
        """Whether the document is found by a term."""
        return self._finds(term, self._all)

    def finds_page(self, number: int, terms: Sequence[Term]) -> bool:
        """Whether a page is found by one of its terms.

        Where no passage stands on it (a table of contents, a running head alone), whether the document is
        found by all of them: then nothing that the page says is lost.
        """
        on_page = np.array(self._on_page.get(number, ()), dtype=np.int64)
        if len(on_page):
            return any(self._finds(term, on_page) for term in terms)
        return all(map(self.finds, terms))

    def _finds(self, term: Term, among: Ids) -> bool:
        query = plan_query(term.text, Facets, self._known).lexical
        found = self._index.scores_of(query, among)
        wanted = squeeze(term.text).casefold()
        return any(wanted in self._text(number) for number in found.ids[:BEST].tolist())

    def _text(self, number: int) -> str:
        """What a passage is found by: its document's title, its headings and its text, squeezed."""
        if number not in self._texts:
            held = self._passages[number]
            whole = (held.document.title, *held.passage.headings, held.passage.text)
            self._texts[number] = squeeze("\n".join(whole)).casefold()
        return self._texts[number]
