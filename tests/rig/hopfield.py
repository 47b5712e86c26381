# SPDX-License-Identifier: GPL-3.0-or-later
# What SCiMMA's own client does at the rig's broker, and a stand-in for the server of what is too large for it.
#   hopfield.py publish SERVER CA DATA PREFIX      a message of every format, each to PREFIX.FORMAT; one that tests
#   hopfield.py read SERVER CA TOPIC GROUP COUNT   a line "topic partition offset" for each message, until COUNT
#   hopfield.py large SERVER CA TOPIC BYTES        keeps a message of so many bytes, announces itself in sys.metadata, prints its
#                                                  address, and gives it away until its standard input ends
import base64, hashlib, hmac, http.server, json, os, re, secrets, sys, threading, time

import confluent_kafka
from hop import Stream, bson
from hop.auth import Auth
from hop.io import StartPosition
from hop.models import AvroBlob, Blob, GCNCircular, GCNTextNotice, JSONBlob, VOEvent

USER, PASSWORD = "alice", "alice-secret"
SIGN_IN = {"security.protocol": "SASL_SSL", "sasl.mechanism": "SCRAM-SHA-512", "sasl.username": USER, "sasl.password": PASSWORD}
SALT = b"salt of sixteen "


def stream(ca, **more):
    return Stream(auth=Auth(USER, PASSWORD, ssl_ca_location=ca), **more)


def raw_producer(server, ca):
    return confluent_kafka.Producer({**SIGN_IN, "bootstrap.servers": server, "ssl.ca.location": ca, "message.max.bytes": 10_000_000})


def publish(server, ca, data, prefix):
    def read(name):
        with open(os.path.join(data, name), "rb") as file:
            return file.read()

    circular = {"title": "GCN CIRCULAR", "number": "31000", "subject": "GRB 260914A: a test of formats",
                "date": "26/09/14 10:00:00 GMT", "from": "Mira at an observatory"}
    messages = {
        "json": JSONBlob({"ra": 12.5, "dec": -3.25, "id": "j1", "far": float("nan")}),
        "text": JSONBlob("only a text"),
        "voevent": VOEvent.load(read("gcn_voevent.xml").decode()),
        "gcntextnotice": GCNTextNotice.load(read("gcn_text_track.txt")),
        "circular": GCNCircular(circular, "We saw nothing."),
        "blob": Blob(b"\x00\x01 some bytes"),
        "avro": AvroBlob([{"id": "a1", "ra": 1.5, "dec": 2.5}, {"id": "a2", "ra": 3.5, "dec": 4.5}], single_record=False),
    }
    for name, message in messages.items():
        with stream(ca).open(f"kafka://{server}/{prefix}.{name}", "w") as out:
            out.write(message, headers={"who": "mira"})
    with stream(ca).open(f"kafka://{server}/{prefix}.json", "w") as out:
        out.write(JSONBlob({"ra": 1, "dec": 2, "id": "t1"}), test=True)
    # Before there were headers.
    producer = raw_producer(server, ca)
    producer.produce(f"{prefix}.legacy", json.dumps({"format": "blob", "content": {"id": "l1", "ra": 5, "dec": 6}}).encode())
    producer.flush(20)


def read(server, ca, topic, group, count):
    with stream(ca, start_at=StartPosition.EARLIEST).open(f"kafka://{server}/{topic}", "r", group_id=group) as source:
        seen = 0
        print("reading", flush=True)
        for message, metadata in source.read(metadata=True):
            print(metadata.topic, metadata.partition, metadata.offset, flush=True)
            seen += 1
            if seen == int(count):
                break


class Large(http.server.BaseHTTPRequestHandler):
    """The server's side of HTTP SCRAM (RFC 7804)."""
    kept, sessions, asked = {}, {}, []
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def signed_in(self):
        fields = dict(re.findall(r"(\w+)=([^,\s]+)", self.headers.get("Authorization", "")))
        if "sid" not in fields:
            first = base64.b64decode(fields.get("data", "")).decode()
            if not first:
                self.answer(401, WWW_Authenticate="SCRAM-SHA-512")
                return None
            bare = first.split(",", 2)[2]
            said = f"r={bare.split('r=')[1]}{secrets.token_hex(8)},s={base64.b64encode(SALT).decode()},i=4096"
            sid = secrets.token_hex(8)
            Large.sessions[sid] = (bare, said)
            self.answer(401, WWW_Authenticate=f"SCRAM-SHA-512 sid={sid},data={base64.b64encode(said.encode()).decode()}")
            return None
        bare, said = Large.sessions.pop(fields["sid"])
        unproved, proof = base64.b64decode(fields["data"]).decode().split(",p=")
        text = f"{bare},{said},{unproved}".encode()
        salted = hashlib.pbkdf2_hmac("sha512", PASSWORD.encode(), SALT, 4096)
        mac = lambda key, of: hmac.new(key, of, "sha512").digest()
        stored = hashlib.sha512(mac(salted, b"Client Key")).digest()
        key = bytes(a ^ b for a, b in zip(base64.b64decode(proof), mac(stored, text)))
        if hashlib.sha512(key).digest() != stored:
            self.answer(401, WWW_Authenticate="SCRAM-SHA-512")
            return None
        final = b"v=" + base64.b64encode(mac(mac(salted, b"Server Key"), text))
        return f"sid={fields['sid']},data={base64.b64encode(final).decode()}"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        proof = self.signed_in()
        if proof is None:
            return
        sent = bson.loads(body)
        identity = next(value for name, value in sent["headers"] if name == "_id")
        number = f"{identity.hex()[:8]}-{identity.hex()[8:12]}-{identity.hex()[12:16]}-{identity.hex()[16:20]}-{identity.hex()[20:]}"
        Large.kept[f"/msg/{number}"] = bson.dumps({"message": sent["message"], "metadata": {"headers": sent["headers"], "timestamp": int(time.time() * 1000)}})
        self.answer(201, Authentication_Info=proof)

    def do_GET(self):
        proof = self.signed_in()
        if proof is not None:
            body = Large.kept.get(self.path)
            self.answer(200 if body else 404, body or b"", Authentication_Info=proof)


def large(server, ca, topic, size):
    web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Large)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{web.server_port}"
    producer = raw_producer(server, ca)
    producer.produce("sys.metadata", json.dumps({"LargeMessageUploadEndpoint": "http://127.0.0.1:9/old"}).encode())
    producer.produce("sys.metadata", json.dumps({"LargeMessageUploadEndpoint": address}).encode())
    producer.flush(20)
    # A broker that has just started has no coordinator yet; hop then takes it that nothing is announced.
    for _ in range(20):
        try:
            confluent_kafka.Consumer({**SIGN_IN, "bootstrap.servers": server, "ssl.ca.location": ca, "group.id": "alice-looks"}).committed(
                [confluent_kafka.TopicPartition("sys.metadata", 0)], timeout=5)
            break
        except confluent_kafka.KafkaException:
            time.sleep(0.5)
    with stream(ca).open(f"kafka://{server}/{topic}", "w") as out:
        out.write(JSONBlob({"id": "large-1", "ra": 7.5, "dec": 8.5, "filler": "x" * int(size)}), headers={"who": "mira"})
    producer.produce(topic, json.dumps({"url": "http://127.0.0.1:9/msg/elsewhere"}).encode(), headers=[("_format", b"external")])
    producer.flush(20)
    print(address, len(Large.kept), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    {"publish": publish, "read": read, "large": large}[sys.argv[1]](*sys.argv[2:])
