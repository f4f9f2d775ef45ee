# shellcheck shell=bash
# Builds the desktop program where it is missing or stale, and opens it.

desktop_jar=desktop-client/target/chatcall-desktop.jar
desktop_cache=$stamps/desktop.aot
desktop_sources=(pom.xml .mvn shared-protocol/pom.xml shared-protocol/src/main shared-protocol/texts
    desktop-client/pom.xml desktop-client/src/main)

build_desktop() {
    is_current desktop "$desktop_jar" "${desktop_sources[@]}" && return
    rm -rf desktop-client/target/lib
    step 'Building the desktop program' ./mvnw -B -ntp -pl desktop-client -am package -Dmaven.test.skip=true
    set_current desktop "${desktop_sources[@]}"
}

# As for the server: what a program leaves behind that was opened for this, without a screen. An empty file says that
# there is none.
build_desktop_cache() {
    local sources=("$desktop_jar" desktop-client/java.options "$JAVA_HOME/release")
    [[ $desktop_jar -nt $desktop_cache ]] || ! is_current desktop-cache "$desktop_cache" "${sources[@]}" || return 0
    step 'Preparing quick starts' record_desktop_cache
    set_current desktop-cache "${sources[@]}"
}

record_desktop_cache() {
    local data=$PWD/$stamps/desktop-training
    rm -rf "$desktop_cache" "$data"
    env -i "PATH=$PATH" "HOME=$HOME" "$JAVA_HOME/bin/java" @desktop-client/java.options \
        "-XX:AOTCacheOutput=$desktop_cache" -Dglass.platform=Headless -Dprism.order=sw \
        -jar "$desktop_jar" --data "$data" --rehearse || true
    rm -rf "$data"
    [[ -e $desktop_cache ]] || : >"$desktop_cache"
}

# Becomes the program.
start_desktop() {
    local cache=()
    [[ ! -s $desktop_cache ]] || cache=("-XX:AOTCache=$PWD/$desktop_cache" '-Xlog:aot*=off' '-Xlog:cds*=off')
    local options=("@$PWD/desktop-client/java.options") jar=$PWD/$desktop_jar
    cd "$caller" || exit 1
    exec "$JAVA_HOME/bin/java" "${options[@]}" ${cache[@]+"${cache[@]}"} -jar "$jar" "$@"
}

desktop_image=installers/target/image/ChatCall
# Beside the program's jar: with one that is elsewhere Java would not use the start cache.
desktop_driver=$desktop_image/lib/app/chatcall-driver.jar
desktop_bench_sources=("${desktop_sources[@]}" desktop-client/java.options desktop-client/src/test installers/pom.xml
    installers/Package.java installers/linux)

# The image that packages are made of, and the tests' classes, with which the bench presses and scrolls in it.
build_desktop_bench() {
    is_current desktop-bench "$desktop_driver" "${desktop_bench_sources[@]}" && return
    rm -rf desktop-client/target/lib
    step 'Making the image of the desktop program' ./mvnw -B -ntp -Pinstallers -pl installers -am package -DskipTests \
        -Dinstallers.types=image
    "$JAVA_HOME/bin/jar" --create --file "$desktop_driver" -C desktop-client/target/test-classes dev/chatcall/desktop/driver
    set_current desktop "${desktop_sources[@]}"
    set_current desktop-bench "${desktop_bench_sources[@]}"
}

# Becomes the bench.
bench_desktop() {
    command -v Xvfb >/dev/null || fail 'The bench draws on a screen that nobody sees: install what Debian packages as "xvfb".'
    local classes='desktop-client/target/test-classes:desktop-client/target/classes:desktop-client/target/lib/*'
    export CHATCALL_SERVER_JAR=$PWD/$server_jar
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$classes" \
        dev.chatcall.desktop.bench.DesktopBench --image "$PWD/$desktop_image" --driver "$PWD/$desktop_driver" "$@"
}
