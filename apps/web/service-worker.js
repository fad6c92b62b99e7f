// Keeps the shell for hours without a network: the built files, never an answer of the api. The build writes above this
// file what there is to keep: `KEPT` (paths) and `VERSION`.
const SHELL = `shell-${VERSION}`;

// Asked for as a page: to whoever takes anything the api answers that it has nothing there.
const PAGE = new Request('/', { headers: { accept: 'text/html' } });

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([PAGE, ...KEPT])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name)))),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api')) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match('/', { cacheName: SHELL })));
  } else if (KEPT.includes(pathname)) {
    event.respondWith(caches.match(pathname, { cacheName: SHELL }).then((kept) => kept ?? fetch(request)));
  }
});
