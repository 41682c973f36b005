#!/bin/sh
# Makes a folder with pkg-config files after which a program takes libstdc++, cmark-gfm and SQLite into
# itself, as far as this machine has them as archives: each library that isn't looked for and bound at
# every start spares a command some time. libgit2 stays outside, and is updated with the system.
#
#   sh Scripts/static.sh FOLDER
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd)
rm -f "$folder"/*

link() {
    if [ -f "$1" ]; then ln -s "$1" "$folder/"; fi
}

link "$(clang -print-file-name=libstdc++.a 2> /dev/null || c++ -print-file-name=libstdc++.a)"
for name in libcmark-gfm libgit2 sqlite3; do
    # Whichever comes first brings this folder before the system's.
    sed "s|^Libs:|Libs: -L$folder|" "$(pkg-config --variable=pcfiledir "$name")/$name.pc" \
        > "$folder/$name.pc"
done
for name in cmark-gfm cmark-gfm-extensions; do
    link "$(pkg-config --variable=libdir libcmark-gfm)/lib$name.a"
done
link "$(pkg-config --variable=libdir sqlite3)/libsqlite3.a"
