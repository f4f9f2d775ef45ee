#!/usr/bin/env bash
# Installs the .deb, signs in with it, sends a message, follows a link with a second start, and removes it again:
#   installers/check-deb.sh [PICTURES]
# Pictures of the window are left in the folder PICTURES. Where it cannot be done it says why and ends well.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
pictures=${1:-}
password='correct horse battery staple'
shopt -s nullglob
packages=("$here"/target/packages/chatcall_*.deb)
server_jar=${CHATCALL_SERVER_JAR:-$here/../server/target/chatcall-server.jar}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

skip() {
    printf 'Skipped: %s\n' "$1"
    exit 0
}

fail() {
    printf 'FAILED: %s\n' "$1" >&2
    exit 1
}

# What was removed but for its settings is known to dpkg still.
installed() {
    [[ $(dpkg-query --show --showformat '${db:Status-Status}' chatcall 2>/dev/null) == installed ]]
}

command -v dpkg >/dev/null || skip 'only Debian and what comes from it take a .deb.'
((EUID == 0)) || skip 'installing needs root.'
for program in Xvfb xdotool openbox curl; do
    command -v "$program" >/dev/null || skip "it needs $program: apt-get install xvfb xdotool openbox curl"
done
((${#packages[@]} == 1)) || skip 'make the packages first, as README.md says.'
[[ -e $server_jar ]] || skip 'build the server first: ./mvnw -pl server -am package -Dmaven.test.skip=true'
! installed || skip 'ChatCall is installed here already.'

folder=$(mktemp -d)
started=()
end() {
    local process
    for process in "${started[@]}"; do
        kill "$process" 2>/dev/null || continue
        wait "$process" 2>/dev/null || true
    done
    ! installed || dpkg --purge chatcall >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap end EXIT

# within SECONDS COMMAND...: waits until it succeeds.
within() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < until)) || return 1
        sleep 0.2
    done
}

said() {
    printf '%s\n' "$1"
}

picture() {
    [[ -z $pictures ]] || cp "$folder/screen/Xvfb_screen0" "$pictures/$1.xwd"
}

# ask TOKEN METHOD PATH [BODY]
ask() {
    curl --silent --show-error --fail --request "$2" "$server$3" --header "Authorization: Bearer $1" \
        --header 'Content-Type: application/json' ${4:+--data "$4"}
}

# value NAME: the first value of that name in JSON
value() {
    grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4
}

register() {
    ask none POST /api/accounts "{\"username\":\"$1\",\"email\":\"$1@example.org\",\"password\":\"$password\",
        \"displayName\":\"$1\",\"deviceName\":\"check\",\"transport\":\"bearer\"}"
}

# A server with two people who know each other.
mkdir "$folder/server" "$folder/screen"
[[ -z $pictures ]] || mkdir -p "$pictures"
CHATCALL_MEDIA=off "$java" --enable-native-access=ALL-UNNAMED -jar "$server_jar" --port 0 --data "$folder/server" \
    >"$folder/server.log" 2>&1 &
started+=($!)
within 60 grep -q '^ChatCall is ready' "$folder/server.log" || fail "the server does not start: $(tail -n 5 "$folder/server.log")"
server=$(grep -o 'http://[0-9.:]*' "$folder/server.log" | head -n 1)
ada=$(register ada)
grace=$(register grace)
ada_id=$(value id <<<"$ada") grace_id=$(value id <<<"$grace")
grace_token=$(value accessToken <<<"$grace")
ask "$grace_token" POST /api/contacts/requests "{\"accountId\":\"$ada_id\"}" >"$folder/answer"
ask "$(value accessToken <<<"$ada")" POST "/api/contacts/requests/$grace_id/accept" >"$folder/answer"
conversation=$(ask "$grace_token" POST /api/conversations/direct "{\"accountId\":\"$ada_id\"}" | value conversationId)

dpkg --install "${packages[0]}" >"$folder/dpkg.log"
[[ -x /usr/bin/chatcall && -e /usr/share/applications/chatcall.desktop ]] || fail 'it is not on the path or in the menu.'
said "Installed: $(dpkg-query --show --showformat '${Version}, ${Installed-Size} KB' chatcall)"

Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -fbdir "$folder/screen" 3>"$folder/display" 2>/dev/null &
started+=($!)
within 10 test -s "$folder/display" || fail 'Xvfb does not start.'
DISPLAY=:$(<"$folder/display")
export DISPLAY LC_ALL=C.UTF-8
openbox >/dev/null 2>&1 &
started+=($!)

open() {
    chatcall --data "$folder/data" "$@" >>"$folder/program.log" 2>&1 &
    program=$!
    started+=("$program")
    within 30 window || fail "no window: $(tail -n 5 "$folder/program.log")"
}

window() {
    kill -0 "$program" && xdotool search --onlyvisible --name '^ChatCall' >"$folder/windows" 2>/dev/null
}

keys() {
    xdotool key --clearmodifiers "$@"
}

conversation_has() {
    ask "$grace_token" GET "/api/conversations/$conversation/messages?before=1000000&limit=50" | grep -q "$1"
}

signed_in() {
    grep -qs accountId "$folder"/data/servers/*/*/session.json
}

# A cache that Java took for another program's would cost more than a second at each start, and nobody would hear of it.
JAVA_TOOL_OPTIONS="-Xlog:class+load:file=$folder/classes.log" open "$server"
sleep 2
picture 1-sign-in
shared=$(grep -c 'shared objects file' "$folder/classes.log")
all=$(grep -c 'source:' "$folder/classes.log")
((shared * 10 > all * 8)) || fail "of $all classes only $shared are from the start cache."
said "Opened; $shared of $all classes from the start cache"

xdotool type ada
keys Tab
xdotool type "$password"
keys Return
within 20 signed_in || fail 'signing in took nobody anywhere.'
sleep 2
picture 2-signed-in
said 'Signed in'

timeout 20 chatcall --data "$folder/data" "chatcall://${server#http://}/c/$conversation" \
    || fail 'a second start does not end by itself.'
kill -0 "$program" || fail 'the first program ended with the second one.'
sleep 2
picture 3-conversation
keys r
xdotool type 'Sent from the package'
keys Return
within 20 conversation_has 'Sent from the package' || fail 'the message did not reach the server.'
sleep 1
picture 4-sent
said 'A second start handed its link over, and the message reached the server'

xdotool windowsize --sync "$(tail -n 1 "$folder/windows")" 900 640
kill "$program"
wait "$program" || true
open
sleep 3
picture 5-again
size=$(xdotool getwindowgeometry "$(tail -n 1 "$folder/windows")" | grep -o 'Geometry: .*')
said "Opened again without a word, $size"
kill "$program"
wait "$program" || true

dpkg --purge chatcall >"$folder/dpkg.log"
for place in /opt/chatcall /usr/bin/chatcall /usr/share/applications/chatcall.desktop; do
    [[ ! -e $place && ! -L $place ]] || fail "$place is left after removing it."
done
said 'Removed, and nothing is left'
