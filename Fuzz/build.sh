#!/bin/sh
# Builds the fuzzer: our modules once more, watched by libFuzzer, on top of what `swift build` has
# made of the dependencies. A package of its own would build those again, which takes minutes.
#
#   sh Fuzz/build.sh <bin path of the build> <where to put the fuzzer>
set -eu
bin=$1
out=$2
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$out"

# Folders count too: a file may be gone.
if [ -e "$out/fuzz" ] && [ -z "$(find "$root/Sources" "$root/Fuzz/Targets" "$0" \
    "$root/Package.resolved" -newer "$out/fuzz" | head -1)" ]; then
    exit
fi

# Optimised, since that finds more in less time; arithmetic still traps. `testing` opens what is
# internal, so that nothing has to be public for the fuzzer's sake.
flags="-swift-version 6 -package-name entente -O -g -parse-as-library -sanitize=fuzzer -enable-testing
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
    -enable-upcoming-feature MemberImportVisibility -module-cache-path $out/modules
    -I $out -I $bin/Modules -I $root/Sources/CGit2 -I $root/Sources/CSQLite
    $(pkg-config --cflags libgit2 sqlite3)"
for map in "$bin"/*.build/module.modulemap \
    "$root"/.build/checkouts/*/Sources/*/include/module.modulemap; do
    [ -f "$map" ] && flags="$flags -Xcc -fmodule-map-file=$map -Xcc -I$(dirname "$map")"
done

module() {
    # shellcheck disable=SC2046,SC2086
    swiftc $flags -whole-module-optimization -module-name "$1" -emit-module \
        -emit-module-path "$out/$1.swiftmodule" -c -o "$out/$1.o" \
        $(find "$2" -name '*.swift' | LC_ALL=C sort)
}

module Terms "$root/Sources/Terms" &
terms=$!
module SSHSignature "$root/Sources/SSHSignature"
module Git "$root/Sources/Git"
module SQLite "$root/Sources/SQLite"
wait "$terms"
module Settlement "$root/Sources/Settlement" &
settlement=$!
module Redline "$root/Sources/Redline"
module Merging "$root/Sources/Merging"
wait "$settlement"
module Records "$root/Sources/Records"
module Agreement "$root/Sources/Agreement"
module Fuzz "$root/Fuzz/Targets"

# What the program is linked from, without the modules that we have made anew, and those that the
# readers don't need.
grep -v -E \
    "/(entente|Agreement|CommonMark|Git|Merging|Records|Redline|Reports|Settlement|SQLite|SSHSignature|Terms|ArgumentParser[A-Za-z]*)\.build/" \
    "$bin/entente.product/Objects.LinkFileList" > "$out/objects"
# shellcheck disable=SC2046
swiftc -sanitize=fuzzer -o "$out/fuzz" "$out"/*.o @"$out/objects" $(pkg-config --libs libgit2 sqlite3) \
    -lstdc++
