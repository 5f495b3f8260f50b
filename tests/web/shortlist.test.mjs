// The reader's own list: filled from anywhere, kept on this device alone, printed and shared.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';

import { launch, profile, serve } from './lib/browser.mjs';
import { listings, none, pages, site } from './lib/site.mjs';

let browser, server;
const one = 'the-tilbury-tureen';
const two = 'lornas-lawns';
before(async () => [browser, server] = await Promise.all([launch(), serve()]));
after(async () => {
  await browser?.close();
  server?.close();
});

/** A fresh profile with one tab at a page. */
async function at(path, settings = {}) {
  const context = await profile(browser, settings);
  const tab = await context.newPage();
  await tab.goto(server.address({ path }));
  return { context, tab, go: (next) => tab.goto(server.address({ path: next })) };
}
const entries = (tab) => tab.locator('.sheet .entry h2').allTextContents();

test('a service is put on the list by keyboard, counted in the menu, and stays for the next page', { timeout: 60_000 }, async () => {
  const { context, tab, go } = await at(`listing/${one}.html`);
  await tab.locator('.pick').focus();
  await tab.keyboard.press('Enter');
  assert.equal(await tab.locator('.my-list a').textContent(), 'My list (1)');
  assert.match(await tab.locator('.pick').textContent(), /^Take off my list/);
  assert.equal(await tab.evaluate(() => document.activeElement.className), 'pick picked', 'the focus is lost');
  await go('search.html?q=grass');
  await tab.locator(`[data-pick=${two}]`).click();
  await tab.locator('.my-list a').click();
  await tab.waitForSelector('.entry');
  assert.deepEqual((await entries(tab)).length, 2);
  await tab.locator('.entry .pick').first().click();
  await tab.waitForFunction(() => document.querySelectorAll('.entry').length === 1);
  assert.equal(await tab.evaluate(() => localStorage.length), 1);
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test('rows of every list of listings have the button, with the name for those who do not see it', { timeout: 60_000 }, async () => {
  const { context, tab, go } = await at('index.html');
  const faults = [];
  for (const kind of ['category', 'place', 'filter', 'category in a place']) {
    await go(pages.find((page) => page.kind === kind).path);
    const [rows, buttons] = [await tab.locator('.rows > li').count(), await tab.locator('.rows .pick .unseen').allTextContents()];
    if (rows !== buttons.length || buttons.some((name) => name.length < 4)) faults.push(`${kind}: ${rows} rows, ${buttons.length} buttons`);
  }
  await context.close();
  none(faults, 'lists');
});

test('an address shares a list without touching the own one; what has left is said', { timeout: 60_000 }, async () => {
  const { context, tab } = await at(`shortlist.html#ids=${one},${two},gone-since`);
  await tab.waitForSelector('.entry');
  assert.equal((await entries(tab)).length, 2);
  assert.match(await tab.locator('.sheet [role=status]').first().textContent(), /^2 services, .*: 1\.$/);
  assert.equal(await tab.evaluate(() => localStorage.length), 0);
  const link = await tab.locator('.tools a').getAttribute('href');
  assert.ok(link.endsWith(`shortlist.html#ids=${one},${two}`), link);
  await tab.getByRole('button', { name: 'Add these to my list' }).click();
  await tab.waitForSelector('.entry .pick');
  assert.equal(await tab.locator('.my-list a').textContent(), 'My list (2)');
  await context.close();
});

test('an empty list, a spoilt store and a strange address say so and do no harm', { timeout: 60_000 }, async () => {
  const { context, tab, go } = await at('shortlist.html');
  await tab.waitForSelector('.sheet [role=status]:not(:empty)');
  assert.match(await tab.locator('.sheet [role=status]').textContent(), /empty/);
  await tab.evaluate(() => localStorage.setItem('fingerpost-list', '{"<img src=x>": 1'));
  await go('index.html');
  await go('shortlist.html#ids=%3Cimg%20src=x%20onerror=alert(1)%3E');
  await tab.waitForSelector('.sheet [role=status]:not(:empty)');
  assert.equal(await tab.locator('main img').count(), 0);
  await context.close();
});

test('the sheet prints large, whole, with a name and every number', { timeout: 60_000 }, async () => {
  const { context, tab } = await at(`shortlist.html#ids=${one},${two}`, { viewport: { width: 680, height: 960 } });
  await tab.waitForSelector('.entry');
  await tab.locator('#for').fill('Mrs B');
  await tab.emulateMedia({ media: 'print' });
  const sizes = await tab.evaluate(() => [...document.querySelectorAll('.entry p, .entry dd')].filter(eye.sees).map((it) => parseFloat(getComputedStyle(it).fontSize)));
  assert.ok(Math.min(...sizes) >= 23.9, `${Math.min(...sizes)} pixels, less than 18 points`);
  assert.equal(await tab.locator('.sheet button:visible').count(), 0);
  assert.equal(await tab.locator('#for:visible').inputValue(), 'Mrs B');
  const shown = await tab.locator('.sheet').innerText();
  for (const contact of listings().filter((it) => [one, two].includes(it.id)).flatMap((it) => it.contacts)) {
    for (const number of [contact.phone, contact.mobile].filter(Boolean)) {
      const digits = JSON.stringify(number).replace(/\D/g, '').slice(-6);
      assert.ok(shown.replace(/\s/g, '').includes(digits), `${digits} is not on the sheet`);
    }
  }
  await context.close();
});

test('the list works in a folder without a server', { timeout: 60_000 }, async () => {
  const context = await profile(browser);
  const tab = await context.newPage();
  await tab.goto(`${pathToFileURL(join(site, 'shortlist.html')).href}#ids=${one}`);
  await tab.waitForSelector('.entry');
  assert.equal((await entries(tab)).length, 1);
  await context.close();
});

test('axe finds nothing on a filled list', { timeout: 120_000 }, async () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const faults = [];
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [320, 1280]) {
      const { context, tab } = await at(`shortlist.html#ids=${one},${two}`, { colorScheme, viewport: { width, height: 800 } });
      await tab.getByRole('button', { name: 'Add these' }).click();
      await tab.waitForSelector('.entry .pick');
      await tab.evaluate(source);
      const { violations } = await tab.evaluate(() => globalThis.axe.run({ rules: { 'target-size': { enabled: true } } }));
      faults.push(...violations.map((it) => `${colorScheme} ${width}: ${it.id}: ${it.nodes[0].html.slice(0, 100)}`));
      await context.close();
    }
  }
  none(faults, 'violations');
});
