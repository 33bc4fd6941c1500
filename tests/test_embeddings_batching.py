"""Batches of texts of like length."""

from embeddings.batching import batches_by_length


def test_every_text_is_in_one_batch_and_the_longest_come_first() -> None:
    lengths = [3, 50, 7, 7, 100, 1]
    batches = list(batches_by_length(lengths, 100))
    assert sorted(position for batch in batches for position in batch) == list(range(6))
    assert batches[0] == [4]


def test_a_padded_batch_keeps_to_the_budget() -> None:
    lengths = [5, 9, 2, 8, 8, 3, 3, 1, 1]
    for batch in batches_by_length(lengths, 20):
        assert len(batch) * max(lengths[position] for position in batch) <= 20


def test_a_text_over_the_budget_is_a_batch_by_itself() -> None:
    assert list(batches_by_length([500, 600], 100)) == [[1], [0]]


def test_no_texts_are_no_batches() -> None:
    assert list(batches_by_length([], 100)) == []


def test_texts_of_no_length_are_batched_too() -> None:
    assert [sorted(batch) for batch in batches_by_length([0, 0], 100)] == [[0, 1]]
