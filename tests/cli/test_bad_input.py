"""Bad input is said with its place, and the rest of the collection is still built."""
import gzip
import json
import pathlib
import shutil
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support import ARTICLE, TOP, CommandTest


class BadArticles(CommandTest):
    def build_beside(self, name, content, *parts):
        """Builds `content` together with a good article: the bad one is named, the good one is in the graph."""
        self.write("good.txt", ARTICLE)
        bad = self.write(name, content)
        result = self.build("good.txt", bad.name)
        self.assert_reported(result, bad.name, *parts)
        self.assertIn("Anna Berger", result.graph)

    def test_empty_file(self):
        self.build_beside("empty.txt", b"", "input.empty")

    def test_invalid_utf8(self):
        self.build_beside("latin.txt", "Le président à Paris a rencontré le roi".encode("latin-1"), "input.")

    def test_nul_bytes(self):
        self.build_beside("nul.txt", b"The minister\0 met the king in Oslo.\n", "input.")

    def test_binary(self):
        self.build_beside("image.txt", bytes(range(256)) * 64, "input.")

    def test_truncated_gzip(self):
        self.build_beside("cut.txt.gz", gzip.compress(ARTICLE.encode() * 50)[:-20], "input.")

    def test_json_line_that_is_no_article(self):
        lines = [json.dumps({"title": "A", "maintext": "Finnish President Sauli Niinisto visited Riga.", "date": "2020-01-02"}), '{"n": 1}', "{broken"]
        self.build_beside("news.jsonl", "\n".join(lines), "news.jsonl:2", "news.jsonl:3")
        self.assertIn("Niinist", (self.folder / "graph.ttl").read_text())

    def test_bad_front_matter(self):
        self.build_beside("front.txt", "---\ntitle: [unclosed\n---\nText of the article.\n", "input.")

    def test_missing_file(self):
        self.write("good.txt", ARTICLE)
        self.assert_reported(self.build("good.txt", "nowhere.txt"), "nowhere.txt", "input.")

    def test_folder_without_articles(self):
        (self.folder / "empty").mkdir()
        self.write("good.txt", ARTICLE)
        self.assert_reported(self.build("good.txt", "empty"), "empty", "input.")

    def test_one_huge_line(self):
        words = "The Danish foreign minister met the Swedish prime minister in Oslo on Monday and said nothing. " * 20000
        self.write("huge.txt", words)
        result = self.build("huge.txt", timeout=300)
        self.assertIn(result.returncode, (0, 1), result.stderr.decode()[-2000:])
        self.assertIn("Denmark", result.graph)

    def test_one_word_without_an_end(self):
        self.write("word.txt", "a" * 2_000_000 + "\n" + "(" * 100_000 + '"' * 100_000)
        result = self.build("word.txt", timeout=300)
        self.assertIn(result.returncode, (0, 1), result.stderr.decode()[-2000:])

    def test_text_cannot_break_the_graph(self):
        nasty = 'He said: \\"<script>alert(1)</script>\\" \u202eright-to-left\u202c \x01\x1b[31m "triple \'\'\' quotes \\\\ in here" <http://a b>.'
        self.write("nasty.txt", f'---\ntitle: "A \\"title\\" with <tags> and \\\\ "\nurl: "https://example.org/a b<c>"\ndate: 2024-01-01\n---\n'
                                f'Spanish Prime Minister Pedro "El \\ Guapo" Sánchez met King Felipe. {nasty}\n')
        result = self.build("nasty.txt", "--evidence", "evidence.ttl")
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        for name in ("graph.ttl", "evidence.ttl"):
            read = self.run_chancery("check", name)
            self.assertNotIn(b"rdf.syntax", read.stderr)
            self.assertIn(read.returncode, (0, 1), read.stderr.decode())


