"""The records as relational tables for people who know some SQL: one SQLite file, or a folder of Parquet or JSON lines."""

from .dataset import Asked, Dataset, dataset
from .jsonl import write_jsonl
from .parquet import write_parquet
from .place import DEFAULTS, CannotPlace, placed
from .shape import Column, Table
from .sqlite import write_sqlite
from .walk import tables

__all__ = [
    "DEFAULTS", "Asked", "CannotPlace", "Column", "Dataset", "Table", "dataset", "placed", "tables", "write_jsonl",
    "write_parquet", "write_sqlite",
]  # fmt: skip
