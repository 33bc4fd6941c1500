"""The fictional ministry's guideline on security policies, as a PDF."""

from __future__ import annotations

from pathlib import Path

from samples.layout import Contents, PaperDocument, Space, Text, write_pdf
from samples.sources.markup import parse_blocks
from samples.sources.security_guideline_basics import ASSETS, FOREWORD, GENERAL, ORGANISATION
from samples.sources.security_guideline_layers import LAYERS, MODELS
from samples.sources.security_guideline_measures import OUTSOURCING, PEOPLE, REVIEW, TECHNICAL

TITLE = "情報セキュリティポリシーに関する指針（令和5年版）"
CHAPTERS = (GENERAL, ORGANISATION, ASSETS, LAYERS, MODELS, TECHNICAL, OUTSOURCING, PEOPLE, REVIEW)


def write_security_guideline(path: Path) -> None:
    cover = (
        Space(65),
        Text("地方公共団体における", "lead"),
        Text("情報セキュリティポリシーに関する指針", "large"),
        Text("（令和5年版）", "lead"),
        Space(90),
        Text("令和5年3月28日", "center"),
        Text("地域行政省", "lead"),
    )
    document = PaperDocument(
        title=TITLE,
        author="地域行政省",
        cover=cover,
        front=(Contents(depth=2), Space(6), *parse_blocks(FOREWORD)),
        body=parse_blocks("\n".join(CHAPTERS)),
        front_numbers="roman",
        running_head="情報セキュリティポリシーに関する指針",
    )
    write_pdf(document, path)
