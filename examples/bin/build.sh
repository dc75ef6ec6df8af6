# Part of bin/generaldomo in the source tree: builds what is missing or older than its sources, into a directory that is laid out as one that is installed.
# Reads "home", this module, and lets it be that directory; leaves this module in "sources".
sources=$home
home=$sources/target/generaldomo
root=$(dirname "$sources")

note() {
    echo "generaldomo: $1" >&2
}

# The jar of this module is written by every build, so whatever is newer than it has changed since.
is_current() {
    set -- "$home"/lib/examples-*.jar
    [ -f "$1" ] || return 1
    for module in protocol-spec zmtp-codec gdp examples; do
        [ -z "$(find "$root/pom.xml" "$root/$module/pom.xml" "$root/$module/src/main" -newer "$1" 2>/dev/null)" ] || return 1
    done
}

build() {
    command -v mvn >/dev/null 2>&1 || fail "no mvn found, which is needed to build; install Maven 3.8 or later"
    note "building; the first time that takes a minute or two ..."
    rm -rf "$home" # a generaldomo that still runs keeps the files it has open
    log=$sources/target/generaldomo.log
    (cd "$root" && mvn -q -B -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip -Dassembly.skipAssembly -pl examples -am package) >"$log" 2>&1 || {
        sed -n 's/^.*\(\[ERROR\] [^[].*\)/\1/p' "$log" | head -n 5 >&2
        fail "the build failed; all that Maven said is in $log"
    }
}

# Only one of several generaldomos that are started together builds.
build_alone() {
    lock=$sources/target/generaldomo.lock
    mkdir -p "$sources/target"
    until (set -C && echo $$ >"$lock") 2>/dev/null; do
        kill -0 "$(cat "$lock" 2>/dev/null)" 2>/dev/null || rm -f "$lock"
        sleep 1
    done
    trap 'rm -f "$lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    is_current || build
    rm -f "$lock"
    trap - EXIT INT TERM
}

is_current || build_alone
