"""A document under another name, or with facts stated elsewhere, is described anew from its own text."""

from dataclasses import replace

from corpus.redescribing import describe_again
from corpus.splitting import split_document
from corpus.types import Evidence, SplitDocument
from tests.corpus_files import parsed_text

TEXT = "第1章 総則\n\n備品の管理について定める。\n\n【指摘事項1】公印の管理について\n\n改めること。\n"


def split() -> SplitDocument:
    return split_document(parsed_text(TEXT))


def test_another_name_gives_another_title_and_the_same_passages() -> None:
    before = split()
    after = describe_again(before, "規程/備品管理規程.txt")
    assert after.parsed.document.title == "備品管理規程"
    assert after.parsed.document.path == "規程/備品管理規程.txt"
    assert after.parsed.document.id == before.parsed.document.id
    assert after.passages == before.passages


def test_what_is_stated_goes_before_what_is_told_and_is_its_own_evidence() -> None:
    stated = (("title", "公印の手引き"), ("issuer", "架空県"), ("fiscal_year", 2021))
    after = describe_again(split(), "令和2年度資料.txt", stated, "metadata.csv")
    document = after.parsed.document
    assert (document.title, document.issuer, document.fiscal_year) == ("公印の手引き", "架空県", 2021)
    told = {each.field: each for each in after.parsed.evidence}
    assert told["fiscal_year"] == Evidence("fiscal_year", "metadata.csv", "2021")
    assert sum(each.field == "title" for each in after.parsed.evidence) == 1


def test_another_kind_finds_what_such_a_document_holds() -> None:
    before = split()
    assert len(before.findings) == 1
    after = describe_again(before, "試験.txt", (("kind", "措置状況"),), "metadata.csv")
    assert after.findings == ()
    assert len(after.measures) == 1


def test_the_title_of_the_file_s_properties_is_not_lost() -> None:
    before = split()
    before = replace(before, parsed=replace(before.parsed, property_title="備品管理の手引き"))
    assert describe_again(before, "doc1.txt").parsed.document.title == "備品管理の手引き"
