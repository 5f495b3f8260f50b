// The site kept on a device: only when asked, with its size, and never an old page that does not say so.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';

import { launch, profile, serve } from './lib/browser.mjs';
import { basePath, files, none, pages, site } from './lib/site.mjs';

let browser, server;
before(async () => [browser, server] = await Promise.all([launch(), serve()]));
after(async () => {
  await browser?.close();
  server?.close();
});

const worker = readFileSync(join(site, 'sw.js'), 'utf8');
const kept = JSON.parse(worker.match(/^const KEPT = (.*);$/m)[1]);
const month = pages.find((page) => page.path === 'index.html').root.querySelector('footer p').text.split(', ').pop();

test('the worker lists every page and what pages need, and no booklet', () => {
  none(pages.map((page) => page.path).filter((path) => !kept.files.includes(path)), 'pages that are not kept');
  none(files.filter((path) => /\.(css|js)$/.test(path) && path !== 'sw.js' && path !== 'assets/keep-size.js' && !kept.files.includes(path)), 'files');
  none(kept.files.filter((path) => !files.includes(path)), 'files that are not there');
  none(kept.files.filter((path) => path.endsWith('.pdf')), 'booklets');
});

test('nothing is kept before somebody asks; then all of it works without a network and says which issue it is', { timeout: 120_000 }, async () => {
  const context = await profile(browser);
  const tab = await context.newPage();
  await tab.goto(server.address({ path: 'index.html' }));
  const button = tab.locator('.keep button');
  await button.waitFor();
  assert.equal(await tab.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)), 0);
  const [, number, unit] = (await button.textContent()).match(/\(([\d.]+) (KB|MB)\)$/);
  const bytes = kept.files.reduce((sum, path) => sum + statSync(join(site, path)).size, 0);
  assert.ok(Math.abs(Number(number) * (unit === 'MB' ? 1e6 : 1e3) - bytes) <= 1e5, `says ${number} ${unit}, has ${bytes} bytes`);
  await button.focus();
  await tab.keyboard.press('Enter');
  await tab.waitForFunction(() => /kept on this device/.test(document.querySelector('.keep [role=status]').textContent), null, { timeout: 60_000 });
  await tab.reload();
  assert.equal(await tab.locator('.kept').count(), 0, 'a fresh page is marked as old');

  await context.setOffline(true);
  for (const path of ['index.html', 'listing/the-tilbury-tureen.html', 'category/food.html', '']) {
    await tab.goto(server.origin + basePath + path);
    assert.match(await tab.locator('.kept').textContent(), new RegExp(`from the ${month} issue`), path);
  }
  await tab.goto(`${server.address({ path: 'search.html' })}?q=lunch&place=tilbury`);
  await tab.waitForSelector('.rows > li');
  await tab.goto(server.address({ path: 'nowhere.html' }));
  assert.match(await tab.locator('h1').textContent(), /cannot find/);
  await context.setOffline(false);

  await tab.goto(server.address({ path: 'index.html' }));
  assert.equal(await tab.locator('.kept').count(), 0);
  await tab.getByRole('button', { name: 'Stop keeping' }).click();
  await tab.waitForFunction(() => caches.keys().then((keys) => keys.length === 0));
  await context.close();
});
