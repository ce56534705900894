#!/usr/bin/python3
"""The tree speaks of itself alone: no registry's address, no path of a machine, no stray file at the top."""
import pathlib
import re
import subprocess
import sys

top = pathlib.Path(__file__).resolve().parents[2]
FORBIDDEN = re.compile("|".join([
    r"registry\.npm" + r"js", r"deb\.debian\." + r"org", r"files\.python" + r"hosted", r"repo1?\.maven\.", r"crates\.io/" + "api",
    r"proxy\.golang\." + "org", r"/work" + r"/(main|shared|\.library)", r"/root" + "/", r"/tmp" + r"/(b|w)/"]))
TOP = {"CMakeLists.txt", "CMakePresets.json", "Makefile.sparql", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
       ".clang-format", ".clang-tidy", ".gitignore", "src", "ontology", "mappings", "tests", "bench", "docs", "examples",
       "scripts", "output", "cmake", ".ci"}


def main():
    files = subprocess.run(["git", "ls-files"], cwd=top, capture_output=True, text=True).stdout.split("\n")
    errors = []
    for name in filter(None, files):
        if name.split("/")[0] not in TOP:
            errors.append(f"{name}: not expected at the top level")
        path = top / name
        if path.suffix in {".png", ".gz", ".bin"} or not path.is_file():
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if FORBIDDEN.search(line):
                errors.append(f"{name}:{number}: names an address or a path that is not the project's")
    print("\n".join(errors) or f"{len(files)} files are clean")
    return bool(errors)


sys.exit(main())
