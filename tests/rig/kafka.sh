#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real Apache Kafka for the tests: one node, KRaft, listeners in clear text, TLS, SASL in clear text and over TLS.
#   kafka.sh fetch             the jars, once per machine; exit 77 with the reason when they cannot be had
#   kafka.sh up DIR [OWNER]    format and start in DIR; prints PLAIN=, SSL=, SCRAM=, SCRAMTLS=, UNSEC=, CA= and more; goes with process OWNER
#   kafka.sh start DIR         start again what was stopped or killed, same ports and data
#   kafka.sh stop|kill DIR     SIGTERM or SIGKILL, and wait for the end
#   kafka.sh down DIR          kill and remove everything
#   kafka.sh deny DIR TOPIC    only the clear-text listener may read TOPIC
#   kafka.sh acl DIR …         adds or removes rights as kafka.admin.AclCommand does: --add --allow-principal User:alice …
# $KAFKA_JWKS names the keys of an OpenID provider that runs: then there is BEARER= too, OAUTHBEARER over TLS with tokens for the audience
# "kafka". UNSEC= takes tokens without signature, in clear text. Both end a connection with its token, and after $KAFKA_REAUTH_MS (15000).
# Users: alice / alice-secret and odd / a=b,c%d$e@f and umlaut / pä,=%$@ß✓ (SCRAM), plainuser / plain-secret and umlautplain / pä,=%$@ß✓ (PLAIN). The jars live in $TOCSIN_RIG.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jars=${TOCSIN_RIG:-${XDG_CACHE_HOME:-$HOME/.cache}/tocsin-rig}/kafka-3.9.1

unavailable() { echo "no Kafka broker: $*" >&2; exit 77; }

# Below those that the system gives to whoever connects somewhere: the broker takes them only seconds later.
free_ports() { python3 - "$1" <<'P'
import random, socket, sys
held = []
for port in random.sample(range(15000, 32000), 2000):
    try:
        s = socket.socket()
        s.bind(("127.0.0.1", port))
        held.append(s)
    except OSError:
        continue
    if len(held) == int(sys.argv[1]):
        break
print(*[s.getsockname()[1] for s in held])
P
}

# StorageTool splits at commas, so a password that holds one is handed over salted.
salted() { python3 - "$1" <<'P'
import base64, hashlib, os, sys
salt = os.urandom(16)
key = hashlib.pbkdf2_hmac("sha512", sys.argv[1].encode(), salt, 4096)
print(f'salt="{base64.b64encode(salt).decode()}",saltedpassword="{base64.b64encode(key).decode()}",iterations=4096')
P
}

java_run() { java -Xmx512m -cp "$jars/*" "$@"; }

fetch() {
    [ -f "$jars/.complete" ] && return
    [ -z "${TOCSIN_RIG_REFUSAL-}" ] || { echo "$TOCSIN_RIG_REFUSAL" >&2; exit 77; }
    command -v java >/dev/null || unavailable "java is not installed"
    command -v mvn >/dev/null || unavailable "mvn is not installed"
    mkdir -p "$jars"
    exec 8>"$jars/.lock"
    flock 8 # several test programs may start on a new machine at once
    if [ ! -f "$jars/.complete" ]; then
        work=$(mktemp -d)
        cp "$here/kafka/pom.xml" "$work"
        timeout 600 mvn -q -B -Dstyle.color=never -f "$work/pom.xml" dependency:copy-dependencies "-DoutputDirectory=$jars" >"$work/log" 2>&1 8>&- \
            || { grep -m 2 ERROR "$work/log" >&2; rm -rf "$work"; unavailable "Maven could not fetch the jars"; }
        rm -rf "$work"
        touch "$jars/.complete"
    fi
    exec 8>&-
}

certificates() { # a CA, and server certificates: good, for another host
    cd "$1"
    openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj "/CN=Tocsin test CA" \
        -addext "basicConstraints=critical,CA:TRUE" 2>/dev/null
    for name in server elsewhere; do
        case $name in server) san="DNS:localhost,IP:127.0.0.1" ;; *) san="DNS:elsewhere.example.org" ;; esac
        openssl req -newkey rsa:2048 -nodes -keyout $name.key -out $name.csr -subj "/CN=$name" 2>/dev/null
        printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n' "$san" >$name.ext
        openssl x509 -req -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile $name.ext -out $name.crt 2>/dev/null
        openssl pkcs8 -topk8 -nocrypt -in $name.key -out $name.p8
        cat $name.p8 $name.crt ca.pem >$name.pem
    done
    cd - >/dev/null
}

