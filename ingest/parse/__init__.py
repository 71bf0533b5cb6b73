"""Bytes -> listing items, and bytes -> PressRelease. The owner of selectolax, feedparser and charset-normalizer."""
