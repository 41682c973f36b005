#!/bin/sh
# Measures what a person waits for, beside Git itself, in one run on one history: start-up, checks of
# large frameworks, dividing revenue, status, and verification of histories of several lengths; then
# histories with many records, and long histories, beside the bare loop of ed25519 verifications on
# one core. Git's time for the longest is left out unless BENCH_ALL is set.
#
# Usage: run.sh <directory with the built programs> <directory frameworks>
set -eu

bin=$(cd "$1" && pwd)
ENTENTE_FRAMEWORKS=$(cd "$2" && pwd)
export ENTENTE_FRAMEWORKS
PATH="$bin:$PATH"
place=$(mktemp -d "${TMPDIR:-/tmp}/entente-bench.XXXXXX")
trap 'rm -rf "$place"' EXIT
cd "$place"
export HOME="$place/home" GIT_CONFIG_NOSYSTEM=1
unset XDG_CONFIG_HOME XDG_CACHE_HOME SSH_AUTH_SOCK 2>/dev/null || true
mkdir "$HOME"
git config --global init.defaultBranch main
git config --global user.name Ada
git config --global user.email ada@northwind.example
for person in ada dora; do ssh-keygen -q -t ed25519 -N '' -C $person -f $person.key; done
git config --global user.signingKey "$place/ada.key"

# The middle of several runs, in milliseconds.
median() {
    runs=$1
    shift
    for _ in $(seq "$runs"); do
        start=$(date +%s%N)
        "$@" > /dev/null 2>&1
        end=$(date +%s%N)
        echo $(((end - start) / 10000))
    done | sort -n | awk '{ v[NR] = $1 } END { printf "%.1f", v[int((NR + 1) / 2)] / 100 }'
}
row() { printf '%-44s %10s ms\n' "$1" "$2"; }

row "entente --help" "$(median 21 entente --help)"
row "git --version" "$(median 21 git --version)"

entente -q init workspace > /dev/null
cd workspace
entente -q new bench --party northwind="Northwind Ltd" --party contoso="Contoso GmbH" \
    --person ada=Ada --person dora=Dora --set purpose.why="To measure." \
    --set framework.term.starts=2027-01-01 --set commercials.strategy.mode=growth \
    --set parties.people.dora.keys="$(cat ../dora.key.pub)" > /dev/null
versions=0
agree() { # slug
    entente -q sign "$1" --yes > /dev/null
    entente -q sign "$1" --yes --key ../dora.key > /dev/null
    entente -q agree "$1" > /dev/null
    versions=$((versions + 1))
}
entente -q propose founding --title Founding --why Start > /dev/null
agree founding
for goal in 10 30 100; do
    while [ "$versions" -lt "$goal" ]; do
        entente -q propose "p$versions" --title "Proposal $versions" --why "To measure" \
            --set framework.amendment.notes="Round $versions" > /dev/null
        agree "p$versions"
    done
    entente keys --allowed-signers > ../allowed
    git config gpg.ssh.allowedSignersFile "$place/allowed"
    row "entente status, $versions versions" "$(median 7 entente status)"
    row "entente verify, $versions versions" "$(median 7 entente verify)"
    row "git log --format=%G?, the same history" "$(median 3 git log --format=%G?)"
done

# Bringing two copies together where nothing is new.
git init -q --bare ../hub.git
git remote add origin ../hub.git
entente -q sync > /dev/null
row "entente sync, nothing new" "$(median 21 entente sync)"
row "git fetch, the same remote" "$(median 21 git fetch -q origin)"

# Dividing revenue by the worked example: dates of three years, amounts with thousands and costs.
revenue() {
    awk -v lines="$1" 'BEGIN {
        split("subscription operations onboarding projects support referral", streams)
        print "date,stream,amount,costs,start"
        for (line = 0; line < lines; line++)
            printf "%d-%02d-%02d,%s,\"EUR %d,%03d.%02d\",%d.50,2027-02-01\n", 2027 + line % 3,
                line % 11 + 2, line % 28 + 1, streams[line % 6 + 1], line * 7919 % 90 + 1,
                line * 31 % 1000, line % 100, line % 90
    }'
}
mkdir -p frameworks/example
cp -R "$ENTENTE_FRAMEWORKS/examples/northwind-contoso/terms" frameworks/example
row "entente settle, one amount" \
    "$(median 21 entente settle example --amount onboarding="EUR 1,000")"
