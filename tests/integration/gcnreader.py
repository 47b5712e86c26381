# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a topic with GCN's own client: gcnreader.py SERVER TOKEN_ENDPOINT CA_FILE TOPIC COUNT. Prints the offsets of each partition."""
import collections
import sys

from gcn_kafka import Consumer

server, endpoint, ca, topic, count = sys.argv[1:6]
consumer = Consumer({"bootstrap.servers": server, "sasl.oauthbearer.token.endpoint.url": endpoint, "ssl.ca.location": ca, "auto.offset.reset": "earliest",
                     "client_id": "svc", "client_secret": "svc-secret"})
consumer.subscribe([topic])
read = collections.defaultdict(list)
while sum(map(len, read.values())) < int(count):
    for message in consumer.consume(num_messages=100, timeout=1):
        if message.error():
            print(message.error(), file=sys.stderr, flush=True)
        else:
            read[message.partition()].append(message.offset())
for partition, offsets in sorted(read.items()):
    print(partition, *offsets)
