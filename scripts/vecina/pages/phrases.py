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
            "show": "Show all {count}: where it is written, how sure we are, and when it was read",
            "contents": "On this page",
            "sheet": "Case no. ______________ Date ______________ Text of {day}",
            "read": "Last read {day}: {how}.",
            "unread": "Noted {day}: {how}.",
            "verified": "Last checked against its source on {day}.",
            "overdue": "Check overdue",
            "compute": "Compute your date",
            "language": "Esta página en español",
            "stages": "Stages of a case",
            "no-default": "In a detained case there is no default: the court sets the date.",
        },
        "es": {
            "reviewed": "Revisado el {day} por {who}.",
            "next": "La próxima revisión será antes del {day}.",
            "applies": "Para: {forum}; {detained}; {circuit}.",
            "all": "todo Estados Unidos",
            "circuits": "solo los estados del circuito {circuit}",
            "stale": "Esta página debía revisarse a más tardar el {day} y todavía no se ha revisado. La ley puede haber "
            "cambiado. Pregúntele a su abogado antes de confiar en lo que dice.",
            "sources": "Fuentes (casi todas en inglés)",
            "show": "Mostrar las {count} fuentes",
            "contents": "En esta página",
            "sheet": "Caso n.º ______________ Fecha ______________ Texto del {day}",
            "read": "Leído el {day}.",
            "unread": "Anotado el {day}; no lo hemos leído.",
            "verified": "Lo comparamos con su fuente el {day}.",
            "overdue": "Hay que compararlo otra vez",
            "compute": "Calcular la fecha (en inglés)",
            "language": "This page in English",
            "stages": "Etapas de un caso",
            "no-default": "Si la persona está detenida no hay un plazo fijo: la fecha la pone la corte.",
        },
    }
)
SPANISH = MappingProxyType(
    {
        "editor": "una persona de nuestro equipo que no es abogada",
        "mentor": "una mentora o un mentor del programa",
        "attorney": "una abogada o un abogado de inmigración",
        "immigration-court": "la corte de inmigración",
        "bia": "la Junta de Apelaciones de Inmigración (BIA)",
        "uscis": "USCIS",
        "court-of-appeals": "la corte federal de apelaciones",
        "both": "personas detenidas y no detenidas",
        "detained": "personas detenidas",
        "not-detained": "personas no detenidas",
        "in-force": "en vigor",
        "superseded": "reemplazado",
        "vacated": "anulado por una corte",
        "proposed": "propuesto",
        "disputed": "en disputa",
        "unknown": "no sabemos si sigue vigente",
        "H": "texto oficial",
        "M": "fuente confiable",
        "L": "no lo leímos nosotros",
        "bar": "colegio de abogados",
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