for lines in 1000 10000 100000; do
    revenue "$lines" > ../revenue.csv
    row "entente settle, $lines lines" "$(median 7 entente settle example --revenue ../revenue.csv)"
done

# Checks of large frameworks; that there are errors is an answer, too.
check() { entente check "$1" || test $? -eq 1; }
cd "$place"
entente -q init large > /dev/null
cd large
entente -q new clauses --example northwind-contoso > /dev/null
for number in $(seq 20); do
    for clause in frameworks/clauses/terms/clauses/[a-z]*[a-z].md; do
        cp "$clause" "${clause%.md}-$number.md"
    done
done
row "entente check, 105 clauses" "$(median 21 check clauses)"
entente -q new items --example northwind-contoso > /dev/null
awk -v terms=frameworks/items/terms 'BEGIN {
    item = "  - id: %s%d\n"
    for (i = 1; i <= 2500; i++) {
        goals = goals sprintf(item "    kind: objective\n    holder: joint\n    statement: Goal %d.\n", "g", i, i)
        risks = risks sprintf(item "    risk: Risk %d.\n    impact: low\n    owner: ada\n", "r", i, i)
        steps = steps sprintf("    " item "        step: talk\n        who: [ada, dora]\n        within: 5 days\n", "d", i)
        streams = streams sprintf(item "    kind: project\n    base: net\n    currency: EUR\n    tiers:\n", "s", i)
        for (from = 0; from < 2; from++)
            streams = streams sprintf("      - {id: t%d, from: EUR %d, shares: {northwind: 85%%, contoso: 15%%}}\n", from, from * 9000)
    }
    printf "why: x\ngoals:\n%s", goals > (terms "/purpose.yaml")
    printf "risks:\n%s", risks > (terms "/governance.yaml")
    printf "streams:\n%s", streams > (terms "/commercials.yaml")
    printf "disputes:\n  partners:\n    steps:\n%s", steps > (terms "/safeguards.yaml")
}'
row "entente check, 15,000 items, 5,000 findings" "$(median 5 check items)"

# Verification in a process that finds what was kept before the newest agreement, and keeps nothing.
one_more() {
    rm -rf "$HOME/.cache"
    cp -R kept "$HOME/.cache"
    entente -C long verify
}
push() { echo "$before $tip refs/heads/main" | entente -C long hook pre-receive; }
peak() { # label, command
    label=$1
    shift
    command -v /usr/bin/time > /dev/null || return 0
    /usr/bin/time -f %M -o memory "$@" > /dev/null 2>&1
    printf '%-44s %10s MB\n' "  $label" "$(($(cat memory) / 1024))"
}

# Records: what a history with many of them costs to verify, to list and to add to; the signature of
# one more is made by ssh-keygen, whose time stands beside it.
cd "$place"
HistoryBenchmark key ada > recorder.key
chmod 600 recorder.key
ssh-keygen -y -f recorder.key > recorder.key.pub
count=0
one_more_record() {
    count=$((count + 1))
    GIT_COMMITTER_DATE="@1812000000 +0000" entente -C recorded record deals invoiced deal-7 \
        --set number="M-$count" --set amount="EUR 100.00" --key "$place/recorder.key"
}
sign() { ssh-keygen -q -Y sign -n git -f recorder.key < tip; }
for records in 1000 10000; do
    HistoryBenchmark make "$ENTENTE_FRAMEWORKS/examples/northwind-contoso/terms" 2 pack \
        "$records" > tip
    git init -q -b main recorded
    git -C recorded index-pack --stdin < pack > /dev/null
    git -C recorded update-ref refs/heads/main "$(cat tip)"
    git -C recorded reset -q --hard
    rm pack
    row "entente verify --full, $records records" "$(median 1 entente -C recorded verify --full)"
    row "  entente status" "$(median 11 entente -C recorded status)"
    row "  entente obligations" "$(median 11 entente -C recorded obligations --at 2027-06-01)"
    row "  entente audit" "$(median 11 entente -C recorded audit --at 2027-06-01)"
    row "  entente records" "$(median 5 entente -C recorded records)"
    row "  one more record, with its signature" "$(median 11 one_more_record)"
    test "$(git -C recorded rev-list --count "$(cat tip)..main")" = 11
    row "    ssh-keygen -Y sign" "$(median 11 sign)"
    rm -rf recorded
