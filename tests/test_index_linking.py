"""A measure answers the finding of its kind, number and title, of its own office, and of no later year."""

from corpus.types import Document, Finding, Measure
from index.storage.linking import link_measures


def document(name: str, issuer: str | None = None, year: int | None = None) -> Document:
    return Document(name, f"{name}.pdf", name, None, issuer, year, 1)


def finding(document_id: str, number: str = "1", title: str = "契約の理由について") -> Finding:
    return Finding(document_id, "指摘事項", number, title, None, (f"{document_id}-1",))


def measure(document_id: str, number: str = "1", title: str = "契約の理由について") -> Measure:
    return Measure(document_id, "指摘事項", number, title, "措置済", None, None, (f"{document_id}-1",))


def linked(findings: list[Finding], measures: list[Measure], *documents: Document) -> list[tuple[str, ...]]:
    by_id = {each.id: each for each in documents}
    return [each.measures for each in link_measures(findings, measures, by_id)]


def test_number_and_title_are_compared_letter_by_letter() -> None:
    found = [finding("監査", "１", "契約の 理由について"), finding("監査", "2"), finding("監査", "1", "旅費")]
    assert linked(found, [measure("措置")]) == [("措置-1",), (), ()]


def test_a_number_alone_links_nothing() -> None:
    assert linked([finding("監査", title="")], [measure("措置", title="")]) == [()]


def test_the_same_finding_of_another_office_is_not_answered() -> None:
    documents = (document("甲", "甲市"), document("乙", "乙市"), document("措置", "乙市"))
    assert linked([finding("甲"), finding("乙")], [measure("措置")], *documents) == [(), ("措置-1",)]


def test_of_several_years_the_latest_before_the_measure_is_answered() -> None:
    documents = (
        document("古", "甲市", 2021),
        document("新", "甲市", 2022),
        document("後", "甲市", 2024),
        document("措置", "甲市", 2023),
    )
    found = [finding("古"), finding("新"), finding("後")]
    assert linked(found, [measure("措置")], *documents) == [(), ("措置-1",), ()]


def test_each_passage_is_told_once() -> None:
    assert linked([finding("監査")], [measure("措置"), measure("措置"), measure("翌年")]) == [
        ("措置-1", "翌年-1")
    ]
