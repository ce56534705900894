"""What is done with a finished graph: checks, questions, drawings for graph tools."""
import json
import pathlib
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support import ARTICLE, CommandTest, TOP

PEOPLE = {"Anna Berger", "Recep Tayyip Erdoğan"}


class GraphTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("article.txt", ARTICLE)
        result = self.run_chancery("build", "article.txt", "-o", "graph.ttl", "--evidence", "evidence.ttl", "--quiet")
        self.assertEqual(result.returncode, 0, result.stderr.decode())

    def run_well(self, *arguments):
        result = self.run_chancery(*arguments)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return result.stdout.decode()


class Export(GraphTest):
    def drawing(self, *options):
        return self.run_well("export", "graph.ttl", "evidence.ttl", "--format", *options)

    def test_graphml(self):
        space = "{http://graphml.graphdrawing.org/xmlns}"
        root = ElementTree.fromstring(self.drawing("graphml"))
        labels = {n.get("id"): n.find(f"{space}data[@key='label']").text for n in root.iter(space + "node")}
        self.assertLessEqual(PEOPLE, set(labels.values()))
        met = [{labels[e.get("source")], labels[e.get("target")]} for e in root.iter(space + "edge")
               if e.find(f"{space}data[@key='kind']").text == "met"]
        self.assertEqual(met, [PEOPLE])
        declared = {k.get("id") for k in root.iter(space + "key")}
        self.assertEqual({d.get("key") for d in root.iter(space + "data")} - declared, set())

    def test_gexf(self):
        space = "{http://gexf.net/1.3}"
        root = ElementTree.fromstring(self.drawing("gexf"))
        declared = {a.get("id") for a in root.iter(space + "attribute")}
        self.assertEqual({v.get("for") for v in root.iter(space + "attvalue")} - declared, set())
        self.assertLessEqual(PEOPLE, {n.get("label") for n in root.iter(space + "node")})

    def test_cytoscape(self):
        elements = json.loads(self.drawing("cytoscape"))["elements"]
        ids = {n["data"]["id"] for n in elements["nodes"]}
        titles = {e["data"].get("title") for e in elements["edges"]}
        self.assertLessEqual({"Foreign Minister", "President"}, titles)
        for edge in elements["edges"]:
            self.assertLessEqual({edge["data"]["source"], edge["data"]["target"]}, ids)

    def test_dot_and_only_what_is_linked(self):
        whole, linked = self.drawing("dot"), self.drawing("dot", "--linked")
        self.assertIn('label="met\\n2024-05-13"', linked)
        self.assertLessEqual(len(linked), len(whole))
        for text in (whole, linked):
            self.assertEqual(text.count("{"), text.count("}"))

    def test_a_format_that_is_none(self):
        result = self.run_chancery("export", "graph.ttl", "--format", "svg")
        self.assert_reported(result, "graphml", "dot", code=2)


class Query(GraphTest):
    def test_a_question(self):
        table = self.run_well("query", "graph.ttl", TOP / "ontology/queries/who-met-whom.rq")
        self.assertIn("Anna Berger", table)
        self.assertIn("Vienna", table)

    def test_what_the_engine_answers_wrongly_is_refused(self):
        self.write("path.rq", "SELECT ?x WHERE { ?x <http://a/b>+ ?y }")
        result = self.run_chancery("query", "graph.ttl", "path.rq")
        self.assert_reported(result, "path.rq", code=1)

    def test_a_query_with_a_mistake(self):
        self.write("wrong.rq", "SELECT ?x WHERE { ?x ")
        self.assert_reported(self.run_chancery("query", "graph.ttl", "wrong.rq"), "wrong.rq", code=1)


class Check(GraphTest):
    def test_a_sound_graph(self):
        self.run_well("check", "graph.ttl", "evidence.ttl")

    def test_a_graph_of_others_that_cannot_be_true(self):
        self.write("cycle.ttl", "@prefix schema: <http://schema.org/> . @prefix e: <http://e/> ."
                   " e:a schema:containedInPlace e:b . e:b schema:containedInPlace e:a .")
        result = self.run_chancery("check", "cycle.ttl", "--report", "report.ttl")
        self.assertEqual(result.returncode, 1, result.stderr.decode())
        for part in ("violation[acyclic]", "http://e/a", "http://e/b"):
            self.assertIn(part, result.stdout.decode())
        self.assertIn("sh:conforms false", (self.folder / "report.ttl").read_text())

    def test_a_graph_that_is_none(self):
        self.write("broken.ttl", "this is no Turtle")
        self.assert_reported(self.run_chancery("check", "broken.ttl"), "broken.ttl", code=1)


if __name__ == "__main__":
    unittest.main()
