"""The manual's commands are run as they stand there, in a folder with the files that it shows, and print what it says they print."""
import os
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support import TOP, CommandTest


def blocks(page):
    """(info, text) of each fenced block."""
    return re.findall(r"^```([^\n]*)\n(.*?)^```$", (TOP / "docs" / page).read_text(), re.M | re.S)


def commands(text):
    """(command, what it prints) of a console block."""
    parts = re.split(r"^\$ ", text, flags=re.M)
    assert not parts[0], "a console block begins with a command"
    return [(part + "\n").split("\n", 1) for part in parts[1:]]


class Manual(CommandTest):
    def setUp(self):
        super().setUp()
        for name in ("mappings", "examples"):
            (self.folder / name).symlink_to(TOP / name)
        bin_folder = self.folder / "bin"
        bin_folder.mkdir()
        (bin_folder / "chancery").symlink_to(pathlib.Path(os.environ["CHANCERY"]).resolve())
        self.environment = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "CHANCERY_DATA": str(TOP)}

    def lay_out(self, page):
        for info, text in blocks(page):
            words = info.split()
            if len(words) > 1 and "/" in words[-1] or words[-1:] and words[-1].endswith(".txt"):
                self.write(words[-1], text)

    def run_page(self, page, least):
        self.lay_out(page)
        ran = 0
        for info, text in blocks(page):
            if info != "console":
                continue
            for command, expected in commands(text):
                with self.subTest(command=command):
                    done = subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.environment, capture_output=True, timeout=120)
                    printed = done.stdout.decode() + done.stderr.decode()
                    wanted = re.escape(expected.strip()).replace("…", ".*")
                    self.assertRegex(printed.strip(), re.compile(r"\A" + wanted + r"\Z", re.S))
                    ran += 1
        self.assertGreaterEqual(ran, least)

    def test_rules(self):
        self.run_page("rules.md", 4)

    def test_rule_tools(self):
        self.run_page("rule-tools.md", 8)

    def test_a_wrong_line_would_be_found(self):
        with self.assertRaises(AssertionError):
            for command, expected in commands("$ echo one\ntwo\n"):
                printed = subprocess.run(["bash", "-c", command], capture_output=True).stdout.decode()
                self.assertRegex(printed.strip(), re.compile(r"\A" + re.escape(expected.strip()) + r"\Z"))

    def test_blocks_of_yaml_by_themselves(self):
        """Those with examples pass them, each in a pack of its own."""
        ran = 0
        for number, (info, text) in enumerate(blocks("rules.md")):
            if info != "yaml" or "examples:" not in text:
                continue
            self.write(f"b{number}/pack.yaml", "name: block\nlanguage: ../mappings\nneeds: ../mappings/frames/entities.yaml\n")
            self.write(f"b{number}/rules/block.yaml", text)
            result = self.run_chancery("rules", "test", f"b{number}")
            self.assertEqual((result.returncode, result.stderr.decode()), (0, ""), result.stdout.decode())
            ran += 1
        self.assertGreaterEqual(ran, 1)


if __name__ == "__main__":
    unittest.main()
