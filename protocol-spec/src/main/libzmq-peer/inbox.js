"use strict";
// Receives from a socket. For the thread-safe types (CLIENT, SERVER and the other drafts) zeromq.js waits on a
// descriptor that stays readable once it has been signalled, so that a pending receive() takes a whole core. For those
// the inbox waits only a moment like that, as replies come quickly, and then asks every other millisecond.

const timers = require("node:timers/promises");

const MOMENT = 20;
const PAUSE = 2;

class Inbox {
  /** Patience in milliseconds, -1 for no end. */
  constructor(socket, patience = -1) {
    this.socket = socket;
    this.patience = patience;
    this.asks = socket.threadSafe;
    socket.receiveTimeout = this.asks ? MOMENT : patience;
  }

  /** Rejects with EAGAIN when patience is at its end, with EBADF when the socket is closed. */
  receive() {
    return this.asks ? this.ask() : this.socket.receive();
  }

  async ask() {
    const started = Date.now();
    try {
      for (;;) {
        try {
          return await this.socket.receive();
        } catch (failure) {
          const over = this.patience >= 0 && Date.now() - started > this.patience;
          if (failure.code !== "EAGAIN" || this.socket.closed || over) throw failure;
        }
        this.socket.receiveTimeout = 0;
        await timers.setTimeout(PAUSE);
      }
    } finally {
      if (!this.socket.closed) this.socket.receiveTimeout = MOMENT;
    }
  }
}

module.exports = { Inbox };
