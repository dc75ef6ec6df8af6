"use strict";
// Dialect MDP 0.1 (7/MDP): what the frames mean. How a socket carries them is carrier.js's business.

const CLIENT = "MDPC01";
const WORKER = "MDPW01";
const READY = 1, REQUEST = 2, REPLY = 3, HEARTBEAT = 4, DISCONNECT = 5;
const NAMES = { [READY]: "READY", [REQUEST]: "REQUEST", [REPLY]: "REPLY", [HEARTBEAT]: "HEARTBEAT", [DISCONNECT]: "DISCONNECT" };
const EMPTY = Buffer.alloc(0);

function toWorkerOrBroker(command, ...rest) {
  return [Buffer.from(WORKER), Buffer.of(command), ...rest];
}

const clientRequest = (service, body) => [Buffer.from(CLIENT), Buffer.from(service), ...body];
const clientReply = clientRequest;
const workerReady = (service) => toWorkerOrBroker(READY, Buffer.from(service));
const workerRequest = (address, body) => toWorkerOrBroker(REQUEST, address, EMPTY, ...body);
const workerReply = (address, body) => toWorkerOrBroker(REPLY, address, EMPTY, ...body);
const heartbeat = () => toWorkerOrBroker(HEARTBEAT);
const disconnect = () => toWorkerOrBroker(DISCONNECT);

/** Reads any message of the dialect, either direction; throws when it is none. */
function read(frames) {
  const header = String(frames[0]);
  if (header === CLIENT) {
    if (frames.length < 3) throw new Error("client message without service or body");
    return { command: "CLIENT", service: String(frames[1]), body: frames.slice(2) };
  }
  if (header !== WORKER || frames.length < 2 || frames[1].length !== 1) throw new Error(`no MDP 0.1 message: ${header}`);
  const command = NAMES[frames[1][0]];
  switch (command) {
    case "READY":
      if (frames.length !== 3) throw new Error("READY without service");
      return { command, service: String(frames[2]) };
    case "REQUEST":
    case "REPLY":
      if (frames.length < 5 || frames[3].length !== 0) throw new Error(`${command} without address, empty frame or body`);
      return { command, address: frames[2], body: frames.slice(4) };
    case "HEARTBEAT":
    case "DISCONNECT":
      return { command };
    default:
      throw new Error(`unknown command ${frames[1][0]}`);
  }
}

module.exports = {
  delimiter: true,
  clientRequest, clientReply, workerReady, workerRequest, workerReply, heartbeat, disconnect, read,
};
