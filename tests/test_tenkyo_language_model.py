"""A language model named in the settings: asked where it is one, and its key never shown."""

from pathlib import Path

import pytest

from embeddings import load_encoder
from index import index_documents
from tenkyo.application import Application
from tenkyo.assembly import open_application
from tenkyo.errors import TenkyoError
from tenkyo.settings import Settings, read_settings
from tests.library_files import made_document
from tests.misbehaving_server import serving


@pytest.fixture
def settings(tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("TENKYO_CONFIG", str(tmp_path / "tenkyo.toml"))
    texts = ["窓口の委託料は31,240千円である。", "避難の訓練は11月に実施した。"]
    encoder = load_encoder(str(tiny_model), tmp_path)
    index_documents(tmp_path / "library", [made_document("甲", texts)], encoder)
    return Settings(data=tmp_path / "library", cache=tmp_path, encoder=str(tiny_model))


def opened(settings: Settings, **given: str) -> Application:
    return open_application(Settings(**{**settings.model_dump(exclude_unset=True), **given}))


def test_none_is_asked_by_itself(settings: Settings) -> None:
    application = opened(settings)
    extractive = application.answer("窓口の委託料はいくらか")
    assert not application.writes
    assert application.write(extractive) is extractive


def test_the_one_that_is_set_up_writes_the_answer(settings: Settings) -> None:
    told: list[str] = []
    with serving(
        lambda one: one.say("委託料は31,240千円である[1]。委託料は9円である[1]。訓練は11月に実施した[2]。")
    ) as server:
        application = opened(settings, llm_url=server.base_url, llm_model="m", llm_key="our-key")
        extractive = application.answer("窓口の委託料はいくらか")
        assert extractive.supported
        answer = application.write(extractive, told.append)
    assert application.writes
    assert answer.writer == "m"
    assert told == ["委託料は31,240千円である。[1]"]
    assert answer.text == "委託料は31,240千円である。[1] 訓練は11月に実施した。[2]"
    assert server.requests[0].headers["authorization"] == "Bearer our-key"


def test_a_key_is_shown_nowhere(settings: Settings, tmp_path: Path) -> None:
    application = opened(settings, llm_url="http://127.0.0.1:9/v1", llm_model="m", llm_key="our-key")
    assert "our-key" not in repr(application) + str(application.settings)
    (tmp_path / "tenkyo.toml").write_text('llm_key = ["our-key"]', encoding="utf-8")
    with pytest.raises(TenkyoError, match="llm_key") as raised:
        read_settings()
    assert "our-key" not in f"{raised.value} {raised.value.japanese} {raised.value.__cause__}"


@pytest.mark.parametrize("address", ["ftp://a/v1", "127.0.0.1:8080", "http://me:key@a/v1"])
def test_an_address_that_is_none_is_a_wrong_setting(settings: Settings, address: str) -> None:
    with pytest.raises(TenkyoError, match="llm_url") as raised:
        read_settings(llm_url=address)
    assert address not in str(raised.value)


def test_an_address_needs_a_model(settings: Settings) -> None:
    with pytest.raises(TenkyoError, match="llm_model") as raised:
        opened(settings, llm_url="http://127.0.0.1:9/v1")
    assert "llm_model" in raised.value.japanese
