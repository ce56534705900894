"""The tools for rule writers: try, coverage, why-not, schema, test; and a pack of another field that needs no line of C++."""
import json
import pathlib
import re
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

    def test_roles_without_filler_are_told(self):
        said = self.why("met", "The plant met its targets in Vienna.")
        self.assertIn("participant, looked for in subject", said)
        self.assertIn("no filler", said)

    def test_unknown_rule(self):
        result = self.run_chancery("explain", "--why-not", "meetings/mett", "--sentence", "A met B.")
        self.assert_reported(result, 'did you mean "meetings/met"', code=2)


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
                "rulez: []\n", "rules: {}\n", "lists: {a: {b: c}}\n", "phrases: {p: [a]}\n", "classes: {Club: {types: [fb:Club]}}\n",
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


class AnotherField(CommandTest):
    def test_its_rules_are_right(self):
        for arguments in (("lint",), ("test",)):
            result = self.run_chancery("rules", *arguments, FOOTBALL)
            self.assertEqual(result.returncode, 0, (result.stdout + result.stderr).decode())

    def test_names_of_two_packs_must_differ(self):
        self.write("pack/pack.yaml", f"name: more\nneeds: {FOOTBALL}\n")
        self.write("pack/frames/f.yaml", "frames:\n  Transfer:\n    roles:\n      player: {class: Person}\n")
        self.assert_reported(self.run_chancery("rules", "lint", "pack"), "pack.duplicate-name", '"Transfer"', "f.yaml:2:3")

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
