#!/bin/sh
# Starts coturn with the secret that it shares with the server, which stands in a file and on no command line.
# CHATCALL_ADDRESS: where clients reach this machine. Further arguments go to coturn.
set -eu
secrets=${CHATCALL_SECRETS:-/run/chatcall}
configuration=${CHATCALL_COTURN_CONF:-/etc/coturn/turnserver.conf}
umask 077
whole=$(mktemp)
{
    cat "$configuration"
    printf 'static-auth-secret=%s\n' "$(cat "$secrets/turn.secret")"
    # Behind the addresses of containers: what clients are told is another address than ours.
    [ -z "${CHATCALL_ADDRESS:-}" ] || printf 'external-ip=%s\n' "$CHATCALL_ADDRESS"
} >"$whole"
exec turnserver -c "$whole" "$@"
