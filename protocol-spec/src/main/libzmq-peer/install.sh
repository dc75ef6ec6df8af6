#!/bin/sh
# Installs the npm packages of the libzmq peer into the directory that is given, unless they are there already. Where
# that is impossible it writes the reason to unavailable.txt and succeeds: tests that need the peer tell the reason.
cd "$1" || exit 1

unavailable() {
    echo "$1" > unavailable.txt
    echo "libzmq peer: $1" >&2
    exit 0
}

# npm leaves no mark of an installation that was cut short, so the mark is ours, and it is made last.
if [ -f installed.lock ] && cmp -s package-lock.json installed.lock; then
    exit 0
fi
rm -f unavailable.txt installed.lock
command -v node > /dev/null || unavailable "node is not installed"
command -v npm > /dev/null || unavailable "npm is not installed"
# No install scripts: the package carries libzmq ready made, and its script would only build it again.
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error > npm.log 2>&1 || unavailable "npm ci failed, see npm.log beside this file"
cp package-lock.json installed.lock
