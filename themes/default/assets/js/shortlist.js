// The reader's own list as one large sheet to print. The ids come from the address (#ids=a,b,c) or from this browser.
(function () {
  'use strict';
  const site = window.fingerpost;
  const { el, word } = site;
  const place = document.querySelector('[data-sheet]');
  if (!place) return;

  const given = () => {
    const match = /^#ids=([a-z0-9,-]*)$/.exec(decodeURIComponent(location.hash));
    return match ? match[1].split(',').filter(Boolean) : null;
  };

  function fact(name, lines) {
    const values = lines.map((line) => el('dd', {}, line));
    return lines.length > 0 ? [el('div', {}, el('dt', {}, word(name)), ...values)] : [];
  }

  function entry(row, shared) {
    const [id, name, strap, summary, when, where, cost, phones, alert] = row;
    const tel = ([text, number]) => el('p', { class: 'big' }, el('a', { class: 'tel', href: `tel:${number}` }, text));
    const facts = [].concat(fact('list_when', when), fact('list_where', where), fact('list_cost', cost));
    const parts = [
      el('h2', {}, el('a', { href: `${site.root}listing/${id}.html` }, name)),
      strap && el('p', { class: 'strap' }, strap),
      alert && el('p', { class: 'alert' }, alert),
      el('p', {}, summary),
      ...phones.map(tel),
      facts.length > 0 && el('dl', {}, ...facts),
      !shared && el('p', { class: 'act' }, site.listButton(id, name)),
    ];
    return el('li', { class: 'entry' }, ...parts.filter(Boolean));
  }

  function copier(address) {
    const status = el('span', { role: 'status' });
    const copy = () => navigator.clipboard.writeText(address).then(() => { status.textContent = word('list_copied'); }, () => {});
    // Without a clipboard (a folder, an old browser) the link can still be copied by hand.
    return navigator.clipboard ? [el('button', { type: 'button', click: copy }, word('list_copy')), ' ', status] : [];
  }

  function tools(ids, shared) {
    const address = `${location.href.split('#')[0]}#ids=${ids.join(',')}`;
    const print = el('button', { type: 'button', click: () => window.print() }, word('list_print'));
    const link = el('p', {}, el('a', { href: address }, word('list_link')));
    const own = shared
      ? el('button', { type: 'button', click: () => { site.list.add(ids); location.hash = ''; } }, word('list_keep'))
      : el('button', { type: 'button', class: 'plain', click: () => site.list.clear() }, word('list_clear'));
    return el('div', { class: 'tools' }, el('p', { class: 'act' }, print, ' ', ...copier(address), ' ', own), link);
  }

  const name = el('input', { type: 'text', id: 'for', autocomplete: 'off' });
  const line = el('p', { class: 'for' }, el('label', { for: 'for' }, word('list_for')), name);
  const status = el('p', { class: 'total', role: 'status' });
  const body = el('div', {});
  place.append(status, body);

  function show() {
    const shared = given();
    const wanted = shared || site.list.ids();
    return site.script('search').then(() => site.facts()).then((facts) => {
      const known = wanted.filter((id) => facts.ids.includes(id));
      const lost = wanted.length - known.length;
      return site.rows(known.map((id) => facts.ids.indexOf(id))).then((rows) => {
        const said = known.length === 0 ? word(shared ? 'list_nothing' : 'list_empty') : `${site.count(known.length)}, ${site.month}.`;
        status.textContent = said + (lost > 0 ? ` ${word('list_lost', { number: lost })}` : '');
        const had = document.activeElement && document.activeElement.classList.contains('pick');
        body.textContent = '';
        if (rows.length > 0) body.append(tools(known, shared), line, el('ol', { class: 'entries' }, ...rows.map((row) => entry(row, shared))));
        if (had) { status.tabIndex = -1; status.focus(); }
      });
    });
  }

  document.addEventListener('fingerpost-list', () => { if (!given()) show(); });
  window.addEventListener('hashchange', show);
  show();
})();
