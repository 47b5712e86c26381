#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets and runs each for so many seconds (20), with the fixtures as seeds. Exit 77: clang is missing.
set -eu
. "$(dirname "$(readlink -f "$0")")/../../installer/prepare.sh"
seconds=${1:-20}
command -v clang++-14 >/dev/null || { echo "skipped: clang-14 is not installed" >&2; exit 77; }
build fuzz fuzzers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for program in "$root"/build/fuzz/tests/fuzz/fuzz_*; do
    [ -x "$program" ] && [ -f "$program" ] || continue
    name=$(basename "$program")
    mkdir -p "$work/$name"
    # What unpacks needs room for more than one block: 16 MiB of zeros are 16 kB.
    case $name in *avro) most=262144 ;; *) most=65536 ;; esac
    seeds=("$root/tests/data")
    [ ! -d "$root/tests/fuzz/$name.seeds" ] || seeds=("$root/tests/fuzz/$name.seeds")
    words=()
    [ ! -f "$root/tests/fuzz/$name.dict" ] || words=("-dict=$root/tests/fuzz/$name.dict")
    if "$program" -max_total_time="$seconds" -max_len="$most" -rss_limit_mb=1500 -timeout=10 -artifact_prefix="$work/" -print_final_stats=1 \
        "${words[@]}" "$work/$name" "${seeds[@]}" >"$work/$name.log" 2>&1; then
        echo "$name: $(grep -oE 'number_of_executed_units: [0-9]+' "$work/$name.log") in $seconds s" >&2
    else
        tail -40 "$work/$name.log" >&2
        mkdir -p "$root/build/fuzz/found"
        cp "$work"/crash-* "$work"/oom-* "$work"/timeout-* "$root/build/fuzz/found" 2>/dev/null || true
        echo "$name: FAILED, the input lies in build/fuzz/found" >&2
        status=1
    fi
done
exit $status
