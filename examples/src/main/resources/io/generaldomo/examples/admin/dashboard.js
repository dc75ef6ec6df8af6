'use strict';
const $ = id => document.getElementById(id);
const ALL = '';                // the name under which the past of all services together is kept
const remembered = new Map();  // service -> {replied, failed, queued, p50, p99}: numbers, one a second
let chosen = ALL;
let token = sessionStorage.getItem('generaldomo.token') || '';
let canChange = false;
let lastSeen = 0;

// ---- numbers for people -------------------------------------------------------------------------------------------------------------
const grouped = new Intl.NumberFormat('en', {maximumFractionDigits: 0});
const short = new Intl.NumberFormat('en', {notation: 'compact', maximumFractionDigits: 1});
const count = value => grouped.format(value);
const compact = value => value >= 10000 ? short.format(value) : value < 10 && value % 1 ? value.toFixed(1) : grouped.format(value);
const rate = value => value > 0 && value < 9.95 ? value.toFixed(1) : compact(Math.round(value));
const millis = value => value === 0 ? '–' : value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : compact(value);

function octets(value) {
  if (value < 1024) return value + ' B';
  const power = Math.min(4, Math.floor(Math.log2(value) / 10));
  return (value / 1024 ** power).toFixed(1) + ' ' + ['', 'KiB', 'MiB', 'GiB', 'TiB'][power];
}

function age(ms) {
  const s = Math.floor(ms / 1000);
  if (s < 60) return s + ' s';
  if (s < 3600) return Math.floor(s / 60) + ' m ' + String(s % 60).padStart(2, '0') + ' s';
  if (s < 86400) return Math.floor(s / 3600) + ' h ' + String(Math.floor(s / 60) % 60).padStart(2, '0') + ' m';
  return Math.floor(s / 86400) + ' d ' + Math.floor(s / 3600) % 24 + ' h';
}

// ---- tables: rows stay what they are, only what changed in them is written -------------------------------------------------------------
function table(id, columns, actions) {
  const body = $(id).tBodies[0];
  const heads = [...$(id).tHead.rows[0].cells].map(cell => cell.textContent);
  const rows = new Map();

  function newRow(key) {
    const row = body.insertRow();
    row.dataset.key = key;
    columns.forEach((column, i) => {
      const cell = row.insertCell();
      cell.className = column.css || '';
      cell.dataset.label = heads[i];
      if (column.make) cell.append(column.make());
    });
    if (actions) {
      const cell = row.insertCell();
      cell.className = 'actions';
      actions(key).forEach(button => cell.append(button));
    }
    return row;
  }

  return items => {
    const present = new Set();
    for (const item of items) {
      const key = String(item.id ?? item.name);
      present.add(key);
      if (!rows.has(key)) rows.set(key, newRow(key));
      columns.forEach((column, i) => {
        const cell = rows.get(key).cells[i];
        if (column.draw) column.draw(cell, item);
        else if (cell.textContent !== column.text(item)) cell.textContent = column.text(item);
        if (column.mark) cell.className = (column.css || '') + ' ' + column.mark(item);
      });
    }
    for (const [key, row] of rows) {
      if (!present.has(key)) {
        row.remove();
        rows.delete(key);
      }
    }
    [...items].forEach((item, i) => {
      const row = rows.get(String(item.id ?? item.name));
      if (body.rows[i] !== row) body.insertBefore(row, body.rows[i] || null);
    });
    $(id).hidden = items.length === 0;
    $(id + '-empty').hidden = items.length > 0;
  };
}

function pill(cell, state) {
  const mark = cell.firstChild;
  mark.textContent = state;
  mark.className = 'pill ' + state;
}

const newPill = () => document.createElement('span');

function newSpark() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'spark');
  return svg;
}

function button(text, ask) {
  const made = document.createElement('button');
  made.textContent = text;
  made.className = text === 'Disconnect' ? 'danger' : '';
  made.addEventListener('click', event => {
    event.stopPropagation();
    ask();
  });
  return made;
}

