"use strict";
// Entry point: reads requests from stdin, writes answers and events to stdout (line.js has the form), and dies with
// stdin, so that no process is left behind when the test that started it is gone.

// Each bridge needs a thread; the number is fixed when the first one starts.
process.env.UV_THREADPOOL_SIZE = "256";

const readline = require("node:readline");
const line = require("./line");
const { version } = require("./socket");

const MAKERS = {
  open: require("./raw-socket").RawSocket,
  zap: require("./zap").Zap,
  mdpClient: require("./mdp-client").MdpClient,
  mdpWorker: require("./mdp-worker").MdpWorker,
  mdpBroker: require("./mdp-broker").MdpBroker,
};

const made = new Map(); // handle -> raw socket or role

function tell(id, word, values) {
  process.stdout.write(line.encode(id, word, values));
}

function make(id, verb, values) {
  const thing = new MAKERS[verb](values, (kind, details) => tell(`@${id}`, kind, details));
  made.set(id, thing);
  return thing.started;
}

async function call({ on, ...values }, verb) {
  const thing = made.get(on);
  if (!thing || !thing.constructor.verbs.has(verb)) throw new Error(`cannot ${verb} on ${on}`);
  return thing[verb](values);
}

async function answer(text) {
  const { id, verb, values } = line.decode(text);
  try {
    const result = verb === "hello" ? { libzmq: version } : verb in MAKERS ? make(id, verb, values) : await call(values, verb);
    tell(id, "ok", result ?? {});
  } catch (failure) {
    tell(id, "error", { message: failure.code ? `${failure.code}: ${failure.message}` : failure.message });
  }
}

// SIGKILL rather than an orderly exit: libzmq would linger for peers that are gone already.
readline.createInterface({ input: process.stdin }).on("line", answer).on("close", () => process.kill(process.pid, "SIGKILL"));
