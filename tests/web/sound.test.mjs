// Every PDF of an output, for readers and for printers: three programs that know nothing of each other read it
// without a word of complaint, and every code on its pages leads to an address that is printed beside it.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { spawnSync } from 'node:child_process';
import { after, describe, test } from 'node:test';
import assert from 'node:assert/strict';

import { here, none, output } from './lib/site.mjs';

const pdfs = ['booklet', 'print'].flatMap((folder) => below(join(output, folder)).filter((path) => path.endsWith('.pdf')));
const scratch = mkdtempSync(join(tmpdir(), 'fingerpost-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** What mutool says that is no complaint: which page it is at, and how it was built. */
const HARMLESS = /^(page .*|warning: ICC support is not available)?$/;
/** Dots an inch at which an office scanner, or a telephone held close, sees a code. */
const SHARP = 150;

/** Every file below a folder; none if there is no such folder. */
function below(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort();
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Runs a tool; returns its exit code and everything it said. */
function run(tool, ...options) {
  const { status, stdout, stderr, error } = spawnSync(tool, options, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ok(!error, `${tool}: ${error}`);
  return { status, stdout, stderr };
}

/** Text without spaces and without the places where a line may break. */
const plain = (text) => text.replace(/[\s\u00a0\u00ad\u200b\u2060]+/g, '');

/** An address as print shows it. */
const printed = (address) => plain(address.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, ''));

test('there are PDFs', () => assert.ok(pdfs.length > 0, `no PDF below ${output}`));

for (const path of pdfs) {
  describe(relative(output, path), { concurrency: true }, () => {
    test('is sound to qpdf', () => {
      const { status, stdout, stderr } = run('qpdf', '--check', path);
      assert.equal(status, 0, stdout + stderr);
      assert.match(stdout, /No syntax or stream encoding errors/);
      assert.equal(stderr, '');
    });

    test('is drawn by poppler without a warning', { timeout: 300_000 }, () => {
      const { status, stderr } = run('pdftoppm', '-r', '20', '-png', path, join(scratch, `${basename(path)}-drawn`));
      assert.equal(status, 0, stderr);
      assert.equal(stderr, '');
    });

    test('is drawn by mutool without a warning', { timeout: 300_000 }, () => {
      const { status, stdout, stderr } = run('mutool', 'draw', '-r', '20', '-F', 'pam', '-o', '/dev/null', path);
      assert.equal(status, 0, stderr);
      none((stdout + stderr).split('\n').filter((line) => !HARMLESS.test(line)), 'complaints');
    });

    test('passes PDF/UA-1 and PDF/A-2a if it is tagged', { timeout: 300_000 }, () => {
      if (!/^Tagged: +yes$/m.test(run('pdfinfo', path).stdout)) return;
      const { status, stdout, stderr } = run(join(here, '.venv', 'bin', 'python'), join(here, 'conformance.py'), path);
      assert.equal(status, 0, stderr);
      const reports = stdout.trim().split('\n').map((line) => JSON.parse(line));
      assert.deepEqual(reports.map((report) => report.profile), ['PDF_UA_1', 'PDF_A_2A']);
      none(reports.flatMap((report) => report.failures.map((failure) => `${report.profile}: ${failure}`)), 'failures');
    });

    test('has codes that lead where the words beside them say', { timeout: 600_000 }, () => {
      const faults = [];
      const found = codes(path);
      for (const { page, address } of found) {
        if (!/^https?:\/\//.test(address)) faults.push(`page ${page}: the code says "${address}"`);
        const words = plain(run('pdftotext', '-f', page, '-l', page, path, '-').stdout);
        if (!words.includes(printed(address))) faults.push(`page ${page}: the code leads to ${address}, which is not printed there`);
      }
      none(faults, 'faults');
      // A booklet has at least the code of the website, on its last page; the pocket edition has it on its first.
      if (relative(output, path).startsWith('booklet')) assert.ok(found.length > 0, 'it has no code that can be read');
    });
  });
}

/** The codes on all pages: their page and what they say. */
function codes(path) {
  const folder = mkdtempSync(join(scratch, 'codes-'));
  const { status, stderr } = run('pdftoppm', '-r', String(SHARP), '-gray', path, join(folder, 'page'));
  assert.equal(status, 0, stderr);
  const pages = readdirSync(folder).sort().map((name) => join(folder, name));
  // It ends with 4 where a page has no code.
  const seen = run('zbarimg', '--quiet', '--xml', '-Sdisable', '-Sqrcode.enable', ...pages);
  assert.ok(seen.status === 0 || seen.status === 4, seen.stderr);
  rmSync(folder, { recursive: true });
  return [...seen.stdout.matchAll(/<source href='([^']*)'>(.*?)<\/source>/gs)].flatMap(([, page, marks]) => {
    const number = String(Number(page.match(/-(\d+)\.pgm$/)[1]));
    return [...marks.matchAll(/<data><!\[CDATA\[(.*?)\]\]><\/data>/gs)].map(([, address]) => ({ page: number, address }));
  });
}
