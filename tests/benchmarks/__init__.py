"""How fast the library is, each figure a ratio against plain Python by hand, measured in the same run."""
