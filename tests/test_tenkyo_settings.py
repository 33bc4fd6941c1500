"""Settings come from the caller, the environment and one TOML file, in this order."""

from pathlib import Path

import pytest

from tenkyo.errors import TenkyoError
from tenkyo.settings import read_settings


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
        ("dense_weight = 1.5", "dense_weight"),
        ("top_k =", "TOML"),
    ],
)
def test_a_wrong_setting_is_named(settings_file: Path, written: str, named: str) -> None:
    settings_file.write_text(written, encoding="utf-8")
    with pytest.raises(TenkyoError, match=named) as raised:
        read_settings()
    assert raised.value.japanese
