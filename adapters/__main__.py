"""The `candour` command: finds the command asked for, and turns whatever goes wrong into a sentence."""

from __future__ import annotations

import os
import sys
from argparse import Action, ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NoReturn

COMMANDS: Mapping[str, str] = {
    "chat": "the bot in a terminal, as one of the school's people",
    "inbox": "the same, for a recipient: what was delivered, open, acknowledge",
    "ask": "one question, answered from the policies",
    "ingest": "read policies and keep them",
    "clauses": "the clauses of a file, without keeping them",
    "diff": "what changed between two versions of a policy, clause by clause",
    "route": "who would be told of a concern",
    "intent": "what somebody wants, from what they type first",
    "init": "the first files of a new school",
    "migrate": "make or upgrade the database",
    "people": "add or change people in school.toml, from a spreadsheet",
    "doctor": "what must be put right before reports can come",
    "keys": "whether the keys of reports can be opened, and a new key for them",
    "hold": "keep a report from being destroyed, or let it go again",
    "erased": "what was destroyed, when, and by which rule",
    "backup": "one file with all that the database holds, and no key",
    "restore": "put a backup back",
    "export": "what is held about one person, for a request to see it",
    "statistics": "how many reports of each kind there were, for governors",
    "privacy": "the privacy documents, with the school's own values in them",
    "verify": "whether anything in the audit was changed",
    "whatif": "who would be told of every kind of report, about anyone",
    "slack": "what Slack needs: the app's manifest, and the tokens of workspaces",
    "teams": "what Teams needs: the app to upload",
    "serve": "the web process",
    "desk": "let someone set up how they sign in to the recipient desk",
    "worker": "carry reports to their recipients",
}
NO, BAD, STOPPED = 1, 2, 130
BACK = "backslashreplace"


def main(words: Sequence[str] | None = None) -> int:
    """0 for success, 1 for "no", 2 for bad usage or configuration: never a traceback."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start a thread for each core, and we use none
    try:
        _streams()
        options = _parser(sys.argv[1:] if words is None else words).parse_args(words)
        return int(import_module(f"adapters.commands.{options.command}").run(options))
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:  # whoever read our output has left
        sys.stderr.close()
        return NO
    except Exception as fault:
        print(_sentence(fault), file=sys.stderr)
        return BAD


def _streams() -> None:
    """UTF-8 everywhere. Half a character, which JSON may hold, is printed as JSON writes it. A closed one is empty."""
    for name, mode, errors in (("stdin", "r", "replace"), ("stdout", "w", BACK), ("stderr", "w", BACK)):
        stream = getattr(sys, name) or open(os.devnull, mode)  # noqa: SIM115 - it stays open to the end
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
        setattr(sys, name, stream)


def _parser(words: Sequence[str]) -> ArgumentParser:
    """Only the command asked for is imported: all of them together take half a second."""
    parser = ArgumentParser(prog="candour", description="Answers from the school's policies, and private reports.")
    parser.add_argument("--version", action=_Version, nargs=0, help="which version this is")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, help in COMMANDS.items():
        if name in words[:1]:
            module = import_module(f"adapters.commands.{name}")
            module.add(_subparser(commands, name, help, module.EXAMPLE))
        else:
            commands.add_parser(name, help=help)
    return parser


class _Version(Action):
    """Looked up only when it is asked for: that takes 20 ms."""

    def __call__(self, parser: ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(f"candour {version('candour')}")
        parser.exit()


def _subparser(commands: object, name: str, help: str, example: str) -> ArgumentParser:
    parser: ArgumentParser = commands.add_parser(  # type: ignore[attr-defined]
        name,
        help=help,
        description=f"{help[0].upper()}{help[1:]}.",
        epilog=f"Example:\n  {example}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    return parser


def _sentence(fault: Exception) -> str:
    """Our own errors say what to do. Of any other only its kind is told: its text may hold somebody's words."""
    if type(fault).__module__.startswith(("adapters.", "knowledge.", "reports.", "bot.")):
        return str(fault) or str(type(fault).__doc__)
    if isinstance(fault, FileExistsError):
        return f"{fault.filename}: it is there already, and nothing was written. Name another file."
    if isinstance(fault, OSError):
        return f"{fault.filename or 'The output'}: {(fault.strerror or 'it cannot be used').lower()}. {CHECK}"
    kind = type(fault).__name__
    odd = f"Something went wrong that should not have: {kind}{_place(fault)}. Please tell whoever runs me."
    return _WHAT_TO_DO.get(kind, odd)


CHECK = "Check the disk, your rights to it, and CANDOUR_HOME."
_WHAT_TO_DO = {
    "OperationalError": "The database can't be used: it is locked, full, damaged, or not this user's. Try again, free "
    "some space, or run this as the user who owns its folder.",
    "DatabaseError": "The database file is damaged or is not a database. Put back a backup.",
}


def _place(fault: Exception) -> str:
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f" in {trace.tb_frame.f_globals.get('__name__', '')}, line {trace.tb_lineno}" if trace else ""


if __name__ == "__main__":
    sys.exit(main())
