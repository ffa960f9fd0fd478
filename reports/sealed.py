"""What is raised where a case is there, and its key is not."""


class Sealed(Exception):
    """It can't be opened: its key is missing or damaged. Others are not affected."""
