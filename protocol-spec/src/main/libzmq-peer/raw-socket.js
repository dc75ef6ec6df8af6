"use strict";
// A socket that the test drives itself: every message and every monitor event is pushed to it.

const { open } = require("./socket");
const { Inbox } = require("./inbox");
const { Outbox } = require("./outbox");
const line = require("./line");

class RawSocket {
  static verbs = new Set(["bind", "connect", "disconnect", "send", "subscribe", "unsubscribe", "join", "leave", "close"]);

  constructor({ type, ...options }, emit) {
    this.type = type;
    this.emit = emit;
    this.socket = open(type, options);
    this.outbox = new Outbox(this.socket);
    this.watch();
    if (typeof this.socket.receive === "function") this.receive();
  }

  async watch() {
    for await (const event of this.socket.events) {
      this.emit("event", { type: event.type, address: event.address ?? "", detail: event.error?.code ?? "" });
    }
  }

  async receive() {
    try {
      const inbox = new Inbox(this.socket);
      while (!this.socket.closed) {
        const parts = await inbox.receive();
        // A SERVER's part comes with the routing id beside it, a DISH's with the group; everything else is frames only.
        if (this.type === "dish") parts.unshift(parts.pop().group);
        const from = this.type === "server" ? parts.pop().routingId : 0;
        this.emit("message", { from, frames: line.encodeFrames(parts.filter(Buffer.isBuffer)) });
      }
    } catch (failure) {
      if (!this.socket.closed) this.emit("failure", { message: failure.message });
    }
  }

  bind({ endpoint }) {
    this.socket.bindSync(endpoint);
    return { endpoint: this.socket.lastEndpoint };
  }

  connect({ endpoint }) {
    this.socket.connect(endpoint);
  }

  disconnect({ endpoint }) {
    this.socket.disconnect(endpoint);
  }

  async send({ frames, to }) {
    const parts = line.decodeFrames(frames);
    if (this.type === "server") await this.outbox.send(parts[0], { routingId: Number(to) });
    else if (this.type === "radio") await this.outbox.send(parts[1], { group: parts[0] });
    else await this.outbox.send(parts);
  }

  subscribe({ prefix }) {
    this.socket.subscribe(prefix);
  }

  unsubscribe({ prefix }) {
    this.socket.unsubscribe(prefix);
  }

  join({ group }) {
    this.socket.join(group);
  }

  leave({ group }) {
    this.socket.leave(group);
  }

  close() {
    this.socket.close();
  }
}

module.exports = { RawSocket };
