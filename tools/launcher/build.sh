# shellcheck shell=bash
# Builds what is missing or stale, and starts the server. A stamp in .chatcall holds a checksum of the sources that a
# part was built from, so it does not matter when or how they changed.

stamps=.chatcall
log=$stamps/build.log
server_jar=server/target/chatcall-server.jar
bench_jar=server/bench/target/chatcall-bench.jar
web_page=web-client/dist/index.html
start_cache=$stamps/server.aot

# A checksum of the names and contents of all files below the given paths.
checksum() {
    find "$@" -type d \( -name node_modules -o -name dist -o -name target -o -name e2e -o -name test-results \) -prune \
        -o -type f -exec cksum {} + | LC_ALL=C sort | cksum
}

# is_current NAME RESULT SOURCE...: whether RESULT was built from the sources as they are now.
is_current() {
    local stamp=$stamps/$1 result=$2
    shift 2
    [[ -e $result && -e $stamp && ! $result -nt $stamp && $(<"$stamp") == "$(checksum "$@")" ]]
}

# set_current NAME SOURCE...: remembers what NAME was built from.
set_current() {
    local stamp=$stamps/$1
    shift
    checksum "$@" >"$stamp"
}

# stop GROUP STATUS: ends a process group and then this script.
stop() {
    kill -TERM -- "-$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
    exit "$2"
}

# Runs a command in a process group of its own, which ends with this script.
run() {
    set -m
    "$@" </dev/null &
    local child=$!
    set +m
    # shellcheck disable=SC2064 # the child of now
    trap "stop $child 130" INT
    # shellcheck disable=SC2064
    trap "stop $child 143" TERM HUP
    while kill -0 "$child" 2>/dev/null; do
        "${on_tick:-:}"
        sleep 0.2
    done
    trap - INT TERM HUP
    wait "$child"
}

logged() {
    "$@" >>"$log" 2>&1
}

show_elapsed() {
    printf '\r%s … %d s ' "$step" "$SECONDS"
}

# step TEXT COMMAND...: runs a part of the build; shows how long it takes, and on failure the end of its output.
step() {
    local step=$1 on_tick=:
    shift
    mkdir -p "$stamps"
    : >"$log"
    SECONDS=0
    if [[ -t 1 ]]; then on_tick=show_elapsed; else printf '%s …\n' "$step"; fi
    if run logged "$@"; then
        [[ ! -t 1 ]] || printf '\r'
        printf '%s: done in %d s\n' "$step" "$SECONDS"
        return
    fi
    [[ ! -t 1 ]] || printf '\n'
    grep -v -e '^\[INFO\]' -e '^WARNING:' "$log" | tail -n 25 >&2
    fail "$step: failed after $SECONDS s; the whole output is in $PWD/$log."
}

server_sources=(pom.xml .mvn shared-protocol/pom.xml shared-protocol/src/main server/pom.xml server/src/main)

build_server() {
    is_current server "$server_jar" "${server_sources[@]}" && return
    rm -rf "$stamps/server" server/target/lib
    step 'Building the server' ./mvnw -B -ntp -pl server -am package -Dmaven.test.skip=true
    set_current server "${server_sources[@]}"
}

bench_sources=("${server_sources[@]}" server/bench/pom.xml server/bench/src/main)

build_bench() {
    is_current bench "$bench_jar" "${bench_sources[@]}" && return
    step 'Building the bench' ./mvnw -B -ntp -pl server/bench -am package -Dmaven.test.skip=true
    set_current bench "${bench_sources[@]}"
}

install_npm_packages() {
    is_current npm web-client/node_modules/.package-lock.json web-client/package-lock.json && return
    step 'Installing the packages of the web client' npm --prefix web-client ci --no-audit --no-fund
    set_current npm web-client/package-lock.json
}

build_web_client() {
    is_current web-client "$web_page" web-client shared-protocol/typescript && return
    install_npm_packages
    step 'Building the web client' npm --prefix web-client run build
    set_current web-client web-client shared-protocol/typescript
}

media_service=docker/mediasoup
media_main=$media_service/dist/docker/mediasoup/src/main.js
media_sources=("$media_service" shared-protocol/typescript)

# Without the packages' own install steps: that of mediasoup fails where its worker cannot be downloaded.
install_media_packages() {
    local lock=$media_service/package-lock.json
    is_current media-npm "$media_service/node_modules/.package-lock.json" "$lock" && return
    step 'Installing the packages of the media service' \
        npm --prefix "$media_service" ci --ignore-scripts --no-audit --no-fund
    set_current media-npm "$lock"
}

build_media_service() {
    is_current media "$media_main" "${media_sources[@]}" && return
    install_media_packages
    step 'Building the media service' npm --prefix "$media_service" run build
    set_current media "${media_sources[@]}"
}

# Exports the MEDIASOUP_WORKER_BIN of a mediasoup worker, if there is one: the one that is named there, the one that
# mediasoup brought along, the one that was built here, or one that mediasoup has to offer for download.
find_media_worker() {
    local offered=$PWD/$media_service/node_modules/mediasoup/worker/out/Release/mediasoup-worker built worker
    [[ -z ${MEDIASOUP_WORKER_BIN:-} ]] || return 0
    built=$("$media_service/worker/build.sh" --where)
    [[ -x $offered || -x $built ]] || download_media_worker >>"$log" 2>&1 || true
    for worker in "$offered" "$built"; do
        if [[ -x $worker ]]; then
            export MEDIASOUP_WORKER_BIN=$worker
            return
        fi
    done
}

# Where there is nothing to download mediasoup would build a worker with Python; that fails at once without one.
download_media_worker() {
    local limit=()
    ! command -v timeout >/dev/null || limit=(timeout 20)
    (cd "$media_service/node_modules/mediasoup" \
        && PYTHON=false ${limit[@]+"${limit[@]}"} node npm-scripts.mjs postinstall)
}

# A JVM that finds its classes in a cache starts a server in a third of the time. The cache is what a server leaves
# behind that was started for this, alone, with a folder of its own. Without one the server still starts: an empty file
# says that there is none.
build_start_cache() {
    local sources=("$server_jar" server/java.options "$JAVA_HOME/release")
    [[ $server_jar -nt $start_cache ]] || ! is_current start-cache "$start_cache" "${sources[@]}" || return 0
    step 'Preparing quick starts' record_start_cache
    set_current start-cache "${sources[@]}"
}

record_start_cache() {
    local data=$PWD/$stamps/training server deadline=$((SECONDS + 60))
    rm -rf "$start_cache" "$data"
    # Nothing of the caller's settings: this server must not touch their database.
    env -i "PATH=$PATH" "HOME=$HOME" "$JAVA_HOME/bin/java" @server/java.options "-XX:AOTCacheOutput=$start_cache" \
        -jar "$server_jar" --port 0 --host 127.0.0.1 --data "$data" &
    server=$!
    until grep -q 'ChatCall is ready' "$log" || ! kill -0 "$server" || ((SECONDS > deadline)); do sleep 0.1; done
    kill -TERM "$server" || true
    wait "$server" || true
    rm -rf "$data"
    [[ -e $start_cache ]] || : >"$start_cache"
}

# Becomes the server, so that signals and the exit code are its own.
start_server() {
    local cache=()
    # A cache that does not fit is no news for a person.
    [[ ! -s $start_cache ]] || cache=("-XX:AOTCache=$start_cache" '-Xlog:aot*=off' '-Xlog:cds*=off')
    exec "$JAVA_HOME/bin/java" @server/java.options ${cache[@]+"${cache[@]}"} -jar "$server_jar" "$@"
}
