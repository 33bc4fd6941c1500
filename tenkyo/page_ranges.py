"""Numbers of pages in, the same in few words out."""

from collections.abc import Sequence
from itertools import pairwise


def join_ranges(labels: Sequence[str], separator: str, form: str) -> str:
    """3〜5・8 for 3, 4, 5, 8 with the separator ・ and the form {first}〜{last}; labels that are no numbers
    (ii, 資-1) are listed as they are."""
    runs: list[list[str]] = [[label] for label in labels[:1]]
    for before, label in pairwise(labels):
        if before.isdecimal() and label.isdecimal() and int(label) == int(before) + 1:
            runs[-1].append(label)
        elif label != before:
            runs.append([label])
    return separator.join(
        run[0] if len(run) == 1 else form.format(first=run[0], last=run[-1]) for run in runs
    )
