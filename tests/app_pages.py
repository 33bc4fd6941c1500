"""Every page of the app with something on it, as the samples and the notes beside them give it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AppPage:
    """A page: its name, its address, what is there (a CSS selector) once it is shown."""

    name: str
    path: str
    shown: str


APP_PAGES = (
    AppPage("search", "/", "[data-testid=stForm]"),
    AppPage("hits", "/?q=三つの領域", "[data-testid=stImage] img"),
    AppPage("no-hits", "/?q=三つの領域&year=1990", "[role=status]"),
    AppPage("hostile-hits", "/?q=玉石混淆", ".t-hit"),
    AppPage("answer", "/ask?q=庁内の通信を三つの領域に分ける目的は何ですか", "[data-testid=stImage] img"),
    AppPage("refusal", "/ask?q=火星の人口は何人ですか", ".t-refusal"),
    AppPage("library", "/library", "[data-testid=stDataFrame]"),
)
