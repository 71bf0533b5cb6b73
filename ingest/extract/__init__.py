"""Extract: one press release in, facts with quotes out. Reads no file but its own rules, asks no network."""
