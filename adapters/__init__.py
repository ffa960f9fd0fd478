"""Everything that knows a platform, a store, a file format, a network or a secret."""
