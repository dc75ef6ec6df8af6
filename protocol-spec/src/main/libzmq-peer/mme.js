"use strict";
// 50/MME: frames packed into one part. Up to 254 octets: size octet, data; from 255 on: FF, size in 4 octets, data.

function pack(frames) {
  return Buffer.concat(frames.flatMap((frame) => [sizeOf(frame), frame]));
}

function sizeOf(frame) {
  if (frame.length < 255) return Buffer.of(frame.length);
  const size = Buffer.alloc(5, 0xff);
  size.writeUInt32BE(frame.length, 1);
  return size;
}

function unpack(part) {
  const frames = [];
  let at = 0;
  while (at < part.length) {
    let size = part[at++];
    if (size === 255) {
      if (at + 4 > part.length) throw new Error("MME: truncated size");
      size = part.readUInt32BE(at);
      at += 4;
    }
    if (at + size > part.length) throw new Error("MME: truncated frame");
    frames.push(part.subarray(at, at + size));
    at += size;
  }
  return frames;
}

module.exports = { pack, unpack };
