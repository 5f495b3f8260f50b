"""Judges the files beside the pages: `feeds.py OUTPUT` prints a line for each fault of a calendar, the feed, the site's map."""

import json
import re
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import feedparser
import icalendar
from lxml import etree

output = Path(sys.argv[1])
site = output / "site"
data = json.loads((output / "data" / "listings.json").read_text(encoding="utf-8"))
listings = {one["id"]: one for one in data["listings"]}
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
found: list[str] = []


def fault(path: Path, why: str) -> None:
    found.append(f"{path.relative_to(output)}: {why}")


def calendar(path: Path) -> None:
    raw = path.read_bytes()
    lines = raw.split(b"\r\n")
    if lines.pop() != b"" or any(b"\n" in line or b"\r" in line for line in lines):
        fault(path, "has a line that does not end in CR LF")
    if any(len(line) > 75 for line in lines):
        fault(path, "has a line of more than 75 octets")
    raw.decode("utf-8")
    whole = icalendar.Calendar.from_ical(raw)
    for part in whole.walk():
        for name, why in part.errors:
            fault(path, f"{name}: {why}")
    if [str(zone["TZID"]) for zone in whole.walk("VTIMEZONE")] != ["Europe/London"]:
        fault(path, "does not say what Europe/London is")
    zone = whole.walk("VTIMEZONE")[0].to_tz()
    for probe in [datetime(2027, 3, 28, 0, 59), datetime(2027, 3, 28, 2, 1), datetime(2027, 10, 31, 3), datetime(2026, 12, 8, 12)]:
        if probe.replace(tzinfo=zone).utcoffset() != probe.replace(tzinfo=ZoneInfo("Europe/London")).utcoffset():
            fault(path, f"has another clock than Britain at {probe}")
    events = whole.walk("VEVENT")
    if not events:
        fault(path, "has no event")
    uids = [str(event["UID"]) for event in events]
    if len(set(uids)) != len(uids):
        fault(path, "has the same UID twice")
    for event in events:
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "STATUS"):
            if name not in event:
                fault(path, f"an event has no {name}")
        starts, ends = event["DTSTART"].dt, event["DTEND"].dt
        if not starts < ends or event["DTSTAMP"].dt.utcoffset() != timedelta(0):
            fault(path, f"{event['UID']}: its times do not fit")
    if path.parent.name == "listing" and path.stem in listings:
        one = listings[path.stem]
        dates = sorted(event["DTSTART"].dt.strftime("%Y-%m-%dT%H:%M") for event in events)
        wanted = sorted(date for date in one["dates"] if date[:10] >= data["date"])
        if dates != wanted:
            fault(path, f"has the dates {dates}, not {wanted}")
        straight = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
        names = {str(event["SUMMARY"]).translate(straight) for event in events}
        if names != {one["name"].translate(straight)}:
            fault(path, f"is called {names}")


def feed(path: Path) -> None:
    root = etree.parse(str(path)).getroot()
    if root.tag != f"{ATOM}feed":
        fault(path, f"is {root.tag}")
    for of in [root, *root.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            if len(of.findall(f"{ATOM}{name}")) != 1 or not (of.findtext(f"{ATOM}{name}") or "").strip():
                fault(path, f"does not have one {name}: {etree.tostring(of)[:200]}")
        if not INSTANT.fullmatch(of.findtext(f"{ATOM}updated") or ""):
            fault(path, "has a time of the wrong form")
        if not re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:\S+", of.findtext(f"{ATOM}id") or ""):
            fault(path, f"has an id that is no tag address: {of.findtext(f'{ATOM}id')}")
        alternates = [link for link in of.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        if len(alternates) != 1:
            fault(path, "does not have one alternate link")
    if root.find(f"{ATOM}author/{ATOM}name") is None:
        fault(path, "has no author")
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    if len(ids) != len(set(ids)):
        fault(path, "has the same id twice")
    parsed = feedparser.parse(path.read_bytes())
    if parsed.bozo or parsed.version != "atom10" or len(parsed.entries) != len(ids) or len(ids) < 2:
        fault(path, f"is read as {parsed.version} with {len(parsed.entries)} entries: {parsed.get('bozo_exception')}")
    base = root.find(f"{ATOM}link[@rel='alternate']").get("href")
    for entry in parsed.entries:
        page = site / (entry.link.removeprefix(base) or "index.html")
        if not page.is_file():
            fault(path, f"points to {entry.link}, which is not there")


def sitemap(path: Path) -> None:
    root = etree.parse(str(path)).getroot()
    for url in root.findall(f"{MAP}url"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", url.findtext(f"{MAP}lastmod") or ""):
            fault(path, f"does not say when {url.findtext(f'{MAP}loc')} was last right")


calendars = sorted(site.rglob("*.ics"))
for file in calendars:
    calendar(file)
feed(site / "feed.xml")
sitemap(site / "sitemap.xml")
print(json.dumps({"calendars": len(calendars), "faults": found}))
