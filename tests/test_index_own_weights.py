"""A library's own ranking weights: applied, followed by open readers, kept, and taken back."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index import Library, LibraryError, NoLibraryError, refresh
from index.ranking.own_weights import apply_weights, undo_weights
from index.ranking.weights import RankingWeights
from index.storage.database import writing
from index.storage.store import write_setting
from tests.library_files import write_texts
from tests.tiny_encoder import TinyEncoder

WORDS = RankingWeights(lexical=8)
MEANING = RankingWeights(dense=8)
QUERY = "備品台帳と現物の照合"

KILLED = """
import os, signal, sys
from pathlib import Path
import index.ranking.own_weights as own
from index.ranking.weights import RankingWeights

write = own.write_setting

def write_and_die(connection, name, value):
    write(connection, name, value)
    if name == own.NOW:
        os.kill(os.getpid(), signal.SIGKILL)

own.write_setting = write_and_die
data = Path(sys.argv[2])
own.undo_weights(data) if sys.argv[1] == "undo" else own.apply_weights(data, RankingWeights(lexical=9))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "library"
    refresh(data, [write_texts(tmp_path / "documents")], TinyEncoder())
    return data


@pytest.fixture
def library(data: Path) -> Library:
    return Library.open(data, TinyEncoder())


def scored_by(library: Library) -> RankingWeights:
    """The weights that the first hit's score is made by: they are told, and its score is theirs."""
    weights = library.status().ranking_weights or RankingWeights()
    [hit] = library.search(QUERY, top_k=1)
    assert hit.score == pytest.approx(sum(hit.features * weights.shares))
    return weights


def test_an_open_reader_ranks_by_applied_weights_at_once_and_by_the_old_ones_after_undo(
    data: Path, library: Library
) -> None:
    assert library.status().ranking_weights is None
    before = library.search(QUERY, top_k=2)
    apply_weights(data, WORDS)
    assert scored_by(library) == WORDS
    assert [hit.score for hit in library.search(QUERY, top_k=2)] != [hit.score for hit in before]
    assert undo_weights(data) is None
    assert library.status().ranking_weights is None
    assert library.search(QUERY, top_k=2) == before


def test_undo_puts_back_the_last_weights_once(data: Path, library: Library) -> None:
    apply_weights(data, WORDS)
    apply_weights(data, MEANING)
    assert undo_weights(data) == WORDS
    assert scored_by(library) == WORDS
    with pytest.raises(LibraryError, match="nothing to undo"):
        undo_weights(data)
    assert scored_by(library) == WORDS


def test_weights_stay_when_the_library_is_refreshed(data: Path, library: Library, tmp_path: Path) -> None:
    apply_weights(data, MEANING)
    refresh(data, [write_texts(tmp_path / "documents", {"新規.txt": "新しい備品の台帳。\n"})], TinyEncoder())
    assert library.status().documents == 4
    assert scored_by(library) == MEANING


@pytest.mark.parametrize("step", ["apply", "undo"])
def test_a_writer_that_is_killed_leaves_the_weights_as_they_were(
    data: Path, library: Library, step: str
) -> None:
    apply_weights(data, WORDS)
    command = [sys.executable, "-c", KILLED, step, str(data)]
    assert subprocess.run(command, cwd=Path(__file__).parents[1]).returncode == -signal.SIGKILL
    assert scored_by(library) == WORDS
    assert undo_weights(data) is None


def test_weights_of_features_that_there_are_no_more_do_not_count(data: Path, library: Library) -> None:
    apply_weights(data, MEANING)
    with writing(data) as connection:
        write_setting(connection, "ranking_weights", '{"lexical": 1, "another": 2}')
    assert library.status().ranking_weights is None
    assert library.search(QUERY, top_k=1)
    assert undo_weights(data) is None


def test_while_another_process_writes_weights_are_refused_in_words(data: Path, library: Library) -> None:
    with writing(data), pytest.raises(LibraryError, match="another process"):
        apply_weights(data, WORDS)
    assert library.status().ranking_weights is None


def test_where_there_is_no_library_none_is_made(tmp_path: Path) -> None:
    for change in (lambda: apply_weights(tmp_path, WORDS), lambda: undo_weights(tmp_path)):
        with pytest.raises(NoLibraryError):
            change()
    assert not list(tmp_path.iterdir())


def test_the_score_is_made_of_the_features_alone(data: Path, library: Library) -> None:
    told = {hit.passage.id: hit.features for hit in library.search(QUERY, top_k=100)}
    for weights in (WORDS, MEANING):
        apply_weights(data, weights)
        found = {hit.passage.id: hit for hit in library.search(QUERY, top_k=100)}
        assert found.keys() == told.keys()
        for passage_id, hit in found.items():
            assert hit.features == pytest.approx(told[passage_id])
            assert hit.score == pytest.approx(sum(told[passage_id] * weights.shares))
