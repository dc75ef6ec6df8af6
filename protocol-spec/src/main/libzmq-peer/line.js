"use strict";
// The line protocol between the Java tests and this process.
//
//   request   <id> <verb> key=value ...
//   answer    <id> ok key=value ...      or      <id> error message=...
//   event     @<handle> <kind> key=value ...
//
// A handle is the id of the request that made the thing. Values are percent-encoded UTF-8. A list of frames is one
// value: each frame as a dot and its octets in hex, so that ".68.": two frames, "h" and an empty one.

function decode(text) {
  const [id, verb, ...pairs] = text.split(" ");
  const values = {};
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    values[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1));
  }
  return { id, verb, values };
}

function encode(id, word, values = {}) {
  const pairs = Object.entries(values).map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return [id, word, ...pairs].join(" ") + "\n";
}

function encodeFrames(frames) {
  return frames.map((frame) => "." + frame.toString("hex")).join("");
}

function decodeFrames(text) {
  return text.split(".").slice(1).map((hex) => Buffer.from(hex, "hex"));
}

module.exports = { decode, encode, encodeFrames, decodeFrames };
