"use strict";
// A broker with the behaviour of the one in the ZeroMQ Guide: least-recently-used workers, heartbeats to idle workers,
// DISCONNECT for workers that it does not know, mmi.service. Requests of a worker that dies are lost, as they are there.
// Where a worker goes on taking requests (0X) it is libmdp's: round-robin, and mmi.filter for what it is to refuse.

const { Hub } = require("./carrier");
const { dialect } = require("./dialect");

class MdpBroker {
  static verbs = new Set(["report", "stop"]);

  constructor(values) {
    this.dialect = dialect(values.dialect);
    this.hub = new Hub(this.dialect, values.socket, values.bind);
    this.heartbeat = Number(values.heartbeat ?? 2500);
    this.liveness = Number(values.liveness ?? 3);
    this.services = new Map(); // name -> { requests, idle }
    this.workers = new Map(); // address in hex -> worker
    this.filtered = new Set(); // "service command" that is answered with NAK
    this.tally = { requests: 0, replies: 0, readies: 0, heartbeats: 0, disconnects: 0, expired: 0, malformed: 0 };
    this.started = { endpoint: this.hub.endpoint };
    this.timer = setInterval(() => this.beat(), this.heartbeat);
    this.serve();
  }

  async serve() {
    while (!this.hub.socket.closed) {
      try {
        const received = await this.hub.receive();
        if (received === null) throw new Error("no message of a dialect");
        this.handle(received.address, this.dialect.atBroker(received.frames));
      } catch {
        if (!this.hub.socket.closed) this.tally.malformed++;
      }
    }
  }

  handle(from, message) {
    switch (message.command) {
      case "REQUEST": return this.onRequest(from, message);
      case "READY": return this.onReady(from, message);
      case "PARTIAL":
      case "REPORT":
      case "FINAL": return this.onReply(from, message);
      case "HEARTBEAT": return this.onHeartbeat(from);
      case "DISCONNECT": return this.onDisconnect(from);
      default: this.tally.malformed++;
    }
  }

  onRequest(client, { service, body }) {
    this.tally.requests++;
    if (service.startsWith("mmi.")) return this.reply(client, service, [Buffer.from(this.mmi(service, body))]);
    if (this.filtered.has(`${service} ${body[0]}`)) return this.send(client, this.dialect.clientNak(service, body));
    this.service(service).requests.push({ client, body });
    this.dispatch(service);
  }

  mmi(service, body) {
    if (service === "mmi.filter" && this.dialect.clientNak) return this.filter(...body.map(String));
    if (service !== "mmi.service") return "501";
    const name = String(body[body.length - 1]);
    return [...this.workers.values()].some((worker) => worker.service === name) ? "200" : "404";
  }

  filter(operation, service, command, ...more) {
    if (command === undefined || more.length > 0) return "501";
    if (operation === "enable") this.filtered.delete(`${service} ${command}`);
    else if (operation === "disable") this.filtered.add(`${service} ${command}`);
    else return "400";
    return "200";
  }

  onReady(from, { service }) {
    this.tally.readies++;
    if (this.worker(from) || service.startsWith("mmi.")) return this.dismiss(from);
    const worker = { address: from, service, heard: Date.now() };
    this.workers.set(from.toString("hex"), worker);
    this.idle(worker);
  }

  onReply(from, { command, address, body }) {
    const worker = this.worker(from);
    if (!worker) return this.dismiss(from);
    worker.heard = Date.now();
    if (command === "PARTIAL") {
      this.send(address, this.dialect.clientPartial(worker.service, body));
    } else {
      this.reply(address, worker.service, body);
      this.idle(worker);
    }
  }

  onHeartbeat(from) {
    this.tally.heartbeats++;
    const worker = this.worker(from);
    if (!worker) return this.dismiss(from);
    worker.heard = Date.now();
  }

  onDisconnect(from) {
    this.tally.disconnects++;
    this.forget(this.worker(from));
  }

  worker(address) {
    return this.workers.get(address.toString("hex"));
  }

  service(name) {
    if (!this.services.has(name)) this.services.set(name, { requests: [], idle: [] });
    return this.services.get(name);
  }

  idle(worker) {
    const { idle } = this.service(worker.service);
    if (!idle.includes(worker)) idle.push(worker);
    this.dispatch(worker.service);
  }

  dispatch(name) {
    const { requests, idle } = this.service(name);
    while (requests.length > 0 && idle.length > 0) {
      const { client, body } = requests.shift();
      const worker = idle.shift();
      this.send(worker.address, this.dialect.workerRequest(client, body));
      if (this.dialect.endless) idle.push(worker);
    }
  }

  reply(client, service, body) {
    this.tally.replies++;
    this.send(client, this.dialect.clientFinal(service, body));
  }

  dismiss(address) {
    this.send(address, this.dialect.disconnect());
    this.forget(this.worker(address));
  }

  forget(worker) {
    if (!worker) return;
    this.workers.delete(worker.address.toString("hex"));
    const service = this.service(worker.service);
    service.idle = service.idle.filter((other) => other !== worker);
  }

  /** First every idle worker gets its heartbeat, so that one has come at least before a worker is taken for dead. */
  beat() {
    const now = Date.now();
    for (const { idle } of this.services.values()) {
      for (const worker of [...idle]) {
        this.send(worker.address, this.dialect.heartbeat());
        if (now - worker.heard > this.liveness * this.heartbeat) {
          this.tally.expired++;
          this.forget(worker);
        }
      }
    }
  }

  send(address, frames) {
    this.hub.send(address, frames).catch(() => {}); // whoever it was for has left
  }

  report() {
    return { ...this.tally, workers: this.workers.size };
  }

  stop() {
    clearInterval(this.timer);
    this.hub.close();
  }
}

module.exports = { MdpBroker };
