"use strict";
// Dialect MDP 0.2 (18/MDP): every message has a command, replies come in parts, and no empty frame leads.

const { Header } = require("./header");
const { envelope, nothing, named, asked, answered, addressed } = require("./tail");

const client = new Header("MDPC02", { REQUEST: 1, PARTIAL: 2, FINAL: 3 });
const worker = new Header("MDPW02", { READY: 1, REQUEST: 2, PARTIAL: 3, FINAL: 4, HEARTBEAT: 5, DISCONNECT: 6 });
const EITHER_WAY = { HEARTBEAT: nothing, DISCONNECT: nothing };

module.exports = {
  delimiter: false,
  clientRequest: (service, body) => client.write("REQUEST", Buffer.from(service), ...body),
  clientPartial: (service, body) => client.write("PARTIAL", Buffer.from(service), ...body),
  clientFinal: (service, body) => client.write("FINAL", Buffer.from(service), ...body),
  workerReady: (service) => worker.write("READY", Buffer.from(service)),
  workerRequest: (address, body) => worker.write("REQUEST", ...envelope(address, body)),
  workerPartial: (address, body) => worker.write("PARTIAL", ...envelope(address, body)),
  workerFinal: (address, body) => worker.write("FINAL", ...envelope(address, body)),
  heartbeat: () => worker.write("HEARTBEAT"),
  disconnect: () => worker.write("DISCONNECT"),
  atClient: (frames) => client.read(frames, { PARTIAL: answered, FINAL: answered }),
  atWorker: (frames) => worker.read(frames, { REQUEST: addressed, ...EITHER_WAY }),
  atBroker: (frames) =>
    client.begins(frames)
      ? client.read(frames, { REQUEST: asked })
      : worker.read(frames, { READY: named, PARTIAL: addressed, FINAL: addressed, ...EITHER_WAY }),
};
