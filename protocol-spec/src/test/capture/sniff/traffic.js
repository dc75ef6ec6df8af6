"use strict";
// Traffic of libzmq for the captures in src/test/resources: "open" without security, "secured" with. record.sh runs it beside tcpdump and dumpcap.
// Arguments: which, the directory of the libzmq peer, and where a generaldomo broker listens.

const path = require("node:path");

const [, , which, directory, broker] = process.argv;
const load = (name) => require(path.join(directory, name));
const zmq = require(require.resolve("zeromq", { paths: [directory] }));
const { open } = load("socket.js");
const { Connection } = load("carrier.js");
const { dialect } = load("dialect.js");
const { MdpWorker } = load("mdp-worker.js");
const { Zap } = load("zap.js");

const pause = (milliseconds) => new Promise((then) => setTimeout(then, milliseconds));

/** Two sockets, what they say, and the end of both. */
async function between(port, [boundType, boundOptions], [connectedType, connectedOptions], talk) {
  const bound = open(boundType, boundOptions);
  const connected = open(connectedType, connectedOptions);
  await bound.bind(`tcp://127.0.0.1:${port}`);
  connected.connect(`tcp://127.0.0.1:${port}`);
  await talk(bound, connected);
  await pause(100);
  connected.close();
  bound.close();
  await pause(50);
}

/** A worker and a client of one dialect, at the broker. */
async function majordomo(name, workerSocket, clientSocket, service) {
  const worker = new MdpWorker({ dialect: name, socket: workerSocket, endpoint: broker, service, behaviour: "echo", heartbeat: "150" }, () => {});
  await pause(200);
  const spoken = dialect(name);
  const client = new Connection(spoken, clientSocket, broker);
  await client.send(spoken.clientRequest(Buffer.from(service), [Buffer.from("hello"), Buffer.from("wörld \x07")]));
  await client.receive();
  client.close();
  await pause(50);
  await worker.stop({});
  await pause(50);
}

async function inTheOpen() {
  await between(5701, ["server"], ["client"], async (server, client) => {
    await client.send("ping");
    const [request, { routingId }] = await server.receive();
    await server.send("pong", { routingId });
    await client.receive();
    await client.send("x".repeat(300));
    await server.receive();
  });
  await between(5702, ["router", { heartbeatInterval: 80, heartbeatTimeToLive: 2000 }], ["dealer", { routingId: "A worker" }], async (router, dealer) => {
    await dealer.send(["", "one", Buffer.from([0, 1, 254, 255])]);
    await router.receive();
    await pause(150);
  });
  await between(5703, ["pub"], ["sub"], async (publisher, subscriber) => {
    subscriber.subscribe("weather.");
    await pause(100);
    await publisher.send(["weather.oslo", "-3"]);
    await subscriber.receive();
    subscriber.unsubscribe("weather.");
    await pause(50);
  });
  await between(5704, ["radio"], ["dish"], async (radio, dish) => {
    dish.join("news");
    await pause(100);
    await radio.send("rain", { group: "news" });
    await dish.receive();
  });
  await majordomo("mdp01", "dealer", "req", "echo");
  await majordomo("gdp", "client", "client", "coffee");
  await majordomo("zproto", "dealer", "dealer", "tea");
  await majordomo("mdp0x", "dealer", "dealer", "milk");
}

async function secured() {
  const server = zmq.curveKeyPair();
  const client = zmq.curveKeyPair();
  const hex = decode85(client.publicKey).toString("hex");
  const zap = new Zap({ allowed: `PLAIN alice secret\nCURVE ${hex}` });
  const plain = ["router", { plainServer: "true", zapDomain: "test" }];
  await between(5705, plain, ["dealer", { plainUsername: "alice", plainPassword: "secret" }], async (router, dealer) => {
    await dealer.send("hello");
    const [id] = await router.receive();
    await router.send([id, "good day"]);
    await dealer.receive();
  });
  await between(5706, plain, ["dealer", { plainUsername: "mallory", plainPassword: "guess" }], () => pause(100));
  const curve = { curveSecretKey: client.secretKey, curvePublicKey: client.publicKey, curveServerKey: server.publicKey };
  await between(5707, ["server", { curveServer: "true", curveSecretKey: server.secretKey, zapDomain: "test" }], ["client", curve], async (bound, connected) => {
    await connected.send("hello");
    const [, { routingId }] = await bound.receive();
    await bound.send("good day", { routingId });
    await connected.receive();
  });
  zap.close();
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

/** 32/Z85. */
function decode85(text) {
  const octets = Buffer.alloc((text.length / 5) * 4);
  for (let i = 0; i < text.length; i += 5) {
    let value = 0;
    for (const digit of text.slice(i, i + 5)) value = value * 85 + DIGITS.indexOf(digit);
    octets.writeUInt32BE(value, (i / 5) * 4);
  }
  return octets;
}

(which === "open" ? inTheOpen() : secured()).then(() => process.exit(0), (failure) => {
  console.error(failure);
  process.exit(1);
});
