"use strict";
// The 32-bit form of packing: before each frame its size in four octets, in the byte order of the machine that sends.

function packing(write, read) {
  function pack(frames) {
    return Buffer.concat(frames.flatMap((frame) => {
      const size = Buffer.alloc(4);
      size[write](frame.length);
      return [size, frame];
    }));
  }

  function unpack(part) {
    const frames = [];
    for (let at = 0; at < part.length; ) {
      if (at + 4 > part.length) throw new Error("32-bit form: truncated size");
      const begin = at + 4;
      at = begin + part[read](at);
      if (at > part.length) throw new Error("32-bit form: truncated frame");
      frames.push(part.subarray(begin, at));
    }
    return frames;
  }

  return { pack, unpack };
}

module.exports = {
  littleEndian: packing("writeUInt32LE", "readUInt32LE"),
  bigEndian: packing("writeUInt32BE", "readUInt32BE"),
};
