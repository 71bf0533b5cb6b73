"""Fetch: an address in, archived bytes out. Never reads what the bytes say.

``client`` asks one address politely and safely, ``archive`` keeps every byte that came. The rest of the package is what
the client goes by: ``limits`` (how much), ``pacing`` and ``robots`` (how politely), ``addresses`` and ``transport``
(where to), ``walls`` (whether the answer is an answer), ``answers`` (what an answer means), ``retries`` (when again).
"""
