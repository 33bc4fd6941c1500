"""What was proven of search is told in the report, the status and its JSON; a failure is a warning too."""

import json
from pathlib import Path

import pytest

from index.types import DocumentProof, IndexReport, ProofStatus, Unfound
from tenkyo import indexing
from tenkyo.proof_output import proof_json, proof_lines, proof_warning
from tenkyo.reading_output import report_text, status_json, status_text
from tenkyo.settings import read_settings
from tests.fake_index import FakeIndex

FAILING = DocumentProof(
    "a",
    "監査/報告書.pdf",
    terms=12,
    pages=48,
    sentences=4,
    missing=3,
    unfound=(
        Unfound("passage", "備品台帳", 2),
        *(Unfound("page", "備品 台帳 照合", page) for page in (3, 4, 5, 9)),
        Unfound("term", "備品台帳", 3),
        Unfound("term", "\x1b[31m", 4),
        Unfound("sentence", "あ" * 70, 9),
    ),
)
TEXTLESS = DocumentProof("b", "白紙.txt", unfound=(Unfound("text", ""),))
SOME = ProofStatus(24, (FAILING, TEXTLESS), 1, 300, 900, 104)
ALL = ProofStatus(26, (), 0, 300, 900, 104)


class ProvenIndex(FakeIndex):
    def readings(self) -> list[object]:
        return []

    def status(self):  # type: ignore[no-untyped-def]
        from dataclasses import replace

        return replace(super().status(), proof=SOME)


def test_a_proven_library_has_one_line_and_an_empty_one_none() -> None:
    assert proof_lines(ALL) == [
        "search proven: 26 of 26 documents (300 words, 900 pages, 104 sentences asked for)"
    ]
    assert proof_lines(ProofStatus()) == []
    assert proof_warning(ALL) is None


def test_each_document_that_fails_is_named_with_what_was_not_found() -> None:
    assert proof_lines(SOME) == [
        "search proven: 24 of 27 documents (300 words, 900 pages, 104 sentences asked for)",
        "documents not yet proven: 1; index again to prove them",
        "not found: 監査/報告書.pdf: 3 passages are not in the indexes; no word of p.3-5, 9 leads there; "
        f"words 備品台帳 (p.3), \ufffd[31m (p.4); sentences {'あ' * 60}… (p.9)",
        "not found: 白紙.txt: it has no text to search",
    ]


def test_the_report_and_the_status_have_these_lines() -> None:
    lines = proof_lines(SOME)
    assert report_text(IndexReport(proof=SOME)).splitlines()[-4:] == lines
    assert status_text(ProvenIndex([])).splitlines()[-4:] == lines
    told = json.loads(json.dumps(status_json(ProvenIndex([]))))["search_proof"]
    assert told == json.loads(json.dumps(proof_json(SOME)))
    assert (told["proven"], told["unproven"]) == (24, 1)
    assert told["failing"][1] == {
        "document_id": "b",
        "path": "白紙.txt",
        "terms": 0,
        "pages": 0,
        "sentences": 0,
        "missing": 0,
        "unfound": [{"what": "text", "text": "", "page": None}],
    }


@pytest.mark.parametrize(("proof", "warned"), [(SOME, True), (ALL, False)])
def test_a_failure_is_a_warning_on_stderr_and_no_error(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    proof: ProofStatus,
    warned: bool,
) -> None:
    monkeypatch.setattr(
        "tenkyo.assembly.library_refresher", lambda _: lambda *_: IndexReport(read=("a.pdf",), proof=proof)
    )
    report = indexing.index_sources(read_settings(data=tmp_path), [tmp_path])
    assert report.skipped == ()
    out, err = capsys.readouterr()
    assert out.splitlines()[2:] == proof_lines(proof)
    warning = "tenkyo: warning: search does not find all that these documents say: 監査/報告書.pdf, 白紙.txt;"
    assert (warning in err) == warned


def test_a_warning_names_a_few_and_counts_the_others() -> None:
    many = ProofStatus(0, tuple(DocumentProof(str(n), f"{n}.txt") for n in range(8)))
    assert "0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 3 more;" in (proof_warning(many) or "")
