// The chat of a website, in a frame on our own origin: what was said, a field, and a form where nobody is there or a name is asked.
import { bubble, line, make } from './draw.js';
import { drawFoot } from './foot.js';
import { isKept, keep, passFor, read, uuid } from './pass.js';
import { Refused, serverOf } from './server.js';
import { sayerOf, turning, whenIn } from './words.js';

const facts = JSON.parse(document.getElementById('facts').textContent);
const language = document.documentElement.lang;
const say = sayerOf(facts.words);
const { brand, key } = facts;
const pass = passFor(key);
const server = serverOf(key, pass);
const unsentName = `rapport-unsent-${key}`;
const inFrame = parent !== window;
const log = document.getElementById('log');

/** All the page knows. `unsent` is ours and not there yet: kept, so that a page that goes takes nothing with it. */
const state = {
  said: [],
  hasEarlier: false,
  talk: null,
  unsent: (read(unsentName) ?? []).map((one) => ({ ...one, state: 'not-sent' })),
  lines: [],
  isOpen: facts.isOpen,
  isInView: !inFrame,
  isThere: true,
  page: undefined,
  seen: null,
  told: null,
};
const hours = turning(facts, (isOpen) => {
  state.isOpen = isOpen;
  draw();
});

function draw() {
  drawHead();
  drawLog();
  drawFoot({ facts, state, say, pass, send, introduce, isKept });
}

function drawHead() {
  const { talk, isOpen, isThere } = state;
  const name = talk?.with?.name;
  document.getElementById('who').textContent = name ? say('isWith', { name }) : brand;
  document.getElementById('face').textContent = [...(name ?? brand)].slice(0, 1).join('').toUpperCase();
  document.getElementById('hours').textContent = isThere ? underName(talk, name, isOpen) : say('again');
}

function underName(talk, name, isOpen) {
  if (name) return say('support', { brand });
  const at = hours.at();
  const time = at && whenIn(language, at);
  if (talk?.state === 'waiting' && isOpen) return say('waits');
  // where it stays open for days the end is nothing to know
  if (isOpen) return time && at - Date.now() < 86_400_000 ? say('hereUntil', { time }) : say('hereNow');
  return time ? say('backAt', { time }) : say('waitsOutside');
}

function drawLog() {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const rows = [];
  if (state.hasEarlier)
    rows.push(
      make(
        'button',
        { type: 'button', class: 'chat-link', onClick: () => void showEarlier().catch(() => undefined) },
        say('earlier'),
      ),
    );
  const greeting = facts.greeting || say('hello');
  if (!state.hasEarlier) rows.push(bubbleOf({ id: 'hello', by: 'us', name: null, text: greeting }, null));
  let last = { by: 'us', name: null };
  for (const said of [...state.said, ...state.lines].sort((a, b) => a.at.localeCompare(b.at))) {
    if (said.line) rows.push(line(said.line));
    else rows.push(bubbleOf(said, last));
    last = said;
  }
  for (const one of state.unsent) {
    const said = { id: one.id, by: 'visitor', text: one.text, at: one.at };
    rows.push(bubbleOf(said, last, one));
    last = said;
  }
  if (state.talk?.state === 'closed') rows.push(line(say('over')));
  // what is said already stays the same element: who listens to the page hears each thing once
  const before = Array.from(log.children);
  const there = new Map(before.map((child) => [child.dataset.print, child]));
  const prints = new Map();
  const wanted = rows.map((row) => {
    const same = prints.get(row.outerHTML) ?? 0;
    prints.set(row.outerHTML, same + 1);
    row.dataset.print = `${same} ${row.outerHTML}`;
    return there.get(row.dataset.print) ?? row;
  });
  for (const child of before) if (!wanted.includes(child)) child.remove();
  for (const [index, row] of wanted.entries())
    if (log.children[index] !== row) log.insertBefore(row, log.children[index] ?? null);
  if (atEnd) log.scrollTop = log.scrollHeight;
}

function bubbleOf(said, before, unsent) {
  const first = !before || before.by !== said.by || before.name !== said.name;
  const time = said.at ? whenIn(language, new Date(said.at)) : null;
  return bubble({ said, say, brand, first, time, state: unsent?.state, onAgain: () => deliver(unsent) });
}

async function showEarlier() {
  const talk = await server.talk(state.said[0]?.id);
  state.said = [...talk.said, ...state.said];
  state.hasEarlier = talk.hasEarlier;
  draw();
}

/** What was written stands there at once, and leaves in the order it was written. */
function send({ text, name, address }) {
  const at = new Date().toISOString();
  state.unsent.push({ id: uuid(), text, name, address, at, state: 'sending' });
  const last = state.unsent.at(-1);
  keepUnsent();
  draw();
  log.scrollTop = log.scrollHeight;
  return deliver(last);
}

let leaving = Promise.resolve();
function deliver(message) {
  message.state = 'sending';
  state.told = null;
  leaving = leaving.then(() => deliverNow(message));
  return leaving;
}

