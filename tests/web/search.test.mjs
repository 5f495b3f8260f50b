// Searching and filtering: the rule for terms, the ranking of what people type, and the page with the keyboard alone.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';

import { launch, profile, serve } from './lib/browser.mjs';
import { engine } from './lib/engine.mjs';
import { basePath, here, listings, none, site } from './lib/site.mjs';

const json = (file) => JSON.parse(readFileSync(join(here, file), 'utf8'));
const plain = (value) => JSON.parse(JSON.stringify(value));

test('terms are those of the program', () => {
  const { terms } = engine();
  const faults = json('terms.json').filter((one) => terms(one.text).join(' ') !== one.terms.join(' '));
  none(faults.map((one) => `${JSON.stringify(one.text)}: ${terms(one.text)}`), 'texts');
});

test('every term of a name, a summary and a description is in the index, for its listing', async () => {
  const finder = engine();
  const { ids } = await finder.facts();
  const index = new Map(await finder.data('index-all', finder.files.index.all));
  const faults = [];
  for (const one of listings()) {
    const at = ids.indexOf(one.id);
    if (at < 0) continue;
    const missing = finder.terms(`${one.name} ${one.summary}`).filter((term) => !Object.values(index.get(term) ?? {}).some((docs) => at in docs));
    faults.push(...missing.map((term) => `${one.id}: ${term}`));
  }
  none(faults, 'terms');
});

test('MiniSearch reads the index, and would write the same frame and as many terms', async () => {
  const finder = engine();
  await finder.search('lunch');
  const frame = plain(await finder.data('index-frame', finder.files.index.frame));
  const index = await finder.data('index-all', finder.files.index.all);
  const MiniSearch = createRequire(import.meta.url)(join(site, finder.files.scripts.minisearch));
  const fields = Object.keys(frame.fieldIds);
  const loaded = MiniSearch.loadJS({ ...frame, index: plain(index) }, { fields });
  const written = plain(loaded.toJSON());
  assert.deepEqual(Object.keys(written).sort(), [...Object.keys(frame), 'index'].sort());
  assert.equal(written.index.length, index.length);
  assert.equal(loaded.documentCount, frame.documentCount);
});

test('what people type finds what they need among the first three', async () => {
  const finder = engine();
  const { ids } = await finder.facts();
  const queries = json('queries.json');
  assert.ok(queries.length >= 60, 'too few queries');
  const faults = [];
  for (const [query, wanted] of queries) {
    const { hits } = await finder.search(query);
    const first = hits.slice(0, 3).map((hit) => ids[hit.id]);
    if (!wanted.some((id) => first.includes(id))) faults.push(`"${query}" gives ${first.join(', ') || 'nothing'}, not ${wanted.join(' or ')}`);
  }
  none(faults, 'queries');
});

