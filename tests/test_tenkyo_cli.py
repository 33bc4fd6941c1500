"""The command line from end to end, in this process, over a tiny model and small files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from embeddings.bundled_folder import write_folder
from embeddings.packed import read_packed
from tenkyo.cli import main
from tests.tiny_model import packed_bytes

Run = Callable[..., tuple[int, str, str]]

REPORT = """第1章 監査の概要

1 監査の種類

この監査は、架空県の情報システムに関する事務について行った。

第2章 監査の結果

【指摘事項1】パスワードの設定について

利用者12名のパスワードが1年以上変更されていなかった。規程に従い90日ごとに変更する必要がある。

【意見1】随意契約の理由について

随意契約の理由書に、価格の妥当性の検討が記載されていなかった。
"""


@pytest.fixture
def data(tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, in an environment that no test shares with the user's own."""
    data = tmp_path / "library"
    monkeypatch.setenv("TENKYO_ENCODER", str(tiny_model))
    monkeypatch.setenv("TENKYO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("TENKYO_CONFIG", str(tmp_path / "tenkyo.toml"))
    monkeypatch.setenv("TENKYO_DATA", str(data))
    return data


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line; gives its exit code, what it put on stdout, and on stderr."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["tenkyo", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "架空県_令和2年度_包括外部監査結果報告書.txt").write_text(REPORT, encoding="utf-8")
    return folder


def test_what_was_indexed_is_found_with_its_section(run: Run, folder: Path) -> None:
    code, out, _ = run("index", folder)
    assert (code, out.splitlines()[0][:6]) == (0, "read 1")
    code, out, _ = run("search", "指摘事項 パスワード", "--json", "--top-k", "3")
    found = json.loads(out)
    assert code == 0
    assert (found["id"], found["query"]) == (None, "指摘事項 パスワード")
    first = found["hits"][0]
    assert "90日ごと" in first["text"]
    assert first["document"]["fiscal_year"] == 2020
    assert any("指摘事項1" in heading for heading in first["headings"])
    assert first["pages"] == []
    assert all(0 <= start < end <= len(first["text"]) for start, end in first["highlights"])


def test_a_second_run_reads_nothing_again(run: Run, folder: Path) -> None:
    run("index", folder)
    _, out, _ = run("index", folder)
    assert out.startswith("read 0, unchanged 1, removed 0, skipped 0")


def test_a_skipped_file_is_named_and_the_exit_code_says_so(run: Run, folder: Path) -> None:
    (folder / "会議録.jtd").write_bytes(b"no matter what")
    code, out, _ = run("index", folder)
    assert code == 3
    assert "skipped: 会議録.jtd: Ichitaro files (.jtd) are not read yet" in out


def test_all_queries_of_a_file_are_answered_in_order_a_line_each(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    run("index", folder)
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": "b", "query": "随意契約"}\n{"id": "a", "query": "？！"}\n', encoding="utf-8")
    code, out, err = run("search", "--queries", queries)
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["id"] for line in lines] == ["b", "a"]
    assert lines[0]["hits"]
    assert lines[1]["hits"] == []
    assert "symbols" in lines[1]["error"]
    assert (code, "query a" in err) == (3, True)


def test_an_answer_quotes_its_passage_word_for_word(run: Run, folder: Path) -> None:
    run("index", folder)
    code, out, _ = run("ask", "パスワードは何日ごとに変更する必要があるか", "--json")
    answer = json.loads(out)
    assert (code, answer["supported"]) == (0, True)
    assert answer["citations"]
    for citation in answer["citations"]:
        assert citation["quote"] in citation["passage"]["text"]
        assert "rank" not in citation["passage"]


def test_what_nothing_answers_is_refused(run: Run, folder: Path) -> None:
    run("index", folder)
    code, out, _ = run("ask", "火星探査機の打上げ費用はいくらか", "--json")
    answer = json.loads(out)
    assert (code, answer["supported"], answer["citations"]) == (0, False, [])
    assert "見つかりません" in answer["answer"]


@pytest.mark.parametrize(
    ("query", "said"), [("", "empty"), ("　\n", "empty"), ("「」！", "symbols"), ("漢" * 10_000, "10,000")]
)
def test_a_query_that_cannot_be_searched_gets_one_sentence(
    run: Run, folder: Path, query: str, said: str
) -> None:
    run("index", folder)
    code, out, err = run("search", query)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("search",),
        ("search", "x", "--queries", "y.jsonl"),
        ("search", "x", "--top-k", "0"),
        ("index", "/nowhere"),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err


def test_a_library_that_is_not_there_gets_one_sentence(run: Run, data: Path) -> None:
    code, out, err = run("search", "監査")
    assert (code, out) == (1, "")
    assert str(data) in err
    assert len(err.strip().splitlines()) == 1


def test_a_library_of_another_model_is_refused_and_stays_as_it_was(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tiny_model: Path
) -> None:
    run("index", folder)
    other = tmp_path / "other"
    other.mkdir()
    packed = tmp_path / "packed.bin"
    packed.write_bytes(packed_bytes(seed=1))
    write_folder(other, read_packed(packed), lambda done, total: None)
    monkeypatch.setenv("TENKYO_ENCODER", str(other))
    for command in (("search", "監査"), ("index", str(folder))):
        code, _, err = run(*command)
        assert code == 1
        assert "encoder" in err
    monkeypatch.setenv("TENKYO_ENCODER", str(tiny_model))
    assert json.loads(run("search", "監査", "--json")[1])["hits"]


def test_the_status_tells_what_is_there_and_what_was_skipped(run: Run, folder: Path) -> None:
    (folder / "壊れた.pdf").write_bytes(b"")
    run("index", folder)
    code, out, _ = run("status")
    assert code == 0
    assert "1 documents" in out
    assert "skipped: 壊れた.pdf:" in out


def test_a_broken_line_of_synonyms_is_named_and_the_others_count(run: Run, folder: Path, data: Path) -> None:
    run("index", folder)
    (data / "synonyms.txt").write_text("合言葉, パスワード\nひとつ\n", encoding="utf-8")
    code, _, err = run("status")
    assert code == 0
    assert "synonyms.txt, line 2" in err
    code, out, _ = run("search", "合言葉 年度:令和2", "--json")
    understood = json.loads(out)["understood"]
    assert [part["key"] for part in understood["parts"]] == ["filter:年度:令和2", "synonym:合言葉"]
    assert understood["text"] == "合言葉"
    assert "line 2" in understood["notes"][0]
    assert "understood: filter 年度:令和2 = 2020" in run("search", "合言葉 年度:令和2")[1]


def test_eval_compares_each_leg_and_both(run: Run, folder: Path, tmp_path: Path) -> None:
    run("index", folder)
    name = "架空県_令和2年度_包括外部監査結果報告書.txt"
    questions = tmp_path / "questions.jsonl"
    asked = [
        {
            "id": "1",
            "query": "随意契約の理由書",
            "doc": name,
            "quotes": ["価格の妥当性の検討"],
            "kind": "fact",
        },
        {"id": "2", "query": "火星探査", "doc": None, "quotes": [], "kind": "unanswerable"},
    ]
    questions.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in asked), encoding="utf-8")
    code, out, _ = run("eval", questions, "--answers", "--first", "2")
    assert code == 0
    assert all(name in out for name in ("lexical", "dense", "tenkyo", "nDCG@10"))
    assert "refusal_recall" in out and "2 judged questions" in out
    assert json.loads(run("eval", questions, "--json", "--first", "1")[1])["questions"] == 1


def test_eval_compares_what_is_named_and_writes_its_report(run: Run, folder: Path, tmp_path: Path) -> None:
    run("index", folder)
    questions = tmp_path / "questions.jsonl"
    questions.write_text(
        json.dumps(
            {
                "id": "1",
                "query": "随意契約の理由書",
                "doc": "架空県_令和2年度_包括外部監査結果報告書.txt",
                "quotes": ["価格の妥当性の検討"],
            },
            ensure_ascii=False,
        ),
        encoding="utf-8",
    )
    written = tmp_path / "report"
    code, out, err = run("eval", questions, "--compare", "rrf, tenkyo", "--json", "--report", written)
    found = json.loads(out)
    assert code == 0
    assert [one["name"] for one in found["runs"]] == ["rrf", "tenkyo"]
    assert {one["other"] for one in found["comparisons"]} == {"rrf"}
    assert found["costs"] == []
    assert sorted(path.name for path in written.iterdir()) == ["report.html", "report.json", "report.md"]
    assert str(written / "report.html") in err
    code, out, err = run("eval", questions, "--compare", "elastic")
    assert (code, out) == (2, "")
    assert "no configuration 'elastic'" in err
