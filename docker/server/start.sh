#!/bin/sh
# Starts the server with the secrets that lie in files.
set -eu
secrets=${CHATCALL_SECRETS:-/run/chatcall}
DATABASE_URL=${DATABASE_URL:-postgresql://chatcall:$(cat "$secrets/database.password")@postgres:5432/chatcall}
CHATCALL_TURN_SECRET=${CHATCALL_TURN_SECRET:-$(cat "$secrets/turn.secret")}
export DATABASE_URL CHATCALL_TURN_SECRET
exec java @java.options -jar chatcall-server.jar
