#!/usr/bin/python3
"""What matching and extraction know of English is data. No string in src/match and src/extract is a word that the lexicon has, unless
it is a key or a value of the rule language (src/rules/known_keys.hpp), or stands below with the reason."""
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("match", "extract")

# Names that the rule language gives to things, and that no other file lists: per file, the words and what they name.
NAMES = {
    "match/code_writer.cpp": {"list": "the phrase that is built in"},
    "match/language_words.cpp": {"list": "the phrase that is built in"},
    "match/phrase_book.cpp": {"list": "the phrase that is built in"},
    "match/match_choice.cpp": dict.fromkeys(("title", "body"), "a capture of mention rules"),
    "match/program.cpp": dict.fromkeys("word lemma list test modifier gap split look start end open close found".split(),
                                       "an instruction, as programs are printed"),
    "match/reference_check.cpp": dict.fromkeys("polarity factuality asserted certain probable possible true false".split(),
                                               "what a cue sets") | dict.fromkeys(("speaker", "addressee"), "a role of speakers"),
    "match/test_compiler.cpp": dict.fromkeys(
        ("cap upper lower number first space plural passive present perfect progressive negated infinitive finite governed definite pronoun "
         "possessed listed lemma word shape base none adjective possessive value unknown male female neuter gender known type role plain noun verb "
         "adverb &").split(), "a test of tokens, groups or mentions"),
    "match/word_cutter.cpp": {"a": "the letter of a word class", "n't": "the tokenizer cuts it off the word before, so that it needs one",
                              "do": "such a word"},
    "extract/adjuncts.cpp": {"adjunct": "as the trace prints it"},
    "extract/cues.cpp": dict.fromkeys("polarity factuality asserted probable possible true false".split(), "what a cue sets"),
    "extract/draft.cpp": {"duration": "the role that takes durations"},
    "extract/fill.cpp": dict.fromkeys(("dateline", "feature", "journey", "owner", "speaker"), "a place of `fill`"),
    "extract/frame_builder.cpp": {"holder": "the role that a mention fills, unless `self` says another"},
    "extract/frame_model.cpp": dict.fromkeys("each if unless without dateline document near where journey".split(), "a word of `fill`") | dict.fromkeys(
        "all any both also prefer never compatible overlaps equal shares covers differs unequal crosses fits".split(), "a word of `same-when`"),
}


def lexicon():
    words = set()
    for line in (top / "mappings/lexicon/generated/words.tsv").read_text().splitlines():
        if not line.startswith(("#", "words\t")):
            words.add(line.split("\t")[0])
    for line in (top / "mappings/lexicon/lists/connectives.tsv").read_text().splitlines():
        if not line.startswith(("#", "sequences\t")):
            words.update(line.split("\t")[1].split("|"))
    return words


def strings(path):
    """The string literals of a file with their lines; comments and includes hold none."""
    text = re.sub(r"//[^\n]*|/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m[0]), path.read_text(), flags=re.S)
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#include"):
            for found in re.finditer(r'"((?:[^"\\]|\\.)*)"', line):
                yield number, found[1]


def main():
    words = lexicon()
    keys = {text for _, text in strings(top / "src/rules/known_keys.hpp")}
    errors, used = [], set()
    for folder in FOLDERS:
        for path in sorted((top / "src" / folder).glob("*.[ch]pp")):
            where = str(path.relative_to(top / "src"))
            for number, text in strings(path):
                used.add((where, text))
                if re.search(r"\w|&", text) and text in words and text not in keys and text not in NAMES.get(where, {}):
                    errors.append(f'src/{where}:{number}: "{text}" is English, which belongs in mappings/lexicon')
    for where, names in NAMES.items():
        errors += [f'tests/lint/english.py: "{name}" does not stand in src/{where}' for name in names if (where, name) not in used]
    print("\n".join(errors) or "no English in " + " and ".join("src/" + folder for folder in FOLDERS))
    return bool(errors)


sys.exit(main())
