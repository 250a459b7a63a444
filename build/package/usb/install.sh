#!/bin/sh
# Installs a Foyer kiosk from this stick, without internet and without a question: sh install.sh [--fingerprint SHA256:…] [--no-lock]
# kiosk.json beside it is taken as the kiosk's configuration; without one the first screen asks for the enrolment code.
set -eu
cd "$(dirname "$0")"

fingerprint=
lock=yes
while [ $# -gt 0 ]; do
    case $1 in
        --fingerprint)
            fingerprint=$2
            shift
            ;;
        --no-lock) lock=no ;;
        *)
            sed -n '2,3s/^# //p' "$0"
            exit 2
            ;;
    esac
    shift
done

if [ "$(id -u)" -ne 0 ]; then
    echo "Only root can install: sudo sh install.sh" >&2
    exit 1
fi

# A signature tells who made the stick only when the key is the one you know: compare its fingerprint with what you noted.
if [ -f SHA256SUMS.sig ]; then
    if ! said=$(ssh-keygen -Y verify -f allowed-signers -I foyer -n foyer-release -s SHA256SUMS.sig < SHA256SUMS); then
        echo "The signature of this stick is wrong, or ssh-keygen is missing. Nothing was installed." >&2
        exit 1
    fi
    echo "$said"
    case $said in
        *"$fingerprint"*) ;;
        *)
            echo "The stick was not signed with the key $fingerprint. Nothing was installed." >&2
            exit 1
            ;;
    esac
elif [ -n "$fingerprint" ]; then
    echo "This stick is not signed. Nothing was installed." >&2
    exit 1
else
    echo "This stick is not signed: it is only checked for damage."
fi
if ! sha256sum --check --quiet --strict SHA256SUMS; then
    echo "A file of this stick is damaged. Nothing was installed." >&2
    exit 1
fi

if [ -f kiosk.json ]; then
    mkdir -p /etc/foyer
    cp kiosk.json /etc/foyer/kiosk.json
    chmod 0640 /etc/foyer/kiosk.json
fi

# The stick is apt's only source, so that nothing is asked for on the network and only what this machine lacks is taken from it.
sources=$(mktemp -d /tmp/foyer-install.XXXXXX)
trap 'rm -rf "$sources"' EXIT
mkdir -p "$sources/lists/partial" "$sources/archives/partial"
echo "deb [trusted=yes] file:$(pwd) ./" > "$sources/stick.list"
export DEBIAN_FRONTEND=noninteractive
apt() {
    apt-get -o Dir::Etc::sourcelist="$sources/stick.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$sources/lists" \
        -o Dir::Cache::archives="$sources/archives" -o APT::Sandbox::User=root -o Acquire::Languages=none \
        -o Dpkg::Options::=--force-confold --quiet --yes "$@"
}
apt update
apt install --no-install-recommends foyer-kiosk

if [ -f kiosk.json ]; then
    chgrp foyer /etc/foyer/kiosk.json
fi
if [ -d event ]; then
    foyer event load event
fi
if [ "$lock" = yes ]; then
    foyer lock-down apply
fi
echo "Installed. Restart the machine; then run: foyer doctor"
