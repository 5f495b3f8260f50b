// Accessibility as axe-core sees it: WCAG 2.2 A and AA and its best practices, on a page of every kind.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';

import { launch, profile, serve } from './lib/browser.mjs';
import { none, samples } from './lib/site.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

// Under forced colours axe compares colours that the browser has replaced, so the contrast is measured here instead.
const LOOKS = {
  'light': { settings: { colorScheme: 'light' }, forced: false },
  'dark': { settings: { colorScheme: 'dark' }, forced: false },
  'forced colours': { settings: { colorScheme: 'dark', forcedColors: 'active' }, forced: true },
};
const WIDTHS = [320, 1280];

describe('axe finds nothing', () => {
  let browser, server;
  before(async () => [browser, server] = await Promise.all([launch(), serve()]));
  after(async () => {
    await browser?.close();
    server?.close();
  });

  for (const [look, { settings, forced }] of Object.entries(LOOKS)) {
    for (const width of WIDTHS) {
      test(`${look}, ${width} pixels wide`, { timeout: 300_000 }, async () => {
        const context = await profile(browser, { ...settings, viewport: { width, height: 800 } });
        const tab = await context.newPage();
        const faults = [];
        const options = {
          runOnly: { type: 'tag', values: TAGS },
          rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: !forced } },
          resultTypes: ['violations'],
        };
        for (const { what, page } of samples) {
          await tab.goto(server.address(page));
          await tab.evaluate(source);
          const { violations } = await tab.evaluate((how) => globalThis.axe.run(document, how), options);
          for (const { id, help, nodes } of violations) {
            for (const node of nodes) {
              faults.push(`${page.path} (${what}): ${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`);
            }
          }
          if (forced) {
            faults.push(...(await tab.evaluate(pale)).map((fault) => `${page.path} (${what}): ${fault}`));
          }
        }
        await context.close();
        none(faults, `violations on ${samples.length} pages`);
      });
    }
  }
});

/** Runs in the page: texts that do not stand out from what they lie on. */
function pale() {
  const faint = eye.texts().filter((element) => eye.contrast(getComputedStyle(element).color, eye.ground(element)) < 4.5);
  return faint.map((element) => `pale: "${element.textContent.trim().slice(0, 40)}" in ${getComputedStyle(element).color}`);
}
