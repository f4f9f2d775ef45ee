# shellcheck shell=bash
# The whole build with every check, as a fresh machine would run it.

# Debian packages that the tests use, each with the program that shows that it is there.
test_packages='chromium:chromium redis-server:redis-server nginx:nginx coturn:turnserver openssl:openssl iproute2:ip'

missing_packages() {
    local entry
    for entry in $test_packages; do
        PATH=$PATH:/usr/sbin command -v "${entry#*:}" >/dev/null || printf '%s ' "${entry%:*}"
    done
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

can_be_root() {
    ((EUID == 0)) && return
    command -v sudo >/dev/null || return
    if [[ -t 0 ]]; then sudo -v; else sudo -n true 2>/dev/null; fi
}

# Installs what is missing where that can be done, otherwise says what to install.
install_packages() {
    local missing
    missing=$(missing_packages)
    [[ -n $missing ]] || return 0
    if ! command -v apt-get >/dev/null || ! can_be_root; then
        fail "The tests need what Debian packages as ${missing% }: install that and try again."
    fi
    step 'Updating the list of packages' as_root apt-get update
    # shellcheck disable=SC2086 # one word a package
    step "Installing ${missing% }" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $missing
    # The tests start servers of their own.
    local service
    for service in redis-server nginx coturn; do
        [[ $missing != *"$service"* ]] || as_root service "$service" stop >/dev/null 2>&1 || true
    done
}

# check NAME COMMAND...: runs a part with its output shown, notes how it went, and goes on in any case.
check() {
    local name=$1 result=passed
    shift
    printf '\n== %s\n' "$name"
    SECONDS=0
    run "$@" || result=FAILED
    [[ $result == passed ]] || all_passed=false
    summary+=$(printf '%-40s %s (%d min %02d s)' "$name" "$result" $((SECONDS / 60)) $((SECONDS % 60)))$'\n'
}

verify_java() {
    ./mvnw -B -ntp verify && set_current server "${server_sources[@]}" \
        && set_current bench "${server_sources[@]}" server/bench \
        && set_current desktop "${desktop_sources[@]}"
}

install_packages_afresh() {
    npm --prefix web-client ci --no-audit --no-fund && set_current npm web-client/package-lock.json
}

verify_web_client() {
    npm --prefix web-client run check && set_current web-client web-client shared-protocol/typescript
}

install_media_packages_afresh() {
    local lock=$media_service/package-lock.json
    npm --prefix "$media_service" ci --ignore-scripts --no-audit --no-fund && set_current media-npm "$lock"
}

# The tests of calls need a mediasoup worker. Where there is none to be had, one is built, which takes some minutes.
make_media_worker() {
    find_media_worker
    [[ -z ${MEDIASOUP_WORKER_BIN:-} ]] || return 0
    if command -v apt-get >/dev/null && can_be_root; then
        # shellcheck disable=SC2046 # one word a package
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y --no-install-recommends $("$media_service/worker/build.sh" --packages) || return
    fi
    "$media_service/worker/build.sh"
}

verify_media_service() {
    npm --prefix "$media_service" run check && set_current media "${media_sources[@]}"
}

check_docker() {
    npm --prefix docker/checks ci --no-audit --no-fund && npm --prefix docker/checks test
}

run_tests() {
    all_passed=true
    summary=''
    find_jdk
    find_node
    install_packages
    mkdir -p "$stamps"
    check 'Media service: packages' install_media_packages_afresh
    check 'Media service: worker' make_media_worker
    find_media_worker
    check 'Media service: format, lint, tests, build' verify_media_service
    check 'Java: tests, format, lint, nullness' verify_java
    check 'Web client: packages' install_packages_afresh
    check 'Web client: format, lint, tests, build' verify_web_client
    check 'Containers: files' check_docker
    check 'Browser tests' npm --prefix web-client run e2e
    printf '\n== Summary\n%s' "$summary"
    $all_passed
}
