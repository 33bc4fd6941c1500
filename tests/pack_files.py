"""A library of three short documents, and evidence packs made of it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus import ParserProcess
from index import Library, refresh
from tenkyo.application import Application
from tenkyo.packs import reading
from tenkyo.packs.asking import ask_again
from tenkyo.packs.files import PackFile, PackForm, make_file
from tenkyo.packs.types import Request
from tenkyo.removals import Removals
from tenkyo.settings import Settings, read_settings
from tests.tiny_encoder import TinyEncoder

NOW = datetime(2026, 11, 21, 19, 30, tzinfo=UTC)
TEXTS = {
    "令和4年度_監査報告.txt": "報告\n\n第1 備品\n備品の台帳に誤りが3件あった。台帳を正しく記すべきである。\n",
    "令和5年度_監査報告.txt": "報告\n\n第1 備品\n備品の台帳に誤りが5件あった。台帳を毎年確かめられたい。\n",
    "要綱.txt": "補助金交付要綱\n\n第1条\n補助金の交付の申請は、毎年4月30日までに行う。\n",
}
QUERY = "備品の台帳の誤り"


@contextmanager
def one_parser() -> Iterator[None]:
    """All packs are read by one process, where each has one of its own otherwise."""
    with ParserProcess(reading.LIMITS) as parser, pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "ParserProcess", lambda limits: nullcontext(parser))
        yield


def write_sources(folder: Path) -> Path:
    """The folder with the three documents and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def index_sources(data: Path, sources: Path) -> None:
    """Brings the library in `data` up to what the folder holds."""
    refresh(data, [sources], TinyEncoder())


def open_library(data: Path) -> Application:
    """The application over a library, without a model."""
    settings: Settings = read_settings(data=data)
    library = Library.open(data, TinyEncoder())
    return Application(settings, library, Removals(settings, TinyEncoder()), ParserProcess())


def make(application: Application, request: Request, form: PackForm) -> PackFile:
    """The pack of what a request gives now."""
    return make_file(application, request, ask_again(application, request), form, NOW)
