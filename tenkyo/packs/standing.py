"""Whether what a pack quotes still stands, word for word, on the page that it names."""

from collections.abc import Iterable

from corpus.normalising import squeeze
from corpus.types import Document, Passage
from index.types import Index
from tenkyo.packs.replay_types import Standing
from tenkyo.packs.types import PackedPassage


def find_words(index: Index, passage: PackedPassage) -> tuple[Standing, tuple[int, ...]]:
    """How the words of a packed passage stand in the library now; where another file has the name of theirs,
    also the pages of that one that hold them."""
    words = passage.quote or passage.text
    if index.document(passage.sha256) is not None:
        return ("stands" if _stand_on_page(index, passage, words) else "changed"), ()
    other = _of_the_same_path(index.documents(), passage.path)
    if other is None:
        return "removed", ()
    holding = (one.page_numbers for one in index.passages(other.id) if words in one.text)
    return "replaced", tuple(sorted({page for pages in holding for page in pages}))


def _stand_on_page(index: Index, passage: PackedPassage, words: str) -> bool:
    """In the passage of that name, or line by line in the pages' own text (white space apart, for a passage's
    lines are joined and a page's are not), or in any other passage on these pages."""
    named = index.passage(passage.passage_id)
    if named is not None and _holds(named, passage, words):
        return True
    pages = (index.page(passage.sha256, number) for number in passage.pages)
    text = squeeze("".join(page.text for page in pages if page))
    if passage.pages and all(squeeze(line) in text for line in words.splitlines()):
        return True
    return any(_holds(one, passage, words) for one in index.passages(passage.sha256))


def _holds(held: Passage, passage: PackedPassage, words: str) -> bool:
    on_page = not passage.pages or set(held.page_numbers) & set(passage.pages)
    return held.document_id == passage.sha256 and bool(on_page) and words in held.text


def _of_the_same_path(documents: Iterable[Document], path: str) -> Document | None:
    return next((document for document in documents if document.path == path), None)
