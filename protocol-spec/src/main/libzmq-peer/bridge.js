"use strict";
// A CLIENT that one speaks to through a PAIR. zeromq.js keeps a whole core busy while it waits for a thread-safe socket
// (inbox.js says why), and a test has many CLIENTs on few cores. A proxy of libzmq, in a thread of its own, waits for
// the CLIENT instead, and the PAIR is a socket like any other. Nothing changes on the wire.

const zmq = require("zeromq");
const { open } = require("./socket");

let count = 0;

class Bridge {
  constructor(endpoint, options) {
    const client = open("client");
    client.connect(endpoint);
    const inner = open("pair");
    const name = `inproc://bridge-${count++}`;
    inner.bindSync(name);
    this.socket = open("pair", options);
    this.socket.connect(name);
    this.proxy = new zmq.Proxy(client, inner);
    this.ended = this.proxy.run();
  }

  /** The proxy closes the two sockets that it has. Ours follows when its thread is done: libzmq crashed where it did not. */
  close() {
    this.proxy.terminate();
    const last = () => this.socket.close();
    this.ended.then(last, last);
  }
}

module.exports = { Bridge };
