"use strict";
// A client that makes many requests and judges every reply. There is no correlation id in MDP 0.1, so each connection
// has one request under way; `window` connections work side by side.

const { Connection } = require("./carrier");
const { dialect } = require("./dialect");

class MdpClient {
  static verbs = new Set(["report", "close"]);

  constructor(values, emit) {
    this.dialect = dialect(values.dialect);
    this.type = values.socket;
    this.endpoint = values.endpoint;
    this.service = values.service;
    this.prefix = values.bodyPrefix ?? "";
    this.count = Number(values.count);
    this.patience = Number(values.patience ?? 10000);
    this.next = 0;
    this.closed = false;
    this.tally = { sent: 0, received: 0, wrong: 0, lost: 0, problem: "" };
    const started = Date.now();
    const lanes = Array.from({ length: Math.min(Number(values.window ?? 1), this.count) }, () => this.lane());
    Promise.all(lanes).then(() => emit("done", { ...this.tally, millis: Date.now() - started }));
  }

  connect() {
    return new Connection(this.dialect, this.type, this.endpoint, this.patience);
  }

  async lane() {
    let connection = this.connect();
    while (this.next < this.count && !this.closed) {
      const number = this.next++;
      // Two frames that no other request has, and sizes on both sides of the short-frame and short-MME borders.
      const body = [Buffer.from(`${this.prefix}${number}`), Buffer.alloc(1 + (number * 37) % 300, number & 0xff)];
      try {
        this.tally.sent++;
        await connection.send(this.dialect.clientRequest(this.service, body));
        this.judge(number, body, await connection.receive());
      } catch (failure) {
        this.tally.lost++;
        this.note(`request ${number}: ${failure.code ?? ""} ${failure.message}`);
        // A late reply on the old connection would be taken for the next one's.
        connection.close();
        connection = this.connect();
      }
    }
    connection.close();
  }

  judge(number, body, frames) {
    this.tally.received++;
    try {
      const reply = this.dialect.read(frames);
      const same = reply.command === "CLIENT" && reply.service === this.service
        && reply.body.length === body.length && reply.body.every((frame, i) => frame.equals(body[i]));
      if (same) return;
    } catch {
      // told below, with the frames
    }
    this.tally.wrong++;
    this.note(`reply ${number}: ${frames.map((frame) => frame.toString("hex")).join(" ")}`);
  }

  note(problem) {
    this.tally.problem ||= problem;
  }

  report() {
    return this.tally;
  }

  close() {
    this.closed = true;
  }
}

module.exports = { MdpClient };
