"use strict";
// Receives from a socket. For the thread-safe types (CLIENT, SERVER and the other drafts) zeromq.js waits on a
// descriptor that stays readable once it has been signalled, so that a pending receive() takes a whole core. For those
// the inbox looks whether something is there: at every turn of the event loop for a moment after the last message,
// because the next one is likely to follow, then once a millisecond.

const MOMENT = 1; // milliseconds

const waiting = new Set();
let busy = 0;
let looking = false;

function look() {
  const now = performance.now();
  for (const inbox of waiting) {
    if (!inbox.isReadable()) continue;
    busy = now;
    waiting.delete(inbox);
    inbox.wake();
  }
  looking = waiting.size > 0;
  if (looking) lookAgain(now - busy < MOMENT);
}

function lookAgain(soon) {
  if (soon) setImmediate(look);
  else setTimeout(look, 1);
}

class Inbox {
  constructor(socket) {
    this.socket = socket;
    this.looks = socket.threadSafe;
  }

  /** Rejects with EBADF when the socket is closed. */
  async receive() {
    if (this.looks && !this.isReadable()) await this.readable();
    return this.socket.receive();
  }

  isReadable() {
    return this.socket.closed || this.socket.readable;
  }

  readable() {
    return new Promise((wake) => {
      this.wake = wake;
      waiting.add(this);
      if (!looking) {
        looking = true;
        lookAgain(true);
      }
    });
  }
}

module.exports = { Inbox };
