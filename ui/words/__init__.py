"""Every sentence the app says, in one catalogue: a file of words for each page, each in every language.

Words in braces are filled in by `str.format`. Nothing here comes from a document. Why a file could not be
read is told in `ui.reasons`.
"""

from dataclasses import dataclass

from ui.language import language_now
from ui.words import (
    app,
    ask,
    asking,
    chrome,
    evaluation,
    findings,
    hits,
    judging,
    library,
    packs,
    personal,
    places,
    search,
    years,
)
from ui.words.app import AppWords
from ui.words.ask import AskWords
from ui.words.asking import AskingWords
from ui.words.chrome import ChromeWords
from ui.words.evaluation import EvaluationWords
from ui.words.findings import FindingsWords
from ui.words.hits import HitWords
from ui.words.judging import JudgingWords
from ui.words.library import LibraryWords
from ui.words.packs import PackWords
from ui.words.personal import PersonalWords
from ui.words.places import PlaceWords
from ui.words.search import SearchWords
from ui.words.years import YearsWords


@dataclass(frozen=True, slots=True)
class Words:
    """The app's words in one language."""

    app: AppWords
    chrome: ChromeWords
    asking: AskingWords
    search: SearchWords
    ask: AskWords
    hits: HitWords
    places: PlaceWords
    findings: FindingsWords
    library: LibraryWords
    packs: PackWords
    personal: PersonalWords
    judging: JudgingWords
    evaluation: EvaluationWords
    years: YearsWords


JAPANESE = Words(
    app=app.JAPANESE,
    chrome=chrome.JAPANESE,
    asking=asking.JAPANESE,
    search=search.JAPANESE,
    ask=ask.JAPANESE,
    hits=hits.JAPANESE,
    places=places.JAPANESE,
    findings=findings.JAPANESE,
    library=library.JAPANESE,
    packs=packs.JAPANESE,
    personal=personal.JAPANESE,
    judging=judging.JAPANESE,
    evaluation=evaluation.JAPANESE,
    years=years.JAPANESE,
)


ENGLISH = Words(
    app=app.ENGLISH,
    chrome=chrome.ENGLISH,
    asking=asking.ENGLISH,
    search=search.ENGLISH,
    ask=ask.ENGLISH,
    hits=hits.ENGLISH,
    places=places.ENGLISH,
    findings=findings.ENGLISH,
    library=library.ENGLISH,
    packs=packs.ENGLISH,
    personal=personal.ENGLISH,
    judging=judging.ENGLISH,
    evaluation=evaluation.ENGLISH,
    years=years.ENGLISH,
)

LANGUAGES = {"ja": JAPANESE, "en": ENGLISH}
"""The languages by their BCP 47 tags."""


def words() -> Words:
    """The words in the language that this user reads."""
    return LANGUAGES[language_now()]
