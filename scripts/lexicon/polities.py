"""Countries and territories: names and codes from country-codes.csv, adjectives and the rest from our own lists."""
import csv
import pathlib
import re
import unicodedata

import tables

HERE = pathlib.Path(__file__).resolve().parent
NOTES = ["Polities: countries, territories, a union, states of the past. Made by scripts/lexicon/build; do not edit.",
         "Source: country-codes (datahub.io; ISO 3166 codes, Wikidata and GeoNames items), and lists of our own.",
         "Licence: public domain (ODC-PDDL); our own lists as the project."]
HEADER = ["entities", "key", "label", "type", "wikidata", "geonames", "country", "iso2", "iso3", "sovereign", "names", "adjectives",
          "demonyms", "acronyms"]
ITEMS = {"NL": "Q55", "NA": "Q1030", "EH": "Q6250"}  # the state where the table has the realm, has nothing, has the claimant
OWNERS = {"FI": "finland", "US": "united-states", "GB": "united-kingdom", "NL": "netherlands", "NO": "norway", "CN": "china",
          "AU": "australia", "NZ": "new-zealand", "DK": "denmark", "FR": "france"}
NOT_SOVEREIGN = {"TW", "EH"}
SOVEREIGN = {"PS"}
OFFICIAL = {"the ", "The "}


def slug(text):
    plain = unicodedata.normalize("NFD", text.translate(str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "Ø": "O", "Ł": "L"})))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['’`]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def official_names(row):
    """Long names of the United Nations and of CLDR, without the article, footnote marks and inversions."""
    names = []
    for column in ("UNTERM English Formal", "official_name_en", "UNTERM English Short", "CLDR display name"):
        name = re.sub(r"\s*\*+$", "", row[column].strip())
        name = name[4:] if name[:4] in OFFICIAL else name
        if name and "(" not in name and " - " not in name and not name.startswith("China, ") and name not in names:
            names.append(name)
    return names


def joined(*groups):
    """Union in order; a weak form beats the same name without `?`."""
    out = []
    for name in (n for group in groups for n in group if n):
        name = name[4:] if name[:4] == "the " else name
        if name.rstrip("?") not in [o.rstrip("?") for o in out]:
            out.append(name)
    return "|".join(out)


def adjectives_of(row):
    """A name in front of a noun ("US officials") is the name, not an adjective."""
    names = {row.get("label")} | set((row.get("names") or "").split("|")) | set((row.get("acronyms") or "").split("|"))
    return "|".join(a for a in (row.get("adjectives") or "").split("|") if a not in names)


def coded_rows(codes):
    own = {row["iso2"]: row for row in tables.read_table(HERE / "polities.tsv")}
    with open(codes, encoding="utf-8") as file:
        rows = {row["ISO3166-1-Alpha-2"]: row for row in csv.DictReader(file)}
    missing = set(own) - set(rows)
    if missing:
        raise SystemExit(f"polities.tsv: no such codes: {sorted(missing)}")
    for code, row in sorted(rows.items()):
        extra = own.get(code, {})
        label = (extra.get("label") or official_names(row)[0]).rstrip("?")
        independent = row["is_independent"]
        sovereign = (independent == "Yes" and code not in NOT_SOVEREIGN) or code in SOVEREIGN
        owner = OWNERS.get(independent[-2:], "") if not sovereign else ""
        kind = "country" if sovereign or independent == "Yes" else "continent" if code == "AQ" else "territory"
        item = ITEMS.get(code) or row["wikidata_id"].rsplit("/", 1)[-1]
        names = [extra.get("label", label)] + extra.get("names", "").split("|")
        short = label in ("Jersey", "Réunion")  # its long name says nothing more
        yield [f"polity:{extra.get('key') or slug(label)}", label, kind, item, row["Geoname ID"], owner, code,
               row["ISO3166-1-Alpha-3"], "yes" if sovereign else "", joined(names, [] if short else [n for n in official_names(row) if n not in ("Congo", "US", "UK")]),
               adjectives_of(extra), extra.get("demonyms", ""), extra.get("acronyms", "")]


def uncoded_rows():
    for row in tables.read_table(HERE / "polities_without_code.tsv"):
        yield [f"polity:{row['key']}", row["label"], row["type"], row["wikidata"], "", row["country"], "", "", "",
               joined([row["label"]], row["names"].split("|")), adjectives_of(row), row["demonyms"], row["acronyms"]]


def write(codes, out):
    tables.write_table(out / "polities.tsv", NOTES, HEADER, list(coded_rows(codes)) + list(uncoded_rows()))


def keys_by_code(codes):
    """ISO alpha-2 code -> key without its class; XK is GeoNames' code of Kosovo."""
    keys = {row[6]: row[0].split(":")[1] for row in coded_rows(codes)}
    return {**keys, "XK": "kosovo", "PS": "palestine"}


def keys_by_item(codes):
    """Wikidata item -> key without its class."""
    return {row[3]: row[0].split(":")[1] for row in list(coded_rows(codes)) + list(uncoded_rows()) if row[3]}


def states_that_speak(codes):
    """Keys of the polities whose capital's name can stand for their government."""
    return {row[0].split(":")[1] for row in list(coded_rows(codes)) + list(uncoded_rows()) if row[2] == "country"}
