"""The partition of everything that arrives: one night of arrival, never a release's own date.

A first load of twenty years is one partition, because it arrives in one night.
"""

from __future__ import annotations

import dagster as dg

# UTC with two days of lead: tonight exists in every time zone, also where tomorrow has begun.
NIGHTS = dg.DailyPartitionsDefinition(start_date="2000-01-01", end_offset=2)
