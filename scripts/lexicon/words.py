"""The word table: classes and lemmas of English words, from WordNet's indexes, exception lists and tag counts.

Inflected forms are made by regular morphology where WordNet's exception lists and irregular_verbs.txt name no other form. The
commonest class of a form is estimated from the tag counts of its lemmas and the usual share of each form (a gerund is
about a seventh of a verb's occurrences).
"""
import collections
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
PARTS = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb"}
SENSE_TYPE = {"1": "noun", "2": "verb", "3": "adjective", "4": "adverb", "5": "adjective"}
SHARE = {"singular": 0.75, "plural": 0.25, "base": 0.30, "verb-s": 0.08, "past": 0.30, "participle": 0.20, "gerund": 0.13,
         "adjective": 1.0, "adverb": 1.0, "both": 0.45}
PERSON_FILE = 18  # noun.person in WordNet's lexicographer files
# Of the nouns that WordNet's tagged texts never show, those of act, artifact, cognition, communication, event, group, person,
# possession and state with two senses or more.
KEPT_FILES = {4, 6, 9, 10, 11, 14, 18, 21, 26}
SIMPLE = re.compile(r"^[a-z]+$")
HYPHENED = re.compile(r"^[a-z]+(-[a-z]+)+$")
VOWELS = "aeiou"

