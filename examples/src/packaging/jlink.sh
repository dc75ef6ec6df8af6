#!/bin/sh
# jlink.sh LIB RUNTIME: makes a Java that holds what the jars in LIB need, in the directory RUNTIME.
set -eu
lib=$1
runtime=$2
jdk=${JAVA_HOME:+$JAVA_HOME/bin/}

# What the jars say they use; what optional parts of theirs would use is not here.
modules=$("${jdk}jdeps" --ignore-missing-deps --multi-release 17 --print-module-deps --module-path "$lib" --add-modules ALL-MODULE-PATH \
    --module io.generaldomo.examples)
# What no jar says: TLS with elliptic curves.
modules=$modules,jdk.crypto.ec

rm -rf "$runtime"
"${jdk}jlink" --add-modules "$modules" --output "$runtime" --strip-debug --no-header-files --no-man-pages --compress=2
"$runtime/bin/java" -Xshare:dump >/dev/null # Java's own classes as loaded, which its start-up is faster with
echo "runtime of $modules"
