"""Reading and writing the tables of mappings/lexicon: tab-separated, comments with source and licence first."""
import pathlib


def write_table(path, notes, header, rows):
    """Write rows under a header; trailing empty fields are left off. `notes` say source and licence, one comment line each."""
    lines = [f"# {note}" for note in notes] + ["\t".join(header)]
    lines += ["\t".join(str(field) for field in row).rstrip("\t") for row in rows]
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(rows)} rows")


def read_table(path):
    """Rows of a hand-written table as dictionaries; the first line that is no comment names kind and columns."""
    columns, rows = None, []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if columns is None:
            columns = fields[1:]
            continue
        rows.append(dict(zip(columns, fields + [""] * (len(columns) - len(fields)))))
    return rows
