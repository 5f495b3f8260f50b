// The search page: words and filters that combine, kept in the page's address, with a count beside every choice.
(function () {
  'use strict';
  const site = window.fingerpost;
  const { el, word } = site;
  const A_PAGE = 10;
  const place = document.querySelector('[data-finder]');
  if (!place) return;

  // In the order of the form. `many` may have several choices at once, `flag` is one box; the others are one of a list.
  const GROUPS = [
    { id: 'place' }, { id: 'near', flag: true }, { id: 'kind' }, { id: 'day' }, { id: 'time' }, { id: 'cost' },
    { id: 'how' }, { id: 'age' }, { id: 'referral', flag: true }, { id: 'access', many: true },
  ];
  let facts, choices, bitsOf;
  let state = {};
  let found = { hits: null, all: true };
  let shown = A_PAGE;
  let turn = 0;
  const form = {};

  // The address

  function readAddress() {
    const query = new URLSearchParams(location.search);
    state = { q: query.get('q') || '' };
    for (const group of GROUPS) {
      const known = (id) => group.flag || choices[group.id].some((choice) => choice.id === id);
      state[group.id] = query.getAll(group.id).filter(known).slice(0, group.many ? 20 : 1);
    }
  }

  function writeAddress(push) {
    const query = new URLSearchParams();
    if (state.q) query.set('q', state.q);
    for (const group of GROUPS) {
      for (const id of state[group.id]) query.append(group.id, id);
    }
    const address = location.pathname + (String(query) ? `?${query}` : '');
    if (address === location.pathname + location.search) return;
    // A folder without a server may refuse; the page works all the same.
    try { history[push ? 'pushState' : 'replaceState'](null, '', address); } catch (refused) { /* see above */ }
  }

  // Which services fit. A service is [places, kinds, days and parts of day, bits of each group].

  const at = (group, id) => choices[group].findIndex((choice) => choice.id === id);
  const bit = (group) => (service, ids) => ids.every((id) => (service[3][bitsOf[group]] >> at(group, id)) & 1);

  function inPlace(service, [id], nearby) {
    if (service[0].length === 0) return 2;
    const here = at('place', id);
    if (service[0].includes(here)) return 1;
    return nearby && (choices.place[here].near || []).some((next) => service[0].includes(next)) ? 3 : 0;
  }
  function inTime(service, day, time) {
    const parts = time.length > 0 ? 1 << at('time', time[0]) : 7;
    const days = day.length > 0 ? [at('day', day[0])] : [0, 1, 2, 3, 4, 5, 6];
    return days.some((one) => (service[2] >> (3 * one)) & parts);
  }
  const FITS = {
    place: (service, { place: ids, near }) => ids.length === 0 || inPlace(service, ids, near.length > 0) > 0,
    kind: (service, { kind }) => kind.length === 0 || service[1].includes(at('kind', kind[0])),
    // A day and a part of it are one question: a morning on Monday is no answer to Tuesday morning.
    time: (service, { day, time }) => (day.length === 0 && time.length === 0) || inTime(service, day, time),
    cost: (service, { cost }) => bit('cost')(service, cost),
    how: (service, { how }) => bit('how')(service, how),
    age: (service, { age }) => bit('age')(service, age),
    referral: (service, { referral }) => referral.length === 0 || service[3][bitsOf.referral] & 1,
    access: (service, { access }) => bit('access')(service, access),
  };
  const TESTS = Object.keys(FITS);
  const testOf = { near: 'place', day: 'time' };

  /** The services found by words, or all, by position. */
  const base = () => (found.hits ? found.hits.map((hit) => hit.id) : facts.listings.map((_, id) => id));
  const fits = (ids, wanted, but) => {
    const tests = TESTS.filter((test) => test !== but);
    return ids.filter((id) => tests.every((test) => FITS[test](facts.listings[id], wanted)));
  };
  const changed = (group, ids) => Object.assign({}, state, { [group.id]: ids });

  /** How many services there would be with each choice of a group. */
  function counts(group) {
    const test = testOf[group.id] || group.id;
    const others = fits(base(), state, test);
    return choices[group.id].map((choice) => {
      const ids = group.many ? [...new Set(state[group.id].concat(choice.id))] : [choice.id];
      const wanted = changed(group, ids);
      return others.filter((id) => FITS[test](facts.listings[id], wanted)).length;
    });
  }

  // What is active, and what could be left out

  function active() {
    const list = [];
    for (const group of GROUPS) {
      for (const id of state[group.id]) {
        const name = group.flag ? word(`find_${group.id}`) : choices[group.id][at(group.id, id)].name;
        const rest = changed(group, state[group.id].filter((other) => other !== id));
        if (group.id === 'place') rest.near = [];
        list.push({ name, without: rest });
      }
    }
    return list;
  }

  function apply(next, focus) {
    // Words that were typed a moment ago count too.
    state = Object.assign({}, next, { q: form.q.value.trim() });
    writeAddress(true);
    fill();
    return show().then(() => focus && form.heading.focus());
  }

  // The form

  function select(group) {
    const options = choices[group.id].map((choice) => el('option', { value: choice.id }, choice.name));
    const input = el('select', { id: `find-${group.id}` }, el('option', { value: '' }, word(`find_any_${group.id}`)), ...options);
    input.addEventListener('change', () => {
      const next = changed(group, input.value ? [input.value] : []);
      if (group.id === 'place' && !input.value) next.near = [];
      apply(next);
    });
    form[group.id] = { input, options };
    return el('p', { class: 'field' }, el('label', { for: input.id }, word(`find_${group.id}`)), input);
  }

  function box(group, choice) {
    const id = `find-${group.id}${choice ? `-${choice.id}` : ''}`;
    const input = el('input', { type: 'checkbox', id });
    const count = el('span', { class: 'count' });
    input.addEventListener('change', () => {
      const value = choice ? choice.id : '1';
      const rest = state[group.id].filter((other) => other !== value);
      apply(changed(group, input.checked ? rest.concat(value) : rest));
    });
    const label = el('label', { for: id }, choice ? choice.name : word(`find_${group.id}`), ' ', count);
    const field = el('p', { class: 'check' }, input, label);
    return { input, count, field, choice };
  }

  function fields() {
    const parts = [];
    for (const group of GROUPS) {
      if (group.flag) {
        form[group.id] = box(group, null);
        parts.push(form[group.id].field);
      } else if (group.many) {
        form[group.id] = choices[group.id].map((choice) => box(group, choice));
        const list = form[group.id].map((one) => one.field);
        parts.push(el('fieldset', {}, el('legend', {}, word(`find_${group.id}`)), el('div', { class: 'checks' }, ...list)));
      } else {
        parts.push(select(group));
      }
    }
    return parts;
  }

  function build() {
    form.q = el('input', { type: 'search', id: 'q', autocomplete: 'off', enterkeyhint: 'search', 'aria-describedby': 'q-hint' });
    form.summary = el('summary', {});
    form.filters = el('details', { class: 'filters' }, form.summary, el('div', { class: 'fields' }, ...fields()));
    form.filters.open = window.matchMedia('(min-width: 60rem)').matches;
    form.chips = el('ul', { class: 'chips', 'aria-label': word('find_active') });
    form.heading = el('h2', { id: 'results', tabindex: '-1' }, word('find_results'));
    form.status = el('p', { class: 'total', role: 'status' });
    form.looser = el('ul', { class: 'looser' });
    form.list = el('ol', { class: 'rows' });
    form.more = el('p', {});
    const search = (event) => {
      event.preventDefault();
      readWords(true).then(() => form.heading.focus());
    };
    place.append(
      el('form', { role: 'search', submit: search },
        el('label', { for: 'q' }, word('find_label')),
        el('p', { class: 'note', id: 'q-hint' }, word('find_hint')),
        el('div', { class: 'box' }, form.q, el('button', { type: 'submit' }, word('find_button'))),
        form.filters),
      el('section', { class: 'results', 'aria-labelledby': 'results' },
        form.heading, form.status, form.chips, form.looser, form.list, form.more));
    form.q.addEventListener('input', site.soon(() => readWords(false)));
  }

  function readWords(push) {
    state.q = form.q.value.trim();
    writeAddress(push);
    return show();
  }

  /** Brings the form in line with the address. */
  function fill() {
    if (form.q.value.trim() !== state.q) form.q.value = state.q;
    for (const group of GROUPS) {
      if (group.flag) form[group.id].input.checked = state[group.id].length > 0;
      else if (group.many) form[group.id].forEach((one) => { one.input.checked = state[group.id].includes(one.choice.id); });
      else form[group.id].input.value = state[group.id][0] || '';
    }
    form.near.field.hidden = state.place.length === 0;
  }

  function showCounts() {
    for (const group of GROUPS) {
      if (group.flag) {
        const number = fits(base(), changed(group, ['1'])).length;
        form[group.id].count.textContent = `(${number})`;
        continue;
      }
      const numbers = counts(group);
      choices[group.id].forEach((choice, one) => {
        if (group.many) form[group.id][one].count.textContent = `(${numbers[one]})`;
        else form[group.id].options[one].textContent = `${choice.name} (${numbers[one]})`;
      });
    }
  }

  function showActive() {
    const filters = active();
    const chip = ({ name, without }) =>
      el('li', {}, el('button', { type: 'button', class: 'chip', click: () => apply(without, true) },
        el('span', { class: 'unseen' }, `${word('find_leave_out')} `), name, el('span', { 'aria-hidden': 'true' }, ' \u00d7')));
    form.chips.textContent = '';
    form.chips.append(...filters.map(chip));
    if (filters.length > 1) {
      const none = Object.assign({}, state);
      for (const group of GROUPS) none[group.id] = [];
      form.chips.append(el('li', {}, el('button', { type: 'button', class: 'plain', click: () => apply(none, true) }, word('find_clear'))));
    }
    form.chips.hidden = filters.length === 0;
    form.summary.textContent = word(filters.length > 0 ? 'find_filters_active' : 'find_filters', { number: filters.length });
    return filters;
  }

  /** With nothing found: what there would be without each filter, or without the words. */
  function showLooser(filters) {
    const offer = (name, number, act) => ({ number, item: () => el('li', {},
      el('button', { type: 'button', class: 'plain', click: act }, word('find_without', { count: site.count(number), name }))) });
    const offers = filters.map(({ name, without }) => offer(name, fits(base(), without).length, () => apply(without, true)));
    if (state.q && filters.length > 0) {
      const all = fits(facts.listings.map((_, id) => id), state).length;
      offers.push(offer(`\u201c${state.q}\u201d`, all, () => { form.q.value = ''; readWords(true).then(() => form.heading.focus()); }));
    }
    form.looser.append(...offers.filter((one) => one.number > 0).slice(0, 5).map((one) => one.item()));
  }

  function order(ids) {
    if (state.place.length === 0 || found.hits) return ids;
    const near = state.near.length > 0;
    // The place itself first, then places nearby, then what serves all of the area.
    const rank = { 1: 0, 3: 1, 2: 2 };
    const ranked = ids.map((id) => [rank[inPlace(facts.listings[id], state.place, near)], id]);
    return ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, id]) => id);
  }

  function showRows(ids) {
    const mine = turn;
    const terms = new Map((found.hits || []).map((hit) => [hit.id, hit.terms]));
    const few = ids.slice(0, shown);
    return site.rows(few).then((rows) => {
      if (mine !== turn) return;
      form.list.textContent = '';
      form.list.append(...rows.map((row, one) => site.resultRow(row, terms.get(few[one]) || [], 3)));
      form.more.textContent = '';
      if (ids.length > shown) {
        const next = () => {
          const first = shown;
          shown += A_PAGE;
          showRows(ids).then(() => form.list.children[first].querySelector('a').focus());
        };
        form.more.append(el('button', { type: 'button', click: next }, word('find_more')));
      }
    });
  }

  function show() {
    const mine = (turn += 1);
    return site.search(state.q).then((result) => {
      if (mine !== turn) return null;
      found = result;
      shown = A_PAGE;
      const ids = order(fits(base(), state));
      const near = result.all ? '' : ` ${word('find_nearest')}`;
      const filters = showActive();
      showCounts();
      // Nothing asked yet: a wall of every service would help nobody.
      const asked = filters.length > 0 || found.hits !== null;
      const count = site.count(ids.length);
      form.status.textContent = !asked ? word('find_start', { count }) : ids.length === 0 ? word('find_none') : `${count}.${near}`;
      form.looser.textContent = '';
      if (ids.length === 0) showLooser(filters);
      return showRows(asked ? ids : []);
    });
  }

  site.script('search').then(() => site.facts()).then((data) => {
    facts = data;
    choices = { place: data.choices.places, kind: data.choices.kinds, day: data.choices.days };
    bitsOf = {};
    data.choices.groups.forEach((group, one) => {
      choices[group.id] = group.choices;
      bitsOf[group.id] = one;
    });
    readAddress();
    build();
    fill();
    window.addEventListener('popstate', () => { readAddress(); fill(); show(); });
    return show();
  });
})();
