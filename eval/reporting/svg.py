"""Something to draw in, SVG out: text as text, colours the page's own variables, the same bytes each time."""

import io
import re
import warnings
from collections.abc import Callable
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from eval.configurations import OURS
from eval.reporting import words

WIDTH, NARROW = 5.4, 4.2
"""The widths of plots in inches of 72 points; the page scales them to its columns."""

MARKERS = {
    "bigrams": "s",
    "lemmas": "^",
    "lexical": "v",
    "dense": "D",
    "rrf": "P",
    "txtai": "X",
    OURS: "o",
}
INK, FAINT, GRID, PAPER = "#010101", "#020202", "#030303", "#040404"
VARIABLES = {
    INK: "ink",
    FAINT: "faint",
    GRID: "line",
    PAPER: "paper",
    **{f"#0a0a{number:02x}": f"c-{name}" for number, name in enumerate(MARKERS)},
    **{f"#0b0b{number:02x}": f"r-{number}" for number in range(len(words.RANKS))},
}
"""Colours that stand for the page's variables: matplotlib knows no variables."""

COLOURS = {variable: colour for colour, variable in VARIABLES.items()}

RC: dict[Any, object] = {
    "svg.fonttype": "none",
    "font.size": 11,
    "text.color": INK,
    "axes.labelcolor": FAINT,
    "axes.edgecolor": GRID,
    "axes.facecolor": "none",
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "grid.color": GRID,
    "xtick.color": FAINT,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
}


def colour_of(name: str) -> str:
    """The colour of a configuration."""
    return COLOURS.get(f"c-{name}", INK)


def draw_svg(
    name: str,
    draw: Callable[[Axes], None],
    height: float,
    left: float,
    right: float,
    bottom: float = 0.32,
    width: float = WIDTH,
) -> str:
    """A plot as an SVG element that takes its colours and its font from the page; sizes are in inches."""
    whole = height + bottom + 0.08
    with matplotlib.rc_context({**RC, "svg.hashsalt": name}), warnings.catch_warnings():
        # The page's font draws the text; that matplotlib's own has no such letters does not matter.
        warnings.filterwarnings("ignore", "Glyph .* missing from font")
        figure = Figure(figsize=(width, whole))
        axes = figure.add_axes((left / width, bottom / whole, 1 - (left + right) / width, height / whole))
        draw(axes)
        written = io.StringIO()
        figure.savefig(
            written, format="svg", transparent=True, metadata={"Date": None, "Creator": None, "Type": None}
        )
    return _inlined(written.getvalue(), name)


def _inlined(svg: str, name: str) -> str:
    """A file's SVG as an element inside a page: no size of its own, its ids its own, colours as variables."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", svg))
    prefix = re.sub(r"\W", "-", name)
    svg = re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{prefix}-", svg)
    svg = re.sub(r"font: [^;\"]*?(\d+)px [^;\"]*", r"font-size: \1px", svg)
    for colour, variable in VARIABLES.items():
        svg = svg.replace(colour, f"var(--{variable})")
    return svg.strip()
