"""The same articles give the same bytes, in one step or two, in any order, with any number of jobs."""
import json
import pathlib
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support import ARTICLE, CHANCERY, TOP, CommandTest

EXAMPLES = sorted((TOP / "examples/articles").glob("*.txt"))


class SameBytes(CommandTest):
    def graph(self, name, *arguments):
        result = self.run_chancery("build", *arguments, "-o", name, "--evidence", "e-" + name, "--report", "r-" + name)
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        return tuple((self.folder / (prefix + name)).read_bytes() for prefix in ("", "e-", "r-"))

    def test_twice_in_a_row_in_any_order_with_any_jobs(self):
        first = self.graph("a.ttl", *EXAMPLES, "--jobs", 1)
        self.assertGreater(len(first[0]), 10_000)
        self.assertEqual(first, self.graph("b.ttl", *EXAMPLES, "--jobs", 1))
        self.assertEqual(first, self.graph("c.ttl", *reversed(EXAMPLES), "--jobs", 4))
        self.assertEqual(first, self.graph("d.ttl", *EXAMPLES, *EXAMPLES[:3]))

    def test_extract_and_merge_is_build(self):
        whole = self.graph("a.ttl", *EXAMPLES)
        shards = []
        for i, half in enumerate((EXAMPLES[:5], EXAMPLES[5:])):
            result = self.run_chancery("extract", *half, "-o", f"{i}.nq")
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            shards.append(f"{i}.nq")
        merged = self.run_chancery("merge", *reversed(shards), "-o", "b.ttl", "--evidence", "e-b.ttl", "--report", "r-b.ttl")
        self.assertIn(merged.returncode, (0, 1), merged.stderr.decode())
        self.assertEqual(whole, tuple((self.folder / n).read_bytes() for n in ("b.ttl", "e-b.ttl", "r-b.ttl")))

    def test_pipe(self):
        extracted = self.run_chancery("extract", "-", stdin=ARTICLE.encode())
        self.assertEqual(extracted.returncode, 0, extracted.stderr.decode())
        merged = self.run_chancery("merge", "-", "-o", "-", stdin=extracted.stdout)
        self.assertEqual(merged.stdout.decode(), self.build_from("article.txt"))

    def build_from(self, name):
        self.write(name, ARTICLE)
        return self.build(name).graph

    def test_json_lines_say_what_text_says(self):
        text = self.build_from("article.txt")
        front, body = ARTICLE.split("---\n", 2)[1:]
        line = {"title": "Ministers meet in Vienna", "maintext": body, "date_publish": "2024-05-14 08:00:00",
                "url": "https://example.org/vienna", "source_domain": "Example Wire"}
        self.write("article.jsonl", json.dumps(line))
        self.assertEqual(self.build("article.jsonl").graph, text)


class Formats(CommandTest):
    def test_every_format_is_written_and_read_back(self):
        self.write("article.txt", ARTICLE)
        counts = {}
        for name in ("turtle", "ntriples", "nquads", "trig", "rdfxml"):
            result = self.run_chancery("build", "article.txt", "--format", name, "--checks", "-o", "graph." + name)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            turned = self.run_chancery("export", "graph." + name, "--format", "cytoscape")
            self.assertEqual(turned.returncode, 0, turned.stderr.decode())
            elements = json.loads(turned.stdout)["elements"]
            counts[name] = (len(elements["nodes"]), len(elements["edges"]))
        self.assertEqual(len(set(counts.values())), 1, counts)
        self.assertGreater(counts["turtle"][0], 2)

    def test_streaming_leaves_nothing_open(self):
        self.write("article.txt", ARTICLE)
        result = self.run_chancery("build", "article.txt", "--format", "ntriples", "-o", "-")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertTrue(all(line.endswith(b" .") for line in result.stdout.splitlines()))


class Interrupts(CommandTest):
    def test_the_old_graph_stays(self):
        self.write("graph.nt", "old\n")
        self.write("many.jsonl", (json.dumps({"title": "T", "text": ARTICLE, "date": "2024-05-14"}) + "\n") * 20_000)
        running = subprocess.Popen([CHANCERY, "build", "many.jsonl", "--format", "ntriples", "-o", "graph.nt"], cwd=self.folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 60
        while len(list(self.folder.iterdir())) < 3 and time.monotonic() < deadline:
            time.sleep(0.05)  # until the new graph is begun
        time.sleep(0.5)
        running.send_signal(signal.SIGINT)
        _, error = running.communicate(timeout=60)
        self.assertNotEqual(running.returncode, 0, error)
        self.assertIn(b"interrupted", error)
        self.assertEqual((self.folder / "graph.nt").read_text(), "old\n")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["graph.nt", "many.jsonl"])


class Tools(CommandTest):
    def test_help_of_every_command(self):
        commands = ["build", "extract", "merge", "check", "query", "explain", "export", "rules"]
        top = self.run_chancery("--help").stdout.decode()
        for command in commands:
            self.assertIn(command, top)
            result = self.run_chancery(command, "--help")
            self.assertEqual(result.returncode, 0)
            self.assertIn(b"Usage", result.stdout)

    def test_explain_json_has_offsets_that_cut_out_the_mentions(self):
        body = "Żółć.\n\nFrench President Emmanuel Macron met Olaf Scholz in Köln on Monday."
        self.write("article.txt", "---\ndate: 2024-05-14\n---\n" + body)
        result = self.run_chancery("explain", "--json", "article.txt")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        objects = [json.loads(line) for line in result.stdout.splitlines()]
        mentions = [m for o in objects for m in o.get("mentions", [])]
        self.assertTrue(any(m["class"] == "Person" and "Macron" in m["text"] for m in mentions), mentions)
        self.assertTrue(any(m.get("timex") == "2024-05-13" for m in mentions), mentions)
        for m in mentions:
            self.assertEqual(body[m["begin"]:m["end"]], m["text"])

    def test_explain_shows_rule_frame_and_claim(self):
        result = self.run_chancery("explain", "--sentence", "Emmanuel Macron met Olaf Scholz in Berlin on Monday.")
        text = result.stdout.decode()
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        for part in ("tokens:", "verb: [met]", "mention: [Emmanuel Macron] Person", "rule ", "frame ", "claim: "):
            self.assertIn(part, text)

    def test_rules_lint_and_test_pass_on_what_is_shipped(self):
        for command in ("lint", "test"):
            result = self.run_chancery("rules", command)
            self.assertEqual(result.returncode, 0, result.stdout.decode()[-3000:] + result.stderr.decode()[-3000:])


if __name__ == "__main__":
    unittest.main()
