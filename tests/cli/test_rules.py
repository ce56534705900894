"""The tools for rule writers: try, coverage, why-not, schema, test; and a pack of another field that needs no line of C++."""
import gzip
import json
import pathlib
import re
import shutil
import sys
import unittest

import jsonschema
import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support import ARTICLE, TOP, CommandTest

FOOTBALL = TOP / "examples/packs/football"
TRANSFERS = """---
title: Rovers strengthen
date: 2024-07-03
---
Rovers strengthen

Kestrel Rovers signed striker Lena Hartmann from Harbour Athletic for £12 million on Monday.

Goalkeeper Tomas Okafor joined Union Lindenau on a season-long loan.
"""


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors and the program read it: "on" is a word, and a date is text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[1] in ("int", "float", "null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def load(text):
    return yaml.load(text, Loader)


class Lint(CommandTest):
    """One pack with a mistake of each kind: all are told at once, in their places, with the line and a caret."""
    FRAMES = """frames:
  Visit:
    roles:
      who: {class: Polity, many: true}
      host: {class: Polity}
      guide: {class: Person}
      fee: {class: Number}
    triples:
      s: ex:visit-$(key)
      po:
        - [a, schema:Evnt]
        - [schema:atendee, $(who)]
        - [ex:host, $(host)]
        - [ex:guide, $(guide)]
  Lunch:
    roles:
      who: {class: Person}
    triples: {s: ex:lunch-$(key), po: [[ex:who, $(who)]]}
"""
    RULES = """lists:
  tour: [tour/v, visit/v, tour/v]
  food: [meal/n]
phrases:
  idle: |
    of course
  pair(X, Y): |
    X and X
rules:
  - name: toured
    frame: Visit
    trigger: |
      <tour>
    roles: {who: subject, host: object}
  - name: paired
    frame: Visit
    pattern: |
      who:$pair(@Polity, @Person) travelled
  - name: paid
    frame: Visit
    pattern: |
      @Visit for fee:@Number
  - name: anywhere
    frame: Visit
    pattern: |
      [cap] [number] host:@Polity?
"""

    def pack(self, frames=FRAMES, rules=RULES):
        manifest = f"name: toy\nlanguage: {TOP / 'mappings'}\nneeds: {TOP / 'mappings/frames/entities.yaml'}\nprefixes: {{ex: 'http://example.org/'}}\n"
        self.write("pack/pack.yaml", manifest)
        self.write("pack/frames/f.yaml", frames)
        self.write("pack/rules/r.yaml", rules)
        return self.run_chancery("rules", "lint", "pack")

    def test_everything_that_is_hardly_meant(self):
        result = self.pack()
        err = result.stderr.decode()
        self.assertEqual(result.returncode, 1, err)
        for place, code, words in (
                ("f.yaml:6:7", "warning[lint.role-never-filled]", '"guide"'),
                ("f.yaml:7:7", "warning[lint.role-without-triple]", '"fee"'),
                ("f.yaml:11:15", "warning[lint.unknown-term]", 'did you mean "schema:Event"?'),
                ("f.yaml:12:12", "warning[lint.unknown-term]", 'did you mean "schema:attendee"?'),
                ("f.yaml:15:3", "warning[lint.frame-never-made]", '"Lunch"'),
                ("r.yaml:2:27", "warning[lint.duplicate-entry]", '"tour/v"'),
                ("r.yaml:3:3", "warning[lint.unused-list]", '"food"'),
                ("r.yaml:5:3", "warning[lint.unused-phrase]", '"idle"'),
                ("r.yaml:7:3", "warning[lint.unused-parameter]", '"Y"'),
                ("r.yaml:22:7", "warning[lint.pass-too-low]", "pass: 2"),
                ("r.yaml:23:11", "info[lint.no-trigger]", "r/anywhere")):
            with self.subTest(code=code):
                told = [item for item in re.split(r"\n(?=pack/)", err) if code in item and place in item]
                self.assertEqual(len(told), 1, err)
                self.assertIn(words, told[0])
                line = int(place.split(":")[1])
                source = (self.FRAMES if place.startswith("f.") else self.RULES).splitlines()[line - 1]
                self.assertIn(f"\n  | {source}\n  | {' ' * (int(place.split(':')[2]) - 1)}^", told[0])
        self.assertEqual(err.count("lint."), 11, err)

    def test_a_pack_without_such_is_clean(self):
        frames = self.FRAMES[:self.FRAMES.index("  Lunch")].replace("Evnt", "Event").replace("atendee", "attendee")
        frames = frames.replace("      guide: {class: Person}\n      fee: {class: Number}\n", "").replace("        - [ex:guide, $(guide)]\n", "")
        rules = 'lists:\n  tour: [tour/v]\nrules:\n' + self.RULES[self.RULES.index("  - name: toured"):self.RULES.index("  - name: paired")]
        result = self.pack(frames, rules)
        self.assertEqual((result.returncode, result.stderr.decode()), (0, ""))
        self.assertIn("no errors, 0 warnings", result.stdout.decode())

    def test_what_a_broken_file_would_give_is_not_missed_elsewhere(self):
        result = self.pack(self.FRAMES.replace("frames:\n", "frames:\n - ["))
        err = result.stderr.decode()
        self.assertEqual(result.returncode, 1, err)
        self.assertEqual(re.findall(r"(error|info)\[([a-z.-]+)\]", err), [("error", "pack.syntax"), ("info", "pack.left-out")], err)
        self.assertRegex(err, r"f\.yaml:.*this file is left out, and other files use \d+ names that no file gives")

    def test_what_others_need_is_not_asked_of_them(self):
        self.pack()
        self.write("outer/pack.yaml", f"name: outer\nneeds: ../pack\n")
        result = self.run_chancery("rules", "lint", "outer")
        self.assertEqual((result.returncode, result.stderr.decode()), (0, ""))

    def test_errors_of_values_stand_at_the_values(self):
        frames = "frames:\n  Visit:\n    roles:\n      who: {class: [Polity, Placee]}\n      status: {one-of: [done, off], default: done}\n    requires: whom >= 1\n"
        result = self.pack(frames, """rules:
  - name: a
    frame: Visitt
    pattern: "went"
  - name: b
    frame: Visit
    pattern: "gone"
    set: {status: of}
    suppress: [aa]
    examples:
      - text: "Norway went."
        expect: {whoo: Norway}
        lexicon: {Ann: Persn}
cues:
  - name: c
    cue: {status: {done: offf}}
    on: Visit
    pattern: "never"
  - name: d
    cue: {statuss: off}
    pattern: "nowhere"
    pass: 2
speakers:
  - name: e
    pattern: "speaker:@Persn said"
""")
        err = result.stderr.decode()
        self.assertEqual(result.returncode, 1, err)
        for place, code, hint in (("f.yaml:4:29", "rule.unknown-class", "Place"), ("f.yaml:6:15", "rule.unknown-role", "who"), ("r.yaml:3:12", "rule.unknown-frame", "Visit"), ("r.yaml:8:11", "frame.unknown-value", "off"),
                                  ("r.yaml:9:15", "rule.unknown-rule", "a"), ("r.yaml:12:18", "rule.unknown-role", "who"), ("r.yaml:13:24", "rule.unknown-class", "Person"),
                                  ("r.yaml:16:11", "frame.unknown-value", "off"), ("r.yaml:20:11", "rule.unknown-role", "status"), ("r.yaml:22:5", "rule.kind", "cues and speakers"),
                                  ("r.yaml:25:23", "rule.unknown-class", "Person")):
            with self.subTest(place=place):
                told = [item for item in re.split(r"\n(?=pack/)", err) if place in item]
                self.assertEqual(len(told), 1, err)
                self.assertIn(f"error[{code}]", told[0])
                self.assertIn(hint, told[0])
                self.assertIn("\n  | ", told[0])


class Order(CommandTest):
    def reversed_pack(self):
        """The shipped mappings with files in folders of reversed order, and in each file the rules in reversed order."""
        shutil.copytree(TOP / "mappings", self.folder / "reversed")
        for part in ("rules", "frames"):
            folder = self.folder / "reversed" / part
            for number, path in enumerate(sorted(folder.glob("*.yaml"), reverse=True)):
                sections = re.split(r"(?m)^(?=\S)", path.read_text())
                text = ""
                for section in sections:
                    head, *rules = re.split(r"(?m)^(?=  - name:)", section)
                    text += head + "".join(rule.rstrip("\n") + "\n" for rule in reversed(rules))
                self.write(f"reversed/{part}/{number:02}/{path.name}", text)
                path.unlink()
        return "reversed"

    def test_of_files_and_rules_changes_nothing(self):
        made = []
        for mappings in (TOP / "mappings", self.reversed_pack()):
            result = self.run_chancery("build", TOP / "examples/articles", TOP / "tests/golden", "--mappings", mappings, "-o", "g.ttl", "--evidence", "e.ttl")
            self.assertIn(result.returncode, (0, 1), result.stderr.decode())
            both = (self.folder / "g.ttl").read_text() + (self.folder / "e.ttl").read_text()
            made.append(re.sub(r"rules [0-9a-f]{32}|run:r\w+", "", both))
        self.assertGreater(len(made[0]), 100000)
        self.assertEqual(*(text.splitlines() for text in made))

    def test_the_reversed_rules_pass_their_examples(self):
        result = self.run_chancery("rules", "test", self.reversed_pack())
        self.assertEqual(result.returncode, 0, result.stdout.decode() + result.stderr.decode())


class Packs(CommandTest):
    """Several packs in one run."""

    def test_two_fields_in_one_graph(self):
        self.write("a.txt", TRANSFERS + "\nAnna Berger met Recep Tayyip Erdogan in Vienna on Monday.\n")
        both = ("--mappings", TOP / "mappings", "--mappings", FOOTBALL)
        result = self.run_chancery("build", "a.txt", *both, "--format", "ntriples", "-o", "both.nt")
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        self.assertNotIn("error[", result.stderr.decode())
        graph = (self.folder / "both.nt").read_text()
        self.assertIn("https://w3id.org/chancery#Meeting>", graph)
        self.assertIn("https://example.org/football#player>", graph)
        for one in (both[:2], both[2:]):
            self.run_chancery("build", "a.txt", *one, "--format", "ntriples", "-o", "one.nt")
            alone = (self.folder / "one.nt").read_text()
            self.assertNotEqual("chancery#Meeting>" in alone, "football#player>" in alone)

    def test_all_tools_take_them(self):
        both = ("--mappings", TOP / "mappings", "--mappings", FOOTBALL)
        for arguments in (("lint",), ("test",)):
            result = self.run_chancery("rules", *arguments, *both)
            self.assertEqual(result.returncode, 0, (result.stdout + result.stderr).decode())
        self.write("a.txt", TRANSFERS)
        self.assertIn("[signed]", self.run_chancery("rules", "try", "<sign>", "a.txt", *both).stdout.decode())
        rows = self.run_chancery("rules", "coverage", "a.txt", *both).stdout.decode()
        self.assertIn("transfers/", rows)
        self.assertIn("meetings/", rows)

    def test_their_order_decides_nothing_but_file_order(self):
        self.write("a.txt", TRANSFERS)
        graphs = []
        for order in ((TOP / "mappings", FOOTBALL), (FOOTBALL, TOP / "mappings")):
            self.run_chancery("build", "a.txt", "--mappings", order[0], "--mappings", order[1], "--format", "turtle", "-o", "g.ttl", "--evidence", "e.ttl")
            graphs.append(re.sub(r"run:r\w+|/run/r\w+", "run", (self.folder / "g.ttl").read_text()))
        self.assertEqual(*graphs)

    def test_a_pack_without_checks_builds(self):
        self.write("a.txt", TRANSFERS)
        result = self.run_chancery("build", "a.txt", "--mappings", FOOTBALL, "-o", "g.ttl")
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        self.assertIn("football", (self.folder / "g.ttl").read_text())


class Try(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("article.txt", ARTICLE)

    def hits(self, pattern, *arguments):
        result = self.run_chancery("rules", "try", pattern, "article.txt", *arguments)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return result.stdout.decode().splitlines()

    def test_hits_stand_in_their_sentence_with_captures_named(self):
        hits = self.hits("who:@Person <meet/v> whom:@Person")
        self.assertEqual(len(hits), 1)
        self.assertRegex(hits[0], r"^article\.txt:\d+: .*\[.*Anna Berger met .*Recep Tayyip Erdogan\] in Vienna on Monday\.")
        self.assertIn("  who: ", hits[0])
        self.assertIn("  whom: ", hits[0])

    def test_lists_of_the_pack_are_there_and_max_ends_it(self):
        self.write("transfers.txt", TRANSFERS)
        result = self.run_chancery("rules", "try", "<sign>", "transfers.txt", "--mappings", FOOTBALL)
        self.assertIn("Kestrel Rovers [signed] striker", result.stdout.decode())
        self.assertEqual(len(self.hits("[cap]", "--max", "2")), 2)

    def test_no_colour_off_a_terminal(self):
        self.assertNotIn("\033", "".join(self.hits("[cap]")))

    def test_a_wrong_pattern_is_shown_with_a_caret(self):
        for pattern, code, caret in (("met (with", "pattern.", None), ("a <meat>", "rule.unknown-list", 2), ("@Persn met", "rule.unknown-class", 0)):
            result = self.run_chancery("rules", "try", pattern, "article.txt")
            self.assert_reported(result, "PATTERN:1:", "error[" + code, "| " + pattern, "^")
            if caret is not None:
                self.assertIn("\n  | " + " " * caret + "^", result.stderr.decode())


    def test_articles_of_all_forms(self):
        text = "Anna Berg met Paulo Reis."
        lines = json.dumps({"text": text}) + "\nno json\n" + json.dumps({"text": "Bo met Cy."}) + "\n"
        self.write("a.jsonl", lines)
        self.write("a.jsonl.gz", gzip.compress(lines.encode()))
        for source, stdin in (("a.jsonl", b""), ("a.jsonl.gz", b""), ("-", lines.encode()), ("-", gzip.compress(lines.encode()))):
            result = self.run_chancery("rules", "try", "<meet/v>", source, stdin=stdin)
            self.assert_reported(result, f"{source}:2:1: error[input.bad-json]", "2 hits")
            self.assertEqual(result.stdout.decode(), f"{source}:1:1: Anna Berg [met] Paulo Reis.\n{source}:3:1: Bo [met] Cy.\n")
        self.write("a.txt", text)
        self.assertEqual(self.run_chancery("rules", "try", "met", "a.txt").stderr.decode(), "1 hit\n")
        self.write("empty.txt", "")
        self.assert_reported(self.run_chancery("rules", "try", "met", "empty.txt"), "error[input.empty]", "0 hits")

    def test_what_cannot_be_tried_is_refused(self):
        self.write("article.txt", ARTICLE)
        for pattern, told in (("", "pattern.empty"), ("a?", "rule.matches-nothing"), ("((a|b){100}){100}", "rule.too-large"), ("x (a?)*", "rule.empty-turn"),
                              ("[cap", "pattern.unclosed"), ("x:@Persn <mee> $lst(a)", "rule.unknown-phrase"), ("a\nb @Foo", "PATTERN:2:3"),
                              ("(?=x:a) b", "rule.capture-in-look"), ("@Meeting.particpant", 'did you mean "participant"')):
            with self.subTest(pattern=pattern):
                self.assert_reported(self.run_chancery("rules", "try", pattern, "article.txt"), told)
        for command in (("try", "met"), ("coverage",)):
            self.assert_reported(self.run_chancery("rules", *command, "article.txt", "--date", "yesterday"), "--date must be a day", code=2)


class Coverage(CommandTest):
    def test_table(self):
        self.write("article.txt", ARTICLE)
        result = self.run_chancery("rules", "coverage", "article.txt")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        lines = [line.split("\t") for line in result.stdout.decode().splitlines()]
        self.assertEqual(lines[0], ["rule", "kind", "hits", "articles", "overlaps", "example 1", "example 2"])
        self.assertEqual({len(line) for line in lines}, {7})
        rows = {line[0]: line for line in lines[1:]}
        self.assertEqual((rows["meetings/met"][1], rows["meetings/met"][3]), ("event", "1"))
        self.assertIn("Anna Berger met", "".join(rows["meetings/met"][5:]))
        hits = [int(line[2]) for line in lines[1:]]
        self.assertEqual(hits, sorted(hits, reverse=True))
        self.assertEqual(hits[-1], 0)
        self.assertIn("rules never fired", result.stderr.decode())


class WhyNot(CommandTest):
    def why(self, rule, text, code=0):
        result = self.run_chancery("explain", "--why-not", rule, "--sentence", text)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return result.stdout.decode()

    def test_trigger_absent(self):
        said = self.why("meetings/met", "Anna Berg praised Norway.")
        self.assertIn("trigger absent", said)
        self.assertIn("<meet/v>", said)

    def test_how_far_it_came(self):
        pack = self.folder / "pack"
        self.write("pack/pack.yaml", f"name: toy\nlanguage: {TOP / 'mappings'}\nneeds: {TOP / 'mappings/frames/entities.yaml'}\n")
        self.write("pack/frames/f.yaml", "frames:\n  Visit:\n    roles:\n      who: {class: Polity}\n      host: {class: Polity}\n")
        self.write("pack/rules/r.yaml", "rules:\n  - name: toured\n    frame: Visit\n    pattern: |\n      who:@Polity toured the host:@Polity\n")
        def why(text):
            result = self.run_chancery("explain", "--why-not", "toured", "--sentence", text, "--mappings", pack)
            return result.stdout.decode() + result.stderr.decode()
        right = why("Norway toured the harbour.")
        self.assertIn("came as far as [toured the]", right)
        self.assertIn('"harbour"', right)
        self.assertIn("wants @Polity", right)
        self.assertIn("r.yaml:5:", right)
        left = why("Children toured the Netherlands.")
        self.assertIn("to the left of it", left)
        self.assertIn("wants @Polity", left)
        self.assertIn("matched: [Norway toured", why("Norway toured the Netherlands."))

    def test_words_that_were_wanted_are_told_together(self):
        pack = self.folder / "pack"
        self.write("pack/pack.yaml", f"name: toy\nlanguage: {TOP / 'mappings'}\nneeds: {TOP / 'mappings/frames/entities.yaml'}\n")
        self.write("pack/frames/f.yaml", "frames:\n  Visit:\n    roles:\n      who: {class: Polity}\n")
        self.write("pack/rules/r.yaml", "rules:\n  - name: toured\n    frame: Visit\n    pattern: |\n      who:@Polity toured (towns | 'big cities' | ports | farms)\n")
        result = self.run_chancery("explain", "--why-not", "toured", "--sentence", "Norway toured parks.", "--mappings", pack)
        self.assertIn("farms | ports (", result.stdout.decode())

    def test_roles_without_filler_are_told(self):
        said = self.why("met", "The roads met in Vienna.")
        self.assertIn("participant, looked for in subject", said)
        self.assertIn("no filler", said)

    def test_what_became_of_a_speaker(self):
        said = self.why("speakers/quote-subject-verb", '"We are happy with this," Anna Berg said.')
        self.assertRegex(said, r"speaker: \[Anna Berg\]\n    frame \d+ Statement was made and kept\n")
        self.assertIn("no frame was made of it", self.why("speakers/according-to", "According to Anna Berg."))

    def test_why_a_mention_is_none(self):
        said = self.why("mentions/name-age", "Zwell Berg, aged, came.")
        self.assertIn("trigger absent: nothing here is @Number", said)
        self.assertIn("name: [Zwell Berg]", self.why("mentions/name-age", "Zwell Berg, 45, came."))

    def test_what_a_cue_did(self):
        self.assertIn("changed a frame: status: held -> cancelled", self.why("cues/called-off", "The talks between Norway and Canada were called off."))
        self.assertIn("it changed nothing: no frame Meeting stands in its scope", self.why("cues/called-off", "The trip was called off. Norway met Canada."))

    def test_unknown_rule(self):
        for name in ("meetings/mett", "mett"):
            result = self.run_chancery("explain", "--why-not", name, "--sentence", "A met B.")
            self.assert_reported(result, f'did you mean "{name[:-1]}"', code=2)
        self.assert_reported(self.run_chancery("explain", "--why-not", "", "--sentence", "A met B."), 'there is no rule ""', code=2)


class Schema(CommandTest):
    def validator(self, files):
        result = self.run_chancery("rules", "schema", files)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        schema = json.loads(result.stdout)
        jsonschema.Draft7Validator.check_schema(schema)
        return jsonschema.Draft7Validator(schema)

    def test_shipped_files_are_valid(self):
        rules, pack = self.validator("rules"), self.validator("pack")
        seen = 0
        for folder in (TOP / "mappings", FOOTBALL):
            for path in sorted([*folder.glob("rules/**/*.yaml"), *folder.glob("frames/**/*.yaml"), *folder.glob("pack.yaml")]):
                with self.subTest(path=str(path.relative_to(TOP))):
                    validator = pack if path.name == "pack.yaml" else rules
                    self.assertEqual([], [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(load(path.read_text()))])
                    seen += 1
        self.assertGreater(seen, 12)

    def test_broken_rules_are_not(self):
        validator = self.validator("rules")
        good = "rules:\n  - name: a\n    frame: F\n    trigger: |\n      <meet/v>\n    roles: {who: [subject, {after: [with]}]}\n"
        self.assertEqual([], list(validator.iter_errors(load(good))))
        for broken in (
                good.replace("trigger", "triger"), good.replace("name: a", "title: a"), good.replace("frame: F", "pass: 1"),
                good.replace("subject", "subjekt"), good.replace("{after", "{behind"), good + "    pattern: x\n", good + "    pass: 12\n",
                good + "    scope: clause\n", good + "    examples:\n      - {text: A.}\n", good + "    examples:\n      - {text: A., expect: {who: {}}}\n",
                "rulez: []\n", "rules: {}\n", "lists: {a: {b: c}}\n", "phrases: {p: [a]}\n", "phrases: {p(X)x: 'a'}\n", "phrases: {'p()': 'a'}\n", "classes: {Club: {types: [fb:Club]}}\n",
                "cues:\n  - {name: a, pattern: x}\n", "frames: {F: {rolls: {}}}\n", "frames: {F: {roles: {r: {class: Person, one-of: [a]}}}}\n",
                "frames: {F: {adjuncts: {r: {in: paragraph, pattern: x}}}}\n", "frames: {F: {triples: {s: x, po: [[a]]}}}\n",
                "frames: {F: {triples: {s: x, po: [[a, {map: r, to: {}}]]}}}\n", "frames: {F: {requires: who}}\n"):
            with self.subTest(broken=broken):
                self.assertTrue(list(validator.iter_errors(load(broken))))

    def test_broken_manifests_are_not(self):
        validator = self.validator("pack")
        self.assertEqual([], list(validator.iter_errors(load("name: a\nneeds: [b, c]\n"))))
        for broken in ("version: 1\n", "name: a\nlicense: MIT\n", "name: a\nneeds: {b: c}\n"):
            self.assertTrue(list(validator.iter_errors(load(broken))), broken)


class Examples(CommandTest):
    def test_a_failure_is_shown_as_a_difference(self):
        self.write("pack/pack.yaml", f"name: toy\nlanguage: {TOP / 'mappings'}\nneeds: {TOP / 'mappings/frames/entities.yaml'}\n")
        self.write("pack/frames/f.yaml", "frames:\n  Visit:\n    roles:\n      who: {class: Polity}\n      host: {class: Polity}\n")
        self.write("pack/rules/r.yaml", "rules:\n  - name: toured\n    frame: Visit\n    pattern: |\n      who:@Polity toured host:@Polity\n    examples:\n"
                   "      - {text: Norway toured Sweden., expect: {who: Norway, host: Denmark}}\n")
        result = self.run_chancery("rules", "test", "pack")
        self.assertEqual(result.returncode, 1, result.stderr.decode())
        out = result.stdout.decode()
        self.assertIn("      who: [Norway]\n", out)
        self.assertIn("    - host: [Denmark]\n", out)
        self.assertIn("    + host: [Sweden]\n", out)


    def examples(self, text, expect, more=""):
        self.write("pack/pack.yaml", f"name: toy\nlanguage: {TOP / 'mappings'}\nneeds: {TOP / 'mappings/frames/entities.yaml'}\nclasses: {{Guild: Organization}}\n")
        self.write("pack/frames/f.yaml", "frames:\n  Visit:\n    roles:\n      who: {class: [Polity, Guild]}\n      host: {class: Polity}\n      kind: {one-of: [long, short], default: long}\n")
        self.write("pack/rules/r.yaml", "rules:\n  - name: toured\n    frame: Visit\n    trigger: |\n      <tour/v>\n    roles: {who: subject, host: object}\n    examples:\n"
                   f"      - text: {text}\n        expect: {expect}\n{more}")
        result = self.run_chancery("rules", "test", "pack")
        self.assertEqual(result.stderr.decode(), "")
        return result.stdout.decode()

    def test_names_of_an_example(self):
        text, expect = "Zembla toured Sweden.", "{who: Zembla, host: Sweden}"
        self.assertIn("0 passed, 1 failed", self.examples(text, expect))
        self.assertIn("1 passed, 0 failed", self.examples(text, expect, "        lexicon: {Zembla: Polity}\n"))
        self.assertIn("0 passed, 1 failed", self.examples(text, expect, "        lexicon: {Zembla: Person}\n"))

    def test_exact_frames(self):
        exact = "        frames: exact\n"
        self.assertIn("1 passed", self.examples("Norway toured Sweden.", "{who: Norway, host: Sweden}", exact))
        told = self.examples("Norway toured Sweden.", "{who: Norway}", exact)
        self.assertIn("0 passed, 1 failed", told)
        self.assertIn("    + host: Sweden\n", told)
        told = self.examples("Norway toured Sweden. Denmark toured Finland.", "{who: Norway, host: Sweden}", exact)
        self.assertIn("0 passed, 1 failed", told)
        self.assertIn('    + Visit from "toured"\n', told)
        self.assertIn("1 passed", self.examples("Norway toured Sweden. Denmark toured Finland.", "{who: Norway, host: Sweden}"))

    def test_a_class_of_the_pack_fills_a_role(self):
        self.examples("x", "none")
        with open(self.folder / "pack/rules/r.yaml", "a") as rules:
            rules.write("      - text: The Northern Guild toured Norway.\n        expect: {who: Northern Guild, host: Norway}\n"
                        "  - name: guild\n    mention: Guild\n    pattern: |\n      [cap]+ 'Guild'\n")
        frames = (self.folder / "pack/frames/f.yaml").read_text().replace("[Polity, Guild]", "Guild")
        (self.folder / "pack/frames/f.yaml").write_text(frames)
        rules = (self.folder / "pack/rules/r.yaml").read_text().replace("[cap]+", "(?<! ^) [cap]+")
        (self.folder / "pack/rules/r.yaml").write_text(rules)
        result = self.run_chancery("rules", "test", "pack")
        self.assertIn("2 passed, 0 failed", result.stdout.decode(), result.stderr.decode())


    def test_no_such_rule(self):
        self.examples("Norway toured Sweden.", "none")
        self.assert_reported(self.run_chancery("rules", "test", "pack", "--only", "tuored"), 'no rule has "tuored" in its name; did you mean "toured"?', code=2)

    def test_a_folder_beside_others(self):
        self.examples("Norway toured Sweden.", "none")
        result = self.run_chancery("rules", "test", "pack", "--mappings", FOOTBALL)
        self.assertGreater(int(re.search(r"(\d+) rules, ", result.stdout.decode())[1]), 1)


class Update(CommandTest):
    """Rules whose examples are wrong in all ways."""
    RULES = """# Visits, and what they are.
rules:
  - name: toured     # by states
    frame: Visit
    trigger: |
      <tour/v>
    roles: {who: subject, host: object}
    examples:
      - text: "Norway toured Sweden."
        expect: { who: Norway,  host: Denmark }   # a slip
      - {text: Norway toured Sweden., expect: none}
      - text: "Norway and Peru toured Sweden."
        expect:
          who:
            - Norway
          host: Sweden
      - text: "Norway slept."
        expect: {who: Norway}
      - text: "Norway toured Sweden."
        expect: {who: Norway}
        frames: exact
      - text: "Norway toured Sweden. Peru toured Chile."
        expect: {who: Norway, host: Sweden}
        frames: exact
      - text: "Norway toured Sweden."
        expect: {who: Norway, host: Sweden}
  - name: hosted
    frame: Visit
    trigger: |
      <host/v>
    roles: {host: subject, who: object}
    examples:
      - text: "Sweden hosted Norway."
        expect: {who: Peru}
"""
    AFTER = (RULES.replace("host: Denmark }", "host: Sweden }").replace("expect: none}", "expect: {who: Norway, host: Sweden}}")
             .replace("            - Norway\n", "            - Norway\n            - Peru\n").replace('slept."\n        expect: {who: Norway}', 'slept."\n        expect: none')
             .replace("expect: {who: Norway}\n        frames", "expect: {who: Norway, host: Sweden}\n        frames"))
    DONE = AFTER.replace("{who: Peru}", "{who: Norway}")

    def pack(self, name="pack", needs=f"{TOP / 'mappings/frames/entities.yaml'}"):
        self.write(f"{name}/pack.yaml", f"name: toy\nlanguage: {TOP / 'mappings'}\nneeds: {needs}\n")
        self.write(f"{name}/frames/f.yaml", "frames:\n  Visit:\n    roles:\n      who: {class: Polity, many: true}\n      host: {class: Polity}\n")
        return self.write(f"{name}/rules/r.yaml", self.RULES)

    def update(self, *arguments, code):
        result = self.run_chancery("rules", "test", *arguments, "--update")
        self.assertEqual(result.returncode, code, (result.stdout + result.stderr).decode())
        return result.stdout.decode() + result.stderr.decode()

    def test_what_the_rules_give_is_written_and_nothing_else(self):
        rules = self.pack()
        said = self.update("pack", code=1)
        self.assertEqual(rules.read_text(), self.DONE)
        self.assertIn("    - host: [Denmark]\n    + host: [Sweden]\n    rewritten\n", said)
        self.assertIn('    + Visit from "toured"\n    (the nearest of 2 frames)\n    not rewritten: what the rule gives cannot be said by "expect": there are other frames\n', said)
        self.assertIn("2 rules, 8 examples: 1 passed, 6 rewritten, 1 failed\n", said)
        again = self.run_chancery("rules", "test", "pack").stdout.decode()
        self.assertIn("2 rules, 8 examples: 7 passed, 1 failed\n", again)
        self.update("pack", code=1)
        self.assertEqual(rules.read_text(), self.DONE)

    def test_without_it_nothing_is_written(self):
        rules = self.pack()
        self.run_chancery("rules", "test", "pack")
        self.assertEqual(rules.read_text(), self.RULES)

    def test_only_the_rules_that_are_named(self):
        rules = self.pack()
        self.assertIn("1 rule, 1 example: 0 passed, 1 rewritten, 0 failed", self.update("pack", "--only", "hosted", code=0))
        self.assertEqual(rules.read_text(), self.RULES.replace("{who: Peru}", "{who: Norway}"))
        self.update("pack", "--only", "hostid", code=2)

    def test_only_the_packs_that_are_named(self):
        base = self.pack("base")
        self.write("more/pack.yaml", "name: more\nneeds: ../base\n")
        mine = self.write("more/rules/mine.yaml", "rules:\n  - name: saw\n    frame: Visit\n    trigger: |\n      <see/v>\n    roles: {who: subject, host: object}\n"
                          "    examples:\n      - {text: Norway saw Sweden., expect: none}\n")
        said = self.update("more", code=1)
        self.assertIn("not rewritten: the file belongs to a pack that is not named", said)
        self.assertEqual(base.read_text(), self.RULES)
        self.assertIn("expect: {who: Norway, host: Sweden}}", mine.read_text())
        self.assertIn(" 6 rewritten, 1 failed", self.update("--mappings", "base", "--mappings", "more", code=1))
        self.assertEqual(base.read_text(), self.DONE)

    def test_a_pack_must_be_named(self):
        self.assertIn("name the folder of the pack", self.update(code=2))

    def test_links_are_followed(self):
        rules = self.pack()
        rules.rename(self.folder / "there.yaml")
        rules.symlink_to(self.folder / "there.yaml")
        self.assertIn("not rewritten: the file belongs to a pack that is not named", self.update("pack", code=1))
        self.assertEqual((self.folder / "there.yaml").read_text(), self.RULES)
        (self.folder / "pack/rules/inside").mkdir()
        (self.folder / "there.yaml").rename(self.folder / "pack/rules/inside/there.txt")
        rules.unlink()
        rules.symlink_to("inside/there.txt")
        self.update("pack", code=1)
        self.assertTrue(rules.is_symlink())
        self.assertEqual(rules.read_text(), self.DONE)

    def test_a_file_that_cannot_be_written(self):
        rules = self.pack()
        rules.chmod(0o444)
        said = self.update("pack", code=3)
        self.assertIn("r.yaml: it is read-only", said)
        self.assertIn("not rewritten: the file cannot be written", said)
        self.assertEqual(rules.read_text(), self.RULES)


class AnotherField(CommandTest):
    def test_its_rules_are_right(self):
        for arguments in (("lint",), ("test",)):
            result = self.run_chancery("rules", *arguments, FOOTBALL)
            self.assertEqual(result.returncode, 0, (result.stdout + result.stderr).decode())

    def test_names_of_two_packs_must_differ(self):
        self.write("pack/pack.yaml", f"name: more\nneeds: {FOOTBALL}\n")
        self.write("pack/frames/f.yaml", "frames:\n  Transfer:\n    roles:\n      player: {class: Person}\n")
        self.assert_reported(self.run_chancery("rules", "lint", "pack"), "pack.duplicate-name", '"Transfer"', "f.yaml:2:3")

    def test_a_pack_without_words_says_what_it_lacks(self):
        self.write("pack/rules/r.yaml", "rules: []\n")
        self.assert_reported(self.run_chancery("rules", "lint", "pack"), "lexicon", '"language" in pack.yaml', code=3)

    def test_words_must_be_there(self):
        self.write("pack/pack.yaml", "name: more\nlanguage: ../nowhere\n")
        result = self.run_chancery("rules", "lint", "pack")
        self.assertIn("pack.unreadable", result.stderr.decode())
        self.assertEqual(result.returncode, 3)

    def test_its_graph(self):
        self.write("article.txt", TRANSFERS)
        result = self.run_chancery("build", "--mappings", FOOTBALL, "article.txt", "--format", "ntriples", "-o", "graph.nt")
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        graph = (self.folder / "graph.nt").read_text()
        football = "https://example.org/football#"
        self.assertRegex(graph, rf"<https://example\.org/football/transfer/\w+> <{football}player> <[^>]*/person/lena-hartmann> \.")
        self.assertRegex(graph, rf"> <{football}buyer> <[^>]*/organization/kestrel-rovers> \.")
        self.assertRegex(graph, rf"> <{football}seller> <[^>]*/organization/harbour-athletic> \.")
        self.assertRegex(graph, rf'> <{football}fee> "£12 million"')
        self.assertRegex(graph, r'startDate> "2024-07-01"')
        self.assertRegex(graph, rf"#type> <{football}Loan> \.")
        self.assertRegex(graph, rf"lena-hartmann> <[^>]*#type> <{football}Player> \.")


if __name__ == "__main__":
    unittest.main()
