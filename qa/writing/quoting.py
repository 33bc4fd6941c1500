"""Citations in; nothing out, or what is wrong with a quote."""

from collections.abc import Iterable

from qa.types import Citation


class QuoteError(RuntimeError):
    """A quote that is not word for word in its passage; an answer with one must never go out."""


def check_quotes(citations: Iterable[Citation]) -> None:
    """Raises QuoteError where a quote is not word for word in the passage that it cites."""
    for citation in citations:
        if not citation.quote or citation.quote not in citation.hit.passage.text:
            raise QuoteError(
                f"citation {citation.number} quotes what its passage does not say: {citation.quote!r}"
            )
