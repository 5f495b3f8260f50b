// Every page: what scripts share, and the buttons that put a service on the reader's own list.
// Classic scripts in strict mode, ES2017, no inline code: they run from a folder too, and under the site's policy.
// Texts for readers are in theme.toml; pages work without any of this.
(function () {
  'use strict';
  const site = window.fingerpost;
  // The site's root, from where this file is: pages lie at several depths, also below a file:// folder.
  site.root = document.currentScript.src.replace(/assets\/[^/]*$/, '');

  /** An element with attributes and children. Texts become text nodes, so that no listing can be markup. */
  site.el = function (name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (typeof value === 'function') element.addEventListener(key, value);
      else if (value === true) element.setAttribute(key, '');
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child != null && child !== ''));
    return element;
  };

  /** A word of the theme, with `{name}` replaced. */
  site.word = function (key, values) {
    return (site.words[key] || '').replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));
  };

  /** "7 services". */
  site.count = (number) => `${number.toLocaleString('en-GB')} ${number === 1 ? site.service : site.services}`;

  // Scripts and data are loaded when somebody first uses them, each once.
  const taken = {};
  const loading = {};
  site.take = (key, data) => { taken[key] = data; };
  site.load = function (path) {
    if (!loading[path]) {
      loading[path] = new Promise((done, failed) => {
        const lost = () => { delete loading[path]; failed(new Error(path)); };
        document.head.append(site.el('script', { src: site.root + path, load: () => done(), error: lost }));
      });
    }
    return loading[path];
  };
  site.script = (name) => site.load(site.files.scripts[name]);
  site.data = (key, path) => site.load(path).then(() => taken[key]);

  // The list: ids in localStorage and nowhere else. A browser may refuse to keep anything; then it lasts for the page.
  const KEY = 'fingerpost-list';
  let kept = [];
  function read() {
    try {
      const list = JSON.parse(localStorage.getItem(KEY) || '[]');
      kept = Array.isArray(list) ? list.filter((id) => /^[a-z0-9-]+$/.test(id)) : [];
    } catch (refused) { /* kept as it is */ }
    return kept;
  }
  function write(list) {
    kept = list;
    try {
      if (list.length > 0) localStorage.setItem(KEY, JSON.stringify(list));
      else localStorage.removeItem(KEY);
    } catch (refused) { /* kept for this page */ }
    document.dispatchEvent(new Event('fingerpost-list'));
  }
  site.list = {
    ids: read,
    has: (id) => read().includes(id),
    add: (ids) => write(read().concat(ids.filter((id) => !read().includes(id)))),
    remove: (id) => write(read().filter((other) => other !== id)),
    clear: () => write([]),
  };

  /** A button that puts a service on the list or takes it off; its words say which, and what it is about. */
  site.listButton = function (id, name) {
    const label = site.el('span', {});
    const about = site.el('span', { class: 'unseen' }, `: ${name}`);
    const toggle = () => (site.list.has(id) ? site.list.remove(id) : site.list.add([id]));
    const button = site.el('button', { type: 'button', class: 'pick', 'data-pick': id, click: toggle }, label, about);
    const show = () => {
      label.textContent = site.word(site.list.has(id) ? 'list_remove' : 'list_add');
      button.classList.toggle('picked', site.list.has(id));
    };
    button.showState = show;
    show();
    return button;
  };

  const menu = site.el('li', { class: 'my-list' });
  function showList() {
    for (const button of document.querySelectorAll('.pick')) button.showState();
    const number = site.list.ids().length;
    const path = `${site.root}shortlist.html`;
    const here = location.href.split(/[?#]/)[0] === path;
    menu.textContent = '';
    if (number > 0) menu.append(site.el('a', { href: path, 'aria-current': here && 'page' }, site.word('list_menu', { number })));
    else menu.remove();
    const nav = document.querySelector('.head nav ul');
    if (number > 0 && nav && !menu.parentNode) nav.append(menu);
  }

  function start() {
    const listing = document.querySelector('article[data-id]');
    if (listing) {
      const button = site.listButton(listing.dataset.id, listing.querySelector('h1').textContent);
      listing.querySelector('.lead').after(site.el('p', { class: 'act' }, button));
    }
    for (const row of document.querySelectorAll('.rows > li[data-id]')) {
      const name = row.querySelector('h2, h3').textContent;
      row.append(site.el('p', { class: 'act' }, site.listButton(row.dataset.id, name)));
    }
    document.addEventListener('fingerpost-list', showList);
    // Another tab, or the way back to a page that the browser kept as it was.
    window.addEventListener('storage', showList);
    window.addEventListener('pageshow', showList);
    showList();
    const box = document.querySelector('[data-search]');
    if (box) searchBox(box);
  }

  /** The box of the home page. What searches is loaded when somebody comes to it. */
  function searchBox(place) {
    const input = site.el('input', { type: 'search', id: 'q', name: 'q', autocomplete: 'off', enterkeyhint: 'search' });
    const found = site.el('div', { class: 'found' });
    const go = (event) => {
      event.preventDefault();
      location.href = `${site.root}search.html?q=${encodeURIComponent(input.value.trim())}`;
    };
    place.append(
      site.el('form', { role: 'search', submit: go },
        site.el('label', { for: 'q' }, site.word('find_label')),
        site.el('p', { class: 'note', id: 'q-hint' }, site.word('find_hint')),
        site.el('div', { class: 'box' }, input, site.el('button', { type: 'submit' }, site.word('find_button')))),
      found);
    input.setAttribute('aria-describedby', 'q-hint');
    const ready = () => site.script('search').then(() => site.suggest(input, found));
    input.addEventListener('focus', ready, { once: true });
    // The way back: the browser puts the words in again, and the results follow.
    window.addEventListener('pageshow', () => { if (input.value) ready(); });
  }

  start();
})();
