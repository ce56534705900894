#!/usr/bin/python3
"""Every shipped rule shows by two examples what it reads and by one what it leaves alone."""
import pathlib
import sys

import yaml

top = pathlib.Path(__file__).resolve().parents[2]


def rules_of(path):
    for entries in yaml.safe_load(path.read_text()).values():
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict) and "name" in entry:
                yield entry


def main():
    count, errors = 0, []
    for path in sorted((top / "mappings/rules").glob("*.yaml")):
        for rule in rules_of(path):
            count += 1
            examples = rule.get("examples", [])
            negative = sum(example.get("expect") == "none" for example in examples)
            if len(examples) - negative < 2 or negative < 1:
                errors.append(f"{path.relative_to(top)}: {rule['name']}: {len(examples) - negative} positive and {negative} negative examples")
    print("\n".join(errors) or f"{count} rules have their examples")
    return bool(errors) or not count


sys.exit(main())
