"""Is a passphrase strong enough for a file that may lie in a stranger's hands for years?"""

from __future__ import annotations

import unicodedata

LEAST_SIGNS = 14
LEAST_GUESSES = 10**12  # by zxcvbn's estimate; each guess at a sealed page costs about a second and 256 MiB
_MOST = 72  # zxcvbn judges no more signs; more only make it stronger
_KNOWN = ("vecina", "correcthorsebatterystaple")  # words that a stranger tries first
_ADVICE = "take five or more words that do not belong together, picked by dice or by a password manager"


def weakness(passphrase: str) -> str:
    """What to do about a passphrase that is too weak, in one sentence without the passphrase; empty if it is strong enough."""
    if not passphrase.strip():
        return f"A passphrase is needed: {_ADVICE}."
    if passphrase != passphrase.strip():
        return "Take away the white space before and after the passphrase."
    if not passphrase.isprintable():
        return "Use only letters, digits, signs and plain spaces in the passphrase, all on one line."
    if len(unicodedata.normalize("NFC", passphrase)) < LEAST_SIGNS:
        return f"A passphrase has at least {LEAST_SIGNS} letters, digits and signs: {_ADVICE}."
    if _guesses(passphrase) < LEAST_GUESSES:
        return f"This passphrase can be guessed: {_ADVICE}."
    return ""


def _guesses(passphrase: str) -> int:
    """How many guesses an attacker needs by zxcvbn's estimate: words that come twice count once, spaces not at all."""
    from zxcvbn import zxcvbn  # slow to import, rarely needed

    words = "".join(dict.fromkeys(passphrase.split()))
    return int(zxcvbn(words[:_MOST], user_inputs=_KNOWN)["guesses"])
