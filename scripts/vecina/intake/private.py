"""What looks like the identity of a client: in the name of a column, in English or Spanish, or in a value."""

from __future__ import annotations

import re
import unicodedata

from ..words import unaccented
from ..yamlmap.chars import identifiers

_SSN = re.compile(r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])")
_PHONE = re.compile(
    r"(?<![\w-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)[ .-]?|\d{2,4}[ .-])\d{3,4}[ .-]\d{4}(?![\w-])"
    r"|(?<![\d-])\d{3}-\d{4}(?![\d-])|\+\d{10,15}|(?<!\d)\d{10}(?!\d)"
)
_STREET = re.compile(
    r"(?<!\w)\d{1,5} (?:[NSEW]\.? )?\w+(?: \w+)? "
    r"(?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|way|terrace|court|place)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{9,}|\b[A-Z]{1,2}\d{7,}")

# What a column can be about, by beginnings of words in its name, without accents; `$` ends a word. The first that fits is said.
_COLUMNS = {
    "an A-number": "a number|a num$|a numero|a no$|a nr$|a file|anum|alien|extranjer|numero de a$|registration|uscis",
    "another number of identity": "passport|pasaporte|ssn|social sec|seguro soc|i 94|i94|receipt n|curp|cedula|dni$|licen|id n"
    "|id$|visa$|itin$|fingerprint|case n|file n|numero de caso",
    "a birth date or an age": "dob$|birth|born$|nacimient|nacid|fdn$|age$|edad$|cumplea",
    "a phone number": "phone|telephone|tel$|telef|cell|celular|movil$|mobile|whatsapp|fax$",
    "an address": "address|direccion|domicilio|street|calle$|zip|postal|apartment|apt$|residenc|city$|ciudad|vivienda|county",
    "an e-mail address of a client": "e mail|email|correo",
    "a client's name": "name|nombre|apellido|surname|last$|first$|respondent|client|solicitante|applicant|alias|aka$|initial"
    "|inicial|beneficiar|demandad",
    "a client's family": "spouse|wife$|husband|child|mother|father|espos|hijo|hija|madre|padre|family|familia|relative|pariente",
    "a story or a note about a client": "story|note|nota|comment|narrati|descri|histori|relato|comentario|summary|resumen|facts"
    "|hechos|remark|observa",
    "who a client is": "nationality|nacionalidad|gender|genero|sex$|sexo$|religion|ethnic|etnia|photo|foto",
}
_PATTERNS = {what: re.compile(r"\b(?:" + words.replace("$", r"\b") + ")") for what, words in _COLUMNS.items()}


def plain_words(text: str) -> str:
    """Letters and digits without accents or capitals, one space between words: names of columns are compared like this."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", unaccented(text)).split())


def private_column(name: str) -> str | None:
    """What a column of this name would say about a client; None when nothing."""
    if plain_words(name) == "a":
        return "an A-number"
    words = f"{plain_words(name)} / {plain_words(re.sub(r'(?<=[a-z])(?=[A-Z])', ' ', name))}"  # clientName too
    return looks_private(name) or next((what for what, pattern in _PATTERNS.items() if pattern.search(words)), None)


def looks_private(text: str) -> str | None:
    """What a value looks like that says who somebody is; None when it looks like nothing of the kind."""
    plain = unicodedata.normalize("NFKC", text)
    if next(identifiers(plain), None) is not None:
        return "an A-number"
    kinds = (
        ("a Social Security number", _SSN),
        ("a phone number", _PHONE),
        ("a street address", _STREET),
        ("a number of identity", _NUMBER),
    )
    return next((what for what, pattern in kinds if pattern.search(plain)), None)
