#!/usr/bin/env bash
# Builds the mediasoup worker from the source inside the locked npm package, with Debian's libraries, for machines that
# mediasoup's own prebuilt worker does not reach. Takes 4 to 16 minutes; needs what "--packages" lists.
#
#   build.sh [JOBS]     builds, unless this recipe has built this version before
#   build.sh --where    says where the worker is, or would be
#   build.sh --packages says which Debian packages are needed
#   build.sh --configure prepares everything up to the compiler
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
source=$here/../node_modules/mediasoup
packages='g++ make meson ninja-build pkg-config libuv1-dev libssl-dev libsrtp2-dev libabsl-dev libflatbuffers-dev flatbuffers-compiler'

version=$(sed -n 's/.*"mediasoup": "\([^"]*\)".*/\1/p' "$here/../package.json")
recipe=$(cd "$here" && find . -type f -exec cksum {} + | LC_ALL=C sort | cksum | cut -d ' ' -f 1)
cache=${CHATCALL_MEDIA_WORKER_CACHE:-$root/.chatcall}
result=$cache/mediasoup-worker-$version-$recipe-$(uname -s -m | tr 'A-Z ' 'a-z-')

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

# The folder that a wrapped library's sources are looked for in.
wrapped() {
    printf '%s' "$worker/subprojects/$(sed -n 's/^directory *= *//p' "$worker/subprojects/$1.wrap")"
}

# stand_in LIBRARY: takes its meson.build from the input, which points at Debian's library.
stand_in() {
    mkdir -p "$(wrapped "$1")"
    cat >"$(wrapped "$1")/meson.build"
}

# Debian's libsrtp2 leaves encryption to NSS, which halves the worker's speed. The same source with OpenSSL is built in
# seconds; where Debian's sources are out of reach, Debian's library has to do.
build_srtp() {
    local folder=$work/libsrtp options
    mkdir -p "$folder/lists"
    cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed 's/^Types:.*/Types: deb-src/' >"$folder/source.sources"
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | sed -n 's/^deb /deb-src /p' >"$folder/source.list"
    for options in sources list; do
        [[ -s $folder/source.$options ]] || continue
        fetch_srtp "$folder" "$folder/source.$options" && break
    done
    cd "$folder"/libsrtp-*/ || return
    CFLAGS='-O3 -fPIC' ./configure --enable-openssl --prefix="$folder/installed" \
        && make libsrtp2.a && make install || return
    sed -i 's/^Libs.private:.*/Libs.private:/; s/^Libs:.*/& -lcrypto/' "$folder/installed/lib/pkgconfig/libsrtp2.pc"
}

# fetch_srtp FOLDER LIST: with lists of its own, so that the machine's stay as they are.
fetch_srtp() {
    local apt=(apt-get -qq -o "Dir::Etc::sourcelist=$2" -o Dir::Etc::sourceparts=/dev/null
        -o "Dir::State::Lists=$1/lists")
    cd "$1"
    "${apt[@]}" update && "${apt[@]}" source --download-only libsrtp2 && tar xzf libsrtp2_*.orig.tar.gz
}

