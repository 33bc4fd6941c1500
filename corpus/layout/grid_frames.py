"""Joined rules in; the sets of them that hang together, each the frame of a table, out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.layout.rules import Rules
from corpus.layout.types import Floats

_TOUCH = 3.0
_MOST_MEETINGS = 400_000
_MOST_STEPS = 40
_LANDSCAPE = 1.2
_SAME_EDGE = 4.0
_STANDS_OUT = 18.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Rules that touch each other (as in Rules) and their bounds: left, top, right, bottom.

    `gutters` are the strips, left to right edge, that part facing pages: no column of the table.
    """

    level: Floats
    upright: Floats
    bounds: tuple[float, float, float, float]
    gutters: tuple[tuple[float, float], ...] = ()


def find_frames(rules: Rules, width: float, height: float) -> list[Frame]:
    """The frames on a page of `width` and `height`; those of two facing pages that go on over the fold are
    one. Empty where the page has more rules than a page can show."""
    level, upright = rules.level, rules.upright
    if len(level) * len(upright) > _MOST_MEETINGS:
        return []
    frames = _connected(level, upright)
    return _joined_over_fold(frames, width) if width >= _LANDSCAPE * height else frames


def _connected(level: Floats, upright: Floats) -> list[Frame]:
    if not len(level) or not len(upright):
        return []
    y, left, right = (level[:, [at]] for at in range(3))
    x, top, bottom = (upright[:, at] for at in range(3))
    touch = (x >= left - _TOUCH) & (x <= right + _TOUCH) & (y >= top - _TOUCH) & (y <= bottom + _TOUCH)
    label = np.arange(len(level))
    none = len(level)
    across = np.full(len(upright), none)
    for _ in range(_MOST_STEPS):
        across = np.where(touch, label[:, None], none).min(axis=0)
        new = np.minimum(label, np.where(touch, across[None, :], none).min(axis=1))
        if (new == label).all():
            break
        label = new[new]
    frames = []
    for name in np.unique(label):
        lying, standing = level[label == name], upright[across == name]
        if len(lying) and len(standing) and len(lying) + len(standing) > 2:
            frames.append(_frame(lying, standing))
    return frames


def _frame(level: Floats, upright: Floats, gutters: tuple[tuple[float, float], ...] = ()) -> Frame:
    bounds = (
        _outer(level[:, 1], upright[:, 0], -1),
        _outer(upright[:, 1], level[:, 0], -1),
        _outer(level[:, 2], upright[:, 0], 1),
        _outer(upright[:, 2], level[:, 0], 1),
    )
    return Frame(level, upright, bounds, gutters)


def _outer(ends: Floats, rules: Floats, sign: int) -> float:
    """The outer edge of a frame: where the rules across it end, or its outermost rule, over which they may
    stand out a little, and one of them more."""
    reach = np.sort(ends * sign)
    rule = float((rules * sign).max())
    end = float(reach[-2] if len(reach) > 2 else reach[-1])
    return (end if end - rule > _STANDS_OUT else rule) * sign


def _joined_over_fold(frames: Sequence[Frame], width: float) -> list[Frame]:
    """The frames, two that face each other over the middle and begin and end level made one."""
    middle = width / 2
    left = [frame for frame in frames if frame.bounds[2] <= middle]
    kept = [frame for frame in frames if frame.bounds[2] > middle]
    for frame in left:
        other = next((one for one in kept if _faces(frame, one, middle)), None)
        if other is None:
            kept.append(frame)
            continue
        kept.remove(other)
        gutter = (frame.bounds[2], other.bounds[0])
        kept.append(
            _frame(
                np.concatenate([frame.level, other.level]),
                np.concatenate([frame.upright, other.upright]),
                (gutter,),
            )
        )
    return kept


def _faces(left: Frame, right: Frame, middle: float) -> bool:
    level = (
        abs(left.bounds[1] - right.bounds[1]) <= _SAME_EDGE
        and abs(left.bounds[3] - right.bounds[3]) <= _SAME_EDGE
    )
    near = left.bounds[2] > 0.8 * middle and middle <= right.bounds[0] < 1.2 * middle
    return level and near and not right.gutters and not _alike(left, right)


def _alike(left: Frame, right: Frame) -> bool:
    """Whether two frames have the same columns, and so hold one list set in two columns."""
    across = [
        np.unique(np.round((frame.upright[:, 0] - frame.bounds[0]) / _SAME_EDGE)) for frame in (left, right)
    ]
    return len(across[0]) == len(across[1]) and bool((np.abs(across[0] - across[1]) <= 1).all())
