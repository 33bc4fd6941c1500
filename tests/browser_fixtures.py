"""What all tests in a real browser share: one server over the samples, one Chromium, and visits to them.

Their modules carry the marks browser, model and xdist_group("samples-library").
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from tenkyo.assembly import evaluate_target, library_refresher
from tenkyo.reports.keeping import keep_beside
from tenkyo.settings import Settings, read_settings
from tests.browser import FLAGS, Served, chromium, serving
from tests.fake_application import HOSTILE
from tests.samples_library import SAMPLES
from tests.visits import PATIENCE, Visit, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NOTE = "悪意<img src=x onerror=window.hacked=3>.docx"
HOSTILE_TITLE = "玉石混淆 <img src=x onerror=window.hacked=4> :red[赤] $x^2$"
BROKEN = "壊れた.pdf"


@pytest.fixture(scope="session")
def browser_library(samples_library: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The samples, with a note full of markup (玉石混淆), a PDF that is none, and a small evaluation."""
    added = tmp_path_factory.mktemp("文書")
    write_hostile_note(added / NOTE)
    (added / BROKEN).write_bytes(b"%PDF-1.7\nthis is no PDF")
    settings = copied(samples_library, tmp_path_factory)
    report = library_refresher(settings)([added], lambda *_: None)
    assert [skipped.path for skipped in report.skipped] == [BROKEN]
    asked = SAMPLES / "questions.jsonl"
    evaluated = evaluate_target(
        settings, asked, lambda *_: None, ["lexical", "tenkyo"], answers=True, first=12
    )
    keep_beside(settings.data, evaluated)
    return settings


@pytest.fixture(scope="session")
def app(browser_library: Settings) -> Iterator[Served]:
    """The app over that library. What changes the library takes `app_of_its_own`."""
    chromium()
    with serving(browser_library.data) as served:
        yield served


@pytest.fixture(scope="module")
def app_of_its_own(browser_library: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A second app, over a copy of that library, for a module that changes it (5 s to start)."""
    chromium()
    with serving(copied(browser_library, tmp_path_factory).data) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One Chromium."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        playwright.expect.set_options(timeout=PATIENCE)
        opened = started.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: "Browser", app: Served) -> Iterator[Visit]:
    """`visit(path, **options of the context)` opens a path of the app as somebody new (tests/visits.py)."""
    with visiting(browser, app.address) as visit:
        yield visit


@pytest.fixture
def visit_own(browser: "Browser", app_of_its_own: Served) -> Iterator[Visit]:
    """The same for `app_of_its_own`."""
    with visiting(browser, app_of_its_own.address) as visit:
        yield visit


def write_hostile_note(path: Path) -> None:
    """A note that is full of markup: in its name, its headings, a finding and its text."""
    note = docx.Document()
    note.add_heading(f"第1章 監査の結果 {HOSTILE_TITLE}", 1)
    note.add_heading(f"【指摘事項1】{HOSTILE_TITLE}", 2)
    note.add_paragraph(f"玉石混淆という語のある箇所 {HOSTILE}")
    note.save(str(path))


def copied(settings: Settings, folders: pytest.TempPathFactory) -> Settings:
    """The settings of a copy of a library."""
    data = folders.mktemp("data") / "library"
    shutil.copytree(settings.data, data)
    return read_settings(data=data, encoder="bundled")
