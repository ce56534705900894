#!/usr/bin/python3
"""Every diagnostic code of the program has a row in docs/diagnostics.md, and every row a code in the program and a test."""
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parents[2]
CODE = re.compile(r'"((?:input|lexicon|rule|pattern|frame|pack|mapping|check|rdf|query|config|output|furniture|ontology|text|cli|resource|lint)\.(?!yaml|tsv|ttl)[a-z]+(?:-[a-z0-9]+)*)"')


def codes_in(folder, suffixes):
    found = {}
    for path in sorted((top / folder).rglob("*")):
        if path.is_file() and (path.suffix in suffixes):
            for code in CODE.findall(path.read_text(errors="replace")):
                found.setdefault(code, path.relative_to(top))
    return found


def main():
    program = codes_in("src", {".cpp", ".hpp"})
    rows = re.findall(r"^\| `([a-z.0-9-]+)` \|", (top / "docs/diagnostics.md").read_text(), re.M)
    tests = "\n".join(p.read_text(errors="replace") for p in sorted((top / "tests").rglob("*"))
                      if p.is_file() and "node_modules" not in p.parts and p != pathlib.Path(__file__))
    errors = [f"{where}: `{code}` has no row in docs/diagnostics.md" for code, where in program.items() if code not in rows]
    errors += [f"docs/diagnostics.md: no such code in src/: {code}" for code in rows if code not in program]
    errors += [f"docs/diagnostics.md: twice: {code}" for code in sorted(set(rows)) if rows.count(code) > 1]
    errors += [f"no test names {code}" for code in rows if code not in tests]
    print("\n".join(errors) or f"{len(rows)} codes are documented and tested")
    return bool(errors) or not rows


sys.exit(main())
