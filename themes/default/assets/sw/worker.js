// Keeps the site on the reader's device. The program writes `KEPT` above: files, version, and what to say.
// Pages come from the network while there is one. A page from the cache says so, with the issue it is from,
// because telephone numbers change from month to month.
const CACHE = `fingerpost-${KEPT.version}`;
const ROOT = new URL('./', self.location.href).href;
const PATIENCE = 5000;

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(forget().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const url = event.request.url.split(/[?#]/)[0];
  if (event.request.method === 'GET' && url.startsWith(ROOT)) event.respondWith(answer(event.request, url.slice(ROOT.length)));
});

/** All files, a few at a time; one that does not come ends it, and what was kept before stays. */
async function keep() {
  const cache = await caches.open(CACHE);
  for (let at = 0; at < KEPT.files.length; at += 20) {
    // Past the browser's own store, which may still have last month's.
    await cache.addAll(KEPT.files.slice(at, at + 20).map((path) => new Request(ROOT + path, { cache: 'no-cache' })));
  }
}

/** Older issues go once this one is complete. */
async function forget() {
  const keys = await caches.keys();
  await Promise.all(keys.filter((key) => key.startsWith('fingerpost-') && key !== CACHE).map((key) => caches.delete(key)));
}

async function answer(request, path) {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const cache = await caches.open(CACHE);
  // A file with its content in its name never changes.
  if (/^assets\/.*\.[0-9a-f]{8}\.[a-z]+$/.test(file)) {
    return (await cache.match(ROOT + file)) || fetch(request);
  }
  try {
    return await inTime(fetch(request));
  } catch (lost) {
    // Some hosts leave the ending out of addresses.
    const kept = (await cache.match(ROOT + file)) || (await cache.match(`${ROOT}${file}.html`));
    if (!kept) return request.mode === 'navigate' ? marked(await cache.match(`${ROOT}404.html`)) : Response.error();
    return request.mode === 'navigate' ? marked(kept) : kept;
  }
}

/** A weak signal is no signal after a few seconds. */
function inTime(promise) {
  return Promise.race([promise, new Promise((_, late) => setTimeout(() => late(new Error('late')), PATIENCE))]);
}

/** The page with the issue it is from at its head. The words were made safe by the program. */
async function marked(response) {
  if (!response) return Response.error();
  const html = await response.text();
  const note = `<p class="kept" role="note">${KEPT.note}</p>`;
  return new Response(html.replace(/<main\b[^>]*>/, (main) => main + note), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
