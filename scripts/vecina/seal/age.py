"""Bytes sealed with a passphrase as an age file (age-encryption.org/v1), which `age -d` and other tools of that format open.

The ciphers are those of `cryptography`; what stands here is only how the format puts them together. pyrage would write the
whole file, but it chooses the work factor by how fast this computer is at that moment: here 1 GiB in the reader's browser, on
a faster one more than a browser's tool takes. So it opens every file once before anybody gets it.
"""

from __future__ import annotations

import base64
import os
import unicodedata
from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

WORK = 18  # scrypt's work factor as a power of two: 256 MiB and about a second, what `age` itself takes
_CHUNK = 64 * 1024
_COLUMNS = 64


def armored(plain: bytes, passphrase: str) -> str:
    """The bytes as an age file in letters. Salt and keys come from the system's random source, so no two are alike."""
    file = encrypted(plain, passphrase)
    text = base64.b64encode(file).decode()
    lines = (text[start : start + _COLUMNS] for start in range(0, len(text), _COLUMNS))
    return "\n".join(("-----BEGIN AGE ENCRYPTED FILE-----", *lines, "-----END AGE ENCRYPTED FILE-----", ""))


def encrypted(plain: bytes, passphrase: str) -> bytes:
    """The bytes as an age file. The passphrase is taken in Unicode's form NFC, as keyboards write it."""
    key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    head = f"age-encryption.org/v1\n-> scrypt {_text(salt)} {WORK}\n{_text(_wrapped(key, salt, passphrase))}\n---".encode()
    mac = HMAC(_derived(key, b"", b"header"), SHA256())
    mac.update(head)
    begin = head + f" {_text(mac.finalize())}\n".encode() + nonce
    return b"".join((begin, *_chunks(plain, _derived(key, nonce, b"payload"))))


def _wrapped(key: bytes, salt: bytes, passphrase: str) -> bytes:
    """The file's key under the passphrase; its nonce may be zero, because salt and so the wrapping key are used once."""
    kdf = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=2**WORK, r=8, p=1)
    wrapping = kdf.derive(unicodedata.normalize("NFC", passphrase).encode())
    return ChaCha20Poly1305(wrapping).encrypt(bytes(12), key, None)


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=purpose).derive(key)


def _chunks(plain: bytes, key: bytes) -> Iterator[bytes]:
    """Each chunk's nonce is its number and whether it is the last, so that none can be moved, dropped or cut off."""
    cipher = ChaCha20Poly1305(key)
    starts = range(0, max(len(plain), 1), _CHUNK)
    for number, start in enumerate(starts):
        last = start == starts[-1]
        yield cipher.encrypt(number.to_bytes(11, "big") + bytes([last]), plain[start : start + _CHUNK], None)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")
