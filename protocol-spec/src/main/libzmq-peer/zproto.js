"use strict";
// Dialect MDP 0.2 as zproto packs it (zeromq/majordomo): the first frame holds signature, id, version, command and
// perhaps a service; address, empty frame and body are frames of their own.

const { envelope, nothing, addressed } = require("./tail");

const SIGNATURE = [0xaa, 0xa4];
const CLIENT = "MDPC02";
const WORKER = "MDPW02";

// Of every message: its id, its version, its number within that version.
const TO_CLIENT = { PARTIAL: [2, CLIENT, 2], FINAL: [3, CLIENT, 3] };
const EITHER_WAY = { HEARTBEAT: [8, WORKER, 5], DISCONNECT: [9, WORKER, 6] };
const TO_WORKER = { REQUEST: [5, WORKER, 2], ...EITHER_WAY };
const TO_BROKER = {
  REQUEST: [1, CLIENT, 1], READY: [4, WORKER, 1], PARTIAL: [6, WORKER, 3], FINAL: [7, WORKER, 4], ...EITHER_WAY,
};

const counted = (text) => [Buffer.byteLength(text), ...Buffer.from(text)];

function first([id, version, number], service) {
  return Buffer.from([...SIGNATURE, id, ...counted(version), number, ...(service === undefined ? [] : counted(service))]);
}

/** Takes the first frame apart; what may follow the number is left in rest. */
function open(frame, messages) {
  for (const [command, message] of Object.entries(messages)) {
    const beginning = first(message);
    if (frame?.subarray(0, beginning.length).equals(beginning)) return { command, version: message[1], rest: frame.subarray(beginning.length) };
  }
  throw new Error(`no zproto message that has business here: ${frame?.toString("hex")}`);
}

function text(octets) {
  if (octets.length < 2 || octets[0] !== octets.length - 1) throw new Error("zproto: no service, or not as long as it says");
  return String(octets.subarray(1));
}

function read([frame, ...frames], messages) {
  const { command, version, rest } = open(frame, messages);
  if (version === CLIENT) return { command, service: text(rest), body: frames.length > 0 ? frames : [Buffer.alloc(0)] };
  if (command === "READY") return { command, service: text(rest), ...nothing(frames) };
  if (rest.length > 0) throw new Error(`zproto: ${command} is longer than it may be`);
  return { command, ...(command in EITHER_WAY ? nothing(frames) : addressed(frames)) };
}

module.exports = {
  delimiter: false,
  clientRequest: (service, body) => [first(TO_BROKER.REQUEST, service), ...body],
  clientPartial: (service, body) => [first(TO_CLIENT.PARTIAL, service), ...body],
  clientFinal: (service, body) => [first(TO_CLIENT.FINAL, service), ...body],
  workerReady: (service) => [first(TO_BROKER.READY, service)],
  workerRequest: (address, body) => [first(TO_WORKER.REQUEST), ...envelope(address, body)],
  workerPartial: (address, body) => [first(TO_BROKER.PARTIAL), ...envelope(address, body)],
  workerFinal: (address, body) => [first(TO_BROKER.FINAL), ...envelope(address, body)],
  heartbeat: () => [first(EITHER_WAY.HEARTBEAT)],
  disconnect: () => [first(EITHER_WAY.DISCONNECT)],
  atClient: (frames) => read(frames, TO_CLIENT),
  atWorker: (frames) => read(frames, TO_WORKER),
  atBroker: (frames) => read(frames, TO_BROKER),
};
