#!/bin/sh
# Records the captures that the tests of the sniffer read. Needs tcpdump, Wireshark's dumpcap, the rights to capture, Node.js, a libzmq peer that was
# installed, and ports 5700 to 5707.
#
#   record.sh LIBZMQ-PEER-DIRECTORY GENERALDOMO OUTPUT-DIRECTORY
set -eu
here=$(cd "$(dirname "$0")" && pwd)
peer=$1
generaldomo=$2
out=$3
ports='tcp portrange 5700-5707'

"$generaldomo" broker -a tcp://127.0.0.1:5700 >/dev/null &
broker=$!
trap 'kill $broker $capture 2>/dev/null || true' EXIT
capture=
sleep 3
node "$here/traffic.js" open "$peer" tcp://127.0.0.1:5700 # once unseen, because the broker is slow at first
tcpdump -i lo -U -w "$out/libzmq.pcap" "$ports" 2>/dev/null &
capture=$!
sleep 2
node "$here/traffic.js" open "$peer" tcp://127.0.0.1:5700
sleep 1
kill $capture
wait $capture || true

dumpcap -q -i lo -f "$ports" -w "$out/libzmq-secured.pcapng" 2>/dev/null &
capture=$!
sleep 2
node "$here/traffic.js" secured "$peer" tcp://127.0.0.1:5700
sleep 1
kill $capture
wait $capture || true
