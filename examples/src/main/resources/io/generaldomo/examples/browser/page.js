import { GdpClient } from "./gdp.js";

const form = document.querySelector("form");
const { broker, service, body, go } = form.elements;
const rows = document.querySelector("tbody");
const state = document.querySelector("#state");
let client = null;

function show(row, cell, words, kind) {
  row.cells[cell].textContent = words;
  row.cells[cell].className = kind ?? "";
}

async function connected() {
  if (!client) {
    state.textContent = "connecting…";
    client = new GdpClient(broker.value);
  }
  await client.ready;
  state.textContent = `connected to ${broker.value} over ZWS 2.0`;
  return client;
}

async function request() {
  const row = rows.insertRow(0);
  for (let i = 0; i < 4; i++) row.insertCell();
  show(row, 0, service.value);
  show(row, 1, body.value);
  show(row, 2, "…");
  go.disabled = true;
  const begin = performance.now();
  try {
    const reply = await (await connected()).request(service.value, body.value);
    show(row, 2, reply.join(" · "), "reply");
    show(row, 3, `${(performance.now() - begin).toFixed(1)} ms`);
  } catch (failure) {
    client = null;
    state.textContent = "not connected";
    show(row, 2, failure.message, "failure");
  }
  go.disabled = false;
}

broker.value = new URLSearchParams(location.search).get("broker") ?? "ws://127.0.0.1:5555/";
broker.addEventListener("change", () => {
  client?.close();
  client = null;
  state.textContent = "not connected";
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  request();
});
document.documentElement.dataset.loaded = "true";
