"use strict";
// The dialects that the roles speak, by name. A dialect is
//
//   delimiter     whether an empty frame leads when the frames travel one by one
//   packing       pack and unpack, when all frames travel as one part of a CLIENT or SERVER
//   endless       whether nothing marks the last part of a reply, and a worker takes requests while it has others
//   client…, worker…, heartbeat, disconnect    frames of each message; partials and NAK only where the dialect has them
//   atClient, atWorker, atBroker               read what may come there and throw at anything else; commands are called
//                                              REQUEST, PARTIAL, FINAL, REPORT, NAK, READY, HEARTBEAT, DISCONNECT
//
// All of them are written from the specifications alone, so that they are a second opinion on what is tested with them.

const mdp01 = require("./mdp01");
const mdp02 = require("./mdp02");
const mme = require("./mme");
const sized32 = require("./sized32");

const DIALECTS = {
  mdp01,
  mdp02,
  zproto: require("./zproto"),
  mdp0x: require("./mdp0x"),
  gdp: { ...mdp01, packing: mme },
  gdpLe32: { ...mdp01, packing: sized32.littleEndian },
  gdpBe32: { ...mdp01, packing: sized32.bigEndian },
  mdp02Packed: { ...mdp02, packing: mme },
};

function dialect(name) {
  const found = DIALECTS[name];
  if (!found) throw new Error(`no such dialect: ${name}`);
  return found;
}

module.exports = { dialect };
