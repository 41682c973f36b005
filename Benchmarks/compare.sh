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

# Carrying a proposal over where both sides changed one clause in a hundred, beside Git's merge of
# lines, file by file.
for person in ada dora; do ssh-keygen -q -t ed25519 -N '' -C $person -f $person.key; done
git config --global user.signingKey "$place/ada.key"
lines() { for file in ours/*.yaml ours/clauses/*.md; do merge "${file#ours/}"; done; }
merge() { git merge-file -p "ours/$1" "old/$1" "theirs/$1"; }
# A command in a workspace at which somebody has looked before; copying it is not counted.
crossing() {
    for _ in 1 2 3 4 5; do
        rm -rf crossing
        cp -R before crossing
        entente -C crossing status > /dev/null
        start=$(date +%s%N)
        entente -C crossing "$@" > /dev/null 2>&1
        end=$(date +%s%N)
        echo $(((end - start) / 10000))
    done | sort -n | awk '{ v[NR] = $1 } END { printf "%.1f", v[3] / 100 }'
}
for clauses in 100 1000 10000; do
    rm -rf old ours theirs before
    CompareBenchmark make "$clauses" old ours
    cp -R old theirs
    for file in theirs/clauses/*.md; do
        awk '/^## / { n++ } n % 100 == 25 && /We owe/ { sub(/We owe/, "We all owe"); n++ } { print }' \
            "old/${file#theirs/}" > "$file"
    done
    awk '/- id: goal-/ { split($3, p, "-"); on = p[2] % 100 == 25 }
        on && /We owe/ { sub(/We owe/, "We all owe"); on = 0 } { print }' \
        old/purpose.yaml > theirs/purpose.yaml
    entente -q init before > /dev/null
    cd before
    entente -q new large --party northwind="Northwind Ltd" --party contoso="Contoso GmbH" \
        --person ada=Ada --person dora=Dora --set framework.term.starts=2027-01-01 \
        --set commercials.strategy.mode=growth \
        --set parties.people.dora.keys="$(cat ../dora.key.pub)" > /dev/null 2>&1
    terms=frameworks/large/terms
    put() { cp "../$1/purpose.yaml" $terms; cp "../$1"/clauses/* $terms/clauses; }
    agree() { # slug
        entente -q sign "$1" --yes > /dev/null
        entente -q sign "$1" --yes --key ../dora.key > /dev/null
        entente -q agree "$1" > /dev/null
    }
    put old
    entente -q propose founding --title Founding --why Start > /dev/null
    agree founding
    put ours
    entente -q propose ours --title Ours --why Why > /dev/null
    git checkout -q main -- $terms
    put theirs
    entente -q propose theirs --title Theirs --why Why --as-is > /dev/null
    agree theirs
    cd ..
    echo
    echo "$clauses clauses, two amendments"
    row "entente update" "$(crossing update ours)"
    row "entente status" "$(crossing status)"
    row "git merge-file, file by file" "$(median 3 lines)"
    row "reading the three documents" "$(CompareBenchmark read old ours theirs)"
done
echo "Prose that has nothing to hold on to"
CompareBenchmark hostile | while IFS=: read -r name time notes; do
    row "$name ($notes)" "$time"
done
