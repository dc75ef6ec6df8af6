"use strict";
// Carries the frames of a dialect over a socket type: DEALER and ROUTER add the dialect's leading empty frame, if it has
// one; REQ does so by itself; CLIENT and SERVER have one part only, and the dialect packs the frames into it.

const { open } = require("./socket");
const { Bridge } = require("./bridge");
const { Inbox } = require("./inbox");
const { Outbox } = require("./outbox");

const EMPTY = Buffer.alloc(0);

function strip(dialect, frames) {
  if (!dialect.delimiter) return frames;
  if (frames.length === 0 || frames[0].length !== 0) throw new Error("no leading empty frame");
  return frames.slice(1);
}

const LAYOUTS = {
  req: { wrap: (_, frames) => frames, unwrap: (_, frames) => frames },
  dealer: { wrap: (dialect, frames) => (dialect.delimiter ? [EMPTY, ...frames] : frames), unwrap: strip },
  client: { wrap: ({ packing }, frames) => packing.pack(frames), unwrap: ({ packing }, [part]) => packing.unpack(part) },
};

/** Refuses a socket that cannot carry the dialect. */
function demand(dialect, type, single) {
  if (!dialect.packing === (type === single)) throw new Error(`not a dialect for ${type}`);
  if (type === "req" && !dialect.delimiter) throw new Error("REQ adds an empty frame that the dialect does not have");
}

/** One connection of a client or a worker. */
class Connection {
  /** Patience: how long one receive, or one send, may take, in milliseconds; -1 for no end. */
  constructor(dialect, type, endpoint, patience = -1) {
    this.layout = LAYOUTS[type];
    if (!this.layout) throw new Error(`neither client nor worker uses ${type}`);
    demand(dialect, type, "client");
    this.dialect = dialect;
    const options = { sendTimeout: patience, receiveTimeout: patience };
    if (type === "client") {
      this.bridge = new Bridge(endpoint, options);
      this.socket = this.bridge.socket;
    } else {
      this.socket = open(type, options);
      this.socket.connect(endpoint);
    }
    this.outbox = new Outbox(this.socket);
  }

  send(frames) {
    return this.outbox.send(this.layout.wrap(this.dialect, frames));
  }

  async receive() {
    return this.layout.unwrap(this.dialect, await this.socket.receive());
  }

  close() {
    (this.bridge ?? this.socket).close();
  }
}

const ADDRESSINGS = {
  router: {
    unwrap: (dialect, [identity, ...frames]) => ({ address: identity, frames: strip(dialect, frames) }),
    wrap: (dialect, address, frames) => [[address, ...LAYOUTS.dealer.wrap(dialect, frames)]],
  },
  server: {
    unwrap: ({ packing }, [part, { routingId }]) => {
      const address = Buffer.alloc(4);
      address.writeUInt32BE(routingId);
      return { address, frames: packing.unpack(part) };
    },
    wrap: ({ packing }, address, frames) => [packing.pack(frames), { routingId: address.readUInt32BE() }],
  },
};

/** A broker's bound socket. Peers are told apart by an address: ROUTER identity, or SERVER routing id in 4 octets. */
class Hub {
  constructor(dialect, type, endpoint) {
    this.addressing = ADDRESSINGS[type];
    if (!this.addressing) throw new Error(`no broker uses ${type}`);
    demand(dialect, type, "server");
    this.dialect = dialect;
    // A peer that left, or whose queue is full, must not hold up the others.
    this.socket = open(type, { sendTimeout: 0 });
    this.inbox = new Inbox(this.socket);
    this.outbox = new Outbox(this.socket);
    this.socket.bindSync(endpoint);
    this.endpoint = this.socket.lastEndpoint;
  }

  send(address, frames) {
    return this.outbox.send(...this.addressing.wrap(this.dialect, address, frames));
  }

  /** Next message, or null when what came is no message of any dialect. */
  async receive() {
    const parts = await this.inbox.receive();
    try {
      return this.addressing.unwrap(this.dialect, parts);
    } catch {
      return null;
    }
  }

  close() {
    this.socket.close();
  }
}

module.exports = { Connection, Hub };
