"""Verifies every DKIM signature of a mail with dkimpy.

Arguments: the mail's file, and a file of JSON that maps names to TXT records. Prints a JSON list, one entry a signature.
"""

import json
import pathlib
import sys

import dkim

mail = pathlib.Path(sys.argv[1]).read_bytes()
records = json.loads(pathlib.Path(sys.argv[2]).read_text())


def published(name, timeout=5):
    return records.get(name.decode().rstrip("."), "").encode()


verdicts = []
for index in range(mail.split(b"\r\n\r\n")[0].count(b"DKIM-Signature:")):
    signed = dkim.DKIM(mail)
    try:
        holds = signed.verify(idx=index, dnsfunc=published)
    except dkim.DKIMException as error:
        holds = False
        print(error, file=sys.stderr)
    told = {key.decode(): value.decode() for key, value in (signed.signature_fields or {}).items()}
    verdicts.append({"holds": holds, "algorithm": told.get("a"), "domain": told.get("d"), "selector": told.get("s"),
                     "headers": [name.strip().lower() for name in told.get("h", "").split(":")]})
print(json.dumps(verdicts))
