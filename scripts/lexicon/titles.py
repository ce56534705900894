"""Titles: the roles of titles_plain.tsv, and for every portfolio of portfolios.tsv its ministers and its ministry."""
import pathlib
import re

import tables
import words

HERE = pathlib.Path(__file__).resolve().parent
NOTES = ["Titles: offices, functions, ranks and forms of address, with the forms that unite in one role. Made by scripts/lexicon/build; do not edit.",
         "Source: lists of our own (scripts/lexicon/titles_plain.tsv, portfolios.tsv).", "Licence: as the project."]
COLUMNS = ["key", "label", "forms", "single_holder", "of_person", "body_class", "default_body", "gender", "rank", "honorific", "description"]
KIND_NOTES = ["Kinds of organisation that many bodies have, by their common noun. Made by scripts/lexicon/build; do not edit.",
              "Source: lists of our own (scripts/lexicon/kinds_plain.tsv, portfolios.tsv).", "Licence: as the project."]
RANKS = {"deputy": 12, "vice": 12, "first-deputy": 10}


def plural_of(phrase, first):
    words_of = phrase.split(" ")
    at = 0 if first else -1
    if first and words_of[0] in ("deputy", "vice", "assistant", "state", "general", "chief") and len(words_of) == 2:
        at = 1
    words_of[at] = words.plural(words_of[at])
    return " ".join(words_of)


def expand(forms):
    """The forms of a field, each with its plural where it is marked: `+` at the last word, `^` behind the word that takes it."""
    out = []
    for form in filter(None, forms.split("|")):
        if "^" in form:
            head, _, rest = form.partition("^")
            cut = head.rfind(" ") + 1
            out += [head + rest, head[:cut] + words.plural(head[cut:]) + rest]
        elif form.endswith("+"):
            out += [form[:-1], plural_of(form[:-1], False)]
        else:
            out.append(form)
    return list(dict.fromkeys(out))


def hyphened(phrase):
    return phrase.replace(" and ", " & ") if " and " in phrase else None


def portfolio_rows(row):
    before, of, rank = row["before"].split("|"), row["of"].split("|"), int(row["rank"])
    stem = f"{row['key']}-minister"

    def forms(prefix):
        out = []
        for p in filter(None, before):
            out += [f"{prefix}{p} minister", f"{prefix}{p} ministers"]
        for p in filter(None, of):
            out += [f"{prefix}minister of {p}", f"{prefix}minister for {p}", f"{prefix}ministers of {p}"]
            out += [f"{prefix}minister responsible for {p}", f"{prefix}minister in charge of {p}"]
        return out

    def line(key, label, names, r, single):
        return [key, label, "|".join(dict.fromkeys(names)), single, "", "polity", "", "", r, "", ""]

    label = row["label"]
    extra = list(filter(None, row.get("extra", "").split("|")))
    yield line(stem, label, forms("") + extra, rank, "yes")
    yield line(f"deputy-{stem}", f"Deputy {label}", forms("deputy ") + forms("assistant ") + [f"{p} deputy minister" for p in before if p], rank - RANKS["deputy"], "")
    yield line(f"vice-{stem}", f"Vice {label}", forms("vice ") + forms("vice-"), rank - RANKS["vice"], "")
    yield line(f"first-deputy-{stem}", f"First Deputy {label}", forms("first deputy "), rank - RANKS["first-deputy"], "")
    if row["key"] in ("foreign", "defence", "finance", "interior", "trade", "economy"):
        yield line(f"shadow-{stem}", f"Shadow {label}", forms("shadow "), rank - 25, "")


def ministry_row(row):
    before, of = row["before"].split("|"), row["of"].split("|")
    forms = [f"{p} ministry" for p in before if p] + [f"ministry of {p}" for p in of if p] + [f"ministry for {p}" for p in of if p]
    label = row["label"].replace(" Minister", " Ministry").replace("Minister for", "Ministry for")
    return [f"{row['key']}-ministry", label, "|".join(dict.fromkeys(forms)), "ministry", f"{row['key']}-minister", "", "yes"]


def write(out):
    rows = [[row.get(c, "") for c in COLUMNS] for row in tables.read_table(HERE / "titles_plain.tsv")]
    for row in rows:
        row[2] = "|".join(expand(row[2]))
    portfolios = tables.read_table(HERE / "portfolios.tsv")
    for row in rows:  # "Foreign Affairs Principal Secretary": the office that has the portfolio beside the minister's
        if row[0] in ("principal-secretary", "permanent-secretary", "cabinet-secretary"):
            kinds_of = [p for each in portfolios for p in (each["before"] + "|" + each["of"]).split("|") if p and not p.startswith("the ")]
            row[2] += "".join(f"|{p} {row[1].lower()}" for p in dict.fromkeys(kinds_of))
    rows += [line for row in portfolios for line in portfolio_rows(row)]
    seen = set()
    for row in rows:  # a form belongs to the first role that names it
        forms = [f for f in row[2].split("|") if f not in seen]
        seen.update(forms)
        row[2] = "|".join(forms)
    tables.write_table(out / "titles.tsv", NOTES, ["roles"] + COLUMNS, rows)
    kinds = [[row["key"], row["label"], "|".join(expand(row["forms"])), row["type"], row.get("role", ""), row.get("many", ""), row.get("named", "")]
             for row in tables.read_table(HERE / "kinds_plain.tsv")]
    kinds += [ministry_row(row) for row in portfolios]
    tables.write_table(out / "organization-kinds.tsv", KIND_NOTES, ["kinds", "key", "label", "forms", "type", "role", "many", "named"], kinds)
