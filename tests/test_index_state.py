"""The state of a library: the same on a copy, another after any change that answers depend on."""

import shutil
from pathlib import Path

from index import Library, refresh
from index.ranking.own_weights import apply_weights, undo_weights
from index.ranking.weights import RankingWeights
from tests.tiny_encoder import TinyEncoder


def library_of(data: Path, source: Path, encoder: TinyEncoder) -> Library:
    refresh(data, [source], encoder)
    return Library.open(data, encoder)


def sources(folder: Path) -> Path:
    folder.mkdir()
    (folder / "指針.txt").write_text("# 指針\n三層の対策を講ずる。", encoding="utf-8")
    (folder / "要綱.txt").write_text("# 要綱\n補助金を交付する。", encoding="utf-8")
    return folder


def test_a_copied_library_has_the_same_state(tmp_path: Path, tiny_encoder: TinyEncoder) -> None:
    library = library_of(tmp_path / "a", sources(tmp_path / "in"), tiny_encoder)
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    assert Library.open(tmp_path / "b", tiny_encoder).state().digest == library.state().digest
    assert len(library.state().documents) == 2


def test_a_changed_document_changes_the_state_and_indexing_again_does_not(
    tmp_path: Path, tiny_encoder: TinyEncoder
) -> None:
    source = sources(tmp_path / "in")
    library = library_of(tmp_path / "a", source, tiny_encoder)
    before = library.state()
    refresh(tmp_path / "a", [source], tiny_encoder)
    assert library.state().digest == before.digest
    (source / "要綱.txt").write_text("# 要綱\n補助金を返還させる。", encoding="utf-8")
    refresh(tmp_path / "a", [source], tiny_encoder)
    assert library.state().digest != before.digest
    assert len(set(library.state().documents) & set(before.documents)) == 1


def test_what_a_document_is_called_is_part_of_the_state(tmp_path: Path, tiny_encoder: TinyEncoder) -> None:
    source = sources(tmp_path / "in")
    library = library_of(tmp_path / "a", source, tiny_encoder)
    before = library.state()
    (source / "metadata.csv").write_text("path,title\n要綱.txt,別の題名\n", encoding="utf-8")
    refresh(tmp_path / "a", [source], tiny_encoder)
    after = library.state()
    assert set(after.documents) == set(before.documents)
    assert after.documents != before.documents


def test_weights_and_synonyms_are_part_of_the_state(tmp_path: Path, tiny_encoder: TinyEncoder) -> None:
    library = library_of(tmp_path / "a", sources(tmp_path / "in"), tiny_encoder)
    before = library.state()
    apply_weights(tmp_path / "a", RankingWeights(lexical=0.9))
    assert library.state().weights != before.weights
    undo_weights(tmp_path / "a")
    assert library.state() == before
    (tmp_path / "a" / "synonyms.txt").write_text("要綱, 要領\n", encoding="utf-8")
    assert library.state().synonyms != before.synonyms
