"""A language model behind a real server: what it writes well is the answer, whatever goes wrong is a note."""

import json
import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from qa.types import Answer
from qa.writing.language_model.types import Endpoint, Timeouts
from qa.writing.language_model.wire import MOST_BYTES
from qa.writing.language_model.writer import LanguageModelWriter
from tests.misbehaving_server import DONE, Behaviour, Exchange, Server, event, serving
from tests.model_answers import EXTRACTIVE

TIMES = Timeouts(connect=0.3, first=0.3, between=0.25, whole=0.9)
GOOD = "訓練は令和4年11月3日に実施した[1]。"


def ignore(text: str) -> None:
    """Listens to nothing."""


def write(
    server: Server, times: Timeouts = TIMES, key: str | None = None, told: Callable[[str], None] = ignore
) -> Answer:
    return LanguageModelWriter(Endpoint(server.base_url, "m", key, times)).write(EXTRACTIVE, told)


def answer_of(behaviour: Behaviour, times: Timeouts = TIMES) -> Answer:
    with serving(behaviour) as server:
        return write(server, times)


def saying(text: str) -> Behaviour:
    return lambda exchange: exchange.say(text)


def test_a_verified_answer_cites_the_words_that_say_so() -> None:
    answer = answer_of(saying(f"{GOOD}参加した職員は128人であった[1]。委託料は31,240千円である[2]。"))
    assert answer.writer == "m"
    assert answer.text == (
        "訓練は令和4年11月3日に実施した。[1] 参加した職員は128人であった。[2] 委託料は31,240千円である。[3]"
    )
    assert [citation.quote for citation in answer.citations] == [
        "情報政策課は、令和4年11月3日に訓練を実施した。",
        "参加した職員は128人であった。",
        "委託料\t31,240",
    ]
    assert not answer.notes
    assert all(part.struck is None for part in answer.parts)


def test_a_sentence_that_fails_is_struck_out_visibly() -> None:
    answer = answer_of(saying(f"{GOOD}参加した職員は900人であった[1]。"))
    assert answer.text == "訓練は令和4年11月3日に実施した。[1]"
    assert [(part.text, part.struck and part.struck.kind) for part in answer.parts] == [
        ("訓練は令和4年11月3日に実施した。", None),
        ("参加した職員は900人であった。", "number"),
    ]
    assert [note.kind for note in answer.notes] == ["model_struck"]


def same_with_note(answer: Answer, kind: str, subject: str = "") -> None:
    assert replace(answer, notes=()) == EXTRACTIVE
    assert [(note.kind, note.subject) for note in answer.notes] == [(kind, subject)]


def test_an_answer_with_nothing_left_is_the_extractive_one() -> None:
    same_with_note(answer_of(saying("参加した職員は900人であった[1]。")), "model_empty")


def test_a_model_that_finds_nothing_leaves_the_extractive_answer() -> None:
    same_with_note(answer_of(saying("該当なし")), "model_silent")


def test_nothing_unverified_is_told_while_it_is_written() -> None:
    told: list[str] = []
    with serving(saying(f"参加した職員は900人であった[1]。{GOOD}委託料は31,240千円である[2]。")) as server:
        write(server, told=told.append)
    assert told == ["訓練は令和4年11月3日に実施した。[1]"]


def garbage(exchange: Exchange) -> None:
    exchange.start()
    exchange.send(b"data: {not json\n\n")


def refusing(status: int) -> Behaviour:
    def refuse(exchange: Exchange) -> None:
        exchange.start(status, "application/json", Retry_After="60")
        exchange.send(json.dumps({"error": {"message": "no"}}).encode())

    return refuse


def streaming(*parts: bytes, then: Callable[[Exchange], None] = lambda exchange: None) -> Behaviour:
    def stream(exchange: Exchange) -> None:
        exchange.start()
        exchange.send(*parts)
        then(exchange)

    return stream


