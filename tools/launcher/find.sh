# shellcheck shell=bash
# Finds the programs that ChatCall is built and run with.

jdk_needed=25
node_needed=20.19

# The feature release of the JDK in a folder, from its release file: quicker than to start it. Nothing for a JRE.
jdk_version() {
    [[ -x $1/bin/javac && -r $1/release ]] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# The folder of the java on PATH; a shim is asked where the real one is.
jdk_on_path() {
    local java home
    java=$(command -v java) || return 0
    home=$(readlink -f "$java" 2>/dev/null || true)
    home=${home%/bin/java}
    if [[ ! -r $home/release ]]; then
        home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    fi
    printf '%s' "$home"
}

# Exports the JAVA_HOME of a JDK that is new enough.
find_jdk() {
    local home version
    for home in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /opt/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        version=$(jdk_version "$home")
        if ((${version:-0} >= jdk_needed)); then
            export JAVA_HOME=$home
            return
        fi
    done
    fail "ChatCall needs JDK $jdk_needed or newer and found none: install one, or set JAVA_HOME to where it is."
}

# Makes sure that node and npm are there and new enough.
find_node() {
    local version='' major minor
    if command -v node >/dev/null; then
        version=$(node --version)
        version=${version#v}
        IFS=. read -r major minor _ <<<"$version"
        if ((${major:-0} * 1000 + ${minor:-0} >= ${node_needed%.*} * 1000 + ${node_needed#*.})); then
            command -v npm >/dev/null || fail "ChatCall needs npm, which comes with Node, and found none on PATH."
            return
        fi
    fi
    fail "ChatCall needs Node $node_needed or newer on PATH and found ${version:-none}."
}
