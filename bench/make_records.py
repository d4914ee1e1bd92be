"""Makes a data folder with as many records as asked for, out of the sample program: for measuring, never for real use.

Every copy of the sample's people and cases gets ids and e-mail addresses of its own and refers to nobody outside
itself, so the result is as free of findings as the sample is. The same count and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[1] / "data"
CLONED = ("organizations", "mentors", "attorneys", "cases")  # everything else is the program's own and is copied once
SEED = 20261124

_ID = re.compile(r"(?<![\w.@-])[acmo]-[a-z0-9]+(?:-[a-z0-9]+)*(?![\w@-])")
_EMAIL = re.compile(r"(?<=[\w%+-])@(?=[A-Za-z0-9-]+\.)")
_LETTERS, _DIGITS = "abcdefghjkmnpqrstuvwxyz", "23456789"  # what a case's id is made of; never two digits in a row

Sample = dict[str, tuple[str, str]]  # id -> (folder, text)


def make_records(target: Path, count: int, seed: int = SEED, sample: Path = SAMPLE) -> None:
    """Writes a `data` folder of `count` record files under target, the program's own files included."""
    data = target / "data"
    shutil.copytree(sample, data, ignore=lambda folder, _: list(CLONED) if Path(folder) == sample else [])
    for folder in CLONED:
        (data / folder).mkdir()
    rest = count - sum(1 for _ in data.rglob("*.yml"))
    if rest < 1:
        raise ValueError(f"{count} records are fewer than the program's own files")
    for folder, name, text in _clones(_read(sample), rest, random.Random(seed)):
        (data / folder / f"{name}.yml").write_text(text, encoding="utf-8", newline="\n")


def _read(sample: Path) -> Sample:
    paths = (path for folder in CLONED for path in sorted((sample / folder).glob("*.yml")))
    return {path.stem: (path.parent.name, path.read_text(encoding="utf-8")) for path in paths}


def _clones(sample: Sample, count: int, dice: random.Random) -> Iterator[tuple[str, str, str]]:
    """Folder, id and text of each record: copy after copy of the sample, the last one cut off where enough is enough."""
    order = _in_order_of_need(sample)
    taken: set[str] = set()
    for start in range(0, count, len(order)):
        suffix = _letters(start // len(order))
        names = {name: _case_id(dice, taken) if name.startswith("c-") else f"{name}-{suffix}" for name in order}
        for name in order[: count - start]:
            folder, text = sample[name]
            text = _ID.sub(lambda found: names.get(found[0], found[0]), text)  # noqa: B023 (used at once)
            yield folder, names[name], _EMAIL.sub(f".{suffix}@", text)


def _in_order_of_need(sample: Sample) -> list[str]:
    """The sample's ids, each behind those it refers to, so that a copy can be cut off anywhere and still hold together."""
    order: dict[str, None] = {}

    def add(name: str) -> None:
        for needed in sorted(set(_ID.findall(sample[name][1])) & sample.keys() - {name} - order.keys()):
            add(needed)
        order[name] = None

    for name in sorted(sample, key=lambda name: (not name.startswith("c-"), name)):
        if name not in order:
            add(name)
    return list(order)


def _letters(number: int) -> str:
    """0 is `a`, 25 is `z`, 26 is `aa`: a copy's mark in ids and addresses."""
    text = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        text = chr(ord("a") + digit) + text
    return text


def _case_id(dice: random.Random, taken: set[str]) -> str:
    """A case id that nobody has yet."""
    while True:
        signs = dice.choice(_LETTERS + _DIGITS)
        while len(signs) < 5:
            signs += dice.choice(_LETTERS if signs[-1] in _DIGITS else _LETTERS + _DIGITS)
        if signs not in taken:
            taken.add(signs)
            return f"c-{signs}"


def main() -> None:
    """Makes the folder and prints where it is."""
    parser = argparse.ArgumentParser(description="Make a data folder for measuring, in a new temporary folder.")
    parser.add_argument("count", type=int, help="how many record files in all")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed gives other case ids")
    asked = parser.parse_args()
    target = Path(tempfile.mkdtemp(prefix="vecina-bench-"))
    try:
        make_records(target, asked.count, asked.seed)
    except ValueError as error:
        shutil.rmtree(target)
        sys.exit(str(error))
    print(target)


if __name__ == "__main__":
    main()
