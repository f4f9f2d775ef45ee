#!/usr/bin/env bash
# Builds the media service where that is needed, and becomes it. The server runs this as its child, so that nobody waits
# for it to chat. The standard output is the service's; the last line of the standard error says why it ended.
set -euo pipefail

cd "$(dirname "$(readlink -f "$0")")/../.."

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

# shellcheck source=tools/launcher/find.sh
. tools/launcher/find.sh
# shellcheck source=tools/launcher/build.sh
. tools/launcher/build.sh

# A log of its own: the launcher may be building something else.
log=$stamps/media.log

prepare() {
    # One at a time, when several servers start together.
    if command -v flock >/dev/null; then
        mkdir -p "$stamps"
        exec 9>"$stamps/media.lock"
        flock 9
    fi
    build_media_service
    find_media_worker
    exec 9>&-
}

find_node
prepare >&2
exec node docker/mediasoup "$@"
