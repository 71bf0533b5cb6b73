"""Rows -> good rows and refused rows with reasons. The owner of pandera; no row is mended and none is lost."""