# A process whose last thread ended but which its new parent did not yet collect is no longer running.
running() {
    local threads=("/proc/$1/task"/*)
    [ -e "${threads[0]}" ] || return 1
    [ ${#threads[@]} -gt 1 ] || ! grep -q ') Z ' "/proc/$1/stat" 2>/dev/null
}

# A test program that crashed or ran out of time must not leave its broker behind.
watch() { # directory, owner, broker
    while running "$3"; do
        if ! running "$2"; then
            kill -KILL "$3" 2>/dev/null
            sleep 1
            rm -rf "$1"
            return
        fi
        sleep 1
    done
}

start() {
    dir=$1
    . "$dir/ports"
    java -Xmx512m -Xms256m -cp "$jars/*" "-Dlog4j.configuration=file:$dir/log4j.properties" kafka.Kafka "$dir/server.properties" \
        >"$dir/out.log" 2>&1 </dev/null &
    echo $! >"$dir/pid"
    disown
    if [ -f "$dir/owner" ]; then
        watch "$dir" "$(cat "$dir/owner")" $! </dev/null >/dev/null 2>&1 &
        disown
    fi
    for _ in $(seq 200); do
        kcat -b "$PLAIN" -L -m 1 >/dev/null 2>&1 && return
        running "$(cat "$dir/pid")" || break
        sleep 0.2
    done
    tail -n 5 "$dir/out.log" "$dir/broker.log" >&2
    echo "the Kafka broker did not come up" >&2
    exit 1
}

end() { # signal, directory
    pid=$(cat "$2/pid" 2>/dev/null) || return 0
    kill "-$1" "$pid" 2>/dev/null || return 0
    for _ in $(seq 300); do
        running "$pid" || return 0
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
}

up() {
    fetch
    command -v kcat >/dev/null || unavailable "kcat is not installed"
    command -v openssl >/dev/null || unavailable "openssl is not installed"
    command -v python3 >/dev/null || unavailable "python3 is not installed"
    mkdir -p "$1"
    dir=$(cd "$1" && pwd)
    [ -z "${2:-}" ] || echo "$2" >"$dir/owner"
    certificates "$dir"
    read -r plain ssl scram scramtls badhost lost unsec bearer control <<<"$(free_ports 9)"
    cat >"$dir/ports" <<P
PLAIN=127.0.0.1:$plain
SSL=localhost:$ssl
SCRAM=127.0.0.1:$scram
SCRAMTLS=localhost:$scramtls
BADHOST=localhost:$badhost
LOST=127.0.0.1:$lost
UNSEC=127.0.0.1:$unsec
CA=$dir/ca.pem
P
    withkeys= hiskeys= hismap=
    if [ -n "${KAFKA_JWKS-}" ]; then
        echo "BEARER=localhost:$bearer" >>"$dir/ports"
        withkeys=,BEARER://127.0.0.1:$bearer hiskeys=,BEARER://localhost:$bearer hismap=,BEARER:SASL_SSL
    fi
    {
        cat <<P
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$control
listeners=PLAIN://127.0.0.1:$plain,TLS://127.0.0.1:$ssl,SCRAM://127.0.0.1:$scram,SCRAMTLS://127.0.0.1:$scramtls,BADHOST://127.0.0.1:$badhost,LOST://127.0.0.1:$lost,UNSEC://127.0.0.1:$unsec$withkeys,CTRL://127.0.0.1:$control
advertised.listeners=PLAIN://127.0.0.1:$plain,TLS://localhost:$ssl,SCRAM://127.0.0.1:$scram,SCRAMTLS://localhost:$scramtls,BADHOST://localhost:$badhost,LOST://lost.invalid:9092,UNSEC://127.0.0.1:$unsec$hiskeys
listener.security.protocol.map=PLAIN:PLAINTEXT,TLS:SSL,SCRAM:SASL_PLAINTEXT,SCRAMTLS:SASL_SSL,BADHOST:SASL_SSL,LOST:SASL_PLAINTEXT,UNSEC:SASL_PLAINTEXT$hismap,CTRL:PLAINTEXT
controller.listener.names=CTRL
inter.broker.listener.name=PLAIN
sasl.enabled.mechanisms=SCRAM-SHA-512,SCRAM-SHA-256,PLAIN,OAUTHBEARER
P
        echo "listener.name.lost.sasl.enabled.mechanisms=SCRAM-SHA-512"
        echo "listener.name.lost.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;"
        for listener in scram scramtls badhost; do
            echo "listener.name.$listener.sasl.enabled.mechanisms=SCRAM-SHA-512,SCRAM-SHA-256,PLAIN"
            echo "listener.name.$listener.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_plainuser=\"plain-secret\" user_umlautplain=\"p\u00e4,=%\$@\u00df\u2713\";"
            for mechanism in 512 256; do
                echo "listener.name.$listener.scram-sha-$mechanism.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;"
            done
        done
        # No handler class: Kafka's own check of tokens without a signature.
        for listener in unsec ${withkeys:+bearer}; do
            echo "listener.name.$listener.sasl.enabled.mechanisms=OAUTHBEARER"
            echo "listener.name.$listener.oauthbearer.sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;"
            echo "listener.name.$listener.oauthbearer.connections.max.reauth.ms=${KAFKA_REAUTH_MS:-15000}"
        done
        if [ -n "$withkeys" ]; then
            echo "listener.name.bearer.oauthbearer.sasl.server.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler"
            echo "listener.name.bearer.oauthbearer.sasl.oauthbearer.jwks.endpoint.url=$KAFKA_JWKS"
            echo "listener.name.bearer.oauthbearer.sasl.oauthbearer.expected.audience=kafka"
            echo "listener.name.bearer.ssl.keystore.type=PEM"
            echo "listener.name.bearer.ssl.keystore.location=$dir/server.pem"
        fi
        for listener in tls:server scramtls:server badhost:elsewhere; do
            echo "listener.name.${listener%:*}.ssl.keystore.type=PEM"
            echo "listener.name.${listener%:*}.ssl.keystore.location=$dir/${listener#*:}.pem"
        done
        cat <<P
offsets.topic.replication.factor=1
offsets.topic.num.partitions=2
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
# A broker that was killed is taken back once its session ended.
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
auto.create.topics.enable=false
message.max.bytes=10485760
log.dirs=$dir/data
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
allow.everyone.if.no.acl.found=true
P
    } >"$dir/server.properties"
    printf 'log4j.rootLogger=WARN, F\nlog4j.appender.F=org.apache.log4j.FileAppender\nlog4j.appender.F.File=%s/broker.log\nlog4j.appender.F.layout=org.apache.log4j.PatternLayout\nlog4j.appender.F.layout.ConversionPattern=%%d %%p %%m%%n\n' \
        "$dir" >"$dir/log4j.properties"
    id=$(java_run kafka.tools.StorageTool random-uuid 2>/dev/null)
    java_run kafka.tools.StorageTool format -t "$id" -c "$dir/server.properties" \
        --add-scram 'SCRAM-SHA-512=[name=alice,password=alice-secret]' --add-scram 'SCRAM-SHA-256=[name=alice,password=alice-secret]' \
        --add-scram "SCRAM-SHA-512=[name=odd,$(salted 'a=b,c%d$e@f')]" --add-scram "SCRAM-SHA-512=[name=umlaut,$(salted 'pä,=%$@ß✓')]" >"$dir/format.log" 2>&1 \
        || { tail -n 3 "$dir/format.log" >&2; exit 1; }
    start "$dir"
    cat "$dir/ports"
}

case ${1:-} in
fetch) fetch ;;
up) up "$2" "${3:-}" ;;
start) start "$(cd "$2" && pwd)" ;;
stop) end TERM "$2" ;;
kill) end KILL "$2" ;;
down) end KILL "$2"; rm -rf "$2" ;;
deny)
    . "$2/ports"
    java_run kafka.admin.AclCommand --bootstrap-server "$PLAIN" --add --allow-principal User:nobody --operation Read --topic "$3" >/dev/null 2>&1 ;;
acl)
    dir=$2
    shift 2
    . "$dir/ports"
    java_run kafka.admin.AclCommand --bootstrap-server "$PLAIN" --force "$@" >/dev/null ;;
*) sed -n '3,13p' "$0"; exit 2 ;;
esac
