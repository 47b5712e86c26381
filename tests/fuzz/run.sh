#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets and runs each, as many at a time as there are cores, with the fixtures as seeds.
#   run.sh SECONDS      each target for so long (2)
#   run.sh runs=COUNT   each target with so many inputs, however long that takes
# FUZZ_ONLY=NAME…: only these. Exit 77: clang is missing.
set -eu
. "$(dirname "$(readlink -f "$0")")/../../installer/prepare.sh"
export limit=${1:-2}
case $limit in runs=*) limit=-$limit ;; *) limit=-max_total_time=$limit ;; esac
command -v clang++-14 >/dev/null || { echo "skipped: clang-14 is not installed" >&2; exit 77; }
build fuzz fuzzers
export root programs=$root/build/fuzz/tests/fuzz
work=$(mktemp -d)
export work
trap 'rm -rf "$work"' EXIT

run_one() { # NAME: a format, or what stands in the cases below
    local name=$1 program=$programs/fuzz_decode most=65536 seeds=$root/tests/data words=() began=$SECONDS
    case $name in
    # What unpacks needs room for more than one block: 16 MiB of zeros are 16 kB.
    *avro) most=262144 ;;
    filter) program=$programs/fuzz_filter seeds=$root/tests/fuzz/fuzz_filter.seeds words=("-dict=$root/tests/fuzz/fuzz_filter.dict") ;;
    sky-map-file) program=$programs/fuzz_sky_map ;;
    stamp-file) program=$programs/fuzz_stamp ;;
    watchlist | rules) program=$programs/fuzz_files seeds=$root/tests/fuzz/fuzz_$name.seeds ;;
    esac
    mkdir -p "$work/$name"
    if TOCSIN_FUZZ_FORMAT=$name "$program" "$limit" -max_len="$most" -rss_limit_mb=1500 -timeout=10 -artifact_prefix="$work/$name-" \
        -print_final_stats=1 "${words[@]}" "$work/$name" "$seeds" >"$work/$name.log" 2>&1; then
        echo "$name: $(grep -oE 'number_of_executed_units: [0-9]+' "$work/$name.log") in $((SECONDS - began)) s" >&2
    else
        tail -40 "$work/$name.log" >&2
        mkdir -p "$root/build/fuzz/found"
        cp "$work/$name"-* "$root/build/fuzz/found" 2>/dev/null || true
        echo "$name: FAILED, the input lies in build/fuzz/found" >&2
        return 1
    fi
}
export -f run_one
# A failure of one lets the others run; xargs tells it in the end.
{ [ -n "${FUZZ_ONLY-}" ] && printf '%s\n' $FUZZ_ONLY || { "$programs/fuzz_decode" --formats && printf 'filter\nsky-map-file\nstamp-file\nwatchlist\nrules\n'; }; } \
    | xargs -P "$(nproc)" -I NAME bash -c 'run_one NAME' || exit 1
