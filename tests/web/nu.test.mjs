// HTML as two judges see it: the Nu checker of the W3C over the whole site, html-validate over a page of each kind.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

import { serve } from './lib/browser.mjs';
import { here, none, pages, samples, site } from './lib/site.mjs';

const jar = join(here, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');

/** The messages of the Nu checker about addresses or files, with the place that each is about. */
async function nu(...options) {
  const java = ['-Xss8m', '-Dnu.validator.servlet.allow-forbidden-hosts=true', '-jar', jar];
  const settings = ['--format', 'json', '--stdout', '--exit-zero-always'];
  const { stdout } = await promisify(execFile)('java', [...java, ...settings, ...options], { maxBuffer: 1 << 28 });
  const text = (it) => `${it.subType ?? it.type}: ${it.message}${it.extract ? ` ${JSON.stringify(it.extract)}` : ''}`;
  return JSON.parse(stdout).messages.map((it) => `${it.url ?? 'nowhere'}:${it.lastLine ?? '?'}: ${text(it)}`);
}

test('the Nu HTML checker has nothing to say about any page', { timeout: 300_000 }, async () => {
  // By address and not as files: only so does the checker see that what a page loads is from its own site.
  const server = await serve();
  try {
    const messages = await nu(...pages.map(server.address));
    none(messages.map((message) => message.replace(server.origin, '')), `messages about ${pages.length} pages`);
  } finally {
    server.close();
  }
});

test('nor about any style sheet or drawing', { timeout: 300_000 }, async () => {
  none([...(await nu('--skip-non-css', site)), ...(await nu('--skip-non-svg', site))], 'messages');
});

test('html-validate has nothing to say about a page of each kind', async () => {
  const judge = new HtmlValidate(new FileSystemConfigLoader());
  const faults = [];
  for (const { page } of samples) {
    const report = await judge.validateString(page.html, join(here, 'page.html'));
    for (const message of report.results.flatMap((result) => result.messages)) {
      faults.push(`${page.path}:${message.line}: ${message.ruleId}: ${message.message} (${message.selector})`);
    }
  }
  none(faults, 'messages');
});