class BadResources(CommandTest):
    def mappings_with(self, name, change):
        """A copy of the shipped mappings in which one file is changed."""
        shutil.copytree(TOP / "mappings", self.folder / "mappings")
        path = self.folder / "mappings" / name
        path.write_text(change(path.read_text() if path.exists() else ""))
        self.write("good.txt", ARTICLE)
        return self.build("good.txt", "--mappings", "mappings")

    def test_rule_with_a_typo(self):
        rule = 'rules:\n  - name: broken\n    frame: Meetnig\n    triger: |\n      <meet/v\n    pattern: |\n      participant:@Persn "met"\n'
        result = self.mappings_with("rules/zz-broken.yaml", lambda text: rule)
        self.assert_reported(result, "zz-broken.yaml:", "did you mean")
        self.assertIn("Anna Berger", result.graph)

    def test_yaml_that_is_none(self):
        result = self.mappings_with("rules/zz-broken.yaml", lambda text: "rules: [unclosed\n  - {")
        self.assert_reported(result, "zz-broken.yaml:")

    def test_lexicon_line(self):
        result = self.mappings_with("lexicon/zz-broken.tsv", lambda text: "# a table that is none\nnonsense\tcolumns\nx\n")
        self.assert_reported(result, "zz-broken.tsv:2:", "lexicon.")

    def test_frame_that_cannot_be_used(self):
        frame = ("frames:\n  Odd:\n    roles:\n      who: {class: Person, many: true}\n      where: {class: Place}\n    fill:\n"
                 "      where: [the-moon]\n      whom: [headline]\n    same-when: {all: [who dances, whose equal]}\n    triples:\n"
                 "      s: meeting:$(key)\n      po:\n        - [schema:attendee, $(who)]\n        - [schema:location, $(where)]\n")
        result = self.mappings_with("frames/zz-odd.yaml", lambda text: frame)
        self.assert_reported(result, "zz-odd.yaml:7:7: error[frame.bad-fill]", "zz-odd.yaml:8:7: error[rule.unknown-role]",
                             "zz-odd.yaml:9:17: error[frame.unknown-role]", "zz-odd.yaml:9:17: error[frame.bad-condition]")

    def test_checks_with_a_typo(self):
        result = self.mappings_with("checks.yaml", lambda text: text + "\n  - name: broken\n    kind: acyclc\n")
        self.assert_reported(result, "checks.yaml:", "did you mean")

    def test_broken_ontology(self):
        shutil.copytree(TOP / "ontology", self.folder / "ontology")
        path = self.folder / "ontology/chancery.ttl"
        path.write_text(path.read_text() + "\nch:Broken a owl:Class ; rdfs:label \"unclosed .\n")
        self.write("good.txt", ARTICLE)
        self.assert_reported(self.build("good.txt", "--ontology", "ontology"), "chancery.ttl:", "rdf.syntax")

    def test_no_such_mappings(self):
        self.write("good.txt", ARTICLE)
        self.assert_reported(self.build("good.txt", "--mappings", "nowhere"), "nowhere", code=3)


class BadOutput(CommandTest):
    def test_old_file_stays_whole(self):
        self.write("good.txt", ARTICLE)
        self.write("graph.ttl/in-the-way", "a folder where the file should go")
        result = self.run_chancery("build", "good.txt", "-o", "graph.ttl")
        self.assert_reported(result, "graph.ttl", code=3)
        self.assertTrue((self.folder / "graph.ttl/in-the-way").exists())

    def test_full_disk(self):
        self.write("good.txt", ARTICLE)
        result = self.run_chancery("build", "good.txt", "-o", "/dev/full")
        self.assert_reported(result, "/dev/full", code=3)

    def test_folder_under_a_file(self):
        self.write("good.txt", ARTICLE)
        result = self.run_chancery("build", "good.txt", "-o", "good.txt/graph.ttl")
        self.assert_reported(result, "good.txt", code=3)
        self.assertEqual((self.folder / "good.txt").read_text(), ARTICLE)


class WrongUsage(CommandTest):
    def test_exit_code_and_a_word_of_help(self):
        for arguments in ([], ["bild"], ["build"], ["build", "--jbos", "2", "x.txt"], ["build", "x.txt", "--format", "word"],
                          ["build", "x.txt", "--date", "yesterday"], ["build", "x.txt", "--base", "no iri"], ["query", "x.ttl"]):
            with self.subTest(arguments):
                result = self.run_chancery(*arguments)
                self.assertEqual(result.returncode, 2, result.stderr.decode())
                self.assertTrue(result.stderr)


if __name__ == "__main__":
    unittest.main()
