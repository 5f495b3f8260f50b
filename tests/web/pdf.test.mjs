// Every booklet that readers get: conformance, soundness, fonts, links, words and the size of its text.

import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';

import { here, listings, none, output } from './lib/site.mjs';

const folder = join(output, 'booklet');
const booklets = readdirSync(folder).filter((name) => name.endsWith('.pdf')).map((name) => join(folder, name));
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The smallest text an edition may have, in points; the tolerance is for rounding. */
const SMALLEST = { 'a5': 12, 'large-print': 16 };
const OTHERWISE = 12;
const TOLERANCE = 0.2;

/** Runs a tool and returns what it printed. */
function run(tool, ...options) {
  const { status, stdout, stderr, error } = spawnSync(tool, options, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, `${tool} failed: ${error ?? ''}${stderr}${stdout.slice(0, 2000)}`);
  return stdout;
}

/** Text without what differs between data and print: spaces, line breaks and the shape of quotes. */
const plain = (text) => text.normalize('NFC').replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/[\s\u00ad\u200b\u2060]+/g, '');

test('there is a booklet', () => assert.ok(booklets.length > 0, `no PDF in ${folder}`));

test('some edition names every listing of the open data, in one book or in its volumes', () => {
  const names = listings().map((one) => one.name);
  assert.ok(names.length > 0, 'the open data has no listings');
  const edition = (path) => basename(path, '.pdf').replace(/-volume-\d+$/, '');
  const missing = [...new Set(booklets.map(edition))].map((one) => {
    const volumes = booklets.filter((path) => edition(path) === one);
    const text = plain(volumes.map((path) => run('pdftotext', '-raw', path, '-')).join('\n'));
    return names.filter((name) => !text.includes(plain(name)));
  });
  none(missing.sort((one, other) => one.length - other.length)[0], `listings missing of ${names.length}`);
});

for (const path of booklets) {
  describe(basename(path), () => {
    test('passes PDF/UA-1 and PDF/A-2a', { timeout: 300_000 }, () => {
      const lines = run(join(here, '.venv', 'bin', 'python'), join(here, 'conformance.py'), path).trim().split('\n');
      const reports = lines.map((line) => JSON.parse(line));
      assert.deepEqual(reports.map((report) => report.profile), ['PDF_UA_1', 'PDF_A_2A']);
      none(reports.flatMap((report) => report.failures.map((failure) => `${report.profile}: ${failure}`)), 'failures');
      assert.ok(reports.every((report) => report.rules > 100), JSON.stringify(reports));
    });

    test('is sound to qpdf', () => {
      assert.match(run('qpdf', '--check', path), /No syntax or stream encoding errors/);
    });

    test('brings all its fonts, each with its letters', () => {
      const fonts = run('pdffonts', path).trimEnd().split('\n').slice(2);
      assert.ok(fonts.length > 0, 'it has no fonts');
      // The last columns: embedded, subset, with a map to Unicode, and the object's two numbers.
      none(fonts.filter((font) => !/ yes +(yes|no) +yes +\d+ +\d+$/.test(font)), 'fonts not embedded, or without a map to Unicode');
    });

    test('is tagged and says its title, month and language', () => {
      const info = Object.fromEntries(run('pdfinfo', path).trim().split('\n').map((line) => line.split(/:\s+/, 2)));
      const [, year, month] = basename(path).match(/^(\d{4})-(\d{2})-/);
      assert.match(info.Title ?? '', new RegExp(`${MONTHS[month - 1]} ${year}`));
      assert.equal(info.Tagged, 'yes');
      assert.equal(info.JavaScript, 'no');
      assert.equal(info.Encrypted, 'no');
      const catalogue = objects(path).find((it) => it['/Type'] === '/Catalog');
      assert.match(catalogue['/Lang'] ?? '', /^u:[a-z]{2}/);
    });

    test('does nothing by itself, and its links lead to pages of its own, the web, letters or telephones', () => {
      const faults = [];
      for (const it of objects(path)) {
        for (const key of ['/JS', '/JavaScript', '/AA', '/OpenAction', '/XFA', '/EmbeddedFiles']) {
          if (key in it) faults.push(`${key} in ${JSON.stringify(it).slice(0, 200)}`);
        }
        const action = it['/A'];
        if (action?.['/S'] && !['/GoTo', '/URI'].includes(action['/S'])) faults.push(`action ${action['/S']}`);
        if (it['/Type'] === '/Action' && !['/GoTo', '/URI'].includes(it['/S'])) faults.push(`action ${it['/S']}`);
        const address = it['/URI'];
        if (typeof address === 'string' && !/^u:(https?:\/\/|mailto:|tel:\+?\d)/.test(address)) faults.push(`link to ${address}`);
      }
      none(faults, 'faults');
    });

    test('has no text smaller than its edition promises', () => {
      const edition = basename(path, '.pdf').replace(/^\d{4}-\d{2}-/, '');
      const least = (SMALLEST[edition] ?? OTHERWISE) - TOLERANCE;
      const small = texts(path).filter(({ size }) => size < least);
      none(small.map(({ page, size, text }) => `page ${page}: ${size} pt: "${text}"`), `texts under ${least} pt`);
    });
  });
}

/** Every dictionary in a PDF, those within others too. */
function objects(path) {
  const found = [];
  const look = (value) => {
    if (Array.isArray(value)) {
      value.forEach(look);
    } else if (value && typeof value === 'object') {
      found.push(value);
      Object.values(value).forEach(look);
    }
  };
  look(JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', path)).qpdf[1]);
  return found;
}

/** Every run of text with its page and size in points. */
function texts(path) {
  const scale = 3; // sizes come as whole numbers, so the pages are enlarged as far as the tool will
  const xml = run('pdftohtml', '-xml', '-i', '-hidden', '-stdout', '-zoom', String(scale), path);
  const sizes = new Map();
  const found = [];
  let page = 0;
  for (const [, number, id, size, font, text] of xml.matchAll(/<page number="(\d+)"|<fontspec id="(\d+)" size="(-?\d+)"|<text [^>]*font="(\d+)"[^>]*>(.*?)<\/text>/g)) {
    if (number) page = number;
    if (id) sizes.set(id, Number(size) / scale);
    if (font) found.push({ page, size: sizes.get(font), text: text.replace(/<[^>]*>/g, '').slice(0, 60) });
  }
  assert.ok(found.length > 0, 'it has no text');
  return found;
}
