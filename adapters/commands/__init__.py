"""The `candour` commands, one file each: they read the words after the command and print what comes of it."""
