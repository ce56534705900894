"""What the tables know of ordinary words and of people's names: what a name that is weak is weak for."""
import pathlib
import re

import tables

HERE = pathlib.Path(__file__).resolve().parent


def common_words(word_rows):
    """Single words with a class of their own in the word table."""
    return {row[0] for row in word_rows if re.fullmatch("[a-z]+", row[0])}


def names_of(row):
    """All names in a row of entities, without marks."""
    for column in ("label", "names", "short", "adjectives", "demonyms", "acronyms"):
        for name in (row.get(column) or "").split("|"):
            if name:
                yield name.rstrip("?")


def taken_names(folder, skip):
    """Names of all entities of the folder's tables but those of the files `skip`: name -> key."""
    taken = {}
    for path in sorted(pathlib.Path(folder).rglob("*.tsv")):
        if path.name in skip or not is_entities(path):
            continue
        for row in tables.read_table(path):
            for name in names_of(row):
                taken.setdefault(name, row["key"])
    return taken


def is_entities(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            return line.startswith("entities\t")
    return False
