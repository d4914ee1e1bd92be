"""One page sealed with a passphrase: nothing of it shows without, all of it works with, and no weak passphrase seals."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from playwright.sync_api import Browser, Page

from browser import LOOKS, Watched, address, barriers, pages_of, watched
from outside import ROOT
from vecina.seal import sealed, weakness
from vecina.seal.age import encrypted

PARTS = ROOT / "site/status/sealed"
PASSPHRASE = "kettle violin marsh onion pebble"
STYLE = "h1 { color: rgb(1, 2, 3) }"
SCRIPT = "document.getElementById('ran').textContent = 'the script of the page ran'"
CANARIES = ("Cases of the canary", "c-canary", "Señora Canario")


def source(text: str) -> str:
    """An inline script or style as a content security policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def whole(more: str = "") -> bytes:
    """A page that holds all it needs, has a policy of its own, and ends far below its first screen."""
    policy = f"default-src 'none'; script-src {source(SCRIPT)}; style-src {source(STYLE)}; img-src data:"
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{CANARIES[0]}</title><style>{STYLE}</style></head>
<body><h1>{CANARIES[1]}</h1><p id="ran"></p><a href="#cases">Cases</a><script>{SCRIPT}</script>
{"<p>A line.</p>" * 200}<h2 id="cases">{CANARIES[2]}</h2>{more}</body></html>
""".encode()


def written(folder: Path, text: str) -> str:
    """A sealed page on the disk; its address."""
    (folder / "sealed.html").write_text(text, encoding="utf-8", newline="\n")
    return address(folder, "sealed.html")


def payload(text: str) -> bytes:
    """The age file in a sealed page, taken out as docs say."""
    (found,) = re.findall(
        r"^-----BEGIN AGE ENCRYPTED FILE-----\n.*?\n-----END AGE ENCRYPTED FILE-----\n", text, re.MULTILINE | re.DOTALL
    )
    return str(found).encode()


@pytest.fixture(scope="module")
def file() -> str:
    return sealed(whole(), PASSPHRASE, "Sealed page", PARTS)


@pytest.fixture
def before(tmp_path: Path, browser: Browser, file: str) -> Iterator[Watched]:
    """The sealed page in a browser, opened from a disk."""
    with watched(browser) as seen:
        seen.page.goto(written(tmp_path, file))
        yield seen


def tried(page: Page, passphrase: str) -> None:
    page.get_by_label("Passphrase", exact=True).fill(passphrase)
    page.get_by_role("button", name="Open").click()


def test_any_tool_for_age_files_opens_what_was_taken_out(file: str) -> None:
    """Pyrage is another's code in another language. The work factor is the one that browsers and phones can bear."""
    taken = payload(file)
    assert pyrage.passphrase.decrypt(taken, PASSPHRASE) == whole()
    head = base64.b64decode("".join(taken.decode().splitlines()[1:-1])).split(b"\n")
    assert head[0] == b"age-encryption.org/v1"
    assert re.fullmatch(rb"-> scrypt [A-Za-z0-9+/]{22} 18", head[1])


def test_no_other_passphrase_opens_it(file: str) -> None:
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(payload(file), PASSPHRASE.title())


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 131_072])
def test_every_size_comes_back_whole(size: int) -> None:
    """Also at the ends of the format's chunks of 64 KiB."""
    plain = bytes(number % 251 for number in range(size))
    assert pyrage.passphrase.decrypt(encrypted(plain, PASSPHRASE), PASSPHRASE) == plain


def test_an_accent_is_the_same_however_a_keyboard_writes_it() -> None:
    spoken = "corazón lápiz camión jardín melón"
    taken = encrypted(b"x", unicodedata.normalize("NFD", spoken))
    assert pyrage.passphrase.decrypt(taken, unicodedata.normalize("NFC", spoken)) == b"x"


def test_nothing_of_the_page_is_in_the_file(file: str) -> None:
    for canary in (*CANARIES, *PASSPHRASE.split(), SCRIPT, STYLE, "canary", "#cases"):
        assert canary not in file
    assert file.count("Sealed page") == 2


def test_a_title_cannot_act() -> None:
    assert "<b>" not in sealed(whole(), PASSPHRASE, "<b>Sealed</b>", PARTS)


def test_no_two_sealed_files_are_alike(file: str) -> None:
    assert payload(sealed(whole(), PASSPHRASE, "Sealed page", PARTS)) != payload(file)


def test_the_policy_names_every_script_and_style_by_its_hash(file: str) -> None:
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', file)
    library, opener, style = ((PARTS / name).read_text("utf-8") for name in ("vendor/age.min.js", "opener.js", "sealed.css"))
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src {source(library)} {source(opener)} {source(SCRIPT)}",
        f"style-src {source(style)} {source(STYLE)}",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert file.index("Content-Security-Policy") < file.index("<style>")


def test_of_the_pages_policy_only_hashes_are_taken() -> None:
    open_wide = whole().replace(b"script-src", b"connect-src *; script-src 'unsafe-inline' 'unsafe-eval' https: ")
    assert not re.search("unsafe|connect-src|https:", sealed(open_wide, PASSPHRASE, "Sealed page", PARTS).partition("<title>")[0])


def test_a_page_without_a_policy_is_not_sealed() -> None:
    with pytest.raises(ValueError, match=r"policy which of its scripts and styles may act\.$"):
        sealed(b"<!doctype html><title>x</title>", PASSPHRASE, "Sealed page", PARTS)


