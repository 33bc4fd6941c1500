"""A hit in, what is kept of it as a judged one out: with the sentence by which it is known again."""

import unicodedata
from pathlib import PurePosixPath

from corpus.sentences import Sentence, split_sentences
from index.types import Hit
from tenkyo.judging.types import JudgedHit

SHORTEST_QUOTE = 8
"""A shorter sentence (（1）, 以上) stands in too many passages to tell one by."""


def judged_hit(hit: Hit, quote: str | None = None) -> JudgedHit:
    """What is kept of a hit; `quote` is what an answer cited of it, a sentence is chosen where none did."""
    document, passage = hit.document, hit.passage
    cited = quote if quote and quote in passage.text else None
    return JudgedHit(
        passage_id=passage.id,
        document=unicodedata.normalize("NFC", PurePosixPath(document.path).name),
        title=document.title,
        pages=passage.page_numbers if document.page_count else (),
        label=next((label for label in passage.page_labels if label), ""),
        text=passage.text,
        quote=cited or telling_sentence(passage.text, hit.highlights),
    )


def telling_sentence(text: str, highlights: tuple[tuple[int, int], ...]) -> str:
    """The sentence of a text that most of the highlights are in, the longest of those; the text where it has
    no sentence that is long enough."""

    def told(sentence: Sentence) -> tuple[int, int]:
        marked = sum(max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in highlights)
        return marked, sentence.end - sentence.start

    sentences = [one for one in split_sentences(text) if one.end - one.start >= SHORTEST_QUOTE]
    if not sentences:
        return text.strip()
    best = max(sentences, key=told)
    return text[best.start : best.end]
