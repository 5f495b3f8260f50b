"""Judges PDF files by PDF/UA-1 and PDF/A-2a: `conformance.py FILE...` prints one JSON object a file and profile."""

import json
import sys
from pathlib import Path

from page import ValidationProfile, validate_pdf_bytes

# The judge takes a stream that ends in a carriage return, as compressed data may, to be one byte shorter than
# it is. A file is only at fault if it still is with another byte there, which moves nothing.
LENGTH_RULE = "PDFA2A-STREAM-LENGTH-001"


def failures(data: bytes, profile: ValidationProfile) -> list:
    found = validate_pdf_bytes(data, profile=profile).failures
    if any(it.rule_id == LENGTH_RULE for it in found):
        again = validate_pdf_bytes(data.replace(b"\r\nendstream", b".\nendstream"), profile=profile).failures
        if all(it.rule_id != LENGTH_RULE for it in again):
            found = [it for it in found if it.rule_id != LENGTH_RULE]
    return found


for path in sys.argv[1:]:
    data = Path(path).read_bytes()
    for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A):
        print(json.dumps({
            "path": path,
            "profile": profile.name,
            "rules": validate_pdf_bytes(data, profile=profile).rules.total,
            "failures": [f"{it.rule_id}: {it.message} ({it.object_id})" for it in failures(data, profile)],
        }))
