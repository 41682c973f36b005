#!/bin/sh
# Plays the whole story of a framework in a throw-away workspace: founding, an amendment that is
# objected to and revised, agreement, verification, and a forgery that verification names.
#
# Usage: demo.sh <directory with the built program> <directory frameworks>
set -eu

bin=$(cd "$1" && pwd)
ENTENTE_FRAMEWORKS=$(cd "$2" && pwd)
export ENTENTE_FRAMEWORKS
PATH="$bin:$PATH"
place=$(mktemp -d "${TMPDIR:-/tmp}/entente-demo.XXXXXX")
cd "$place"

# Nothing of the user's Git configuration plays a part.
export HOME="$place/home" GIT_CONFIG_NOSYSTEM=1
unset XDG_CONFIG_HOME GIT_CONFIG_GLOBAL SSH_AUTH_SOCK GIT_DIR 2>/dev/null || true
mkdir "$HOME"
git config --global init.defaultBranch main
git config --global advice.detachedHead false

if [ -t 1 ]; then bold=$(printf '\033[1m') plain=$(printf '\033[0m'); else bold="" plain=""; fi
say() { printf '\n%s# %s%s\n' "$bold" "$*" "$plain"; }
shown() {
    printf '\n%s%s$' "$bold" "$who"
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9_./:=@%,+-]*) printf " '%s'" "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '%s\n' "$plain"
}
run() {
    shown "$@"
    "$@" || { echo "The demo stopped: this should have worked." >&2; exit 1; }
}
refused() {
    shown "$@"
    if "$@"; then echo "The demo stopped: this should have been refused." >&2; exit 1; fi
}
person() { # id, name, e-mail
    who=$1
    export GIT_AUTHOR_NAME="$2" GIT_AUTHOR_EMAIL="$3"
    export GIT_COMMITTER_NAME="$2" GIT_COMMITTER_EMAIL="$3"
    [ -f "$place/$1.key" ] || ssh-keygen -q -t ed25519 -N '' -C "$1" -f "$place/$1.key"
    git config --global user.signingKey "$place/$1.key"
}
ada() { person ada "Ada Brennan" ada@northwind.example; }
dora() { person dora "Dora Winkler" dora@contoso.example; }
emil() { person emil "Emil Krause" emil@contoso.example; }
frida() { person frida "Frida Lindqvist" frida@fairhand.example; }
mallory() { person mallory "Mallory" mallory@elsewhere.example; }
frida; emil; dora; ada

say "Northwind and Contoso found a framework, from the worked example."
run entente init workspace
cd workspace
run entente new alliance --example northwind-contoso
run entente set parties.people.ada.keys "$(cat ../ada.key.pub)"
run entente set parties.people.dora.keys "$(cat ../dora.key.pub)"
run entente set parties.people.emil.keys "$(cat ../emil.key.pub)"
run entente check
run entente propose founding --title "Our alliance" \
    --why "Our customers ask for one service from both of us."

say "Northwind signs with one person, Contoso with two: so say their signing rules."
run entente sign founding --yes
refused entente agree founding
dora; run entente sign founding --yes
emil; run entente sign founding --yes
run entente agree founding
fingerprint=$(entente verify alliance --json | sed -n 's/.*"fingerprint" : "\(sha256:[0-9a-f]*\)".*/\1/p' | head -n 1)

say "A year later Northwind proposes another split of revenue and a longer silence."
ada
shares=commercials.streams.subscription.years.second.shares
run entente set $shares "{northwind: 35%, contoso: 65%}"
clause=frameworks/alliance/terms/clauses/confidentiality.md
run sed -i "s/at the least as/at the very least as/" $clause
run entente propose more-for-service --title "A larger share for service" \
    --why "Service takes more of the work than we thought."
run entente diff more-for-service
run entente sign more-for-service --yes

say "Contoso objects. Northwind revises, which voids its own sign-off of the old text."
dora
run entente object more-for-service --on $shares --reason "35% is too much from year 2 on."
ada
run entente revise more-for-service --set "$shares={northwind: 34%, contoso: 66%}" \
    --why "Met in the middle."
run entente status
refused entente agree more-for-service

say "Everybody signs exactly this text, and it is agreed."
run entente sign more-for-service --yes
dora; run entente sign more-for-service --yes
emil; run entente sign more-for-service --yes
run entente agree more-for-service
run entente log

say "The independent advisor has a copy and the fingerprint, and needs to trust nobody."
frida
cd ..
git clone -q --bare workspace shared.git
run git clone -q shared.git advisor
cd advisor
run entente verify alliance --founding "$fingerprint"

say "Somebody slips a change into the shared history, without any signature."
mallory
cd ..
git clone -q shared.git mallory
cd mallory
run sed -i "s/northwind: 34%/northwind: 54%/; s/contoso: 66%/contoso: 46%/" \
    frameworks/alliance/terms/commercials.yaml
run git commit -qam "Tidy up"
run git push -q origin main
frida
cd ../advisor
run git pull -q
refused entente verify alliance

say "That was all. What happened is still there:"
cat <<END

  $place/workspace   the workspace, with two agreed versions
  $place/advisor     the advisor's copy, with the forged change in it

Try next:
  export PATH="$bin:\$PATH" ENTENTE_FRAMEWORKS="$ENTENTE_FRAMEWORKS"
  cd $place/workspace
  entente show | less
  entente diff v1 v2
  git log --graph --oneline
END
