"""Checks an audit that `candour verify --export FILE` wrote, with nothing but Python itself.

    python verify_chain.py FILE [--head "3f9a 04bc 77d1"]

FILE has one JSON object a line: the entries in order, then {"school", "entries", "head"}. An entry's hash is the
SHA-256 of its other fields as JSON: keys in order, nothing between, ASCII alone. Its previous is the hash of the entry
before, and 64 zeros for the first. With --head, a hash that somebody wrote down must be in the chain, in full or by
its beginning: an audit that was cut off or replaced is whole in itself, and only this tells.

Exit status 0: nothing is wrong. 1: something is, and the first bad entry is named. 2: FILE can't be read.
"""

import argparse
import hashlib
import json
import sys

FIELDS = {"school": str, "number": int, "at": str, "who": str, "deed": str, "case": str, "previous": str, "hash": str}
NOTHING = "0" * 64


def digest(entry):
    said = {name: value for name, value in entry.items() if name != "hash"}
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def fault_of(entry, number, school, previous):
    """What is wrong with this entry where entry `number` should stand, or nothing."""
    if not isinstance(entry, dict) or {name: type(value) for name, value in entry.items()} != FIELDS:
        return "it is no entry: its fields are not those of one."
    if entry["number"] != number:
        return "it is missing."
    if entry["school"] != school or entry["hash"] != digest(entry):
        return "what it says was changed."
    if entry["previous"] != previous:
        return "it does not follow from the entry before: one of the two was changed."
    return ""


def is_end(line):
    return isinstance(line, dict) and set(line) == {"school", "entries", "head"} and type(line["entries"]) is int


def is_stray(line):
    """An entry that was given a number below 1: told of only if nothing else is wrong."""
    return isinstance(line, dict) and type(line.get("number")) is int and line["number"] < 1


def first_fault(lines):
    """(number, what is wrong) of the first bad entry, or None. `lines` are as read from the file."""
    if not lines or not is_end(lines[-1]):
        return (len(lines) + 1, "it is missing, and so is the last line, which says where the audit ends.")
    *entries, end = lines
    strays = [(line["number"], "it has no place in the chain.") for line in entries if is_stray(line)]
    entries = [line for line in entries if not is_stray(line)]
    previous = NOTHING
    for number, entry in enumerate(entries, 1):
        fault = fault_of(entry, number, end["school"], previous)
        if fault:
            return (number, fault)
        previous = entry["hash"]
    if end["entries"] != len(entries):
        return (min(len(entries), end["entries"]) + 1, f"the last line says that there are {end['entries']} entries.")
    if end["head"] != previous:
        return (len(entries), "it is not the entry with which the audit ended.")
    return strays[0] if strays else None


def put_back(entries):
    """A sentence for each entry which says that a backup was put back."""
    known = {NOTHING}
    for entry in entries:
        known.add(entry["hash"])
        ended = entry["case"].removeprefix("head:")
        if entry["deed"] == "restored" and ended not in known:
            stood = f"another audit stood here, which ended with {ended[:12]}," if ended else "what came after it"
            yield f"Entry {entry['number']}: a backup was put back; {stood} is not in this one."


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def main(words=None):
    parser = argparse.ArgumentParser(description="Checks an audit that candour verify --export FILE wrote.")
    parser.add_argument("file")
    parser.add_argument("--head", default="", help="a hash that somebody wrote down, or its beginning")
    options = parser.parse_args(words)
    try:
        lines = read(options.file)
    except (OSError, ValueError) as fault:
        print(f"{options.file}: it can't be read as lines of JSON: {fault}", file=sys.stderr)
        return 2
    fault = first_fault(lines)
    if fault:
        print(f"Entry {fault[0]}: {fault[1]}")
        return 1
    *entries, end = lines
    wanted = "".join(options.head.split()).replace("-", "").lower()
    if wanted and not any(entry["hash"].startswith(wanted) for entry in entries):
        print(f"No entry has the hash {options.head}: this audit was cut off or replaced after that was written down.")
        return 1
    for said in put_back(entries):
        print(said)
    print(f"{end['school']}: {len(entries)} entries, none changed. It ends with {end['head'][:12]}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
