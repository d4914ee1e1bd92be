"""Builds the public site's pages with Zensical too and compares the addresses; called by `make zensical`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from vecina.pages.site import BELOW, CONFIGS

ROOT = Path(__file__).resolve().parents[1]
SITE = "build/public"


def addresses(folder: Path) -> set[str]:
    """Every page of a built site by its path."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*.html")}


def main(program: str) -> int:
    """0 when both generators give the same pages, 1 when they do not."""
    ours, theirs = addresses(ROOT / SITE), set[str]()
    with tempfile.TemporaryDirectory() as name:
        shop = Path(name)
        shutil.copytree(ROOT / "site", shop / "site")
        shutil.copytree(ROOT / "build/input", shop / "build/input")
        for config in CONFIGS["public"]:
            made, put = BELOW.get(config, (SITE, SITE))
            shutil.copy(ROOT / config, shop)
            subprocess.run([program, "build", "--clean", "--config-file", config], cwd=shop, check=True)
            theirs |= {str(Path(put, path).relative_to(SITE)) for path in addresses(shop / made)}
    for path in sorted(ours ^ theirs):
        print(f"{path} is made by {'MkDocs' if path in ours else 'Zensical'} alone")
    print(f"MkDocs makes {len(ours)} pages, Zensical {len(theirs)}.")
    return 1 if ours != theirs else 0


if __name__ == "__main__":
    sys.exit(main(str(Path(sys.argv[1]).resolve())))
