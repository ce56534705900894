"""What the tests of the command line share: running the program in an empty folder, and reading what it wrote."""
import os
import pathlib
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
CHANCERY = os.environ.get("CHANCERY", str(TOP / "build/dev/chancery"))

ARTICLE = """---
title: Ministers meet in Vienna
date: 2024-05-14
publisher: Example Wire
url: https://example.org/vienna
---
Ministers meet in Vienna

Austrian Foreign Minister Anna Berger met Turkish President Recep Tayyip Erdogan in Vienna on Monday.

"We have found common ground on trade," Berger said after the talks.
"""


class CommandTest(unittest.TestCase):
    """Each test gets a folder of its own."""

    def setUp(self):
        self._scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._scratch.name)

    def tearDown(self):
        self._scratch.cleanup()

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run_chancery(self, *arguments, stdin=b"", timeout=120):
        return subprocess.run([CHANCERY, *map(str, arguments)], cwd=self.folder, input=stdin, capture_output=True, timeout=timeout)

    def build(self, *arguments, **options):
        """Builds to graph.ttl; the result has `graph`, the Turtle's text, empty if there is none."""
        result = self.run_chancery("build", *arguments, "-o", "graph.ttl", **options)
        path = self.folder / "graph.ttl"
        result.graph = path.read_text() if path.exists() else ""
        return result

    def assert_reported(self, result, *parts, code=1):
        """The program ended with `code` and said each of `parts` on standard error, and did not crash."""
        error = result.stderr.decode()
        self.assertEqual(result.returncode, code, error)
        for part in parts:
            self.assertIn(part, error)
