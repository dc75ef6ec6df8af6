"use strict";
// The frames that begin a message: six octets that name dialect and side, and a command of one octet. Knows the numbers
// of its side's commands; what follows them is tail.js's business.

class Header {
  /** Numbers: command name -> octet, such as { READY: 1 }. */
  constructor(text, numbers = {}) {
    this.text = text;
    this.numbers = numbers;
  }

  write(command, ...rest) {
    return [Buffer.from(this.text), Buffer.of(this.numbers[command]), ...rest];
  }

  /** Where there is one command only, and so no octet for it. */
  writeBare(...rest) {
    return [Buffer.from(this.text), ...rest];
  }

  begins(frames) {
    return String(frames[0]) === this.text;
  }

  /** Tails: for each command that may come here, what reads the frames behind it. Throws for any other message. */
  read(frames, tails) {
    this.demand(frames);
    if (frames[1]?.length !== 1) throw new Error(`${this.text} without a command of one octet`);
    const command = Object.keys(tails).find((name) => this.numbers[name] === frames[1][0]);
    if (!command) throw new Error(`${this.text} command ${frames[1][0]} has no business here`);
    return { command, ...tails[command](frames.slice(2)) };
  }

  readBare(command, frames, tail) {
    this.demand(frames);
    return { command, ...tail(frames.slice(1)) };
  }

  demand(frames) {
    if (!this.begins(frames)) throw new Error(`no ${this.text}: ${frames[0]?.toString("hex")}`);
  }
}

module.exports = { Header };
