"""History, saved searches and choices of a person: kept for that person alone, erased for good."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tenkyo.errors import TenkyoError
from tenkyo.people import Asking, Person, is_token, new_token, person_of
from tenkyo.people.history import LONGEST_DAYS, MOST_ENTRIES, read_history, record
from tenkyo.people.saved_searches import MOST_SAVED, new_ids
from tenkyo.people.tables import people_database
from tenkyo.people.tokens import owner_of

LAYERS = Asking("search", "三層の対策", "q=%E4%B8%89%E5%B1%A4")
PASSWORDS = Asking("ask", "パスワードの有効期限", "q=%E3%83%91&year=2023")


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return one_of(tmp_path)


def one_of(folder: Path, token: str | None = None, library: str = "library") -> Person:
    return person_of(token or new_token(), folder / "state", folder / library)


def queries(person: Person) -> list[str]:
    return [entry.asking.query for entry in person.history()]


def test_what_was_asked_comes_back_newest_first(person: Person) -> None:
    person.record(LAYERS, found=10)
    person.record(PASSWORDS, found=4, supported=False)
    newest, oldest = person.history()
    assert (newest.asking, newest.found, newest.supported) == (PASSWORDS, 4, False)
    assert (oldest.asking, oldest.found, oldest.supported) == (LAYERS, 10, None)
    assert newest.at >= oldest.at and newest.at.tzinfo is UTC
    assert person.history(most=1) == (newest,)


def test_the_same_asked_again_at_once_is_one_entry(person: Person) -> None:
    person.record(LAYERS, found=1)
    person.record(LAYERS, found=2)
    assert [entry.found for entry in person.history()] == [2]
    person.record(PASSWORDS)
    person.record(LAYERS)
    assert queries(person) == ["三層の対策", "パスワードの有効期限", "三層の対策"]


def test_nobody_sees_what_another_asked_or_saved(tmp_path: Path) -> None:
    mine, theirs = one_of(tmp_path), one_of(tmp_path)
    mine.record(LAYERS)
    kept = mine.save("名前", LAYERS)
    assert kept is not None
    assert theirs.history() == () and theirs.saved() == ()
    assert theirs.erase(mine.history()[0].id) == () and theirs.delete(kept.id) is None
    theirs.rename(kept.id, "書き換え")
    theirs.erase()
    assert queries(mine) == ["三層の対策"] and mine.saved() == (kept,)


@pytest.mark.parametrize("token", [None, "", "x", "a" * 44, "' OR 1=1 --", "あ" * 43])
def test_a_wrong_token_sees_and_leaves_nothing(tmp_path: Path, token: str | None) -> None:
    one_of(tmp_path).record(LAYERS)
    nobody = person_of(token, tmp_path / "state", tmp_path / "library")
    nobody.record(PASSWORDS)
    nobody.keep_history(False)
    assert nobody.save("名前", LAYERS) is None
    assert (nobody.history(), nobody.saved(), nobody.erase(), nobody.keeps_history) == ((), (), (), True)


def test_the_same_token_sees_its_own_again_and_only_of_that_library(tmp_path: Path) -> None:
    token = new_token()
    one_of(tmp_path, token).record(LAYERS)
    assert queries(one_of(tmp_path, token)) == ["三層の対策"]
    assert queries(one_of(tmp_path, token, "other")) == []


def test_tokens_differ_and_only_their_hash_is_on_the_disk(tmp_path: Path) -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100 and all(map(is_token, tokens))
    token = tokens.pop()
    one_of(tmp_path, token).record(LAYERS)
    stored = b"".join(path.read_bytes() for path in (tmp_path / "state").iterdir())
    assert owner_of(token).encode() in stored and token.encode() not in stored
    assert not (tmp_path / "library").exists()


def test_what_is_erased_is_off_the_disk_and_can_be_put_back(tmp_path: Path, person: Person) -> None:
    person.record(LAYERS, found=3)
    person.record(PASSWORDS)
    before = person.history()
    erased = person.erase(before[1].id)
    assert queries(person) == ["パスワードの有効期限"]
    stored = b"".join(path.read_bytes() for path in (tmp_path / "state").iterdir())
    assert "三層の対策".encode() not in stored and "パスワードの有効期限".encode() in stored
    person.restore(erased)
    assert person.history() == before
    everything = person.erase()
    assert person.history() == ()
    person.restore(everything)
    assert person.history() == before


def test_a_history_that_is_off_records_nothing_and_keeps_what_was_there(person: Person) -> None:
    person.record(LAYERS)
    person.keep_history(False)
    person.record(PASSWORDS)
    assert queries(person) == ["三層の対策"] and not person.keeps_history
    person.keep_history(True)
    person.record(PASSWORDS)
    assert len(person.history()) == 2


def test_the_oldest_entries_go(tmp_path: Path) -> None:
    database, now = people_database(tmp_path, tmp_path), datetime(2024, 4, 1, tzinfo=UTC)
    for number in range(MOST_ENTRIES + 5):
        at = now + timedelta(seconds=number)
        record(database, "me", Asking("search", str(number), f"q={number}"), at, None, None)
    kept = read_history(database, "me", 1000, now)
    assert [entry.asking.query for entry in kept] == [str(n) for n in range(MOST_ENTRIES + 4, 4, -1)]


def test_entries_are_kept_for_so_many_days_whoever_asks_next(tmp_path: Path) -> None:
    database, then = people_database(tmp_path, tmp_path), datetime(2024, 4, 1, tzinfo=UTC)
    record(database, "me", LAYERS, then, None, None)
    assert read_history(database, "me", 10, then + timedelta(days=LONGEST_DAYS)) != ()
    late = then + timedelta(days=LONGEST_DAYS, seconds=1)
    assert read_history(database, "me", 10, late) == ()
    record(database, "other", PASSWORDS, late, None, None)
    assert read_history(database, "me", 10, then) == ()


def test_ten_sessions_write_at_once_without_an_error(tmp_path: Path) -> None:
    people = [one_of(tmp_path) for _ in range(10)]

    def write(person: Person) -> None:
        for number in range(20):
            person.record(Asking("search", str(number), f"q={number}"))

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(write, people))
    assert [len(person.history()) for person in people] == [20] * 10


def test_a_saved_search_tells_what_is_new_since_it_was_looked_at(person: Person) -> None:
    saved = person.save("  三層の\n調べ ", LAYERS, ["a", "b"])
    assert saved is not None and saved.name == "三層の 調べ" and person.saved() == (saved,)
    assert new_ids(saved, ["c", "a", "d"]) == ("c", "d")
    before = person.look_at(LAYERS, ["c", "a"])
    assert before == saved
    (now,) = person.saved()
    assert now.known == {"a", "b", "c"} and now.looked_at >= saved.looked_at
    assert person.look_at(PASSWORDS, ["x"]) is None


def test_saving_the_same_again_renames_it(person: Person) -> None:
    first = person.save("一", LAYERS, ["a"])
    again = person.save("二", LAYERS, ["a", "b"])
    assert first is not None and again is not None and first.id == again.id
    assert [(one.name, one.known) for one in person.saved()] == [("二", {"a", "b"})]


def test_a_saved_search_is_renamed_deleted_and_put_back(person: Person) -> None:
    first, second = person.save("一", LAYERS, ["a"]), person.save("二", PASSWORDS)
    assert first is not None and second is not None
    person.rename(first.id, "改めた名")
    deleted = person.delete(first.id)
    assert deleted is not None and deleted.name == "改めた名"
    assert person.saved() == (second,)
    person.put_back(deleted)
    assert person.saved() == (second, deleted)


def test_only_so_many_searches_are_saved(person: Person) -> None:
    for number in range(MOST_SAVED):
        assert person.save(str(number), Asking("search", str(number), f"q={number}"))
    assert person.save("一つ余り", LAYERS) is None
    assert len(person.saved()) == MOST_SAVED


def test_a_folder_that_cannot_be_written_is_told_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    with pytest.raises(TenkyoError, match="cannot be used") as told:
        one_of(tmp_path).record(LAYERS)
    assert "検索履歴を読み書きできません" in told.value.japanese


def test_a_file_of_a_newer_version_is_refused(tmp_path: Path, person: Person) -> None:
    person.record(LAYERS)
    with people_database(tmp_path / "state", tmp_path / "library").writing() as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(TenkyoError, match="newer version"):
        person.history()
