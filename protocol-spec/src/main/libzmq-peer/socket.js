"use strict";
// Makes libzmq sockets from a type name and from options that arrive as text.

const zmq = require("zeromq");
const draft = require("zeromq/draft");

const ZMQ_CHANNEL = 20;

/** zeromq.js has no class for it, but knows what sockets of any type have in common. */
class Channel extends zmq.Socket {
  constructor(options) {
    super(ZMQ_CHANNEL, options);
  }
}

const TYPES = {
  pair: zmq.Pair, pub: zmq.Publisher, sub: zmq.Subscriber, req: zmq.Request, rep: zmq.Reply,
  dealer: zmq.Dealer, router: zmq.Router, pull: zmq.Pull, push: zmq.Push, xpub: zmq.XPublisher,
  xsub: zmq.XSubscriber, stream: zmq.Stream,
  server: draft.Server, client: draft.Client, radio: draft.Radio, dish: draft.Dish,
  gather: draft.Gather, scatter: draft.Scatter, channel: Channel, dgram: draft.Datagram,
};

// Options whose value stays text even when it looks like a number.
const TEXT = /^(routingId|zapDomain|plainUsername|plainPassword|curve(Public|Secret|Server)Key|socksProxy|interface|welcomeMessage)$/;

// Options that zeromq.js has no name for: a property "X-name:value" to announce, and what is said to each peer first.
const ZMQ_METADATA = 95;
const ZMQ_HELLO_MSG = 110;

function value(key, text) {
  if (TEXT.test(key)) return text;
  if (/^(true|false)$/.test(text)) return text === "true";
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

/** Opens a socket; options carry the names that zeromq.js gives them, and metadata has a line for each property. */
function open(type, { metadata, helloMessage, ...options } = {}) {
  const Type = TYPES[type];
  if (!Type) throw new Error(`no such socket type: ${type}`);
  const settings = { linger: 1000 };
  for (const [key, text] of Object.entries(options)) settings[key] = value(key, String(text));
  const socket = new Type(settings);
  for (const property of metadata?.split("\n") ?? []) socket.setStringOption(ZMQ_METADATA, property);
  if (helloMessage) socket.setStringOption(ZMQ_HELLO_MSG, helloMessage);
  return socket;
}

module.exports = { open, version: zmq.version };
