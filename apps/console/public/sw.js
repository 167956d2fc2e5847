// The console without a connection: its shell, and the last inbox as it was read. Nothing is ever sent from here.
const shellCache = 'rapport-shell-1';
const dataCache = 'rapport-data-1';
/** Most answers kept for reading without a connection; the oldest make room. */
const mostAnswers = 300;
/** What an inbox is drawn from. All else of the API is asked for anew or not shown. */
const readable =
  /^\/api\/(session|boxes|conversations|conversation-words|live-conversations|chats\/limit|teammates|presence|notices|lines|views)(\/|$|\?)/;
/** Where somebody signs in or out, joins, or goes to another workspace. */
const signing = /^\/api\/(session|demo\/session|setup|invitations)(\/|$)/;
/** Parts with their content in their name: once fetched, right for ever. */
const unchanging = /^\/assets\//;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shellCache)
      .then((cache) => cache.addAll(['/', '/look.js', '/mark.svg', '/manifest.webmanifest']))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldCaches().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method !== 'GET' && signing.test(url.pathname)) event.respondWith(change(request));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (unchanging.test(url.pathname)) event.respondWith(part(request));
  else if (readable.test(url.pathname)) event.respondWith(answer(event));
});

/** A notice of the server: the kind and the number alone. Every message is shown, as browsers ask. */
self.addEventListener('push', (event) => {
  const { title, place, tag } = readMessage(event.data);
  event.waitUntil(
    self.registration
      .showNotification(title, { tag, data: { place }, icon: '/mark.svg', badge: '/mark.svg' })
      .then(() => tellPages({ shown: tag })),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPlace(event.notification.data?.place ?? '/notices'));
});

function readMessage(data) {
  try {
    return { title: 'Rapport', place: '/notices', tag: 'rapport', ...data.json() };
  } catch {
    return { title: 'Rapport', place: '/notices', tag: 'rapport' };
  }
}

async function tellPages(message) {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client of ours has no other origin, and takes none
  for (const one of open) one.postMessage(message);
}

/** Opens a place of the console in the window that is there, or in a new one; never another site. */
async function openPlace(place) {
  const url = new URL(place, self.location.origin);
  const target = url.origin === self.location.origin ? url.href : self.location.origin;
  const [open] = await self.clients.matchAll({ type: 'window' });
  if (!open) return self.clients.openWindow(target);
  await open.focus();
  return open.navigate(target);
}

/** The page from the server, or the last one there was. Public pages are not ours to answer. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const isPublic = /^\/(help|careers|widget|api)(\/|$)/.test(new URL(request.url).pathname);
    const kept = isPublic ? undefined : await caches.match('/');
    if (kept === undefined) throw error;
    return kept;
  }
}

async function part(request) {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await keep(shellCache, request, fresh);
  return fresh;
}

/** Who is signed in, as a count of changes: an answer that was asked for under another one is not kept. */
let turn = 0;

/** Whoever signs in or out leaves nothing of the one before, nor what was still on its way to them. */
async function change(request) {
  turn += 1;
  try {
    return await fetch(request);
  } finally {
    turn += 1;
    await caches.delete(dataCache);
    // whoever signs out here hears no more here: the next person at this device is not told what is theirs
    if (request.method === 'DELETE') await hearNoMore();
  }
}

async function hearNoMore() {
  const subscription = await self.registration.pushManager?.getSubscription().catch(() => null);
  await subscription?.unsubscribe().catch(() => false);
}

/** The server's answer; without a connection the last one, read again. */
async function answer(event) {
  const { request } = event;
  const asked = turn;
  let fresh;
  try {
    fresh = await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { cacheName: dataCache });
    if (kept === undefined) throw error;
    return kept;
  }
  // the answer is not held up by keeping it, and the worker is not ended before it is kept
  if (fresh.ok) event.waitUntil(keepAnswer(request, fresh.clone(), asked));
  // Nobody is signed in any more: nothing of theirs stays. What one may no longer see goes too.
  else if (fresh.status === 401) event.waitUntil(caches.delete(dataCache));
  else if (fresh.status === 403 || fresh.status === 404)
    event.waitUntil(caches.open(dataCache).then((cache) => cache.delete(request)));
  return fresh;
}

async function keep(name, request, response) {
  const cache = await caches.open(name);
  await cache.put(request, response.clone());
}

let keptCount = 0;

async function keepAnswer(request, response, asked) {
  // who is not signed in has nothing to read later
  const isOfNobody = new URL(request.url).pathname === '/api/session' && !(await response.clone().json()).me;
  if (isOfNobody || asked !== turn) return;
  const cache = await caches.open(dataCache);
  await cache.put(request, response);
  if (asked !== turn) await caches.delete(dataCache);
  keptCount += 1;
  if (keptCount % 50 !== 0) return;
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - mostAnswers))) await cache.delete(old);
}

async function forgetOldCaches() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name !== shellCache && name !== dataCache).map((name) => caches.delete(name)),
  );
}
