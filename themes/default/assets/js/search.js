// Words to services: the index that the program built, read by MiniSearch, with the words of the query made ready.
(function () {
  'use strict';
  const site = window.fingerpost;
  const FIELDS = ['name', 'terms', 'summary', 'text', 'place', 'facts'];
  const BOOST = { name: 5, terms: 4, summary: 3, text: 1, place: 2, facts: 2 };

  // The rule for terms is that of the program (src/render/scripts/terms.rs), held to it by tests/web/terms.json:
  // NFKD, marks and apostrophes dropped, lower case, a few letters made plain, then runs of letters and digits.
  const DROPPED = /[\u0300-\u036f'\u2018\u2019\u02bc\u00ad]/g;
  const APART = /[\u0000-\u002f:-@[-`{-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f]+/;
  const PLAIN = { 'ł': 'l', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ı': 'i', 'ς': 'σ', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th' };
  site.terms = function (text) {
    const plain = text.normalize('NFKD').replace(DROPPED, '').toLowerCase().replace(/[łøđðħıςßæœþ]/g, (letter) => PLAIN[letter]);
    return plain.split(APART).filter((term) => term !== '');
  };

  // Words that say nothing of what is looked for, and words that people use for others: both are the theme's.
  const stop = new Set(site.terms(site.word('find_stop_words')));
  const same = new Map();
  for (const pair of site.word('find_same_words').split(',')) {
    const [said, meant] = pair.split('=');
    if (meant) same.set(site.terms(said).join(' '), site.terms(meant));
  }

  /** The terms of a query: each a list of words that will do. */
  site.query = function (text) {
    const terms = site.terms(text);
    const telling = terms.filter((term) => !stop.has(term));
    return (telling.length > 0 ? telling : terms).map((term) => [term].concat(same.get(term) || []));
  };

  /** The index for a query. A large site's is parted by first letter: only the letters asked for are loaded. */
  let engine = null;
  const letters = new Map();
  function index(words) {
    const files = site.files.index;
    const first = (word) => ('all' in files ? 'all' : word.codePointAt(0) < 128 ? word[0] : 'other');
    const wanted = [...new Set(words.map(first))].filter((letter) => letter in files);
    const missing = wanted.filter((letter) => !letters.has(letter));
    if (engine && missing.length === 0) return Promise.resolve(engine);
    const parts = missing.map((letter) => site.data(`index-${letter}`, files[letter]).then((part) => letters.set(letter, part)));
    return Promise.all([site.data('index-frame', files.frame), site.script('minisearch'), ...parts]).then(([frame]) => {
      const terms = [].concat(...letters.values());
      engine = window.MiniSearch.loadJS(Object.assign({}, frame, { index: terms }), {
        fields: FIELDS,
        tokenize: site.terms,
        processTerm: (term) => term,
      });
      return engine;
    });
  }

  /** What a word finds: as it is and as a beginning; only where that is nothing, with letters swapped, then wrong. */
  function look(mini, word) {
    const options = { prefix: word.length > 1, boost: BOOST, weights: { fuzzy: 0.4, prefix: 0.6 } };
    const tries = [word].concat(word.length > 3 ? swapped(word) : []);
    for (const text of tries) {
      const results = mini.search(text, options);
      if (results.length > 0) return results;
    }
    // One wrong letter will do if that finds a few; of long words two may be wrong.
    const few = 3;
    let results = [];
    for (let fuzzy = 1; fuzzy <= (word.length > 4 ? 2 : word.length > 2 ? 1 : 0) && results.length < few; fuzzy += 1) {
      results = mini.search(word, Object.assign({ fuzzy }, options));
    }
    return results;
  }

  /** "lonley" to "lonely": a slip of two neighbouring letters, which as an edit would be two. */
  function swapped(word) {
    return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  }

  /** What one word of the query finds: the best of the words that will do, for each service. */
  function findWord(mini, words) {
    const best = new Map();
    words.forEach((word, at) => {
      for (const result of look(mini, word)) {
        const score = result.score * (at === 0 ? 1 : 0.8);
        const known = best.get(result.id);
        const terms = result.terms.concat(known ? known.terms : []);
        best.set(result.id, { score: Math.max(score, known ? known.score : 0), terms });
      }
    });
    return best;
  }

  /**
   * Services for a query, best first: `{ hits: [{ id, terms }], all }`. Those with every word; where there is none,
   * those that come nearest, and `all` is false.
   */
  site.search = function (text) {
    const query = site.query(text);
    if (query.length === 0) return Promise.resolve({ hits: null, all: true });
    return index([].concat(...query)).then((mini) => {
      const hits = new Map();
      for (const words of query) {
        for (const [id, { score, terms }] of findWord(mini, words)) {
          const hit = hits.get(id) || { id, score: 0, words: 0, terms: [] };
          hits.set(id, { id, score: hit.score + score, words: hit.words + 1, terms: hit.terms.concat(terms) });
        }
      }
      const list = [...hits.values()];
      const most = list.reduce((most, hit) => Math.max(most, hit.words), 0);
      const all = most === query.length;
      const top = list.reduce((top, hit) => Math.max(top, hit.score), 0);
      const near = all ? (hit) => hit.words === most : (hit) => hit.words >= most - 1 && hit.score >= top / 2;
      return { hits: list.filter(near).sort((a, b) => b.score - a.score || a.id - b.id), all };
    });
  };

  /** What results show, for positions in the site's list. */
  site.rows = function (ids) {
    const { rows: files, per } = site.files;
    const parts = [...new Set(ids.map((id) => Math.floor(id / per)))];
    const loads = parts.map((part) => site.data(`rows-${part}`, files[part]).then((rows) => [part, rows]));
    return Promise.all(loads).then((pairs) => {
      const parted = new Map(pairs);
      return ids.map((id) => parted.get(Math.floor(id / per))[id % per]);
    });
  };

  /** What services can be filtered by. */
  site.facts = () => site.data('finder', site.files.finder);

  /** A text with the words that were found marked. */
  function marked(text, terms) {
    const parts = [];
    let from = 0;
    // A word goes up to a space or a stroke; its apostrophe belongs to it.
    const word = /[^\s/.,;:!?()"\-]+/g;
    for (let match = word.exec(text); match; match = word.exec(text)) {
      if (!site.terms(match[0]).some((term) => terms.includes(term))) continue;
      parts.push(text.slice(from, match.index), site.el('mark', {}, match[0]));
      from = match.index + match[0].length;
    }
    return parts.concat(text.slice(from)).filter((part) => part !== '');
  }

  /** A result, like a row of the other lists. */
  site.resultRow = function (row, terms, level) {
    const [id, name, strap, summary, when, , , phones, alert] = row;
    const line = (lines) => [].concat(...lines.map((text, at) => (at === 0 ? [text] : [site.el('br'), text])));
    const phone = phones.length > 0 && site.el('p', {}, site.el('a', { class: 'tel', href: `tel:${phones[0][1]}` }, phones[0][0]));
    const parts = [
      site.el(`h${level}`, {}, site.el('a', { href: `${site.root}listing/${id}.html` }, ...marked(name, terms))),
      strap && site.el('p', { class: 'strap' }, ...marked(strap, terms)),
      alert && site.el('p', { class: 'alert' }, alert),
      site.el('p', {}, ...marked(summary, terms)),
      when.length > 0 && site.el('p', { class: 'when' }, ...line(when)),
      phone,
      site.el('p', { class: 'act' }, site.listButton(id, name)),
    ];
    return site.el('li', {}, ...parts.filter(Boolean));
  };

  /** The first results under the home page's box while somebody types, and the way to all of them. */
  site.suggest = function (input, place) {
    const MOST = 5;
    const status = site.el('p', { class: 'total', role: 'status' });
    const list = site.el('ol', { class: 'rows' });
    const more = site.el('p', {});
    place.append(status, list, more);
    let last = 0;
    const show = () => {
      const text = input.value.trim();
      const mine = (last += 1);
      const none = () => { list.textContent = ''; more.textContent = ''; status.textContent = ''; };
      if (text.length < 2) return none();
      return site.search(text).then(({ hits, all }) => {
        const shown = (hits || []).slice(0, MOST);
        return site.rows(shown.map((hit) => hit.id)).then((rows) => {
          if (mine !== last) return;
          none();
          const number = (hits || []).length;
          status.textContent = number === 0 ? site.word('find_none') : site.count(number) + (all ? '' : `. ${site.word('find_nearest')}`);
          list.append(...rows.map((row, at) => site.resultRow(row, shown[at].terms, 2)));
          const href = `${site.root}search.html?q=${encodeURIComponent(text)}`;
          if (number > 0) more.append(site.el('a', { href }, site.word('find_all', { count: site.count(number) })));
        });
      });
    };
    input.addEventListener('input', site.soon(show));
    show();
  };

  /** Waits until somebody has stopped typing. */
  site.soon = function (act) {
    let timer = 0;
    return () => { clearTimeout(timer); timer = setTimeout(act, 200); };
  };
})();
