"use strict";
// Dialect of libmdp, "0.3": a worker may report any number of times and nothing marks the last report; it takes further
// requests meanwhile. A broker that is told to refuse a command answers NAK.

const { Header } = require("./header");
const { envelope, nothing, named, asked, answered, addressed } = require("./tail");

const client = new Header("MDPC0X", { REPORT: 2, NAK: 3 });
const worker = new Header("MDPW0X", { READY: 1, REQUEST: 2, REPORT: 3, HEARTBEAT: 4, DISCONNECT: 5 });
const EITHER_WAY = { HEARTBEAT: nothing, DISCONNECT: nothing };

const clientReport = (service, body) => client.write("REPORT", Buffer.from(service), ...body);
const workerReport = (address, body) => worker.write("REPORT", ...envelope(address, body));

module.exports = {
  delimiter: true,
  endless: true,
  clientRequest: (service, body) => client.writeBare(Buffer.from(service), ...body), // no command in this direction
  clientPartial: clientReport,
  clientFinal: clientReport,
  clientNak: (service, body) => client.write("NAK", Buffer.from(service), ...body),
  workerReady: (service) => worker.write("READY", Buffer.from(service)),
  workerRequest: (address, body) => worker.write("REQUEST", ...envelope(address, body)),
  workerPartial: workerReport,
  workerFinal: workerReport,
  heartbeat: () => worker.write("HEARTBEAT"),
  disconnect: () => worker.write("DISCONNECT"),
  atClient: (frames) => client.read(frames, { REPORT: answered, NAK: answered }),
  atWorker: (frames) => worker.read(frames, { REQUEST: addressed, ...EITHER_WAY }),
  atBroker: (frames) =>
    client.begins(frames)
      ? client.readBare("REQUEST", frames, asked)
      : worker.read(frames, { READY: named, REPORT: addressed, ...EITHER_WAY }),
};
