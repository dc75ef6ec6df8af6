"use strict";
// zeromq.js allows one send at a time on a socket: the outbox puts sends in a row.

class Outbox {
  constructor(socket) {
    this.socket = socket;
    this.last = Promise.resolve();
  }

  /** Resolves when libzmq took the message, rejects with libzmq's error; a failure does not hold up the next send. */
  send(...message) {
    const sent = this.last.then(() => this.socket.send(...message));
    this.last = sent.catch(() => {});
    return sent;
  }
}

module.exports = { Outbox };
