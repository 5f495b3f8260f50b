// What Lighthouse says of the pages that most readers see, on its slow telephone with a slow network. It reaches
// nothing but the server of these tests.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { serve } from './lib/browser.mjs';
import { pages } from './lib/site.mjs';

const LEAST = { accessibility: 1, 'best-practices': 1, performance: 0.95 };
// The first page of a kind in the alphabet is like any other; the longest would be the busiest category.
const KINDS = ['home', 'category', 'listing', 'search', 'date'];

let chrome, server;
before(async () => {
  const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu'];
  [chrome, server] = await Promise.all([chromeLauncher.launch({ chromePath: process.env.CHROMIUM, chromeFlags, logLevel: 'silent' }), serve()]);
});
after(() => {
  chrome?.kill();
  server?.close();
});

/** What falls short on a page: scores, and the checks that cost them. */
async function short(path) {
  const options = { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: 'silent', output: 'json' };
  const { lhr } = await lighthouse(server.address({ path }), options);
  assert.equal(lhr.runtimeError, undefined, `${path}: ${lhr.runtimeError?.message}`);
  const low = Object.values(lhr.categories).filter((category) => category.score < LEAST[category.id]);
  const why = (category) => category.auditRefs.filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score < 0.9).map((ref) => ref.id);
  return low.map((category) => `${category.id} ${Math.round(category.score * 100)}: ${why(category).join(', ')}`);
}

for (const kind of KINDS) {
  test(`Lighthouse finds nothing to complain of on a page of the kind "${kind}"`, { timeout: 180_000 }, async () => {
    const { path } = pages.find((page) => page.kind === kind);
    // A machine that is busy with something else makes a page look slow; one good measure shows that it is not.
    let found = await short(path);
    for (let again = 0; again < 2 && found.length > 0 && found.every((line) => line.startsWith('performance')); again += 1) found = await short(path);
    assert.deepEqual(found, [], path);
  });
}
