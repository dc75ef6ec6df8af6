#!/bin/sh
# Builds the libzmq peer of "generaldomo bench" unless it is newer than its sources, and prints the path of the program. Says on
# stderr what is missing otherwise. Needs gcc. Its libzmq comes from the npm package that protocol-spec's build installs, or
# that this script has installed if npm is there: it has the draft sockets. Without it the system's libzmq.so.5 has to do.
set -eu
sources=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$sources/../../../.." && pwd -P)
target=$root/examples/target/libzmq-peer
program=$target/libzmq-peer
npm=$root/protocol-spec/target/libzmq-peer
package=$npm/node_modules/zeromq

command -v gcc >/dev/null || { echo "libzmq peer: no gcc found, which is needed to build it" >&2; exit 1; }

if [ ! -d "$package" ]; then
    mkdir -p "$npm"
    cp "$root"/protocol-spec/src/main/libzmq-peer/* "$npm"
    sh "$npm/install.sh" "$npm"
fi

if [ -f "$program" ] && [ -z "$(find "$sources" "$package/package.json" -newer "$program" 2>/dev/null)" ]; then
    echo "$program"
    exit 0
fi

# That libzmq is inside of an addon for node, and node's own functions must be there when it is loaded. They need do nothing.
mkdir -p "$target"
for addon in "$package"/build/linux/*/node/*/addon.node; do
    [ ! -f "$addon" ] || nm -D --undefined-only "$addon"
done | sed -n 's/^ *U \(\(napi\|node\|uv\)_[a-z0-9_]*\)$/\1/p' | sort -u |
    sed 's/.*/void *&(void); void *&(void) { return 0; }/' >"$target/node.c"

gcc -std=gnu11 -O2 -Wall -Wextra -Werror -rdynamic -DZEROMQ_PACKAGE="\"$package\"" \
    -o "$program.new" "$sources"/*.c "$target/node.c" -ldl -lpthread
mv "$program.new" "$program"
echo "$program"
