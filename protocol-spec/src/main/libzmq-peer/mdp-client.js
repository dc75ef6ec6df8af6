"use strict";
// A client that makes many requests and judges every reply, all its parts. No dialect has a correlation id, so each
// connection has one request under way; `window` connections work side by side.

const { Connection } = require("./carrier");
const { dialect } = require("./dialect");
const { expected } = require("./stream");
const { judge } = require("./judgement");
const line = require("./line");

const ENDS = new Set(["FINAL", "NAK"]);

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
    this.expect = values.expect ?? "FINAL:echo"; // stream.js has the form
    this.parts = Number(values.parts ?? 0);
    this.tells = values.tells === "true";
    this.emit = emit;
    this.next = 0;
    this.closed = false;
    this.tally = {
      sent: 0, received: 0, wrong: 0, lost: 0, partials: 0, naks: 0, disordered: 0, incomplete: 0, unended: 0, problem: "",
    };
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
      const pieces = [];
      try {
        await this.request(connection, number, pieces);
      } catch (failure) {
        this.tally.lost++;
        if (pieces.length > 0) this.tally.unended++;
        this.note(`request ${number}, after ${pieces.length} parts: ${failure.code ?? ""} ${failure.message}`);
        // A late reply on the old connection would be taken for the next one's.
        connection.close();
        connection = this.connect();
      }
      this.tell(number, pieces);
    }
    connection.close();
  }

  async request(connection, number, pieces) {
    // Two frames that no other request has, and sizes on both sides of the short-frame and short-MME borders.
    const body = [Buffer.from(`${this.prefix}${number}`), Buffer.alloc(1 + (number * 37) % 300, number & 0xff)];
    const wanted = expected(this.expect, this.parts, body).map(({ command, body }) => (
      { command: this.dialect.endless && command !== "NAK" ? "REPORT" : command, service: this.service, body }));
    this.tally.sent++;
    await connection.send(this.dialect.clientRequest(this.service, body));
    pieces.push(this.read(await connection.receive()));
    while (!this.ended(pieces, wanted)) {
      this.tally.partials++;
      pieces.push(this.read(await connection.receive()));
    }
    this.tally.received++;
    this.judge(number, pieces, wanted);
  }

  /** A message of the dialect that may come here; any other one ends the reply as well, as an odd end. */
  read(frames) {
    let message;
    try {
      message = this.dialect.atClient(frames);
    } catch {
      message = { command: "UNREADABLE", body: frames };
    }
    if (message.command === "NAK") this.tally.naks++;
    return message;
  }

  /** Where nothing marks the end, the reply has as many parts as are wanted. */
  ended(pieces, wanted) {
    const { command } = pieces[pieces.length - 1];
    return ENDS.has(command) || command === "UNREADABLE" || (this.dialect.endless && pieces.length === wanted.length);
  }

  judge(number, pieces, wanted) {
    const verdict = judge(pieces, wanted);
    if (verdict === "") return;
    this.tally.wrong++;
    if (verdict in this.tally) this.tally[verdict]++;
    this.note(`reply ${number} is ${verdict}: ${this.written(pieces)}`);
  }

  written(pieces) {
    return pieces.map(({ command, body }) => command + line.encodeFrames(body)).join(",");
  }

  tell(number, pieces) {
    if (this.tells) this.emit("reply", { number, pieces: this.written(pieces) });
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