# Words of the news that WordNet 3.0 lacks: noun lemmas, verb lemmas, adjectives. Our own list.
NEWS_NOUNS = """ceasefire spokesperson chairperson tariff website blog tweet smartphone drone cyberattack cybersecurity selfie
podcast livestream hashtag startup lockdown coronavirus vaccine rollout blackout whistleblower peacemaker peacekeeper
peacekeeping counterpart counterterrorism denuclearisation denuclearization de-escalation disinformation misinformation
readout sideline sherpa roadmap timeframe timeline framework powerhouse heavyweight frontrunner runner-up kingmaker
lawmaker policymaker powerbroker hardliner loyalist separatist jihadist islamist stakeholder shareholder takeover bailout
oligarch bloc militia insurgent insurgency airstrike offshore supermajority referendum enrichment warhead ballistics pullout
pullback drawdown buildup standoff showdown run-up makeover turnout walkout meltdown turnaround email internet bitcoin
cryptocurrency smartwatch superpower airlift airspace airbase shipment megaproject multilateralism unilateralism bilateralism
multipolarity populist globalist globalization decarbonization emission sanction envoy emissary interlocutor negotiator mediator
facilitator interpreter aide adviser advisor strategist analyst pundit commentator correspondent broadcaster newscaster
spokeswoman spokesman congresswoman councilwoman councilman ombudsman businesswoman statesperson ex-president ex-minister
ex-wife co-chair co-founder vice-president vice-chairman vice-minister cochair cofounder head-of-state hostage detainee
abductee asylum-seeker refugee newcomer migrant counteroffensive frontline foothold stronghold no-fly kickback watchdog
think-tank thinktank op-ed communique memorandum protocol annex demarche rapprochement detente entente realpolitik
geopolitics uranium plutonium missile rocket grain fertilizer fertiliser lithium cobalt semiconductor chip normalisation
stabilisation mobilisation demilitarisation organisation globalisation privatisation modernisation""".split()
NEWS_VERBS = """tweet retweet blog livestream de-escalate denuclearize denuclearise prioritize prioritise sideline
fast-track greenlight co-host co-chair co-sponsor co-author reschedule renegotiate recommit reimpose reaffirm reengage
re-engage outmaneuver weaponize weaponise normalize normalise finalize finalise reopen rearm reelect re-elect relocate
repatriate decouple onboard upend downplay spearhead stonewall blindside kickstart jumpstart telephone phone email""".split()
NEWS_ADJECTIVES = """bilateral trilateral multilateral quadrilateral unilateral plenipotentiary nuclear-armed transatlantic
geopolitical pro-russian pro-western pro-european pro-government anti-government anti-western pro-democracy far-right far-left
high-level top-level low-level working-level long-range short-range high-ranking closed-door face-to-face one-on-one
behind-the-scenes long-standing longstanding war-torn war-weary hardline cross-border cross-strait on-camera online offline
in-person wide-ranging far-reaching tit-for-tat peacekeeping de-facto islamist jihadist separatist multipolar unipolar bipolar
like-minded ongoing upcoming forthcoming incoming outgoing visiting inaugural two-day three-day day-long weeklong week-long monthlong
month-long yearlong year-long decade-long decades-long hours-long state-run state-owned state-controlled""".split()
NEWS_ADVERBS = "online offline upfront nationwide worldwide countrywide bilaterally trilaterally multilaterally unilaterally".split()
EXTRA_PERSONS = """head chair chairperson spokesperson counterpart premier chief aide envoy adviser advisor official leader
president minister secretary ambassador diplomat negotiator mediator governor mayor senator lawmaker policymaker king queen
monarch emir sultan pope general colonel admiral commander editor reporter correspondent analyst expert observer source
lawyer spokeswoman spokesman candidate nominee successor predecessor ally rival opponent critic supporter activist dissident
whistleblower hardliner loyalist separatist jihadist islamist oligarch billionaire businesswoman hostage detainee refugee
migrant veteran deputy emissary interlocutor strategist pundit commentator broadcaster statesman statesperson man woman boy
girl person husband wife son daughter father mother brother sister widow""".split()
NOT_PERSONS = set("""state power party force talk agency body house side subject object case figure field plant star foundation mark
support company office staff board council court church team band world public match will may might can china
turkey talks mission service position place image shadow spirit hand eye back face arm voice ear foot tool pill rock
stone ham trump help draw target terror talent""".split())
# Abbreviations that WordNet writes in small letters, and forms of commoner words.
NOT_WORDS = set("""led ha ho la ma pa un us who are was in at as does us may re fa so ti do mi id ii iii iv vi vii viii ix xi xii xiv
xv xvi xx am be have an it or ad al""".split())
# The commonest class in the news where tag counts mislead.
PREFER = {"talks": "noun", "talk": "noun", "visiting": "verb", "meeting": "noun", "meetings": "noun", "visit": "noun", "visits": "noun",
          "summit": "noun", "summits": "noun", "state": "noun", "states": "noun", "call": "noun", "report": "noun", "reports": "noun",
          "attack": "noun", "attacks": "noun", "plan": "noun", "plans": "noun", "deal": "noun", "deals": "noun", "said": "verb",
          "united": "adjective", "building": "noun", "according": "verb", "led": "verb", "met": "verb", "held": "verb", "left": "verb",
          "set": "verb", "told": "verb", "saw": "verb", "found": "verb", "felt": "verb", "thought": "verb", "made": "verb",
          "says": "verb", "say": "verb", "meet": "verb", "meets": "verb", "make": "verb", "take": "verb", "go": "verb", "come": "verb",
          "get": "verb", "see": "verb", "know": "verb", "want": "verb", "tell": "verb", "ask": "verb", "give": "verb",
          "hold": "verb", "run": "verb", "let": "verb", "keep": "verb", "help": "verb", "bring": "verb", "leave": "verb",
          "war": "noun", "support": "noun", "pressure": "noun", "trade": "noun", "vote": "noun", "trip": "noun", "press": "noun",
          "head": "noun", "leader": "noun", "aide": "noun", "chief": "noun", "minister": "noun", "secretary": "noun",
          "conference": "noun", "news": "noun", "forces": "noun", "force": "noun", "troops": "noun", "sanctions": "noun",
          "conflict": "noun", "crisis": "noun", "tariffs": "noun", "strikes": "noun", "strike": "noun", "rights": "noun",
          "aid": "noun", "peace": "noun", "ministry": "noun", "officials": "noun", "official": "noun", "spokesman": "noun",
          "foreign": "adjective", "prime": "adjective", "present": "adjective", "public": "adjective", "general": "adjective",
          "russian": "adjective", "national": "adjective", "military": "adjective", "top": "adjective", "key": "adjective",
          "senior": "adjective", "nuclear": "adjective", "international": "adjective", "human": "adjective", "social": "adjective",
          "live": "verb", "back": "adverb", "well": "adverb", "early": "adjective", "late": "adjective", "long": "adjective",
          "close": "adjective", "open": "adjective", "right": "noun", "west": "noun", "east": "noun", "north": "noun",
          "south": "noun", "home": "noun", "half": "noun", "end": "noun", "part": "noun", "time": "noun", "week": "noun",
          "remarks": "noun", "comments": "noun", "comment": "noun", "statement": "noun", "ties": "noun", "relations": "noun",
          "weapons": "noun", "arms": "noun", "troop": "noun", "ceasefire": "noun", "agreement": "noun", "round": "noun"}


