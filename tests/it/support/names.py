"""A name server for the tests: answers from a file, read anew for each question.

The file maps names to {"TXT": [text, ...], "MX": ["10 host.", ...], "A": [address, ...]}, names in lower case and without the
last dot. A name that maps to null gets no answer at all; one that is not there does not exist. Prints its port, then
serves until its standard input ends.
"""

import json
import pathlib
import socket
import sys
import threading

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

zone = pathlib.Path(sys.argv[1])


def strings(text):
    return " ".join(f'"{text[at:at + 255]}"' for at in range(0, len(text), 255))


def answer(wire):
    query = dns.message.from_wire(wire)
    question = query.question[0]
    name, kind = question.name.to_text(omit_final_dot=True), dns.rdatatype.to_text(question.rdtype)
    records = json.loads(zone.read_text())
    if name.lower() in records and records[name.lower()] is None:
        return None
    response = dns.message.make_response(query, recursion_available=True)
    if name.lower() not in records:
        response.set_rcode(dns.rcode.NXDOMAIN)
        return response.to_wire()
    found = records[name.lower()].get(kind, [])
    if found:
        texts = [strings(text) for text in found] if kind == "TXT" else found
        response.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *texts))
    return response.to_wire()


def serve(server):
    while True:
        wire, who = server.recvfrom(4096)
        reply = answer(wire)
        if reply is not None:
            server.sendto(reply, who)


server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
threading.Thread(target=serve, args=(server,), daemon=True).start()
sys.stdin.read()
