"""Policy files of every kind, read into paragraphs."""


class Unreadable(ValueError):
    """The file cannot be read as a policy; the message says why and what to do."""
