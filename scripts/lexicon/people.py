"""People: our own list with spelling variants, world leaders of 2022, presidents, vice presidents and legislators of the United States."""
import csv
import pathlib
import re

import yaml

import polities
import tables

HERE = pathlib.Path(__file__).resolve().parent
NOTES = ["People of diplomacy and politics. No offices: those come from what is read. Made by scripts/lexicon/build; do not edit.",
         "Source: our own list (scripts/lexicon/people.tsv); Wikidata, world leaders of 2022 (CC0); unitedstates/congress-legislators (CC0).",
         "Licence: as the project; CC0."]
HEADER = ["entities", "key", "label", "type", "wikidata", "country", "gender", "names", "short"]
# So common that another person of the name is as likely.
COMMON_SURNAMES = set("""smith johnson brown scott jones davis miller wilson moore taylor anderson thomas jackson white harris martin
thompson garcia robinson clark lewis lee walker hall allen young king wright hill green adams baker nelson carter mitchell roberts
turner phillips campbell parker evans edwards collins rogers cook bell james rose kelly moran murphy kim chu ross gray crane peters
williams cohen kennedy ryan davidson bishop carter case castro correa costa fields fischer foster frost fry golden graves guest
hunt jacobs joyce kean keating levin lynch mann moody moore morrison nunn pence perry quigley reed ruiz sanchez schmidt sewell
simpson stanton steel stevens strong sykes thompson tran vargas wagner watson webster wood""".split())


FIRST_YEAR = "1945"  # earlier presidents are on our own list, earlier vice presidents are forgotten


def read_own():
    people = {}
    for row in tables.read_table(HERE / "people.tsv"):
        if row["name"] in people:
            continue
        people[row["name"]] = {"names": [n for n in row["names"].split("|") if n], "short": row["short"], "item": row["wikidata"],
                               "gender": row["gender"], "country": row["country"]}
    return people


def add(people, name, item, **more):
    """Give the item to the person of that name or item, or make a new one."""
    for label, person in people.items():
        if (item and person["item"] == item) or name == label or name in person["names"]:
            if person["item"] and item and person["item"] != item:
                raise SystemExit(f"people.tsv: {label} is {person['item']}, but the data say {item}")
            person["item"] = person["item"] or item
            person["names"] += [n for n in [name] + more.get("names", []) if n != label and n not in person["names"]]
            return
    people[name] = {"names": more.get("names", []), "short": "", "item": item, "gender": more.get("gender", ""), "country": more.get("country", "")}


def read_leaders(path, people, countries):
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = re.sub(r'\s*["“][^"”]*["”]', "", row["officeholderLabel"])
            name = re.sub(r"^(.* (?:[IVX]+|Philippe|Willem-Alexander|Salman)) of [A-Z][a-z ]+$", r"\1", name).replace("ʻ", "'")
            if re.match(r"^Q\d+$", name) or " " not in name:
                continue
            add(people, name, row["officeholder"], country=countries.get(row["countryid"], ""))


def american_names(name):
    first, last = name["first"], name["last"]
    found = [name.get("official_full", ""), f"{first} {last}"]
    if name.get("nickname"):
        found.append(f"{name['nickname']} {last}")
    if name.get("middle"):
        found += [f"{first} {name['middle']} {last}", f"{first} {name['middle'][0]}. {last}"]
    return [n for n in dict.fromkeys(found) if n]


def read_americans(path, people, legislators):
    for person in yaml.load(open(path, encoding="utf-8"), Loader=yaml.CSafeLoader):
        name, item = person["name"], person["id"].get("wikidata", "")
        if legislators and (name["last"].lower() in COMMON_SURNAMES or not item) and item not in {p["item"] for p in people.values()}:
            continue
        names = american_names(name)
        if legislators:  # a first name that nobody uses gives way to the full name that is used
            names = [n for n in names if n == names[0] or n.count(" ") == 1]
        if not legislators and person["terms"][-1]["end"] < FIRST_YEAR:
            continue
        gender = {"M": "male", "F": "female"}.get(person["bio"].get("gender"), "")
        add(people, names[0], item, names=names[1:], gender=gender, country="united-states")


def gender_of(label, given):
    marks = given.get(label.split(" ")[0].lower(), "")
    return {"given-male": "male", "given-female": "female"}.get(marks, "")


def build(leaders, executive, legislators, codes, given_rows):
    people, given = read_own(), dict(given_rows)
    read_leaders(leaders, people, polities.keys_by_item(codes))
    read_americans(executive, people, legislators=False)
    read_americans(legislators, people, legislators=True)
    rows, claimed = [], set()
    for label, person in people.items():
        names = [n for n in dict.fromkeys([label] + person["names"]) if n == label or n not in claimed]
        if not names:
            continue
        claimed.update(names)
        key = f"person:{polities.slug(label)}" + (f".{person['item']}" if person["item"] else "")
        rows.append([key, label, "", person["item"], person["country"], person["gender"] or gender_of(label, given), "|".join(names), person["short"]])
    return rows


def surnames(rows, legislators):
    """Last words of all names, in small letters: a city of that name is weak."""
    found = {row[1].split(" ")[-1].lower() for row in rows if " " in row[1]}
    found |= {p["name"]["last"].lower() for p in yaml.load(open(legislators, encoding="utf-8"), Loader=yaml.CSafeLoader)}
    lines = (HERE / "surnames.txt").read_text(encoding="utf-8").splitlines()
    return found | COMMON_SURNAMES | {name for line in lines if not line.startswith("#") for name in line.split()}


def write(rows, out):
    tables.write_table(out / "people.tsv", NOTES, HEADER, rows)
