"""A query in, the share of the dense leg in its scores out."""

import re

_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ㐀-鿿豈-﫿]")
_WORD = re.compile(r"\b[a-z]{2,}\b")
FEWEST_WORDS = 3


def weight_of_dense(query: str, usual: float) -> float:
    """The usual share; all for a query in the words of a Latin language (What is ...), which share none with
    Japanese text: what the lexical leg would find for them are footnotes in that language.

    Abbreviations (BCP, LGWAN) stand in Japanese text as they are, and are no such words.
    """
    foreign = not _JAPANESE.search(query) and len(_WORD.findall(query)) >= FEWEST_WORDS
    return 1.0 if foreign else usual