const showServices = table('services', [
  {css: 'name', text: s => s.name},
  {css: 'n', text: s => count(s.queued), mark: s => s.queued > 0 ? 'hot' : ''},
  {css: 'n', text: s => s.queued > 0 ? age(s.oldestMs) : '–'},
  {css: 'n', text: s => rate(s.requestsPerSecond)},
  {css: 'trend', make: newSpark, draw: (cell, s) => drawSpark(cell.firstChild, remembered.get(s.name).replied)},
  {css: 'n', text: s => millis(s.p50Ms)},
  {css: 'n', text: s => millis(s.p99Ms)},
  {css: 'n', text: s => count(s.idle)},
  {css: 'n', text: s => count(s.busy)},
  {css: 'n', text: s => count(s.served)},
  {css: 'n', text: s => count(s.failed + s.expired), mark: s => s.failed + s.expired > 0 ? 'bad' : ''},
]);
const showWorkers = table('workers', [
  {css: 'n', text: w => String(w.id)},
  {css: 'name', text: w => w.service},
  {css: 'state', make: newPill, draw: (cell, w) => pill(cell, w.state)},
  {css: 'n', text: w => count(w.held)},
  {css: 'address', text: w => w.address.replace(/^\//, '')},
  {text: w => w.dialect},
  {css: 'n', text: w => age(w.ageMs)},
], id => [
  button('Drain', () => ask('Drain worker ' + id + '?', 'It finishes what it holds and gets nothing new. Then it leaves, and may register again if it goes on running.', '/api/v1/workers/' + id + '/drain')),
  button('Disconnect', () => ask('Disconnect worker ' + id + '?', 'What it holds goes to other workers. It may register again.', '/api/v1/workers/' + id + '/disconnect')),
]);
const showConnections = table('connections', [
  {css: 'n', text: c => String(c.id)},
  {css: 'peer', text: c => c.address.replace(/^\//, '')},
  {text: c => c.socket || '–'},
  {text: c => c.user || '–'},
  {make: newPill, draw: (cell, c) => pill(cell, c.state)},
  {css: 'n', text: c => octets(c.octetsIn)},
  {css: 'n', text: c => octets(c.octetsOut)},
  {css: 'n', text: c => count(c.messagesIn)},
  {css: 'n', text: c => count(c.messagesOut)},
  {css: 'n', text: c => age(c.ageMs)},
], id => [
  button('Disconnect', () => ask('Close connection ' + id + '?', 'Requests of its client are dropped; what its worker holds goes to others.', '/api/v1/connections/' + id + '/disconnect')),
]);

// ---- what a second brings --------------------------------------------------------------------------------------------------------------
function remember(name, line, queued) {
  if (!remembered.has(name)) remembered.set(name, {replied: [], failed: [], queued: [], p50: [], p99: []});
  const past = remembered.get(name);
  const now = {replied: line.repliesPerSecond, failed: line.failuresPerSecond, queued, p50: line.p50Ms, p99: line.p99Ms};
  for (const key in past) {
    past[key].push(now[key]);
    if (past[key].length > SECONDS) past[key].shift();
  }
}

function draw() {
  const past = remembered.get(chosen);
  if (!past) return;
  drawChart($('chart-rate'), [{css: 'a', values: past.replied}, {css: 'c', values: past.failed}], compact);
  drawChart($('chart-queue'), [{css: 'a', values: past.queued}], compact);
  drawChart($('chart-latency'), [{css: 'a', values: past.p50}, {css: 'b', values: past.p99}], compact);
}

function choose(name) {
  chosen = name;
  $('chart-title').textContent = name === ALL ? 'All services' : name;
  $('chart-all').hidden = name === ALL;
  for (const row of $('services').tBodies[0].rows) row.classList.toggle('chosen', name !== ALL && row.dataset.key === name);
  draw();
}

function shown(some, all) {
  return some < all ? 'first ' + count(some) + ' of ' + count(all) : count(all);
}

function show(now) {
  const broker = now.broker;
  canChange = now.canChange;
  lastSeen = Date.now();
  document.body.classList.toggle('readonly', !canChange);
  setState(broker.state, broker.state);
  $('version').textContent = 'version ' + broker.version;
  $('uptime').textContent = 'up ' + age(broker.uptimeMs);
  $('drain-broker').hidden = broker.state !== 'running';
  $('reload').hidden = broker.state !== 'running';
  $('requests').value = rate(broker.requestsPerSecond);
  $('queued').value = compact(broker.queued);
  $('underway').value = compact(broker.underWay);
  $('p99').value = millis(broker.p99Ms);
  $('p99-unit').hidden = broker.p99Ms === 0;
  $('worker-count').value = count(broker.workers);
  $('connection-count').value = count(broker.connections);
  $('lag').value = broker.loopLagMs < 10 ? broker.loopLagMs.toFixed(1) : count(broker.loopLagMs);
  remember(ALL, broker, broker.queued);
  const names = new Set(now.services.map(service => service.name));
  now.services.forEach(service => remember(service.name, service, service.queued));
  for (const name of remembered.keys()) if (name !== ALL && !names.has(name)) remembered.delete(name);
  if (!remembered.has(chosen)) choose(ALL);
  showServices(now.services.sort((one, other) => one.name < other.name ? -1 : 1));
  showWorkers(now.workers);
  showConnections(now.connections);
  $('services-count').textContent = shown(now.services.length, broker.services);
  $('workers-count').textContent = shown(now.workers.length, broker.workers);
  $('connections-count').textContent = shown(now.connections.length, now.connections.length < 200 ? now.connections.length : broker.connections);
  draw();
}

function setState(text, css) {
  $('state').textContent = text;
  $('state').className = 'pill ' + css;
  const lost = css === 'lost-state';
  $('lost').hidden = !lost || lastSeen === 0;
  document.body.classList.toggle('stale', lost);
}

// ---- what an operator does -------------------------------------------------------------------------------------------------------------
const RELOAD = '/api/v1/reload';
let asked = null;

// What told says of the answer is shown; without it, the dialog closes when all went well.
function ask(title, text, path, told) {
  asked = {path, told};
  $('ask-title').textContent = title;
  $('ask-text').textContent = canChange ? text : 'This broker can only be watched: it was started without admin.token-file.';
  $('token-label').hidden = !canChange || token !== '';
  $('ask-yes').hidden = !canChange;
  $('ask-yes').textContent = title.split(' ')[0];
  $('ask-yes').classList.toggle('danger', path !== RELOAD);
  $('ask-no').textContent = canChange ? 'Cancel' : 'Close';
  $('ask-error').hidden = true;
  $('ask').showModal();
}

function tell(title, text) {
  $('ask-title').textContent = title;
  $('ask-text').textContent = text;
  $('token-label').hidden = true;
  $('ask-error').hidden = true;
  $('ask-yes').hidden = true;
  $('ask-no').textContent = 'Close';
}

function reloaded(outcome) {
  const lines = [];
  if (outcome.changed.length > 0) lines.push('These count now: ' + outcome.changed.join(', ') + '.');
  if (outcome.needRestart.length > 0) lines.push('These need a restart, and stay as they were: ' + outcome.needRestart.join(', ') + '.');
  tell('Settings read again', lines.join('\n') || 'Nothing has changed.');
}

async function act(event) {
  event.preventDefault();
  const shownToken = token || $('token').value;
  try {
    const answer = await fetch(asked.path, {method: 'POST', headers: {Authorization: 'Bearer ' + shownToken}})
      .catch(() => { throw new Error('the broker does not answer'); });
    const said = await answer.json();
    token = answer.status === 401 ? '' : shownToken;
    sessionStorage.setItem('generaldomo.token', token);
    if (!answer.ok) throw new Error([said.error, ...said.mistakes || []].join('\n\n'));
    $('token').value = '';
    if (asked.told) asked.told(said);
    else $('ask').close();
  } catch (failure) {
    $('token-label').hidden = token !== '';
    $('ask-error').textContent = failure.message;
    $('ask-error').hidden = false;
  }
}

$('ask').querySelector('form').addEventListener('submit', act);
$('ask-no').addEventListener('click', () => $('ask').close());
$('drain-broker').addEventListener('click', () => ask('Drain the broker?',
    'It takes nothing new, finishes what is under way, and ends.', '/api/v1/drain'));
$('reload').addEventListener('click', () => ask('Reload the settings?',
    'The broker reads its file again. No connection is closed; if there is a mistake, all stays as it is.', RELOAD, reloaded));
$('chart-all').addEventListener('click', () => choose(ALL));
$('services').tBodies[0].addEventListener('click', event => {
  const row = event.target.closest('tr');
  choose(row.dataset.key === chosen ? ALL : row.dataset.key);
});
addEventListener('resize', draw);

const events = new EventSource('/api/v1/events');
events.addEventListener('snapshot', event => show(JSON.parse(event.data)));
events.addEventListener('error', () => setState('connection lost', 'lost-state'));
setInterval(() => {
  if (lastSeen === 0) return;
  const seconds = Math.round((Date.now() - lastSeen) / 1000);
  $('stale').textContent = seconds + ' s';
  if (seconds > 4) setState('connection lost', 'lost-state');
}, 1000);