describe('in a browser', () => {
  let browser, server, context, tab;
  const complaints = [];
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
    context = await profile(browser, { viewport: { width: 1000, height: 800 } });
    tab = await context.newPage();
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('request', (request) => request.url().startsWith(server.origin + basePath) || complaints.push(`asks for ${request.url()}`));
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
  const open = async (path, on = tab) => {
    await on.goto(server.address({ path }));
    await on.waitForSelector('[role=status]:not(:empty)', { state: 'attached' });
  };
  const status = (on = tab) => on.locator('[role=status]').first().textContent();
  const number = async () => Number((await status()).match(/\d+/)?.[0] ?? 0);
  const names = (on = tab) => on.locator('.rows > li :is(h2, h3)').allTextContents();
  const settled = (what) => tab.waitForFunction((text) => document.querySelector('[role=status]').textContent.includes(text), what);

  test('the home page finds while somebody types, marks the words and leads on', { timeout: 60_000 }, async () => {
    await tab.goto(server.address({ path: 'index.html' }));
    const early = await tab.evaluate(() => [...document.scripts].filter((one) => /\/(index|rows|finder|minisearch)/.test(one.src)).length);
    assert.equal(early, 0, 'the index is loaded before anybody searches');
    await tab.locator('#q').focus();
    await tab.keyboard.type('lunch tilbury', { delay: 5 });
    await tab.waitForSelector('.found mark');
    assert.match(await status(), /^\d+ services?/);
    await tab.waitForFunction(() => [...document.querySelectorAll('.found mark')].every((it) => /^(lunch|tilbury)/i.test(it.textContent)));
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/search\.html\?q=lunch%20tilbury$/);
    await tab.waitForSelector('.rows > li');
    await tab.goBack();
    await tab.waitForSelector('#q');
    assert.ok(tab.url().endsWith('/index.html'));
  });

  test('a step-free lunch on a Tuesday in Tilbury for under £5, by keyboard in ten seconds', { timeout: 60_000 }, async () => {
    const start = Date.now();
    await open('search.html');
    const choose = async (id, letters) => {
      await tab.locator(id).focus();
      await tab.keyboard.type(letters);
      await tab.waitForTimeout(50);
    };
    await tab.locator('#q').focus();
    await tab.keyboard.type('lunch');
    await tab.locator('summary').focus();
    if (!(await tab.locator('details').getAttribute('open').then((open) => open !== null))) await tab.keyboard.press('Enter');
    await choose('#find-place', 'Tilb');
    await choose('#find-day', 'Tu');
    await choose('#find-cost', 'Free or');
    await tab.locator('#find-access-step-free').focus();
    await tab.keyboard.press('Space');
    await tab.waitForFunction(() => document.querySelectorAll('.chip').length === 4);
    assert.ok((await names()).includes('The Tilbury Tureen'), (await names()).join());
    assert.ok(Date.now() - start < 10_000, `it took ${Date.now() - start} ms`);
    assert.match(tab.url(), /q=lunch&place=tilbury&day=tuesday&cost=under-5&access=step-free$/);
  });

  test('an address holds a view; chips and the way back change it', { timeout: 60_000 }, async () => {
    await open('search.html?place=tilbury&day=tuesday');
    const both = await number();
    assert.equal(await tab.locator('.chip').count(), 2);
    assert.equal(await tab.locator('#find-place').inputValue(), 'tilbury');
    await tab.locator('.chip', { hasText: 'Tuesday' }).focus();
    await tab.keyboard.press('Enter');
    await tab.waitForFunction(() => document.querySelectorAll('.chip').length === 1);
    assert.ok((await number()) > both);
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'results', 'the focus is lost with the chip');
    await tab.goBack();
    await tab.waitForFunction(() => document.querySelectorAll('.chip').length === 2);
    assert.equal(await number(), both);
    assert.equal(await tab.locator('#find-day').inputValue(), 'tuesday');
  });

  test('the count beside a choice is what the choice gives, for every choice', { timeout: 120_000 }, async () => {
    const faults = [];
    for (const id of ['place', 'kind', 'day', 'time', 'cost', 'how', 'age']) {
      await open('search.html?cost=free&place=grays');
      const options = await tab.locator(`#find-${id} option:not([value=""])`).evaluateAll((all) => all.map((one) => [one.value, one.textContent]));
      for (const [value, text] of options.slice(0, 6)) {
        const query = new URLSearchParams('cost=free&place=grays');
        query.set(id, value);
        await open(`search.html?${query}`);
        const said = Number(text.match(/\((\d+)\)$/)[1]);
        const got = /^\d/.test(await status()) ? await number() : 0;
        if (said !== got) faults.push(`${id}=${value}: says ${said}, gives ${got}`);
      }
    }
    none(faults, 'counts');
  });

  test('filters agree with the data and with the ready-made pages', { timeout: 60_000 }, async () => {
    await open('search.html?access=hearing-loop');
    const found = await number();
    await tab.goto(server.address({ path: 'filter/hearing-loop.html' }));
    assert.equal(await tab.locator('.rows > li').count(), found);
    await open('search.html?place=tilbury&near=1');
    const near = await number();
    await open('search.html?place=tilbury');
    assert.ok(near > (await number()));
  });

  test('nothing found offers what to leave out', { timeout: 60_000 }, async () => {
    await open('search.html?q=choir&place=tilbury&day=tuesday&time=morning&cost=free');
    assert.match(await status(), /Nothing/);
    const offer = tab.locator('.looser button').first();
    const said = (await offer.textContent()).match(/^(\d+) service/)[1];
    await offer.focus();
    await tab.keyboard.press('Enter');
    await settled(`${said} service`);
    await tab.waitForFunction((rows) => document.querySelectorAll('.rows > li').length === rows, Math.min(10, Number(said)));
  });

  test('a strange address and strange words do no harm', { timeout: 60_000 }, async () => {
    await open('search.html?place=nowhere&day=&access=step-free&access=x&q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
    assert.equal(await tab.locator('main img').count(), 0);
    assert.equal(await tab.locator('.chip').count(), 1);
  });

  test('axe finds nothing while searching, in light, dark and forced colours', { timeout: 120_000 }, async () => {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const faults = [];
    for (const settings of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'dark', forcedColors: 'active' }]) {
      for (const width of [320, 1280]) {
        const own = await profile(browser, { ...settings, viewport: { width, height: 800 } });
        const page = await own.newPage();
        for (const path of ['search.html?q=lunch&place=tilbury', 'search.html?q=choir&place=tilbury&day=tuesday&cost=free', 'search.html']) {
          await open(path, page);
          await page.evaluate(() => { document.querySelector('details').open = true; });
          await page.evaluate(source);
          const { violations } = await page.evaluate((contrast) => globalThis.axe.run({
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: contrast } },
          }), !settings.forcedColors);
          faults.push(...violations.map((one) => `${path} ${width}: ${one.id}: ${one.nodes[0].html.slice(0, 100)}`));
          const wide = await page.evaluate(() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth);
          if (wide) faults.push(`${path}: wider than ${width}`);
        }
        await own.close();
      }
    }
    none(faults, 'violations');
  });

  test('a folder opened without a server searches too', { timeout: 60_000 }, async () => {
    const own = await profile(browser);
    const page = await own.newPage();
    const faults = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${pathToFileURL(join(site, 'search.html')).href}?q=lunch&place=tilbury`);
    await page.waitForSelector('.rows > li');
    assert.match(await status(page), /\d+ services?\./);
    await page.locator('.chip').click();
    await page.waitForFunction(() => !document.querySelector('.chip'));
    await own.close();
    none(faults, 'complaints');
  });

  test('without scripts there is no box, and every other way in', { timeout: 60_000 }, async () => {
    const own = await profile(browser, { javaScriptEnabled: false });
    const page = await own.newPage();
    for (const path of ['index.html', 'search.html']) {
      await page.goto(server.address({ path }));
      assert.equal(await page.locator('input, button, select').count(), 0, path);
    }
    assert.ok((await page.locator('main .ready a').count()) > 20);
    await own.close();
  });

  test('nothing was complained of and nobody else was asked', () => none(complaints, 'complaints'));
});
