"""Every sentence the app says, in one catalogue: a file of words for each page, each in every language.

Words in braces are filled in by `str.format`. Nothing here comes from a document. Why a file could not be
read is told in `ui.reasons`.
"""

from dataclasses import dataclass

from ui.language import language_now
from ui.words import app, ask, asking, hits, library, places, search
from ui.words.app import AppWords
from ui.words.ask import AskWords
from ui.words.asking import AskingWords
from ui.words.hits import HitWords
from ui.words.library import LibraryWords
from ui.words.places import PlaceWords
from ui.words.search import SearchWords


@dataclass(frozen=True, slots=True)
class Words:
    """The app's words in one language."""

    app: AppWords
    asking: AskingWords
    search: SearchWords
    ask: AskWords
    hits: HitWords
    places: PlaceWords
    library: LibraryWords


JAPANESE = Words(
    app=app.JAPANESE,
    asking=asking.JAPANESE,
    search=search.JAPANESE,
    ask=ask.JAPANESE,
    hits=hits.JAPANESE,
    places=places.JAPANESE,
    library=library.JAPANESE,
)


ENGLISH = Words(
    app=app.ENGLISH,
    asking=asking.ENGLISH,
    search=search.ENGLISH,
    ask=ask.ENGLISH,
    hits=hits.ENGLISH,
    places=places.ENGLISH,
    library=library.ENGLISH,
)

LANGUAGES = {"ja": JAPANESE, "en": ENGLISH}
"""The languages by their BCP 47 tags."""


def words() -> Words:
    """The words in the language that this user reads."""
    return LANGUAGES[language_now()]
