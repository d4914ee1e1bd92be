"""The reader: what it accepts as it stands, and what it refuses, with the place and the code."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings, strategies as st

from vecina.yamlmap import MAX_BYTES, read


def refusals(text: str | bytes) -> list[tuple[int, int, str]]:
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return [(finding.line, finding.column, finding.code) for finding in read(raw, "f.yml").findings]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-03-14", "2026-03-14"),
        ('"09:30"', "09:30"),
        ("09:30", "09:30"),
        ("17", 17),
        ("-3", -3),
        ("2.5", 2.5),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("No way", "No way"),
        ("a: b".replace(": ", ":"), "a:b"),
        ("'it''s'", "it's"),
        ('"tab\\there"', "tab\there"),
        ("👩🏽‍⚖️", "👩🏽‍⚖️"),
    ],
)
def test_plain_values_follow_yaml_1_2_and_dates_stay_text(text: str, value: object) -> None:
    reading = read(f"field: {text}\n".encode(), "f.yml")
    assert (reading.data, reading.findings) == ({"field": value}, [])


@pytest.mark.parametrize("word", ["yes", "No", "ON", "off", "y", "=", "010", "1e3", "0o17", "1_000", "10:30", "12:30:45", "0b11"])
def test_what_programs_read_in_two_ways_is_doubted(word: str) -> None:
    assert read(f"a: [{word}]\n".encode(), "f.yml").doubts == {("a", 0): word}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "V015")]),
        ('"a": 1\na: 2\n', [(2, 1, "V015")]),
        ("e\u0301: 1\n\u00e9: 2\n", [(2, 1, "V015")]),
        ("a: &x 1\n", [(1, 4, "V016")]),
        ("a: *x\n", [(1, 4, "V016")]),
        ("<<: {a: 1}\n", [(1, 1, "V017")]),
        ("a: !!str 1\n", [(1, 4, "V018")]),
        ("a: ! b\n", [(1, 4, "V018")]),
        ("%YAML 1.2\n---\na: 1\n", [(1, 1, "V019")]),
        ("%FOO bar\n---\na: 1\n", [(1, 1, "V019")]),
        ("a: 1\n---\nb: 2\n", [(2, 1, "V020")]),
        ("a:\n\tb: 1\n", [(2, 1, "V013")]),
        ("a: 'x\n", [(1, 4, "V014")]),
        ("a: [1, 2\n", [(1, 4, "V014")]),
        ("a: b: c\n", [(1, 5, "V014")]),
        ("a: @b\n", [(1, 4, "V014")]),
        ("a\n", [(1, 1, "V026")]),
        ("- a\n", [(1, 1, "V026")]),
        ("", [(1, 1, "V025")]),
        ("# nothing\n", [(1, 1, "V025")]),
        ("? [a]\n: 1\n", [(1, 3, "V024")]),
        ("~: 1\n", [(1, 1, "V024")]),
        ("a: 1234567890123456\n", [(1, 4, "V023")]),
        ("a: .inf\n", [(1, 4, "V023")]),
        ("a: 1e999\n", [(1, 4, "V023")]),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n", [(2, 1, "V012")]),
        ('a: "\\u202e"\n', [(1, 4, "V011")]),
        ('a: "\\x00"\n', [(1, 4, "V011")]),
        ('a: "b\\r\\nc"\n', [(1, 4, "V011")]),
        ('"a\\u200d": 1\n', [(1, 1, "V011")]),
        ("a: 1 # b\u200d\n", [(1, 9, "V011")]),
        (b"a: caf\xe9\n", [(1, 1, "V010")]),
        ("a: 1\n".encode("utf-16"), [(1, 1, "V010")]),
        ("a: 1\n".encode("utf-16-le"), [(1, 1, "V010")]),
        ("a: 1\n".encode("utf-32"), [(1, 1, "V010")]),
        ("a: " + "x" * 2001 + "\n", [(1, 4, "V022")]),
        ("a: " + "[" * 9 + "]" * 9 + "\n", [(1, 11, "V021")]),
        ("a: [" + "1," * 5001 + "]\n", [(1, 9999, "V021")]),
        ("a: " + "x" * MAX_BYTES + "\n", [(1, 1, "V021")]),
    ],
)
def test_refused_with_place_and_code(text: str | bytes, expected: list[tuple[int, int, str]]) -> None:
    assert refusals(text) == expected


@pytest.mark.parametrize("sign", ["\x07", "\x85", "\u2028", "\u202e", "\u2067", "\u200b", "\ufeff", "\u00ad", "\U000e0041", "\r"])
def test_signs_nobody_can_see_are_refused_even_in_a_comment(sign: str) -> None:
    assert refusals(f"a: 1\nb: 2  # x{sign}y\n") == [(2, 10, "V011")]


def test_a_utf_8_mark_and_windows_line_ends_are_accepted() -> None:
    assert read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f.yml").data == {"a": 1, "b": 2}


def test_all_refusals_come_in_one_run_and_the_rest_is_still_read() -> None:
    reading = read(b"a: &x 1\na: 2\nb: !t 3\nc: [4]\n", "f.yml")
    assert [finding.line for finding in reading.findings] == [1, 2, 3]
    assert reading.data == {"a": 1, "b": 3, "c": [4]}


def test_every_key_and_value_has_its_place() -> None:
    reading = read("a: 1\na: {z: [9, 9]}\nb:\n  - c: x\n    d: [5, é, 6]\n  - 7\n".encode(), "f.yml")
    assert reading.place(("b",), key=True) == (3, 1)
    assert reading.place(("b",)) == (4, 3)
    assert reading.place(("b", 0, "d"), key=True) == (5, 5)
    assert reading.place(("b", 0, "d", 2)) == (5, 15)
    assert reading.place(("b", 1)) == (6, 5)


@pytest.mark.parametrize(
    "text",
    ["\x01\n" * 127_000, "\x01" * 255_000, "\r" * 250_000, "a:\n" + '  - "x" # \u200d\n' * 4_000, "a:\n" + '  - "\t"\n' * 4_900,
     "a: [" + "on, " * 4_900 + "]\n", "a: 1\n" + "# x\n" * 60_000],
    ids=["control lines", "controls", "returns", "joiners", "tabs", "doubts", "remarks"],
)  # fmt: skip
def test_a_file_made_to_be_slow_is_read_in_a_moment(text: str) -> None:
    begun = time.process_time()
    read(text.encode(), "f.yml")
    assert time.process_time() - begun < 1


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
plain_data = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
@settings(max_examples=300, deadline=None)
def test_nothing_a_person_can_type_raises(raw: bytes) -> None:
    reading = read(raw, "f.yml")
    assert reading.data is not None or reading.findings


@given(st.dictionaries(words, plain_data, min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_json_is_read_as_json_or_refused(data: dict[str, object]) -> None:
    import json

    reading = read(json.dumps(data).encode(), "f.yml")
    assert reading.findings or reading.data == data
