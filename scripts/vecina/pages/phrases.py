"""Counts, dates and marks in the words of each language of the public site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ..rules import Value

_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
}  # fmt: skip
_UNITS = {
    "en": {"day": ("day", "days"), "business-day": ("business day", "business days"), "year": ("year", "years")},
    "es": {"day": ("día", "días"), "business-day": ("día hábil", "días hábiles"), "year": ("año", "años")},
}
_ONE = {"en": "one", "es": "un"}

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "reviewed": "Reviewed {day} by {who}.",
            "next": "Next review by {day}.",
            "applies": "Applies to: {forum}; {detained}; {circuit}.",
            "all": "all circuits",
            "circuits": "{circuit} circuit only",
            "stale": "This page is past its review, which was due by {day}. The law may have changed since: read each authority "
            "before you rely on it.",
            "sources": "Sources",
            "read": "Last read {day}: {how}.",
            "verified": "Last checked against its source on {day}.",
            "overdue": "A new check is overdue: read the authority before you rely on it.",
            "compute": "Compute your date",
            "language": "Esta página en español",
            "other": "es",
            "stages": "Stages of a case",
            "no-default": "In a detained case there is no default: the court sets the date.",
        },
        "es": {
            "reviewed": "Revisado el {day} por {who}.",
            "next": "Próxima revisión: a más tardar el {day}.",
            "applies": "Se aplica a: {forum}; {detained}; {circuit}.",
            "all": "todos los circuitos",
            "circuits": "solo el circuito {circuit}",
            "stale": "Esta página debía revisarse a más tardar el {day}. La ley puede haber cambiado: pregunte a su abogado "
            "antes de confiar en lo que dice.",
            "sources": "Fuentes",
            "read": "Leído por última vez el {day}.",
            "verified": "Comparado con su fuente el {day}.",
            "overdue": "Falta compararlo de nuevo: pregunte a su abogado antes de confiar en él.",
            "compute": "Calcular la fecha (en inglés)",
            "language": "This page in English",
            "other": "en",
            "stages": "Etapas de un caso",
            "no-default": "Si la persona está detenida, la corte fija la fecha.",
        },
    }
)
SPANISH = MappingProxyType(
    {
        "editor": "una persona del equipo que no es abogada de inmigración",
        "mentor": "una mentora del programa",
        "attorney": "una abogada de inmigración",
        "immigration-court": "corte de inmigración",
        "bia": "Junta de Apelaciones de Inmigración",
        "uscis": "USCIS",
        "court-of-appeals": "corte federal de apelaciones",
        "both": "personas detenidas o no",
        "detained": "personas detenidas",
        "not-detained": "personas no detenidas",
        "in-force": "en vigor",
        "superseded": "sustituido",
        "vacated": "anulado",
        "proposed": "propuesto",
        "disputed": "en disputa",
        "unknown": "estado desconocido",
        "H": "texto oficial",
        "M": "según una fuente confiable",
        "L": "conocimiento general",
        "bar": "opinión de un colegio de abogados",
        "program": "regla del programa",
    }
)


def count(value: Value, language: str = "en") -> str:
    """`30 days`, `5 business days`, `one year`, in the language; a reading that ends earlier says so."""
    number, (one, many) = int(value["count"]), _UNITS[language][value["unit"]]
    text = f"{_ONE[language]} {one}" if number == 1 else f"{number} {many}"
    shift = value.get("shift_days", 0)
    if shift and language == "en":
        text += f" {'less' if shift < 0 else 'and'} {'one day' if abs(shift) == 1 else f'{abs(shift)} days'}"
    return text


def long_day(when: date, language: str = "en") -> str:
    """`November 25, 2026`, `25 de noviembre de 2026`."""
    month = _MONTHS[language][when.month - 1]
    return f"{month} {when.day}, {when.year}" if language == "en" else f"{when.day} de {month} de {when.year}"


def said(language: str, name: str, **values: str) -> str:
    """One of the fixed phrases with its values filled in."""
    return WORDS[language][name].format(**values)
