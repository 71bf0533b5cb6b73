"""Every way of misbehaving, as a source of its own over releases of the sample wire; and how each comes to its senses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import misbehaving
from misbehaving import Behaviour, in_turn, redirect_to, status
from world import World, feed, path_of, wires

BOT_WALL = b"<html><head><title>Just a moment...</title></head><body><div id='cf-challenge'>Checking your browser</div></body></html>"


@dataclass(frozen=True)
class Trouble:
    """``releases`` are words of their addresses. ``page`` answers for the first of them, ``feed`` for the feed."""

    releases: tuple[str, ...]
    page: Callable[[bytes], Behaviour] | None = None
    listing: Callable[[Behaviour], Behaviour] | None = None
    items: Callable[[list[str]], list[str]] = list
    lasts: bool = False


def _without_text(items: list[str]) -> list[str]:
    return [re.sub(r"<description>.*?</description>", "", item, flags=re.S) for item in items]


def _with_one_guid(items: list[str]) -> list[str]:
    same = [re.sub(r"<guid.*?</guid>", "<guid>release</guid>", item) for item in items]
    return [*same, same[0]]


def _of_2031(items: list[str]) -> list[str]:
    return [re.sub(r"<pubDate>.*?</pubDate>", "<pubDate>Mon, 03 Mar 2031 12:00:00 GMT</pubDate>", i) for i in items]


def _as_latin(body: bytes) -> bytes:
    """Windows-1252 bytes that still call themselves UTF-8."""
    return body.decode().encode("cp1252")


TROUBLES: dict[str, Trouble] = {
    "not_modified": Trouble(("ImmunoGen-and-Bayer", "First-Patient-Dosed-in-Genentech")),
    "too_many_requests": Trouble(
        ("Provides-Update-on-Marketing-Application",),
        page=lambda body: in_turn(status(429, b"slow down", Retry_After="1"), misbehaving.page(body)),
    ),
    "server_error": Trouble(("0000855654-13-110501.txt", "000085565420102001/ex99-1", "000177698520040901/ex99-1")),
    "reset": Trouble(("Announces-Collaboration-With-Novartis",), page=misbehaving.reset_in_mid_body),
    "slow_drip": Trouble(("Presents-Preclinical-Findings",), page=lambda body: misbehaving.slow_drip(body, 0.1)),
    "wrong_length": Trouble(("Starts-Phase-II-Testing",), page=lambda body: misbehaving.wrong_length(body, 100)),
    "gzip_bomb": Trouble(
        ("Begins-Phase-I-Trial-of-IMGN529",),
        page=lambda body: misbehaving.gzip_bomb(20_000_000),
        items=_without_text,
        lasts=True,
    ),
    "redirect_loop": Trouble(
        ("IND-for-ImmunoGen",), page=lambda body: lambda call: redirect_to(call.asked.path)(call), lasts=True
    ),
    "metadata_service": Trouble(
        ("Initiates-Phase-I-Trial-of-IMGN853",),
        page=lambda body: redirect_to("http://169.254.169.254/latest/meta-data/iam/"),
        items=_without_text,
        lasts=True,
    ),
    "bot_wall": Trouble(
        ("FDA-Approves-Kadcyla",),
        listing=lambda feed: misbehaving.page(BOT_WALL, server="cloudflare", cf_mitigated="challenge"),
    ),
    "charset_lie": Trouble(
        ("Seres-Therapeutics-and-Nestl",),
        page=lambda body: misbehaving.page(_as_latin(body), "text/html; charset=utf-8"),
        lasts=True,
    ),
    "duplicate_guids": Trouble(("Amylyx-Announces-Topline", "Amylyx-to-Withdraw"), items=_with_one_guid),
    "clock_skew": Trouble(("Moderna-Begins-Phase-3",), items=_of_2031),
    "shrinking": Trouble(("Gilead-to-Acquire", "Bristol-Myers-Squibb-to-Acquire-Karuna")),
}


def make_trouble(world: World) -> dict[str, dict[str, Any]]:
    """The sources, each of which now misbehaves in its way."""
    sources: dict[str, dict[str, Any]] = {}
    for name, trouble in TROUBLES.items():
        if name == "server_error":
            sources[name] = wires(world)["edgar"]
            for path in [path for path in world.routes if "/submissions/" in path]:
                world.routes[path] = in_turn(status(500, b"oops"), world.routes[path])
            continue
        sources[name] = {"kind": "rss", "url": world.url(f"/{name}.xml")}
        offered = feed(trouble.items(world.items(*trouble.releases)))
        world.routes[f"/{name}.xml"] = trouble.listing(offered) if trouble.listing else offered
        if trouble.page:
            path = path_of(world.address(trouble.releases[0]))
            world.routes[path] = trouble.page(world.page(trouble.releases[0]))
    return sources


def settle(world: World) -> None:
    """What passes has passed; the feed that shrinks has nothing left."""
    for name, trouble in TROUBLES.items():
        if name != "server_error" and not trouble.lasts:
            world.routes[f"/{name}.xml"] = feed(trouble.items(world.items(*trouble.releases)))
            world.routes |= {
                p: world.play(a) for w in trouble.releases for a in [world.address(w)] for p in [path_of(a)]
            }
    world.routes["/shrinking.xml"] = feed([])
