"use strict";
// Answers libzmq's questions about peers of PLAIN and CURVE servers (27/ZAP). A PLAIN server lets nobody in without it.

const { open } = require("./socket");

class Zap {
  static verbs = new Set(["allow", "close"]);

  /** Allowed: a line for each, of words: PLAIN, user, password; or CURVE, public key in hex. */
  constructor({ allowed }) {
    this.allow({ allowed });
    this.socket = open("rep");
    this.socket.bindSync("inproc://zeromq.zap.01");
    this.answer();
  }

  allow({ allowed }) {
    this.allowed = new Set(allowed.split("\n"));
  }

  async answer() {
    while (!this.socket.closed) {
      try {
        const [version, id, , , , mechanism, ...credentials] = await this.socket.receive();
        const encoding = String(mechanism) === "CURVE" ? "hex" : "utf8";
        const shown = [String(mechanism), ...credentials.map((credential) => credential.toString(encoding))].join(" ");
        await this.socket.send([version, id, this.allowed.has(shown) ? "200" : "400", "", "", ""]);
      } catch {
        // Closed, or about to be.
      }
    }
  }

  close() {
    this.socket.close();
  }
}

module.exports = { Zap };