@pytest.mark.parametrize(
    "passphrase",
    [
        "", "              ", "short", "password1234567", "vecina vecina vecina", "aaaaaaaaaaaaaaaa", "abcdefghijklmnop",
        "qwertyuiopasdfgh", "1qaz2wsx3edc4rfv", "November 24, 2026", "19/03/1984 24/11/2026", "123456789012345678",
        "P@ssw0rd!P@ssw0rd!", "Let me in please", "correct horse battery staple", "vecina status 2026", "houston texas 2026",
        f" {PASSPHRASE}", f"{PASSPHRASE}\n", "kettle violin\nmarsh onion", "kettle violin\u00a0marsh onion",
    ],
)  # fmt: skip
def test_a_weak_passphrase_is_refused_in_one_sentence(passphrase: str) -> None:
    said = weakness(passphrase)
    assert re.fullmatch(r"[A-Z][^.]+\.", said)
    assert not passphrase.strip() or passphrase.strip() not in said
    with pytest.raises(ValueError, match=re.escape(said)):
        sealed(whole(), passphrase, "Sealed page", PARTS)


@pytest.mark.parametrize(
    "passphrase",
    [PASSPHRASE, "mesa nube tigre lento cobre", "x7#Qp9!mLz2$Kd", "river-lantern-oak-79", f"{PASSPHRASE} " * 9 + "last"],
)
def test_a_strong_passphrase_is_taken(passphrase: str) -> None:
    assert weakness(passphrase) == ""


@pytest.mark.parametrize("name", ["vendor/age.min.js", "opener.js"])
def test_what_runs_on_a_sealed_page_runs_no_text_and_asks_nobody(name: str) -> None:
    text = (PARTS / name).read_text(encoding="utf-8")
    assert not re.search(r"\b(eval|Function|fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b", text)
    assert not re.search(r"\b(localStorage|sessionStorage|indexedDB|cookie|import|navigator)\b|https?:|</script", text)


def test_the_vendored_cipher_is_the_one_that_its_readme_names() -> None:
    digest = hashlib.sha256((PARTS / "vendor/age.min.js").read_bytes()).hexdigest()
    assert digest == "c0db4fbf7e379bce6d312355195f7da500fa75a11f456080201ef59f1bd47e92"
    assert digest in (PARTS / "vendor/README.txt").read_text(encoding="utf-8")


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_a_sealed_page_has_no_barrier(tmp_path: Path, browser: Browser, file: str, scheme: str, width: int) -> None:
    with watched(browser, scheme, width) as seen:
        seen.page.goto(written(tmp_path, file))
        assert barriers(seen.page) == []
        assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert seen.page.title() == "Sealed page"
        assert seen.complaints == []


@pytest.mark.browser
def test_a_wrong_passphrase_is_said_and_the_right_one_shows_the_page(before: Watched) -> None:
    page = before.page
    tried(page, PASSPHRASE.upper())
    page.get_by_text("This passphrase does not open the page.").wait_for()
    assert page.evaluate("document.activeElement.id") == "passphrase"
    assert barriers(page) == []
    page.get_by_label("Passphrase", exact=True).fill(f"{PASSPHRASE} ")  # as it comes out of a message
    page.keyboard.press("Enter")
    page.get_by_text("the script of the page ran").wait_for()
    assert page.title() == CANARIES[0]
    assert page.locator("h1").evaluate("heading => getComputedStyle(heading).color") == "rgb(1, 2, 3)"
    assert page.get_by_label("Passphrase").count() == 0
    assert before.complaints == []
    assert [url for url in before.requests if not url.startswith(("file:", "data:"))] == []


@pytest.mark.browser
def test_the_opened_page_has_its_anchors_prints_and_is_sealed_again_on_reload(before: Watched) -> None:
    page, steps = before.page, before.page.evaluate("history.length")
    tried(page, PASSPHRASE)
    page.get_by_text("the script of the page ran").wait_for()
    assert page.evaluate("history.length") == steps
    page.get_by_role("link", name="Cases").click()
    assert page.get_by_text(CANARIES[2]).evaluate("heading => heading.getBoundingClientRect().top < innerHeight")
    assert pages_of(page.pdf(format="Letter")) > 1
    page.reload()
    assert page.title() == "Sealed page"
    assert page.get_by_text(CANARIES[1]).count() == 0


@pytest.mark.browser
def test_a_large_page_opens_at_its_anchor(tmp_path: Path, browser: Browser) -> None:
    large = whole("<p>" + "Many words about many cases. " * 180_000 + "</p>")
    assert len(large) > 5_000_000
    with watched(browser) as seen:
        seen.page.goto(written(tmp_path, sealed(large, PASSPHRASE, "Sealed page", PARTS)) + "#cases")
        tried(seen.page, PASSPHRASE)
        seen.page.get_by_text("the script of the page ran").wait_for()
        seen.page.wait_for_load_state()
        assert seen.page.evaluate("scrollY") > 0
        assert seen.complaints == []


@pytest.mark.browser
def test_a_damaged_file_says_so(tmp_path: Path, browser: Browser, file: str) -> None:
    end = file.index("\n-----END AGE")
    with watched(browser) as seen:
        seen.page.goto(written(tmp_path, file[: end - 200] + file[end:]))
        tried(seen.page, PASSPHRASE)
        seen.page.get_by_text("the file may be damaged").wait_for()
        assert seen.page.title() == "Sealed page"


@pytest.mark.browser
def test_the_passphrase_can_be_shown_while_it_is_typed(before: Watched) -> None:
    field, show = before.page.locator("#passphrase"), before.page.get_by_role("button", name="Show the passphrase")
    assert (field.get_attribute("type"), field.get_attribute("autocomplete")) == ("password", "off")
    show.click()
    assert (field.get_attribute("type"), show.get_attribute("aria-pressed")) == ("text", "true")
    show.click()
    assert field.get_attribute("type") == "password"
