"""Settings come from the caller, the environment and one TOML file, in this order."""

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from corpus.ocr.engines import ENGINES
from corpus.reader import Limits
from tenkyo.errors import TenkyoError
from tenkyo.settings import AUTO, Settings, read_settings


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "tenkyo.toml"
    monkeypatch.setenv("TENKYO_CONFIG", str(path))
    for name in ("TENKYO_DATA", "TENKYO_TOP_K", "TENKYO_ENCODER"):
        monkeypatch.delenv(name, raising=False)
    return path


def test_defaults_need_no_file_and_listen_on_the_loopback_address(settings_file: Path) -> None:
    settings = read_settings()
    assert (settings.host, settings.port, settings.encoder) == ("127.0.0.1", 8501, "bundled")


def test_the_environment_goes_before_the_file_and_the_caller_before_both(
    settings_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings_file.write_text('top_k = 3\nencoder = "models/ruri"\n', encoding="utf-8")
    assert read_settings().top_k == 3
    monkeypatch.setenv("TENKYO_TOP_K", "4")
    assert read_settings().top_k == 4
    assert read_settings(top_k=5, data=None).top_k == 5
    assert read_settings().encoder == "models/ruri"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("topk = 3", "topk"),
        ("top_k = 0", "top_k"),
        ("top_k =", "TOML"),
        ('ocr = "magic"', "ocr"),
        ("processes = 0", "processes"),
        ("limit_seconds = 0", "limit_seconds"),
        ("limit_memory_megabytes = 1", "limit_memory_megabytes"),
        ('limit_pages = "many"', "limit_pages"),
        ("limit_archive_depth = 0", "limit_archive_depth"),
    ],
)
def test_a_wrong_setting_is_named(settings_file: Path, written: str, named: str) -> None:
    settings_file.write_text(written, encoding="utf-8")
    with pytest.raises(TenkyoError, match=named) as raised:
        read_settings()
    assert raised.value.japanese


def test_every_limit_of_a_file_is_a_setting_and_the_usual_ones_hold(
    settings_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_settings().limits == Limits()
    for number, limit in enumerate(fields(Limits), 2_000_000):
        monkeypatch.setenv(f"TENKYO_LIMIT_{limit.name.upper()}", str(number))
        assert getattr(read_settings().limits, limit.name) == number


def test_ocr_is_chosen_by_name(settings_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(get_args(Settings.model_fields["ocr"].annotation)) == {AUTO, "none", *ENGINES}
    assert (read_settings().ocr, read_settings().processes) == (AUTO, None)
    monkeypatch.setenv("TENKYO_OCR", "none")
    monkeypatch.setenv("TENKYO_PROCESSES", "3")
    assert (read_settings().ocr, read_settings().processes) == ("none", 3)


def test_a_wrong_value_says_what_is_allowed(settings_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_OCR", "magic")
    with pytest.raises(TenkyoError, match=r"the setting ocr is wrong: .*'auto', 'rapidocr', 'tesseract' or"):
        read_settings()
