// Keeping the site on this device: only when somebody asks, and the size is said first.
(function () {
  'use strict';
  const site = window.fingerpost;
  const { el, word } = site;
  const place = document.querySelector('[data-keep]');
  // Without a server, or without a secure address, a browser has no service worker.
  if (!place || !('serviceWorker' in navigator) || !/^http/.test(location.protocol) || !window.isSecureContext) return;

  const status = el('p', { role: 'status', tabindex: '-1' });
  const button = el('button', { type: 'button' });
  const address = `${site.root}sw.js`;

  function offer(size) {
    button.textContent = word('keep_button', { size });
    button.onclick = () => {
      status.textContent = word('keep_busy');
      button.disabled = true;
      navigator.serviceWorker.register(address, { scope: site.root }).then(finished).then(kept, failed);
    };
    status.textContent = '';
    place.append(button, status);
  }

  /** Waits until every file has come. */
  function finished(registration) {
    const worker = registration.installing || registration.waiting || registration.active;
    return new Promise((done, lost) => {
      const look = () => {
        if (worker.state === 'activated') done();
        if (worker.state === 'redundant') lost(new Error('redundant'));
      };
      worker.addEventListener('statechange', look);
      look();
    });
  }

  function kept() {
    status.textContent = word('keep_done', { month: site.month });
    button.disabled = false;
    button.textContent = word('keep_stop');
    button.onclick = stop;
    place.append(status, button);
  }

  function failed() {
    button.disabled = false;
    status.textContent = word('keep_failed');
  }

  function stop() {
    const gone = navigator.serviceWorker.getRegistration(site.root).then((one) => one && one.unregister());
    const old = caches.keys().then((keys) => Promise.all(keys.filter((key) => key.startsWith('fingerpost-')).map((key) => caches.delete(key))));
    Promise.all([gone, old]).then(() => ask()).then(() => { status.textContent = word('keep_stopped'); });
  }

  // The size is in a small script of its own, since it counts every file that has a name made of its content.
  function ask() {
    return site.data('keep', 'assets/keep-size.js').then(({ size }) => offer(size));
  }

  navigator.serviceWorker.getRegistration(site.root).then((one) => (one && one.active ? kept() : ask()));
})();
