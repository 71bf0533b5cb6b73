"""What the model reads besides landing and resolved: the ledgers, and the state of the last good file.

No run makes these as assets: verbs append to the ledgers as things happen, and publish writes the state.
"""

from __future__ import annotations

import dagster as dg

from orchestration.ledger import LEDGERS
from orchestration.state import STATE

REMEMBERED = [
    *(
        dg.AssetSpec(
            ["ledger", name],
            group_name="publish",
            description=f"Append-only lines of {name.replace('_', ' ')}; a failed night leaves its lines here too.",
            kinds={"json"},
        )
        for name in LEDGERS
    ),
    *(
        dg.AssetSpec(
            ["state", name],
            group_name="publish",
            description=f"{table} of the last good file: what the next night must remember.",
            kinds={"parquet"},
        )
        for name, table in STATE.items()
    ),
]
