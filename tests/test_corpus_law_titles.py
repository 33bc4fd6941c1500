"""Titles of 条例 and 規則: what follows is theirs until the next."""

from corpus import split_sections
from tests.corpus_files import parsed_pages, parsed_text

ORDINANCE = (
    "緑野町文庫の設置に関する条例\n（趣旨）\n第１条 この条例は、文庫について定める。\n（名称）\n"
    "第２条 名称は、次のとおりとする。\n附 則\nこの条例は、公布の日から施行する。\n"
    "別表（第２条関係）\n緑野文庫\n別記様式（第２条関係）\n届出書\n"
)
RULE = (
    "緑野町文庫の管理に関する規則\n令和６年規則第３号\n（趣旨）\n第１条 この規則は、管理について定める。\n"
    "（委任）\n第２条 必要な事項は、町長が定める。\n附 則\nこの規則は、公布の日から施行する。\n"
)


def paths(text: str) -> list[tuple[str, ...]]:
    return [section.headings for section in split_sections(parsed_text(text))]


def test_a_second_law_in_a_file_has_its_own_articles() -> None:
    ordinance, rule = "緑野町文庫の設置に関する条例", "緑野町文庫の管理に関する規則"
    assert paths(ORDINANCE + RULE) == [
        (ordinance, "第１条（趣旨）"),
        (ordinance, "第２条（名称）"),
        (ordinance, "附則"),
        (ordinance, "別表（第２条関係）"),
        (ordinance, "別記様式（第２条関係）"),
        (rule,),
        (rule, "第１条（趣旨）"),
        (rule, "第２条（委任）"),
        (rule, "附則"),
    ]


def test_an_amendment_is_named_by_its_title() -> None:
    title = "緑野町文庫の設置に関する条例の一部を改正する条例"
    text = f"{title}\n緑野町文庫の設置に関する条例の一部を次のように改正する。\n第１条中「館」を削る。\n"
    assert paths(text) == [(title,)]


def test_a_law_follows_a_bill_it_belongs_to() -> None:
    text = "議案第１２号\n" + ORDINANCE + "議案第１３号\n" + RULE
    found = [path[:2] for path in paths(text)]
    assert ("議案第１２号", "緑野町文庫の設置に関する条例") in found
    assert ("議案第１３号", "緑野町文庫の管理に関する規則") in found


def test_a_sentence_that_ends_its_line_with_a_laws_name_is_no_title() -> None:
    line = "窓口の受付は次の各号に定めるところによるものとし詳しくは文庫の管理に関する規則"
    text = f"{line}\n{line}\n{line}\n（趣旨）\n第１条 この規則は、受付について定める。\n"
    assert ("第１条（趣旨）",) in [section.headings for section in split_sections(parsed_pages(text))]
