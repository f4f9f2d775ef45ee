#!/bin/bash
# Whether the server says that it is well; its image has no other client of HTTP.
exec 3<>"/dev/tcp/127.0.0.1/${CHATCALL_PORT:-8080}" || exit 1
printf 'GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
grep -q '"status":"ok"' <&3
