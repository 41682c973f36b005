#!/bin/sh
# Lets the fuzzer try each reader for some seconds, from the corpus and from what earlier runs on
# this machine found. Stops at the first crash, or at an input that takes longer than five seconds.
#
#   sh Fuzz/run.sh <where the fuzzer is> <seconds for each reader> [<reader> ...]
set -eu
out=$1
seconds=$2
shift 2
corpus=$(cd "$(dirname "$0")" && pwd)/Corpus
[ $# -gt 0 ] || set -- commit signature statement registry
for reader in "$@"; do
    mkdir -p "$out/found/$reader"
    if ! ENTENTE_FUZZ=$reader "$out/fuzz" -max_total_time="$seconds" -timeout=5 -max_len=16384 \
        -rss_limit_mb=1024 -artifact_prefix="$out/found/$reader-" -print_final_stats=1 \
        "$out/found/$reader" "$corpus/$reader" > "$out/$reader.log" 2>&1; then
        tail -40 "$out/$reader.log" >&2
        echo "fuzz: the reader of a $reader failed; the input is named above" >&2
        exit 1
    fi
    echo "fuzz: $reader: $(sed -n 's/.*executed_units: *//p' "$out/$reader.log") inputs, none bad"
done