stand_in_for_libraries() {
    stand_in libuv <<'MESON'
project('libuv', 'c')
libuv_dep = dependency('libuv-static', required: get_option('default_library') == 'static')
libuv = []
MESON
    printf "option('%s', type: 'boolean', value: false)\n" build_tests build_benchmarks \
        >"$(wrapped libuv)/meson_options.txt"
    stand_in openssl <<'MESON'
project('openssl', 'c')
openssl_dep = dependency('openssl', version: '>=3.0.8', static: get_option('default_library') == 'static')
libcrypto_lib = []
libssl_lib = []
MESON
    stand_in libsrtp3 <<'MESON'
project('libsrtp3', 'cpp')
libsrtp3_dep = declare_dependency(
  include_directories: include_directories('include'),
  dependencies: dependency('libsrtp2', version: '>=2.5.0', static: get_option('default_library') == 'static'))
libsrtp3 = []
MESON
    printf "option('%s', type: 'string', value: '')\n" crypto-library crypto-library-kdf tests \
        >"$(wrapped libsrtp3)/meson_options.txt"
    cp -r "$here/compat/srtp3" "$(wrapped libsrtp3)/include"
    stand_in flatbuffers <<'MESON'
project('flatbuffers', 'cpp')
flatbuffers_dep = declare_dependency()
flatbuffers_lib = []
MESON
    stand_in unordered-dense <<'MESON'
project('ankerl-unordered-dense', 'cpp')
ankerl_unordered_dense_dep = declare_dependency(include_directories: include_directories('include'))
MESON
    cp -r "$here/compat/unordered_dense" "$(wrapped unordered-dense)/include"
    stand_in abseil-cpp <<'MESON'
project('abseil-cpp', 'cpp')
linked = get_option('default_library') == 'static'
absl_container_dep = dependency('absl_flat_hash_map', static: linked)
absl_strings_dep = dependency('absl_strings', static: linked)
absl_types_dep = dependency('absl_optional', static: linked)
absl_container_lib = []
MESON
}

# Debian's OpenSSL knows kernel TLS and asks the worker's BIO whether it is on. The worker's callback answers 1 to every
# request, so no buffer is made and the first DTLS record crashes: hand the real answer back.
patch_dtls() {
    local file=$worker/src/RTC/DtlsTransport.cpp
    grep -q 'operationType == BIO_CB_RETURN)' "$file" || fail "The DTLS source of mediasoup $version is not as expected."
    sed -i 's/operationType == BIO_CB_RETURN)/(operationType \& BIO_CB_RETURN) != 0)/' "$file"
}

configure() {
    cp -r "$source/worker" "$worker"
    # Debian 12 has meson 1.0, which does.
    sed -i "s/meson_version: *'>= 1.1.0'/meson_version: '>= 1.0.0'/" "$worker/meson.build"
    if (build_srtp) >"$work/srtp.log" 2>&1; then
        export PKG_CONFIG_PATH=$work/libsrtp/installed/lib/pkgconfig
    else
        printf '%s\n' 'libsrtp2 could not be built with OpenSSL: the worker takes the slower one of Debian.' >&2
    fi
    stand_in_for_libraries
    patch_dtls
    (cd "$worker" && meson setup --wrap-mode nodownload --bindir '' --libdir '' --buildtype release -Db_ndebug=true \
        "$work/build")
}

require_packages() {
    command -v dpkg-query >/dev/null || fail 'This builds with the libraries of Debian, and this is none.'
    local package missing=''
    for package in $packages; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=" $package"
    done
    [[ -z $missing ]] || fail "The worker is built with packages of Debian: apt-get install --no-install-recommends$missing"
}

build() {
    [[ -d $source/worker ]] || fail 'The packages of the media service are not installed: npm --prefix docker/mediasoup ci --ignore-scripts'
    [[ $(sed -n 's/^\t"version": "\(.*\)",/\1/p' "$source/package.json") == "$version" ]] \
        || fail "The installed mediasoup is not $version: npm --prefix docker/mediasoup ci --ignore-scripts"
    require_packages
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/worker.XXXXXX")
    worker=$work/worker
    trap 'rm -rf "$work"' EXIT
    configure
    [[ $1 != --configure ]] || return 0
    ninja -C "$work/build" -j "$1" mediasoup-worker
    strip -o "$work/result" "$work/build/mediasoup-worker"
    mv "$work/result" "$result"
    printf 'The worker is %s\n' "$result"
}

case ${1:-} in
    --where) printf '%s\n' "$result" ;;
    --packages) printf '%s\n' "$packages" ;;
    --configure) build --configure ;;
    *) [[ -x $result ]] || build "${1:-$(nproc)}" ;;
esac