FAULTS: dict[str, tuple[Behaviour, str]] = {
    "nothing at all": (Exchange.hang, "slow"),
    "heads and nothing more": (streaming(then=Exchange.hang), "slow"),
    "half a sentence and nothing more": (streaming(event("訓練は"), then=Exchange.hang), "slow"),
    "a letter now and then": (streaming(then=lambda one: one.forever(event("訓"), 0.1)), "slow"),
    "only signs of life": (streaming(then=lambda one: one.forever(b": alive\n\n", 0.05)), "slow"),
    "empty events for ever": (streaming(then=lambda one: one.forever(event(""), 0.05)), "slow"),
    "the head byte by byte": (lambda one: one.forever(b"H", 0.05), "slow"),
    "key refused": (refusing(401), "denied"),
    "forbidden": (refusing(403), "denied"),
    "no such model": (refusing(404), "no_such_model"),
    "too many": (refusing(429), "busy"),
    "loading": (refusing(503), "busy"),
    "error": (refusing(500), "server_error"),
    "error in the stream": (streaming(b'data: {"error": {"message": "no"}}\n\n'), "server_error"),
    "stream breaks off": (streaming(event(GOOD)), "broken_off"),
    "stream ends without its end": (streaming(event(GOOD), DONE), "broken_off"),
    "no answer to the request": (lambda exchange: None, "broken_off"),
    "garbage": (garbage, "garbled"),
    "a list": (streaming(b"data: [1, 2]\n\n"), "garbled"),
    "no choices": (streaming(b'data: {"choices": null}\n\n'), "garbled"),
    "content that is no text": (
        streaming(b'data: {"choices": [{"index": 0, "delta": {"content": {"a": 1}}}]}\n\n'),
        "garbled",
    ),
    "a page": (lambda one: (one.start(kind="text/html"), one.send(b"<html>"))[0], "garbled"),
    "a whole answer": (lambda one: (one.start(kind="application/json"), one.send(b"{}"))[0], "garbled"),
    "compressed": (lambda one: one.start(Content_Encoding="gzip"), "garbled"),
    "invalid UTF-8": (streaming(b'data: {"choices": [{"delta": {"content": "\xff\xfe"}}]}\n\n'), "garbled"),
    "empty": (saying(""), "empty"),
    "white space": (saying(" \n\u200b\n "), "empty"),
    "endless text": (streaming(then=lambda one: one.forever(event("訓練を実施した" * 500))), "too_much"),
    "endless line": (streaming(then=lambda one: one.forever(b"x" * 65536)), "too_much"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_ends_in_the_extractive_answer_and_a_note(name: str) -> None:
    behaviour, kind = FAULTS[name]
    started = time.monotonic()
    answer = answer_of(behaviour)
    same_with_note(answer, "model_failed", kind)
    assert answer.notes[0].text
    assert time.monotonic() - started < 4


def test_a_server_that_is_not_there_is_a_note() -> None:
    with serving(Exchange.hang) as server:
        pass
    same_with_note(write(server), "model_failed", "unreachable")


def test_a_redirect_is_not_followed() -> None:
    with serving(saying(GOOD)) as other:

        def redirect(exchange: Exchange) -> None:
            exchange.start(307, Location=f"{other.base_url}/chat/completions")

        same_with_note(answer_of(redirect), "model_failed", "redirected")
    assert not other.requests


def test_nothing_is_asked_twice() -> None:
    with serving(refusing(500)) as server:
        write(server)
    assert len(server.requests) == 1


def test_only_the_settings_decide_what_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(saying(GOOD)) as elsewhere, serving(saying(GOOD)) as server:
        for name in list(os.environ):
            if name.startswith("OPENAI"):
                monkeypatch.delenv(name)
        monkeypatch.setenv("OPENAI_BASE_URL", elsewhere.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "ambient-key")
        monkeypatch.setenv("OPENAI_ADMIN_KEY", "ambient-key")
        monkeypatch.setenv("OPENAI_ORG_ID", "ambient-organisation")
        monkeypatch.setenv("OPENAI_PROJECT_ID", "ambient-project")
        monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: ambient\nX-Ambient: yes")
        monkeypatch.setenv("HTTP_PROXY", elsewhere.base_url)
        monkeypatch.setenv("ALL_PROXY", elsewhere.base_url)
        write(server)
        write(server, key="our-key")
    assert not elsewhere.requests
    without, with_key = server.requests
    assert without.path == "/v1/chat/completions"
    assert "authorization" not in without.headers
    assert with_key.headers["authorization"] == "Bearer our-key"
    assert "ambient" not in str(without.headers) + str(with_key.headers)
    assert set(with_key.headers) <= {
        "host", "accept", "content-type", "content-length", "connection", "user-agent", "authorization",
        "accept-encoding",
    }  # fmt: skip
    assert with_key.headers["user-agent"] == "tenkyo"
    assert set(json.loads(with_key.body)) == {"model", "messages", "temperature", "max_tokens", "stream"}


def test_a_key_is_never_shown() -> None:
    assert "our-key" not in repr(Endpoint("http://127.0.0.1:9/v1", "m", "our-key"))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "127.0.0.1:8080",
        "file:///etc/passwd",
        "ftp://a/v1",
        "http://",
        "http://me:key@a/v1",
        "http://a/v1?b",
    ],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        Endpoint(address, "m")


def test_a_refusal_stays_one_and_the_model_is_not_asked() -> None:
    refused = replace(EXTRACTIVE, supported=False, parts=(), citations=())
    with serving(saying(GOOD)) as server:
        writer = LanguageModelWriter(Endpoint(server.base_url, "m", None, TIMES))
        assert writer.write(refused, ignore) == refused
    assert not server.requests


class StopListeningError(Exception):
    pass


def test_whoever_stops_listening_is_not_held_up_and_ends_the_stream() -> None:
    def stop(text: str) -> None:
        raise StopListeningError

    slow = streaming(
        event(GOOD), event("参加した職員は128人"), then=lambda one: one.forever(event("で"), 0.02)
    )
    started = time.monotonic()
    with serving(slow) as server, pytest.raises(StopListeningError):
        write(server, Timeouts(), told=stop)
    assert time.monotonic() - started < 3
    for _ in range(50):
        if not any("_listen" in thread.name for thread in threading.enumerate()):
            break
        time.sleep(0.05)
    assert not any("_listen" in thread.name for thread in threading.enumerate())


def test_thoughts_before_an_answer_are_no_part_of_it() -> None:
    def think(exchange: Exchange) -> None:
        exchange.start()
        exchange.send(event(reasoning_content="考える"), event("<think>訓練は9回。</think>\n"))
        exchange.send(event(GOOD), event(finish="stop"), DONE)

    assert answer_of(think).text == "訓練は令和4年11月3日に実施した。[1]"


def test_an_answer_that_was_cut_off_loses_its_last_sentence() -> None:
    def cut(exchange: Exchange) -> None:
        exchange.start()
        exchange.send(event(f"{GOOD}参加した職員は12"), event(finish="length"), DONE)

    answer = answer_of(cut)
    assert answer.text == "訓練は令和4年11月3日に実施した。[1]"
    assert [part.struck.kind for part in answer.parts if part.struck] == ["unfinished"]


def test_a_response_may_be_as_long_as_a_long_answer_needs() -> None:
    assert len(event("訓")) * 1_000 < MOST_BYTES
