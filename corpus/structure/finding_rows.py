"""Lines of a measures-taken report in; the rows that begin with a finding's number, out."""

import re
from collections.abc import Sequence

from corpus.normalising import squeeze
from corpus.structure.heading_lines import HeadingLine
from corpus.structure.lines import Line
from corpus.structure.numbering import Numbering
from corpus.structure.numbering_styles import last_part

FINDING_ROW = "指摘行"
_NUMBERED = re.compile(
    r"^[【\[［〔〈＜<]?(?:指摘事項|指摘|意見|要望|結果|検出事項)(?:第|No\.?|№)?(?P<n>\d{1,3}(?:[-－‐]\d{1,3})?)号?[】\]］〕〉＞>]?"
)
_LEAST_CELLS = 3
_LONGEST = 60


def finding_rows(lines: Sequence[Line]) -> list[HeadingLine]:
    """A heading for each row of a table that tells a finding's number (指摘 1) and what was done about it.

    Its words are those of the row's first cell and of the next that names the finding.
    """
    found = []
    for index, line in enumerate(lines):
        if "\t" not in line.text:
            continue
        cells = [cell.strip() for cell in line.text.split("\t")]
        filled = [cell for cell in cells if cell]
        match = _NUMBERED.match(squeeze(filled[0])) if len(filled) >= _LEAST_CELLS else None
        if match is None:
            continue
        named = filled[0] if match.end() < len(squeeze(filled[0])) else f"{filled[0]} {filled[1]}"
        numbering = Numbering(FINDING_ROW, 81, last_part(match["n"]), True, 0)
        found.append(HeadingLine(index, numbering, named[:_LONGEST]))
    return found
