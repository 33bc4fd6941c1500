"""A query's text and the parts of it that have other wordings in; what the lexical leg is asked out."""

from collections.abc import Callable, Sequence

from index.text.analysis import Analysis, Token, analyse
from index.text.exact_units import exact_units
from index.text.folding import FoldedText
from index.understanding.english_words import FUNCTION_WORDS, JAPANESE_CHARACTER
from index.understanding.lexical_query import Alternative, LexicalQuery
from index.understanding.wordings import Reworded

_NOTHING = Analysis((), ())


def plan_lexical(
    folded: FoldedText, reworded: Sequence[Reworded], phrases: Sequence[str], excluded: Sequence[str]
) -> LexicalQuery:
    """The tokens of a folded text, those of its reworded parts in alternatives of their own.

    A token that stands outside them too counts there alone. Of a text without Japanese its function words are
    left out: they would find the footnotes in that language.
    """
    tokens = analyse(folded.text)
    if not JAPANESE_CHARACTER.search(folded.text):
        telling = _chosen(tokens, lambda token: token.lemma not in FUNCTION_WORDS)
        tokens = tokens if telling == _NOTHING else telling
    outside = _chosen(tokens, lambda token: not any(_within(token, part) for part in reworded))
    alternatives: list[Alternative] = []
    said = outside
    for part in reworded:
        own = _without(_chosen(tokens, lambda token, part=part: _within(token, part)), said)  # type: ignore[misc]
        if own != _NOTHING:
            alternatives.append(Alternative(own, part.wordings))
            said = _joined(said, own)
    return LexicalQuery(outside, tuple(alternatives), _units(phrases), _units(excluded))


def _within(token: Token, part: Reworded) -> bool:
    return part.start <= token.start and token.end <= part.end


def _chosen(tokens: Analysis, wanted: Callable[[Token], bool]) -> Analysis:
    return Analysis(
        lemmas=tuple(filter(wanted, tokens.lemmas)),
        bigrams=tuple(filter(wanted, tokens.bigrams)),
        pairs=tuple(filter(wanted, tokens.pairs)),
    )


def _joined(one: Analysis, two: Analysis) -> Analysis:
    return Analysis(
        lemmas=(*one.lemmas, *two.lemmas),
        bigrams=(*one.bigrams, *two.bigrams),
        pairs=(*one.pairs, *two.pairs),
    )


def _without(tokens: Analysis, said: Analysis) -> Analysis:
    """The tokens that are not said already."""
    return Analysis(
        lemmas=_unsaid(tokens.lemmas, said.lemmas),
        bigrams=_unsaid(tokens.bigrams, said.bigrams),
        pairs=_unsaid(tokens.pairs, said.pairs),
    )


def _unsaid(tokens: Sequence[Token], said: Sequence[Token]) -> tuple[Token, ...]:
    lemmas = {token.lemma for token in said}
    return tuple(token for token in tokens if token.lemma not in lemmas)


def _units(texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(units for text in texts if (units := exact_units(text)))
