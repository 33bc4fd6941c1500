"""The packed file of the bundled model, read."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.bundled import locate_packed_file
from embeddings.bundled_folder import bert_tensors
from embeddings.errors import EncoderError
from embeddings.packed import read_packed, unpack_four_bit
from tests import tiny_model


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.bin"
    path.write_bytes(tiny_model.packed_bytes())
    return path


def test_a_block_holds_its_first_half_low_and_its_second_half_high() -> None:
    scale = np.array([0.5], "<f2").view(np.uint8)
    halves = np.array([0x98, *[0x88] * 15], np.uint8)
    weights = unpack_four_bit(np.concatenate([scale, halves]))
    assert weights[0] == 0.0
    assert weights[16] == 0.5
    assert np.count_nonzero(weights) == 1


def test_sizes_pieces_and_normalisation_come_back(packed: Path) -> None:
    model = read_packed(packed)
    assert model.architecture.hidden == tiny_model.HIDDEN
    assert model.architecture.epsilon == 1e-12
    assert list(model.vocabulary.pieces) == tiny_model.PIECES
    assert model.vocabulary.unknown == 3
    assert model.normalisation == tiny_model.NORMALISATION


def test_every_tensor_has_the_shape_that_bert_wants(packed: Path) -> None:
    shapes = {name: values.shape for name, values in bert_tensors(read_packed(packed))}
    assert shapes["embeddings.word_embeddings.weight"] == (len(tiny_model.PIECES), tiny_model.HIDDEN)
    assert shapes["encoder.layer.1.output.dense.weight"] == (tiny_model.HIDDEN, tiny_model.FEED_FORWARD)
    assert shapes["encoder.layer.1.intermediate.dense.weight"] == (tiny_model.FEED_FORWARD, tiny_model.HIDDEN)
    assert shapes["encoder.layer.0.attention.output.LayerNorm.weight"] == (tiny_model.HIDDEN,)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"GGUF and so on")
    with pytest.raises(EncoderError, match="is not a packed E5 model"):
        read_packed(path)


def test_a_file_cut_short_is_refused(packed: Path) -> None:
    packed.write_bytes(packed.read_bytes()[:200])
    with pytest.raises(EncoderError, match="cut short or damaged"):
        read_packed(packed)


@pytest.mark.model
def test_the_installed_package_carries_the_known_file() -> None:
    model = read_packed(locate_packed_file())
    assert (model.architecture.hidden, model.architecture.layers) == (384, 12)
    assert len(model.vocabulary.pieces) == 250_002
