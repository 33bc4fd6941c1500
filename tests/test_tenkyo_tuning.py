"""`tenkyo tune` from end to end, in this process, over a tiny model and small files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from eval.tuning import tune
from index.ranking.weights import FEATURES
from tenkyo.cli import main
from tests.features_index import FeaturesIndex, ask_for_pages, make_features, write_questions

Run = Callable[..., tuple[int, str, str]]
SUBJECTS = ("備品", "契約", "旅費", "公印", "文書", "財産", "補助金", "給与", "委託", "検査", "入札", "基金")


@pytest.fixture
def run(
    tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs the command line; gives its exit code, what it put on stdout, and on stderr."""
    for name, value in {
        "ENCODER": tiny_model,
        "CACHE": "cache",
        "CONFIG": "tenkyo.toml",
        "DATA": "library",
    }.items():
        monkeypatch.setenv(f"TENKYO_{name}", str(tmp_path / value))

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["tenkyo", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


@pytest.fixture
def questions(run: Run, tmp_path: Path) -> Path:
    """Questions to a library that holds a document for each subject."""
    folder = tmp_path / "documents"
    folder.mkdir()
    lines = []
    for subject in SUBJECTS:
        said = f"{subject}の管理は規程のとおりであった。"
        (folder / f"{subject}.txt").write_text(f"{said}\n", encoding="utf-8")
        lines.append({"id": subject, "query": f"{subject}の管理", "doc": f"{subject}.txt", "quotes": [said]})
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    assert run("index", folder)[0] == 0
    return path


@pytest.fixture
def telling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the library's first feature alone tell what is right, whatever it is asked."""
    asked = ask_for_pages(60)
    path = write_questions(tmp_path / "pages.jsonl", asked)
    index = FeaturesIndex(make_features(asked, FEATURES[0]))
    monkeypatch.setattr("tenkyo.tuning.fit_weights", lambda *_: tune(path, index))


def own_weights(run: Run) -> object:
    return json.loads(run("status", "--json")[1])["ranking_weights"]


def test_without_apply_it_only_shows(run: Run, questions: Path) -> None:
    code, out, err = run("tune", questions)
    assert code == 0
    assert "weights fitted to 12 of 12 questions" in out
    assert "nDCG@10" in out
    assert "weights fitted  lexical" in out
    assert "searching" in err
    assert own_weights(run) is None
    assert "weights of its own" not in run("status")[1]


@pytest.mark.usefixtures("telling")
def test_applied_weights_are_told_and_can_be_undone(run: Run, questions: Path) -> None:
    code, out, err = run("tune", questions, "--apply", "--json")
    told = json.loads(out)
    assert (code, told["applied"], told["own"]) == (0, True, False)
    assert told["fitted"][FEATURES[0]] > told["now"][FEATURES[0]]
    assert "--undo" in err
    assert own_weights(run) == told["fitted"]
    assert f"ranks by weights of its own: lexical {told['fitted']['lexical']:.2f}" in run("status")[1]
    code, out, _ = run("tune", "--undo", "--json")
    assert (code, json.loads(out)) == (0, {"undone": True, "ranking_weights": None})
    assert own_weights(run) is None
    code, out, err = run("tune", "--undo")
    assert (code, out) == (1, "")
    assert "there is nothing to undo" in err


@pytest.mark.usefixtures("telling")
def test_applying_what_does_not_pay_is_done_with_a_warning(
    run: Run, questions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eval.tuning_report.TuningReport.pays", property(lambda _: False))
    code, _, err = run("tune", questions, "--apply")
    assert code == 0
    assert "warning: applied all the same. Applying does not pay" in err
    assert own_weights(run) is not None
    assert "the program's own" in run("tune", "--undo")[1]


def test_what_gives_no_reason_to_move_is_not_applied(run: Run, questions: Path) -> None:
    code, out, err = run("tune", questions, "--apply")
    assert (code, "Nothing to apply" in out, "applied" in err) == (0, True, False)
    assert own_weights(run) is None
    assert run("tune", "--undo")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "either"),
        (("--undo", "--apply"), "either"),
        (("missing.jsonl",), "there is no file"),
    ],
)
def test_wrong_usage_is_said_so(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run("tune", *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_bad_question_files_are_refused_in_one_sentence(run: Run, questions: Path) -> None:
    lines = questions.read_text(encoding="utf-8").splitlines()
    for text, said in {
        "{": "questions.jsonl line 1",
        "\n".join(lines[:4]): "at least 10",
        "\n".join(line.replace(".txt", ".pdf") for line in lines): "none of the documents",
    }.items():
        questions.write_text(text, encoding="utf-8")
        code, out, err = run("tune", questions)
        assert (code, out) == (2, "")
        assert said in err.strip().splitlines()[-1]
