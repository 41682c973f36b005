#!/bin/sh
# Installs what the build needs and the machine lacks, where that is possible; otherwise says
# what to install. Does nothing where nothing is missing.
set -eu

missing=""
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }

need git git
need ssh-keygen openssh-client
need pkg-config pkg-config
{ command -v pkg-config >/dev/null 2>&1 && pkg-config --atleast-version=1.5 libgit2; } ||
    missing="$missing libgit2-dev"
{ command -v pkg-config >/dev/null 2>&1 && pkg-config --exists sqlite3; } ||
    missing="$missing libsqlite3-dev"
{ command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libcmark-gfm &&
    [ -e "$(pkg-config --variable=includedir libcmark-gfm)/cmark-gfm-core-extensions.h" ]; } ||
    missing="$missing libcmark-gfm-dev libcmark-gfm-extensions-dev"

if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "Please install with your package manager:$missing (libgit2 1.5 or newer)" >&2
        exit 1
    elif [ "$(id -u)" = 0 ]; then
        become=""
    elif command -v sudo >/dev/null 2>&1; then
        become="sudo"
    else
        echo "Please install as root: apt-get install$missing" >&2
        exit 1
    fi
    echo "Installing:$missing" >&2
    $become apt-get update -qq >&2
    # shellcheck disable=SC2086 # several packages
    DEBIAN_FRONTEND=noninteractive $become apt-get install -y -qq $missing >&2
fi

if ! command -v swift >/dev/null 2>&1; then
    echo "Please install Swift 6.2 or newer: https://www.swift.org/install/linux" >&2
    exit 1
fi
