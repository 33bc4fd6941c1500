"""A passage and its document in, the text that both legs index out."""

from corpus.types import Document, Passage


def indexed_text(passage: Passage, document: Document) -> str:
    """The passage with its document's title and its headings before it, which tell what it is about."""
    return "\n".join((document.title, *passage.headings, passage.text))