class Words:
    """Collects forms: form -> class names, lemmas by class, estimated counts by class."""

    def __init__(self):
        self.classes = collections.defaultdict(set)
        self.lemmas = collections.defaultdict(dict)
        self.weights = collections.defaultdict(lambda: collections.defaultdict(float))

    def add(self, form, part, lemma, count, *forms):
        self.classes[form].update((part,) + forms)
        if form != lemma:
            old = self.lemmas[form].get(part)
            if old is None or count > old[1]:
                self.lemmas[form][part] = (lemma, count)
        elif part in self.lemmas[form] and count >= self.lemmas[form][part][1]:
            del self.lemmas[form][part]
        shares = {"noun": "plural" if "plural" in forms else "singular", "adjective": "adjective", "adverb": "adverb"}
        share = shares.get(part) or ("both" if {"past", "participle"} <= set(forms) else forms[0])
        self.weights[form][part] += (count + 0.1) * SHARE[share]


def read_exceptions(folder, part):
    """lemma -> its exceptional forms."""
    forms = collections.defaultdict(list)
    for line in (folder / f"{part}.exc").read_text().splitlines():
        form, *lemmas = line.split()
        for lemma in lemmas:
            forms[lemma].append(form)
    return forms


def read_counts(folder):
    counts = collections.Counter()
    for line in (folder / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        lemma, _, rest = key.partition("%")
        counts[lemma, SENSE_TYPE[rest[0]]] += int(count)
    return counts


def read_index(folder, part):
    """lemma -> synset offsets, commonest sense first."""
    senses = {}
    for line in (folder / f"index.{part}").read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        senses[fields[0]] = fields[-int(fields[2]):]
    return senses


def read_noun_files(folder):
    """Synset offset -> number of its lexicographer file."""
    files = {}
    for line in (folder / "data.noun").read_text().splitlines():
        if not line.startswith(" "):
            offset, number = line.split(" ", 2)[:2]
            files[offset] = int(number)
    return files


def read_proper(folder):
    """Lemmas that data.noun writes with a capital only: names of people, places, peoples."""
    written = collections.defaultdict(set)
    for line in (folder / "data.noun").read_text().splitlines():
        if not line.startswith(" "):
            fields = line.split(" ")
            for word in fields[4:4 + 2 * int(fields[3], 16):2]:
                written[word.lower()].add(word == word.lower())
    return {lemma for lemma, lower in written.items() if lower == {False}}


def read_irregular():
    verbs = {}
    for line in (HERE / "irregular_verbs.txt").read_text().splitlines():
        if not line.startswith("#"):
            base, past, participle = line.split()
            verbs[base] = (past.split("/"), participle.split("/"))
    return verbs


def regular_s(word):
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")


def doubled(word):
    """One syllable, consonant-vowel-consonant: stop, plan; not w, x, y."""
    return bool(re.match(r"^[^aeiou]*[aeiou][^aeiouwxy]$", word))


def regular_ed(word):
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return word + (word[-1] if doubled(word) else "") + "ed"


def regular_ing(word):
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not re.search(r"(ee|oe|ye)$", word):
        return word[:-1] + "ing"
    return word + (word[-1] if doubled(word) else "") + "ing"


def undoubled(forms):
    """American spellings too: travelled, traveled."""
    single = [re.sub(r"ll(ed|ing)$", r"l\1", f) for f in forms if re.search(r"[^aeiou]?[aeiou]ll(ed|ing)$", f) and len(f) > 8]
    return forms + [f for f in single if f not in forms]


def add_verb(words, lemma, count, exceptions, irregular):
    own = exceptions.get(lemma, [])
    ing = [f for f in own if f.endswith("ing")] or [regular_ing(lemma)]
    s = [f for f in own if f.endswith("s") and f not in ing and len(f) > 3] or [regular_s(lemma)]
    past, participle = irregular.get(lemma, (None, None))
    if past is None:
        rest = [f for f in own if f not in ing and f not in s]
        past = participle = undoubled(rest) or [regular_ed(lemma)]
        ing = undoubled(ing)
    words.add(lemma, "verb", lemma, count, "base")
    for form in s:
        words.add(form, "verb", lemma, count, "verb-s")
    for form in ing:
        words.add(form, "verb", lemma, count, "gerund")
    for form in sorted(set(past) | set(participle)):
        kinds = (["past"] if form in past else []) + (["participle"] if form in participle else [])
        words.add(form, "verb", lemma, count, *kinds)


UNCOUNTED = ("ness", "ism", "ing", "ity", "ics")  # rare ones have no plural worth a row


def add_noun(words, lemma, count, exceptions):
    words.add(lemma, "noun", lemma, count)
    if count == 0 and lemma.endswith(UNCOUNTED):
        return
    for form in exceptions.get(lemma, []) or [plural(lemma)]:
        words.add(form, "noun", lemma, count, "plural")


def plural(word):
    if re.search(r"(woman|man)$", word) and not re.search(r"(human|german|roman|ottoman|shaman|talisman|caiman)$", word):
        return word[:-2] + "en"
    return regular_s(word)


def add_adjective(words, lemma, count, exceptions, others):
    """`others` gives how often a form is a noun or verb of its own: what is commoner as that is no comparative ("offer", "number")."""
    words.add(lemma, "adjective", lemma, count)
    forms = exceptions.get(lemma, [])
    if not forms and count > 2 and len(lemma) <= 6 and len(re.findall(r"[aeiouy]+", lemma.rstrip("e"))) == 1:
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        forms = [stem + "er", stem + "est"]
    for form in forms:
        if others(form) <= count:
            words.add(form, "adjective", lemma, count * 0.1)


def is_person(senses, files):
    return any(files[offset] == PERSON_FILE for offset in senses[:2])


def wanted_noun(lemma, senses, files):
    """Of nouns without a tag count: people, and those of everyday kinds with more than one sense."""
    first = files[senses[0]]
    return len(lemma) > 3 and (first == PERSON_FILE and len(lemma) < 13 or first in KEPT_FILES and len(senses) > 1)


def build(folder):
    """All rows of the table: (word, classes, noun lemma, verb lemma, adjective lemma), sorted."""
    folder = pathlib.Path(folder)
    counts, files, irregular = read_counts(folder), read_noun_files(folder), read_irregular()
    exceptions = {part: read_exceptions(folder, part) for part in PARTS}
    index = {part: read_index(folder, part) for part in PARTS}
    words, proper = Words(), read_proper(folder)
    known = {lemma for (lemma, _), n in counts.items() if n > 0}

    def others(form):
        return counts[form, "noun"] + counts[form, "verb"]

    def usable(lemma, part):
        n = counts[lemma, PARTS[part]]
        if part == "noun" and lemma in proper:
            return False
        if HYPHENED.match(lemma):
            return n > 0 or lemma in known
        if lemma in NOT_WORDS or not SIMPLE.match(lemma) or len(lemma) < 2:
            return False
        return n > 0 or common(lemma, part) or lemma in known and len(index[part][lemma]) > 1

    def common(lemma, part):
        if part == "noun":
            return wanted_noun(lemma, index[part][lemma], files)
        return len(index[part][lemma]) > 1 or part == "verb" and len(lemma) < 9

    for lemma in index["noun"]:
        if usable(lemma, "noun"):
            add_noun(words, lemma, counts[lemma, "noun"], exceptions["noun"])
            if (is_person(index["noun"][lemma], files) and lemma not in NOT_PERSONS) or lemma in EXTRA_PERSONS:
                for form in [lemma] + (exceptions["noun"].get(lemma) or [plural(lemma)]):
                    if form in words.classes:
                        words.classes[form].add("person")
    for lemma in index["verb"]:
        if usable(lemma, "verb") and lemma != "be":
            add_verb(words, lemma, counts[lemma, "verb"], exceptions["verb"], irregular)
    for lemma in index["adj"]:
        if usable(lemma, "adj"):
            add_adjective(words, lemma, counts[lemma, "adjective"], exceptions["adj"], others)
    for lemma in index["adv"]:
        if usable(lemma, "adv"):
            words.add(lemma, "adverb", lemma, counts[lemma, "adverb"])
    for lemma in NEWS_NOUNS:
        add_noun(words, lemma, 3, exceptions["noun"])
    for lemma in NEWS_VERBS:
        add_verb(words, lemma, 3, exceptions["verb"], irregular)
    for lemma in NEWS_ADJECTIVES:
        add_adjective(words, lemma, 3, exceptions["adj"], others)
    for lemma in NEWS_ADVERBS:
        words.add(lemma, "adverb", lemma, 2)
    for lemma in EXTRA_PERSONS:
        for form in (lemma, plural(lemma)):
            if form in words.classes:
                words.classes[form].add("person")
    return finish(words)


ORDER = ["noun", "plural", "person", "verb", "base", "verb-s", "past", "participle", "gerund", "adjective", "adverb", "determiner",
         "adposition", "pronoun", "conjunction", "subordinator", "auxiliary", "modal", "particle", "numeral", "interjection",
         "prefer-noun", "prefer-verb", "prefer-adjective", "prefer-adverb"]


def preferred(form, words):
    """The commonest open class, where there are several."""
    weights = words.weights[form]
    if len(weights) < 2:
        return None
    return PREFER.get(form) or max(sorted(weights), key=lambda part: weights[part])


def finish(words):
    closed = {}
    for line in (HERE / "function_words.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            word, classes = line.split("\t")
            closed[word] = classes.split()
    rows = []
    for form in sorted(set(words.classes) | set(closed)):
        classes = set(closed.get(form, words.classes[form]))
        lemmas = {part: lemma for part, (lemma, _) in words.lemmas[form].items()}
        if form not in closed:
            best = preferred(form, words)
            if best:
                classes.add("prefer-" + best)
        else:
            lemmas = {part: lemma for part, lemma in lemmas.items() if part in classes or part == "verb" and "auxiliary" in classes}
            lemmas.update(AUXILIARY_LEMMAS.get(form, {}))
        rows.append((form, " ".join(c for c in ORDER if c in classes), lemmas.get("noun", ""), lemmas.get("verb", ""),
                     lemmas.get("adjective", "")))
    return rows


AUXILIARY_LEMMAS = {form: {"verb": "be"} for form in ("am", "is", "are", "was", "were", "been", "being", "'m", "'re", "'s")}
AUXILIARY_LEMMAS.update({form: {"verb": "have"} for form in ("has", "had", "having", "'ve")})
AUXILIARY_LEMMAS.update({form: {"verb": "do"} for form in ("does", "did", "done", "doing")})
AUXILIARY_LEMMAS.update({"'ll": {"verb": "will"}, "wo": {"verb": "will"}, "ca": {"verb": "can"}, "'d": {"verb": "would"},
                         "sha": {"verb": "shall"}})
