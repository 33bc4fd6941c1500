"""A candidate's text in, what its shape tells of it out: a label, a question, a row."""

import re

LONGEST_LABEL = 40

LABEL = re.compile(r"[^\t。．：:]*[^\t\n。．：:0-9０-９%％円]")
"""A heading or a label says nothing of what stands under it."""

ASKING = re.compile(r"(?:です|ます|でしょう)か[。」）]?(?:$|\n)|[?？][」）]?(?:$|\n)")
LEADING_ON = re.compile(r"(?:次|以下|下記|左記)の(?:とおり|[^。\n]{1,20})[^。\n]{0,20}[。:：]?$|[:：]$")
FIGURE_CELL = re.compile(r"\t[△▲-]?[0-9０-９][0-9０-９,，.．]*[^\t\n]{0,3}(?=[\t\n]|$)")
MOST_FIGURES = 6


def measure_shape(text: str) -> dict[str, float]:
    """Features of a text, each 0 to 1.

    "label" is a heading or label alone, "asking" what asks itself, "leads_on" what ends before it is told
    (次のとおりとする。), "figures" how many cells with figures it has, of MOST_FIGURES.
    """
    return {
        "label": float(len(text) <= LONGEST_LABEL and LABEL.fullmatch(text) is not None),
        "asking": float(ASKING.search(text) is not None),
        "leads_on": float(LEADING_ON.search(text) is not None),
        "figures": min(MOST_FIGURES, len(FIGURE_CELL.findall(text))) / MOST_FIGURES,
    }