done

# Many frameworks, each with some versions and an open proposal.
cd "$place"
for size in "100 3" ${BENCH_ALL:+"1000 100"}; do
    frameworks=${size% *}
    HistoryBenchmark many "$ENTENTE_FRAMEWORKS/examples/northwind-contoso/terms" "$frameworks" \
        "${size#* }" pack > references
    git init -q -b main many
    git -C many index-pack --stdin < pack > /dev/null
    git -C many update-ref --stdin < references
    git -C many pack-refs --all
    git init -q --bare many.git
    git -C many push -q ../many.git refs/heads/*:refs/heads/*
    git -C many remote add origin ../many.git
    # Whoever looks at it is one of the partners.
    key=$(git -C many show main:frameworks/deal-1/terms/parties.yaml |
        grep -o 'ssh-ed25519 [A-Za-z0-9+/=]*' | head -n 1)
    git -C many config user.signingKey "key::$key"
    after=$(git -C many rev-parse main)
    git -C many update-ref refs/heads/main before
    git -C many update-ref -d refs/heads/before
    git -C many reset -q --hard
    git -C many.git update-ref refs/heads/main before
    git -C many.git update-ref -d refs/heads/before
    entente -C many -q sync > /dev/null
    row "entente status, $frameworks frameworks, at first" "$(median 1 entente -C many status)"
    # A file that was changed in this moment is read again the next time, as Git does it.
    sleep 3
    entente -C many -q status > /dev/null
    row "  entente status" "$(median 5 entente -C many status)"
    row "  git status, the same files" "$(median 5 git -C many status)"
    row "  entente verify, nothing new" "$(median 5 entente -C many verify)"
    row "  entente sync, nothing new" "$(median 5 entente -C many sync)"
    row "  git fetch, the same remote" "$(median 5 git -C many fetch -q origin)"
    git -C many.git update-ref refs/heads/main "$after"
    cp -R many second
    git -C second status > /dev/null
    cp -R "$HOME/.cache" kept
    row "  entente sync, one more agreement" "$(median 1 entente -C many sync)"
    row "  git pull, the same" "$(median 1 git -C second pull -q --ff-only origin main)"
    rm -rf "$HOME/.cache"
    mv kept "$HOME/.cache"
    row "  entente verify, one more agreement" "$(median 1 entente -C many verify)"
    rm -rf second many many.git "$HOME/.cache"
done

cd "$place"
for agreements in 100 1000 10000; do
    HistoryBenchmark make "$ENTENTE_FRAMEWORKS/examples/northwind-contoso/terms" \
        "$((agreements + 1))" pack > tip
    tip=$(cat tip)
    git init -q --bare long
    git -C long index-pack --stdin < pack > /dev/null
    before=$(git -C long rev-parse "$tip^1")
    git -C long update-ref refs/heads/main "$before"
    git -C long repack -adfq
    git -C long index-pack --stdin < pack > /dev/null
    git -C long config gpg.ssh.allowedSignersFile /dev/null
    rm pack
    row "the bare loop, $((2 * agreements)) signatures" \
        "$(HistoryBenchmark loop $((2 * agreements)))"
    row "reading what it reads, hashes checked" \
        "$(git -C long rev-list --objects main | HistoryBenchmark read long)"
    row "entente verify --full, $agreements agreements" \
        "$(median 3 entente -C long verify --full)"
    command -v taskset > /dev/null &&
        row "  on one core" "$(median 1 taskset -c 0 entente -C long verify --full)"
    peak "memory at its peak" entente -C long verify --full
    row "  nothing new" "$(median 21 entente -C long verify)"
    row "  the hook, for one more agreement" "$(median 21 push)"
    rm -rf kept
    cp -R "$HOME/.cache" kept
    git -C long update-ref refs/heads/main "$tip"
    row "  one more agreement, and copying the cache" "$(median 21 one_more)"
    if [ "$agreements" -le 1000 ] || [ -n "${BENCH_ALL:-}" ]; then
        row "git log --format=%G?, the same history" \
            "$(median 1 git -C long log --format=%G? main)"
    fi
    rm -rf long
done
