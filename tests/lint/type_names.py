#!/usr/bin/python3
"""Every type of a header has a name of its own: two types of one name break the One Definition Rule, which no compiler tells."""
import collections
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parents[2]
# A definition at the left margin is at namespace scope: nested ones are indented, and headers have no unnamed namespace.
DEFINITION = re.compile(r"^(?:template <[^>]*> )?(?:class|struct|enum class|enum|union) (\w+)(?: final)?(?: : [^;]*)?\s*(?:\{|$)")
NAMESPACE = re.compile(r"^namespace ([\w:]+) \{")


def main():
    places = collections.defaultdict(list)
    for path in sorted((top / "src").rglob("*.hpp")):
        namespace = ""
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if opened := NAMESPACE.match(line):
                namespace = opened[1]
            elif found := DEFINITION.match(line):
                places[namespace, found[1]].append(f"{path.relative_to(top)}:{number}")
    errors = [f"{namespace}::{name} is defined {len(at)} times: {', '.join(at)}" for (namespace, name), at in places.items() if len(at) > 1]
    print("\n".join(errors) or f"{len(places)} types have {len(places)} names")
    return bool(errors) or not places


sys.exit(main())