async function deliverNow(message) {
  const { id, text, name, address } = message;
  const isFirst = !pass.hasWritten;
  pass.write();
  draw();
  try {
    await server.say({ id, text, ...(name ? { name } : {}), ...(address ? { address } : {}), ...pageOf() });
    state.unsent = state.unsent.filter((one) => one !== message);
    // until the server says it itself
    if (!state.said.some((said) => said.id === id))
      state.said.push({ id, by: 'visitor', name: null, text, at: message.at });
    keepUnsent();
    if (isFirst || !isListening) begin();
    else draw();
  } catch (error) {
    message.state = 'not-sent';
    state.told = wordOf(error, message);
    // an address that mail does not know keeps no words from us: they go without it, and it can be given again
    if (error.status === 422) message.address = undefined;
    keepUnsent();
    draw();
  }
}

function pageOf() {
  return state.page ? { page: state.page } : {};
}

function wordOf(error, { address }) {
  if (!(error instanceof Refused)) return null;
  if (error.status === 422 && address) return say('wrongAddress');
  if (error.status === 429) return say('tooOften');
  if (error.status === 404) return say('noWay');
  return error.problem?.fields?.[0]?.message ?? error.message;
}

/** Where an answer goes that is not seen here. Gives what is wrong with it, or nothing. */
async function introduce(told) {
  try {
    await server.note(told);
    await refresh();
    return null;
  } catch (error) {
    return error instanceof Refused ? (error.problem?.fields?.[0]?.message ?? error.message) : say('notSent');
  }
}

function keepUnsent() {
  keep(unsentName, state.unsent.length === 0 ? null : state.unsent);
}

let isListening = false;
function begin() {
  if (inFrame) parent.postMessage({ rapport: 'began' }, '*');
  if (isListening) return void refresh();
  isListening = true;
  const isThere = (there) => {
    if (state.isThere === there) return;
    state.isThere = there;
    drawHead();
  };
  void server
    .listen(() => void refresh(), isThere)
    .then(() => {
      isListening = false;
    });
}

let asking = null;
/** Asks what is there now; a wish while it asks is asked for once more afterwards. */
function refresh() {
  if (asking) {
    asking.again = true;
    return asking.done;
  }
  const ask = { again: false, done: null };
  asking = ask;
  ask.done = (async () => {
    do {
      ask.again = false;
      await refreshOnce().catch(() => undefined);
    } while (ask.again);
    asking = null;
  })();
  return ask.done;
}

async function refreshOnce() {
  const talk = await server.talk();
  const before = state.talk;
  const known = new Set(talk.said.map(({ id }) => id));
  const earlier = state.said.filter((said) => !known.has(said.id) && said.at < (talk.said[0]?.at ?? ''));
  state.hasEarlier = earlier.length > 0 ? state.hasEarlier : talk.hasEarlier;
  state.said = [...earlier, ...talk.said];
  state.unsent = state.unsent.filter((one) => !known.has(one.id));
  state.talk = talk;
  if (before && talk.with && before.with?.name !== talk.with.name)
    state.lines.push({ line: say('joined', { name: talk.with.name }), at: new Date().toISOString() });
  draw();
  noteSeen();
}

/** Ours count as seen while they stand before somebody's eyes; the page around is told of those that do not. */
function noteSeen() {
  const ours = state.said.filter(({ by }) => by === 'us');
  const newest = ours.at(-1);
  if (!newest) return;
  const isSeen = state.isInView && document.visibilityState === 'visible';
  const seenAt = ours.findIndex(({ id }) => id === read(`rapport-seen-${key}`));
  if (inFrame) parent.postMessage({ rapport: 'unread', count: isSeen ? 0 : ours.length - 1 - seenAt }, '*');
  if (!isSeen || state.seen === newest.id) return;
  state.seen = newest.id;
  keep(`rapport-seen-${key}`, newest.id);
  server.note({ seen: newest.id }).catch(() => {
    state.seen = null;
  });
}

addEventListener('message', (event) => {
  if (event.source !== parent || !event.data?.rapport) return;
  if (event.data.rapport === 'opened') {
    state.isInView = true;
    if (typeof event.data.page === 'string') state.page = event.data.page;
    document.querySelector('#foot textarea, #foot input')?.focus();
    log.scrollTop = log.scrollHeight;
  }
  if (event.data.rapport === 'closed') state.isInView = false;
  noteSeen();
});
document.addEventListener('visibilitychange', noteSeen);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && inFrame) parent.postMessage({ rapport: 'close' }, '*');
});
const shut = document.getElementById('shut');
shut.hidden = !inFrame;
shut.addEventListener('click', () => parent.postMessage({ rapport: 'close' }, '*'));

draw();
if (pass.hasWritten) begin();
if (inFrame) parent.postMessage({ rapport: 'ready' }, '*');
