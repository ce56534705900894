#!/usr/bin/python3
"""Data runs one way, and so do includes: each file of src/FOLDER may include only what src/LAYERS allows, and the libraries
that have one owner only there."""
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parents[2]
OWNERS = {  # start of the header's name -> folders that may include it
    r"librdf\.h|redland\.h|raptor2?/|raptor\.h|rasqal": {"redland"},
    r"yaml-cpp/": {"rules", "text", "check"},
    r"boost/": {"check", "pipeline"},
    r"simdjson": {"text"},
    r"re2/": {"text", "match"},
    r"CLI/": {"cli"},
    r"(oneapi/)?tbb/": {"pipeline"},
    r"unicode/": {"text", "rdf", "lexicon", "resolve", "mapping"},
}


def read_layers():
    layers, above = {}, []
    for number, line in enumerate((top / "src/LAYERS").read_text().splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        folder, _, below = line.partition(":")
        unknown = [b for b in below.split() if b not in above]
        if unknown:
            yield f"src/LAYERS:{number}: {folder} may include {unknown}, which is not listed above it"
        layers[folder] = set(below.split()) | {folder}
        above.append(folder)
    read_layers.result = layers


def main():
    errors = list(read_layers())
    layers = read_layers.result
    for path in sorted((top / "src").rglob("*.[ch]pp")):
        folder = path.relative_to(top / "src").parts[0]
        where = path.relative_to(top)
        if folder not in layers:
            errors.append(f"{where}: folder {folder} is not in src/LAYERS")
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            own = re.match(r'\s*#\s*include\s+"([a-z]+)/', line)
            if own and own[1] not in layers[folder]:
                errors.append(f"{where}:{number}: {folder} may not include {own[1]}")
            other = re.match(r"\s*#\s*include\s+<([^>]+)>", line)
            for header, owners in OWNERS.items():
                if other and re.match(header, other[1]) and folder not in owners:
                    errors.append(f"{where}:{number}: <{other[1]}> belongs to {sorted(owners)}")
    files = len(list((top / "src").rglob("*.[ch]pp")))
    if files < 50:
        errors.append(f"only {files} files were looked at; is this the right tree?")
    print("\n".join(errors) or f"{files} files keep to src/LAYERS")
    return bool(errors)


sys.exit(main())
