"""The five-minute tour of the README does what it says."""
import os
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support import CHANCERY, CommandTest, TOP


class Tour(CommandTest):
    def setUp(self):
        super().setUp()
        tour = (TOP / "README.md").read_text().split("## Five minutes")[1].split("\n## ")[0]
        self.blocks = re.findall(r"```sh\n(.*?)```", tour, re.S)
        (self.folder / "ontology").symlink_to(TOP / "ontology")

    def run_block(self, block):
        path = f"{pathlib.Path(CHANCERY).parent}:{os.environ['PATH']}"
        result = subprocess.run(["bash", "-eu", "-c", block], cwd=self.folder, env=os.environ | {"PATH": path}, capture_output=True, text=True, timeout=120)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def test_from_an_article_to_graphs_and_answers(self):
        self.run_block(self.blocks[0])
        graph = (self.folder / "graph.ttl").read_text()
        for part in ('"Talks between Espen Barth Eide and Hakan Fidan in Oslo"@en', "schema:eventStatus schema:EventCancelled",
                     'schema:startDate "2024-06"^^xsd:gYearMonth', "a prov:Entity, ch:Quotation, ch:Statement"):
            self.assertIn(part, graph)
        self.assertIn("conforms", (self.folder / "report.ttl").read_text())
        told = self.run_block(self.blocks[1])
        for part in ("rule cues/called-off", "Espen Barth Eide", "Hakan Fidan"):
            self.assertIn(part, told)
        self.assertIn("<graphml", (self.folder / "graph.graphml").read_text())

    def test_two_shards_make_one_graph(self):
        for name in ("part-1.jsonl", "part-2.jsonl"):
            self.write(name, '{"title": "%s", "text": "Norwegian Foreign Minister Espen Barth Eide met Hakan Fidan in Oslo."}\n' % name)
            subprocess.run(["gzip", name], cwd=self.folder, check=True)
        self.run_block(self.blocks[2])
        self.assertIn("Espen Barth Eide", (self.folder / "graph.ttl").read_text())


if __name__ == "__main__":
    unittest.main()
