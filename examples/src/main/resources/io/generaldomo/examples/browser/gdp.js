// A GDP client for browsers: requests over ZMTP, over WebSocket.
//
//   GDP    frames of a request and a reply, packed into one part     protocol-spec/gdp.md
//   ZWS    a WebSocket message is a flags octet and a ZMTP frame     45/ZWS 2.0
//
// Browsers take no subprotocol with a slash in it, such as ZWS2.0/NULL. Plain ZWS2.0 has no READY: each side sends its
// identity first, here an empty one, and then messages.

const LONGEST_SHORT = 254;
const utf8 = new TextEncoder();
const text = new TextDecoder();

/** Octets one after the other: each argument is a string, a number from 0 to 255, or octets. */
function octets(...pieces) {
  const arrays = pieces.map((piece) =>
    typeof piece === "string" ? utf8.encode(piece) : typeof piece === "number" ? Uint8Array.of(piece) : piece);
  const all = new Uint8Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

function u32(number) {
  return Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number);
}

/** 50/MME: the size of each frame, in one octet or in FF and four, and the frame. */
export function pack(frames) {
  return octets(...frames.flatMap((frame) =>
    [frame.length <= LONGEST_SHORT ? frame.length : octets(0xff, u32(frame.length)), frame]));
}

export function unpack(part) {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const frames = [];
  for (let at = 0; at < part.length; ) {
    const long = part[at] === 0xff;
    if (long && at + 5 > part.length) throw new Error("a size that ends too early");
    const size = long ? view.getUint32(at + 1) : part[at];
    at += long ? 5 : 1;
    if (size > part.length - at) throw new Error("a frame that ends too early");
    frames.push(part.subarray(at, at + size));
    at += size;
  }
  return frames;
}

/** One connection to a broker, with one request under way at a time: GDP 0.1 tells by their order which reply is whose. */
export class GdpClient {
  #socket;
  #pending = null;
  #known = false;
  #ready;

  constructor(broker) {
    this.#socket = new WebSocket(broker, "ZWS2.0");
    this.#socket.binaryType = "arraybuffer";
    this.#ready = new Promise((resolve, reject) => {
      this.#socket.onopen = () => this.#send();
      this.#socket.onmessage = ({ data }) => this.#receive(new Uint8Array(data), resolve);
      this.#socket.onclose = () => {
        const lost = new Error(`no connection to ${broker}`);
        reject(lost);
        this.#pending?.reject(lost);
      };
    });
    this.#ready.catch(() => {}); // whoever awaits it is told
  }

  /** Resolves when the broker has sent its identity. */
  get ready() {
    return this.#ready;
  }

  /** Sends frames to a service; resolves to the frames of the reply, all of them strings. */
  async request(service, ...frames) {
    await this.#ready;
    if (this.#pending) throw new Error("a request is under way");
    this.#send(pack(["MDPC01", service, ...frames].map((frame) => utf8.encode(frame))));
    return new Promise((resolve, reject) => (this.#pending = { service, resolve, reject }));
  }

  close() {
    this.#socket.close();
  }

  /** The flags are 0: no command, and no part follows. */
  #send(...part) {
    this.#socket.send(octets(0, ...part));
  }

  #receive(message, ready) {
    if (!this.#known) {
      this.#known = true;
      ready();
    } else if (message[0] === 0) {
      this.#reply(...unpack(message.subarray(1)).map((frame) => text.decode(frame)));
    }
  }

  #reply(header, service, ...body) {
    if (header !== "MDPC01" || service !== this.#pending?.service) return;
    this.#pending.resolve(body);
    this.#pending = null;
  }
}
