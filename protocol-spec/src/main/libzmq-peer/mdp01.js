"use strict";
// Dialect MDP 0.1 (7/MDP): what the frames mean. How a socket carries them is carrier.js's business.

const { Header } = require("./header");
const { envelope, nothing, named, asked, answered, addressed } = require("./tail");

const client = new Header("MDPC01");
// 7/MDP says REPLY where the roles say FINAL: there is nothing before it.
const worker = new Header("MDPW01", { READY: 1, REQUEST: 2, FINAL: 3, HEARTBEAT: 4, DISCONNECT: 5 });
const EITHER_WAY = { HEARTBEAT: nothing, DISCONNECT: nothing };

module.exports = {
  delimiter: true,
  clientRequest: (service, body) => client.writeBare(Buffer.from(service), ...body),
  clientFinal: (service, body) => client.writeBare(Buffer.from(service), ...body),
  workerReady: (service) => worker.write("READY", Buffer.from(service)),
  workerRequest: (address, body) => worker.write("REQUEST", ...envelope(address, body)),
  workerFinal: (address, body) => worker.write("FINAL", ...envelope(address, body)),
  heartbeat: () => worker.write("HEARTBEAT"),
  disconnect: () => worker.write("DISCONNECT"),
  atClient: (frames) => client.readBare("FINAL", frames, answered),
  atWorker: (frames) => worker.read(frames, { REQUEST: addressed, ...EITHER_WAY }),
  atBroker: (frames) =>
    client.begins(frames)
      ? client.readBare("REQUEST", frames, asked)
      : worker.read(frames, { READY: named, FINAL: addressed, ...EITHER_WAY }),
};
