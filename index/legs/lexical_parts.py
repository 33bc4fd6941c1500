"""Parts of a lexical query in, tantivy's queries out. They are built as objects, never parsed from text."""

import math
from collections.abc import Iterator, Mapping, Sequence

import tantivy
from tantivy import Occur, Query

from index.text.analysis import Analysis, Token
from index.text.exact_units import beginning_with, paired_terms
from index.text.years import is_year_term
from index.understanding.lexical_query import Alternative, LexicalQuery, Wording

MOST_TERMS = 300
"""How many different words of a query are looked up in a field: the rarest where there are more."""


class QueryParts:
    """Builds the parts of queries to one searcher; `weights` multiply the score of a field."""

    def __init__(
        self, schema: tantivy.Schema, searcher: tantivy.Searcher, weights: Mapping[str, float]
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._weights = weights

    def matching(self, query: LexicalQuery) -> list[tantivy.Query]:
        """What gives passages their scores: a query for each term and each alternative."""
        return [*self._tokens(query.tokens), *map(self._alternative, query.alternatives)]

    def presence(self, query: LexicalQuery) -> list[tuple[float, tantivy.Query]]:
        """For each lemma and each alternative of a query how much it tells, and what scores just that where
        it stands, however often and in however long a text."""
        lemmas = self._words("lemmas", query.tokens.lemmas)
        told = [(self._idf("lemmas", word), self._term("lemmas", word)) for word in lemmas]
        for part in query.alternatives:
            own = [self._idf("lemmas", word) for word in self._words("lemmas", part.tokens.lemmas)]
            told.append((sum(own), self._alternative(part)))
        return [(worth, Query.const_score_query(found, worth)) for worth, found in told if worth > 0]

    def years(self, query: LexicalQuery) -> tantivy.Query | None:
        """What finds the passages that name a year of the query, None where it names none."""
        wordings = (wording for part in query.alternatives for wording in part.wordings)
        terms = {wording.value for wording in wordings if is_year_term(wording.value)}
        return Query.term_set_query(self._schema, "values", sorted(terms)) if terms else None

    def restrictions(self, query: LexicalQuery) -> Iterator[tuple[tantivy.Occur, tantivy.Query]]:
        """What must stand in a passage and what must not; it adds nothing to the score."""
        for units in query.phrases:
            yield Occur.Must, Query.const_score_query(self.exact(units), 0.0)
        for units in query.excluded:
            yield Occur.MustNot, self.exact(units)

    def _tokens(self, analysis: Analysis) -> list[tantivy.Query]:
        return [self._term(field, word) for field, word in self._fields(analysis)]

    def _fields(self, analysis: Analysis) -> Iterator[tuple[str, str]]:
        """Every different word to look up, with its field."""
        for field, found in (
            ("lemmas", analysis.lemmas),
            ("pairs", analysis.pairs),
            ("bigrams", analysis.bigrams),
        ):
            for word in self._words(field, found):
                yield field, word

    def _words(self, field: str, found: Sequence[Token]) -> list[str]:
        """The different words to look up, none where the field has no weight."""
        words = list(dict.fromkeys(token.lemma for token in found)) if self._weights[field] else []
        if len(words) <= MOST_TERMS:
            return words
        counts = {word: self._searcher.doc_freq(field, word) for word in words}
        return sorted((word for word in words if counts[word]), key=lambda word: counts[word])[:MOST_TERMS]

    def _term(self, field: str, word: str) -> tantivy.Query:
        term = Query.term_query(self._schema, field, word, index_option="freq")
        weight = self._weights[field]
        return term if weight == 1 else Query.boost_query(term, weight)

    def _alternative(self, part: Alternative) -> tantivy.Query:
        """A disjunction by the maximum: alternatives do not add up."""
        own = self._tokens(part.tokens)
        worth = sum(
            self._weights[field] * self._idf(field, word) for field, word in self._fields(part.tokens)
        )
        wordings = [self._wording(wording, worth) for wording in part.wordings]
        return Query.disjunction_max_query(
            [Query.boolean_query([(Occur.Should, term) for term in own]), *wordings] if own else wordings
        )

    def _wording(self, wording: Wording, worth: float) -> tantivy.Query:
        """A wording so weighed that it is worth its share of what it stands for, and no more than that share
        of itself: a common word in the place of a rare one stays common. A value has no length to be
        measured by."""
        wanted = wording.weight * worth
        if wording.value:
            term = Query.term_query(self._schema, "values", wording.value, index_option="basic")
            return Query.const_score_query(term, wanted)
        field, terms = (
            ("bigrams", wording.units) if len(wording.units) == 1 else ("units", paired_terms(wording.units))
        )
        phrase = self._run(field, terms)
        worth_itself = sum(self._idf(field, term) for term in terms)
        return Query.boost_query(phrase, min(wanted / worth_itself, wording.weight))

    def exact(self, units: Sequence[str]) -> tantivy.Query:
        """What finds the passages in which units stand in a run."""
        if len(units) == 1:
            return Query.regex_query(self._schema, "units", beginning_with(units[0]))
        return self._run("units", paired_terms(units))

    def _run(self, field: str, terms: Sequence[str]) -> tantivy.Query:
        if len(terms) == 1:
            return Query.term_query(self._schema, field, terms[0], index_option="freq")
        return Query.phrase_query(self._schema, field, list(terms))

    def _idf(self, field: str, word: str) -> float:
        """The inverse document frequency as tantivy's BM25 has it, above 0."""
        count = self._searcher.doc_freq(field, word)
        return math.log(1 + (self._searcher.num_docs - count + 0.5) / (count + 0.5))
