#!/bin/sh
# Makes the secrets that the containers share, each once. They stay in the volume and nowhere else.
# make-secrets.sh [FOLDER]
set -eu
umask 077
folder=${1:-/run/chatcall}

random() {
    od -An -N32 -tx1 /dev/urandom | tr -d ' \n'
}

for name in database.password media.secret turn.secret; do
    [ -s "$folder/$name" ] || { random >"$folder/.new" && mv "$folder/.new" "$folder/$name"; }
done
# 32 bytes as they are.
[ -s "$folder/signing.key" ] || { head -c 32 /dev/urandom >"$folder/.new" && mv "$folder/.new" "$folder/signing.key"; }
# The containers run as different users; the volume is only theirs.
chmod 0755 "$folder"
chmod 0444 "$folder"/*
