"""Forms that attack: what stands in an answer stays an answer, says nothing of itself, and who a client is goes nowhere."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from intakes import CASE, HEARING, MENTOR, body_of, csv_of, records
from outside import outside
from programs import copy_of, vecina
from vecina.intake.forms import FORMS
from vecina.intake.markdown import answers_of
from vecina.yamlmap import read

PARTS = ["### Your name", "### Zzyzx", "_No response_", "```", "\n", "\r\n", "\r", " ", "x", "###"]
ANSWER = st.lists(st.sampled_from(PARTS)).map("".join)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the miniature program that nothing in here changes."""
    return copy_of(tmp_path_factory.mktemp("hostile"))


def refused(root: Path, form: str, body: str) -> str:
    """What is said of a form that is refused; nothing was written, quickly, and nothing of it is said."""
    before = records(root)
    file = root / "body.md"
    file.write_bytes(body.encode("utf-8", "surrogatepass"))
    begun = time.monotonic()
    shown = vecina(f"intake {file} --form {form} --format markdown --apply", root)
    assert time.monotonic() - begun < 5
    assert shown.exit_code == 1, shown.output
    assert "Zzyzx" not in shown.output
    assert records(root) == before
    return shown.output


def placed(rows: str) -> str:
    """The form of an organization with this list in it."""
    return body_of("place-cases", {"Placing organization": "o-faro", "Cases, copied from the list": rows})


def test_a_heading_in_an_answer_is_no_question(root: Path) -> None:
    forged = CASE | {"Attorney name": "Novella Zzyzx\n\n### Immigration court\n\nNYC"}
    said = refused(root, "request-a-mentor", body_of("request-a-mentor", forged))
    assert "- **Immigration court**: The heading of this question stands more than once." in said
    unknown = CASE | {"Attorney name": "Novella Zzyzx\n\n### Client name\n\nZzyzx"}
    assert "- **Attorney name**: Write one line." in refused(root, "request-a-mentor", body_of("request-a-mentor", unknown))


def test_questions_in_another_order_or_with_text_above_are_not_guessed_at(root: Path) -> None:
    body = body_of("offer-to-mentor", MENTOR)
    first, rest = body.split("### Work e-mail", 1)
    assert "not in the order of the form" in refused(root, "offer-to-mentor", f"### Work e-mail{rest}\n\n{first}")
    assert "text above the first question" in refused(root, "offer-to-mentor", f"Zzyzx\n\n{body}")
    assert "None of the form's questions" in refused(root, "offer-to-mentor", "Zzyzx")
    assert "None of the form's questions" in refused(root, "offer-to-mentor", "")
    assert "**Your name**: This is missing." in refused(root, "offer-to-mentor", f"### Work e-mail{rest}")


@pytest.mark.parametrize(
    "value",
    [
        "<!-- Zzyzx -->", "<script>Zzyzx</script>", "Zzyzx\u202e", "Zzyzx\u200b", "Zzy\x07zx", "Zzyzx\nZzyzx", "Zzyzx " * 100,
        "Zzyzx\n```\n### Zzyzx", "Zzyzx 4567",
    ],
)  # fmt: skip
def test_what_is_no_name_is_refused(root: Path, value: str) -> None:
    assert "**Attorney name**" in refused(root, "request-a-mentor", body_of("request-a-mentor", CASE | {"Attorney name": value}))


def test_a_name_that_would_be_a_command_somewhere_is_a_name(root: Path) -> None:
    for value in (
        "$(touch zzyzx) Quill",
        "`zzyzx` Quill",
        "::error::Quill",
        "=cmd Quill",
        "{{ zzyzx }} Quill",
        "'; rm -rf zzyzx #",
    ):
        (root / "body.md").write_text(body_of("request-a-mentor", CASE | {"Attorney name": value}))
        shown = vecina(f"intake {root}/body.md --form request-a-mentor --format markdown", root)
        assert shown.exit_code == 0, shown.output
        assert value not in shown.output


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("A234567890", "an A-number"),
        ("A 234-567-890", "an A-number"),
        ("A０１２３４５６７８", "an A-number"),
        ("123-45-6789", "a Social Security number"),
        ("713-555-0123", "a phone number"),
        ("+52 55 1234 5678", "a phone number"),
        ("5550123456", "a phone number"),
        ("742 Evergreen Terrace", "a street address"),
        ("Passport AB1234567", "a number of identity"),
    ],
)
def test_who_somebody_is_is_refused_wherever_it_stands(root: Path, value: str, what: str) -> None:
    for form, good, label in (
        ("request-a-mentor", CASE, "Attorney name"),
        ("request-a-mentor", CASE, "Client languages"),
        ("report-a-date", HEARING, "Case number"),
        ("offer-to-mentor", MENTOR, "Countries whose claims you know well"),
    ):
        said = refused(root, form, body_of(form, good | {label: value}))
        assert f"- **{label}**: This looks like {what}." in said
        assert value not in said
        assert "An admin deletes the whole issue" in said
    rows = csv_of(CASE | {"Immigration court": value}, separator="\t")
    said = refused(root, "place-cases", placed(rows))
    assert f"Row 2, **Immigration court**: This looks like {what}." in said
    assert what in refused(root, "offer-to-mentor", f"{value}\n\n{body_of('offer-to-mentor', MENTOR)}")


def test_a_pasted_list_with_a_column_for_the_client_is_refused(root: Path) -> None:
    rows = csv_of(CASE | {"Client name": "Zzyzx"}, head=[*CASE, "Client name"], separator="\t")
    said = refused(root, "place-cases", placed(rows))
    assert f"Column {len(CASE) + 1} looks like a client's name." in said
    assert "An admin deletes the whole issue" in said


@given(st.dictionaries(st.sampled_from([question.label for question in FORMS["offer-to-mentor"].questions]), ANSWER))
def test_an_answer_is_read_as_it_is_or_not_at_all(answers: dict[str, str]) -> None:
    read_, problems = answers_of(FORMS["offer-to-mentor"], body_of("offer-to-mentor", answers))
    plain = {label: text.replace("\r\n", "\n").replace("\r", "\n").strip() for label, text in answers.items()}
    for question, cell in read_:
        if not problems:
            assert cell.text == ("" if plain.get(question.label) == "_No response_" else plain.get(question.label, ""))


@pytest.mark.parametrize("sign", ["x", "\nx", "### ", "### Your name\n", "| ", "1-", "a b c ", "<", "`", "\u0301"])
def test_a_huge_form_is_refused_at_once(root: Path, sign: str) -> None:
    refused(root, "offer-to-mentor", body_of("offer-to-mentor", MENTOR) + sign * (60_000 // len(sign)))
    refused(root, "offer-to-mentor", sign * (400_000 // len(sign)))


def test_every_text_that_attacks_is_refused_or_stays_unsaid(root: Path) -> None:
    for file in sorted(outside("hostile").glob("*.yaml")):
        raw = file.read_bytes()
        texts = [raw.decode("utf-8", "replace")]
        data = read(raw, "").data
        texts += [value for value in data.values() if isinstance(value, str)] if isinstance(data, dict) else []
        for text in texts:
            answers = CASE | {"Attorney name": text, "Immigration court": text}
            (root / "body.md").write_bytes(body_of("request-a-mentor", answers).encode("utf-8", "replace"))
            shown = vecina(f"intake {root}/body.md --form request-a-mentor --format markdown", root)
            assert shown.exit_code == 1
            assert len(text) < 8 or text not in shown.output, file.name
