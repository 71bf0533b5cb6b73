"""What each command of ``dateline`` does, one small module per command; cli.py imports the one that is asked for.

So a module here may import what is heavy at its top: only the command that needs it pays.
"""
