"""A real mail server for the tests: takes mails into a folder and misbehaves where the recipient's name says so.

Recipients: nobody@ is refused for good, later@ is put off once, cut@ loses the answer to its first mail,
shut@ is told that the server is closing. hang-rcpt@, hang-data@ and hang-answer@ wait at that point the first time,
hang-rcpt-twice@ the second time too and is put off after the first: a file such as rcpt-0 tells that it is there, and
rcpt-0.go lets it go on. Prints its port, then serves until its standard input ends.
"""

import argparse
import asyncio
import collections
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

arguments = argparse.ArgumentParser()
arguments.add_argument("folder", type=pathlib.Path)
arguments.add_argument("--user")
arguments.add_argument("--certificate")
arguments.add_argument("--key")
options = arguments.parse_args()
seen = set()
visits = collections.Counter()


def first(name, recipient):
    known = (name, recipient) in seen
    seen.add((name, recipient))
    return recipient.startswith(name + "@") and not known


async def hang(point, recipient):
    """Which visit of `recipient` to `point` this was, once it may go on."""
    name = recipient.partition("@")[0]
    if not name.startswith("hang-" + point):
        return None
    visit = visits[recipient]
    visits[recipient] += 1
    if visit < (2 if name.endswith("-twice") else 1):
        here = options.folder / f"{point}-{visit}"
        here.touch()
        while not here.with_suffix(".go").exists():
            await asyncio.sleep(0.02)
    return visit


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user"
        if address.startswith("shut@"):
            return "421 4.3.2 closing down"
        visit = await hang("rcpt", address)
        if first("later", address) or (visit == 0 and "-twice@" in address):
            return "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        await hang("data", envelope.rcpt_tos[0])
        number = len(list(options.folder.glob("*.eml")))
        facts = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
                 "authenticated": session.authenticated}
        (options.folder / f"{number:04}.json").write_text(json.dumps(facts))
        (options.folder / f"{number:04}.eml").write_bytes(envelope.original_content)
        await hang("answer", envelope.rcpt_tos[0])
        if first("cut", envelope.rcpt_tos[0]):
            server.transport.abort()
        return f"250 2.0.0 taken as {number}"


def authenticate(server, session, envelope, mechanism, data):
    given = f"{data.login.decode()}:{data.password.decode()}"
    return AuthResult(success=given == options.user, handled=False)


def connection():
    tls = None
    if options.certificate:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(options.certificate, options.key)
    return SMTP(Handler(), hostname="localhost", enable_SMTPUTF8=False, tls_context=tls, require_starttls=bool(tls),
                authenticator=authenticate, auth_required=bool(options.user), auth_require_tls=bool(tls))


async def main():
    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
