#!/usr/bin/python3
"""The layout of C++ is clang-format's (.clang-format; version 14, which is Debian 12's)."""
import pathlib
import subprocess
import sys

top = pathlib.Path(__file__).resolve().parents[2]


def main():
    files = subprocess.run(["git", "ls-files", "*.cpp", "*.hpp"], cwd=top, capture_output=True, text=True, check=True).stdout.split()
    result = subprocess.run(["clang-format", "--dry-run", "-Werror", "--ferror-limit=1", *files], cwd=top, capture_output=True, text=True)
    if result.returncode:
        print(result.stderr + "mend: clang-format -i FILE", end="\n")
    else:
        print(f"{len(files)} files are laid out by clang-format")
    return result.returncode != 0 or not files


sys.exit(main())
