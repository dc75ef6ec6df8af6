"use strict";
// What stands behind a command: nothing, the name of a service, a service and a body, or an envelope with a body.

const EMPTY = Buffer.alloc(0);

/** An address, the empty frame that ends it, and a body. */
const envelope = (address, body) => [address, EMPTY, ...body];

function nothing(frames) {
  if (frames.length > 0) throw new Error("more frames than the command has");
  return {};
}

function named(frames) {
  if (frames.length !== 1 || frames[0].length === 0) throw new Error("not one frame with a service");
  return { service: String(frames[0]) };
}

/** Of a request: one without a body is taken for one with an empty body. */
function asked([service, ...body]) {
  if (!service?.length) throw new Error("no service");
  return { service: String(service), body: body.length > 0 ? body : [EMPTY] };
}

/** Of a reply, which must have a body: nobody here sends one without. */
function answered([service, ...body]) {
  if (!service?.length || body.length === 0) throw new Error("no service, or no body");
  return { service: String(service), body };
}

function addressed([address, end, ...body]) {
  if (!address?.length || end?.length !== 0 || body.length === 0) throw new Error("no address, empty frame or body");
  return { address, body };
}

module.exports = { envelope, nothing, named, asked, answered, addressed };
