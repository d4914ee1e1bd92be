"""The words around a page in Spanish, for clients and their families."""

from __future__ import annotations

from .tongue import Tongue

SPANISH = Tongue(
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    units={"day": ("día", "días"), "business-day": ("día hábil", "días hábiles"), "year": ("año", "años")},
    one="un",
    date="{day} de {month} de {year}",
    last="y",
    phrases={
        "reviewed": "Revisado el {day} por {who}.",
        "next": "La próxima revisión será antes del {day}.",
        "applies": "Para: {forum}; {detained}; {circuit}.",
        "all": "todo Estados Unidos",
        "circuits": "solo los estados del circuito {circuit}",
        "stale": "Esta página debía revisarse a más tardar el {day} y todavía no se ha revisado. La ley puede "
        "haber cambiado. Pregúntele a su abogado antes de confiar en lo que dice.",
        "sources": "Fuentes (casi todas en inglés)",
        "show": "Mostrar las {count} fuentes",
        "contents": "En esta página",
        "sheet": "Caso n.º ______________ Fecha ______________ Texto del {day}",
        "read": "Leído el {day}.",
        "unread": "Anotado el {day}; no lo hemos leído.",
        "verified": "Lo comparamos con su fuente el {day}.",
        "overdue": "Hay que compararlo otra vez",
        "compute": "Calcular la fecha (en inglés)",
        "language": "Esta página en español",
        "stages": "Etapas de un caso",
        "no-default": "Si la persona está detenida no hay un plazo fijo: la fecha la pone la corte.",
        "on-order": "El día que dice la orden",
        "none-known": "No conocemos un plazo que esté en vigor",
    },
    labels={
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
    },
)  # fmt: skip
