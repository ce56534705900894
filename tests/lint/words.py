#!/usr/bin/python3
"""What the program knows of diplomacy is data. No word of that trade stands in src/, but for the terms of the vocabulary
(`ch:met`, `schema:Event` … in vocabulary and graph constants)."""
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parents[2]
WORDS = re.compile(r"\b(minister|ministry|president|ambassador|envoy|diplomat\w*|diplomacy|summit|talks|embassy|treaty|kremlin|"
                   r"chancellor|spokes\w+|ceasefire|negotiat\w+|bilateral|trilateral|foreign|premier|phoned)\b", re.I)
EXEMPT = {"src/graph/terms.hpp"}  # the IRIs of the vocabulary


def code_of(path):
    """The file without comments: they may give examples."""
    text = path.read_text()
    return re.sub(r"//[^\n]*|/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.S)


def main():
    errors = []
    for path in sorted((top / "src").rglob("*.[ch]pp")):
        where = str(path.relative_to(top))
        if where in EXEMPT:
            continue
        for number, line in enumerate(code_of(path).splitlines(), 1):
            for word in WORDS.findall(line):
                errors.append(f"{where}:{number}: \"{word}\" belongs in mappings/")
    print("\n".join(errors) or "no word of diplomacy in src/")
    return bool(errors)


sys.exit(main())
