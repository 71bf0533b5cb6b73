"""The page that is published with each night: one file, readable offline, without any outside address."""
