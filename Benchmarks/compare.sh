#!/bin/sh
# Measures comparing large terms beside other programs that compare, in one run on the same files:
# half Markdown, half YAML; one clause in a hundred edited, one in twenty wrapped in another way, and
# one section moved. Programs that are not installed are left out, and named.
#
# wdiff is a package of most systems; deepdiff and graphtage come from PyPI.
#
# Usage: compare.sh <directory with the built programs>
set -eu

bin=$(cd "$1" && pwd)
PATH="$bin:$PATH"
place=$(mktemp -d "${TMPDIR:-/tmp}/entente-compare.XXXXXX")
trap 'rm -rf "$place"' EXIT
cd "$place"
export HOME="$place/home" GIT_CONFIG_NOSYSTEM=1
unset XDG_CONFIG_HOME XDG_CACHE_HOME SSH_AUTH_SOCK 2>/dev/null || true
mkdir "$HOME"
git config --global init.defaultBranch main
git config --global user.name Ada
git config --global user.email ada@northwind.example

# The middle of several runs, in milliseconds; that there are differences is no failure.
median() {
    runs=$1
    shift
    for _ in $(seq "$runs"); do
        start=$(date +%s%N)
        "$@" > /dev/null 2>&1 || true
        end=$(date +%s%N)
        echo $(((end - start) / 10000))
    done | sort -n | awk '{ v[NR] = $1 } END { printf "%.1f", v[int((NR + 1) / 2)] / 100 }'
}
row() { printf '%-48s %10s %s\n' "$1" "$2" "${3:-ms}"; }
peak() {
    command -v /usr/bin/time > /dev/null || return 0
    /usr/bin/time -f %M -o memory "$@" > /dev/null 2>&1 || true
    row "  memory at its peak" "$(($(tail -1 memory) / 1024))" MB
}
has() { command -v "$1" > /dev/null || { echo "$1 is not installed, and left out"; return 1; }; }
deepdiff() {
    python3 -c 'import sys, deepdiff, yaml
load = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
old, new = (yaml.load(open(path), load) for path in sys.argv[1:])
print(deepdiff.DeepDiff(old, new))' "$1" "$2"
}
words() {
    for file in old/*.yaml old/clauses/*.md; do wdiff "$file" "new/${file#old/}"; done
}

for clauses in 100 1000 10000; do
    rm -rf old new workspace
    CompareBenchmark make "$clauses" old new
    size=$(cat old/*.yaml old/clauses/*.md | wc -c)
    echo "$clauses clauses, $((size / 1000)) kB"
    entente -q init workspace > /dev/null
    terms=workspace/frameworks/large/terms
    mkdir -p workspace/frameworks/large
    git -C workspace checkout -qb large
    for state in old new; do
        rm -rf "$terms"
        cp -R "$state" "$terms"
        git -C workspace add -A
        git -C workspace commit -qnm "$state"
        git -C workspace tag "$state"
    done
    CompareBenchmark time old new 2> told > times
    read -r comparing reading looking < times
    row "comparing alone" "$comparing"
    row "reading both states" "$reading"
    row "holding the comparison against both" "$looking"
    row "entente diff" "$(median 7 entente -C workspace diff large old new)"
    peak entente -C workspace diff large old new
    row "git diff --no-index --word-diff" "$(median 5 git diff --no-index --word-diff old new)"
    has wdiff && row "wdiff, file by file" "$(median 3 words)"
    if python3 -c 'import deepdiff, yaml' 2> /dev/null; then
        row "deepdiff, the YAML half" "$(median 1 deepdiff old/purpose.yaml new/purpose.yaml)"
    else
        echo "deepdiff with PyYAML is not installed, and left out"
    fi
    if [ "$clauses" -eq 100 ] && has graphtage; then
        row "graphtage, the YAML half" "$(median 1 graphtage old/purpose.yaml new/purpose.yaml)"
    fi
    cat told
    echo
done
echo "Prose that has nothing to hold on to"
CompareBenchmark hostile | while IFS=: read -r name time notes; do
    row "$name ($notes)" "$time"
done
