"use strict";
// A worker: registers, answers (or holds on to) requests, heartbeats while idle, and registers anew on a new
// connection after a DISCONNECT or when the broker has been silent for `liveness` intervals. With parts=n its answers are
// streams: n parts and the end, or n reports where the dialect has no end.

const { Connection } = require("./carrier");
const { dialect } = require("./dialect");
const line = require("./line");
const { part } = require("./stream");

const LINGER = 1000;

class MdpWorker {
  static verbs = new Set(["report", "partial", "release", "stop"]);

  constructor(values, emit) {
    this.dialect = dialect(values.dialect);
    this.type = values.socket;
    this.endpoint = values.endpoint;
    this.service = values.service;
    this.hold = values.behaviour === "hold";
    this.parts = Number(values.parts ?? 0);
    if (this.parts > 0 && !this.dialect.workerPartial) throw new Error("the dialect has no partial replies");
    this.heartbeat = Number(values.heartbeat ?? 2500);
    this.liveness = Number(values.liveness ?? 3);
    this.emit = emit;
    this.held = []; // requests without an answer; more than one only where the dialect is endless
    this.tally = { readies: 0, requests: 0, partials: 0, replies: 0, heartbeats: 0, heartbeatsSent: 0, disconnects: 0, silences: 0, malformed: 0 };
    this.register();
    this.timer = setInterval(() => this.beat(), this.heartbeat);
  }

  register() {
    this.connection?.close();
    this.connection = new Connection(this.dialect, this.type, this.endpoint);
    this.heard = Date.now();
    this.held = [];
    this.tally.readies++;
    this.send(this.dialect.workerReady(this.service));
    this.serve(this.connection);
  }

  send(frames) {
    return this.connection.send(frames).catch(() => {});
  }

  beat() {
    if (Date.now() - this.heard > this.liveness * this.heartbeat) {
      this.tally.silences++;
      this.emit("silence");
      this.register();
    } else if (this.held.length === 0 || this.dialect.endless) {
      this.tally.heartbeatsSent++;
      this.send(this.dialect.heartbeat());
    }
  }

  async serve(connection) {
    while (connection === this.connection) {
      let message;
      try {
        message = this.dialect.atWorker(await connection.receive());
      } catch (failure) {
        if (connection.socket.closed) return;
        this.tally.malformed++;
        this.emit("malformed", { message: failure.message });
        continue;
      }
      if (connection === this.connection) this.handle(message);
    }
  }

  handle(message) {
    this.heard = Date.now();
    switch (message.command) {
      case "REQUEST":
        this.tally.requests++;
        this.held.push({ ...message, sent: 0 });
        if (this.hold) this.emit("request", { frames: line.encodeFrames(message.body) });
        else this.release();
        break;
      case "HEARTBEAT":
        this.tally.heartbeats++;
        break;
      case "DISCONNECT":
        this.tally.disconnects++;
        this.emit("disconnect");
        this.register();
        break;
      default:
        this.tally.malformed++;
        this.emit("malformed", { message: `unexpected ${message.command}` });
    }
  }

  /** The oldest request in hand. */
  inHand() {
    if (this.held.length === 0) throw new Error("no request in hand");
    return this.held[0];
  }

  /** Sends the next part of the answer to the request in hand. */
  partial() {
    const request = this.inHand();
    if (request.sent === this.parts) throw new Error(`all ${this.parts} parts are sent`);
    this.tally.partials++;
    this.send(this.dialect.workerPartial(request.address, part(++request.sent, this.parts, request.body)));
  }

  /** Answers the request in hand: with what is left of its parts, and then with its own body. */
  release() {
    const request = this.inHand();
    while (request.sent < this.parts) this.partial();
    this.held.shift();
    this.tally.replies++;
    if (this.parts === 0 || !this.dialect.endless) this.send(this.dialect.workerFinal(request.address, request.body));
  }

  report() {
    return this.tally;
  }

  async stop({ goodbye }) {
    clearInterval(this.timer);
    const { connection } = this;
    this.connection = null;
    if (goodbye === "true") {
      await connection.send(this.dialect.disconnect());
      // As long as any socket here lingers: what was sent has to pass the bridge first.
      setTimeout(() => connection.close(), LINGER);
    } else {
      connection.close();
    }
  }
}

module.exports = { MdpWorker };
