// What stands beside the pages and in their heads: calendars, feed, data for search engines, link previews.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { promisify } from 'node:util';

import { base, files, here, listings, none, output, pages, samples, site } from './lib/site.mjs';

const run = promisify(execFile);

test('calendars, feed and map of the site are what their standards say', { timeout: 120_000 }, async () => {
  const { stdout } = await run(join(here, '.venv', 'bin', 'python'), [join(here, 'feeds.py'), output], { maxBuffer: 1 << 26 });
  const { calendars, faults } = JSON.parse(stdout);
  none(faults, `faults in ${calendars} calendars, the feed and the map`);
  assert.ok(calendars > 100, `only ${calendars} calendars`);
});

test('every page names the feed, and its own calendar where there is one', () => {
  const faults = [];
  for (const page of pages) {
    if (!page.has('link[rel=alternate][type="application/atom+xml"]')) faults.push(`${page.path}: does not name the feed`);
    const calendar = page.path.replace(/\.html$/, '.ics');
    if (files.includes(calendar) !== page.has('main a[href$=".ics"]')) faults.push(`${page.path}: its calendar and its link do not fit`);
  }
  none(faults, 'faults');
});

test('data for search engines is JSON that says what the page says', () => {
  const faults = [];
  const known = new Map(listings().map((one) => [one.id, one]));
  const straight = (text) => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"');
  for (const page of pages) {
    const fault = (why) => faults.push(`${page.path}: ${why}`);
    const scripts = page.all('script[type="application/ld+json"]');
    const wanted = page.kind === 'home' || page.kind === 'listing' ? 1 : 0;
    if (scripts.length !== wanted) fault(`has ${scripts.length} parts with data`);
    for (const script of scripts) {
      const text = script.rawText;
      if (/[<>&]/.test(text)) fault('its data could be taken for markup');
      const { '@context': context, '@graph': graph } = JSON.parse(text);
      if (context !== 'https://schema.org') fault(`speaks of ${context}`);
      const one = known.get(page.path.replace(/^listing\/|\.html$/g, ''));
      const service = graph.find((it) => it['@type'] === 'Service');
      if (page.kind === 'listing' && !service) fault('tells of no service');
      if (one && service) {
        if (straight(service.name) !== straight(one.name)) fault(`is called ${service.name}`);
        const masked = one.venues.filter((venue) => venue.name === null).length > 0;
        if (masked && one.venues.length === 1 && /streetAddress|postalCode/.test(text)) fault('tells a masked address');
      }
      for (const event of graph.filter((it) => it['@type'] === 'Event')) {
        if (Number.isNaN(Date.parse(event.startDate))) fault(`an event begins on ${event.startDate}`);
        if (!event.eventSchedule) fault('an event has no schedule');
      }
    }
  }
  none(faults, 'faults');
});

test('links to a page show its title and what it is about', () => {
  const faults = [];
  for (const page of pages.filter((it) => it.kind !== 'not found')) {
    const meta = (name) => page.root.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? '';
    for (const name of ['og:title', 'og:description', 'og:type', 'og:url', 'og:site_name']) {
      if (!meta(name).trim()) faults.push(`${page.path}: no ${name}`);
    }
    const canonical = page.root.querySelector('link[rel=canonical]')?.getAttribute('href');
    if (meta('og:url') !== canonical || !canonical.startsWith(base)) faults.push(`${page.path}: ${meta('og:url')} is not ${canonical}`);
  }
  none(faults, 'faults');
});

test('reports about a listing name its id and its address', () => {
  const faults = [];
  for (const page of pages.filter((it) => it.kind === 'listing')) {
    const href = page.root.querySelector('.report a[href^="mailto:"]')?.getAttribute('href') ?? '';
    const report = decodeURIComponent(href.replaceAll('&amp;', '&'));
    const id = page.path.replace(/^listing\/|\.html$/g, '');
    if (!report.includes(`(${id})`) || !report.includes(`${base}${page.path}`)) faults.push(`${page.path}: ${report}`);
  }
  none(faults, 'reports');
});

test('hosts are told what the pages say of themselves', () => {
  const read = (path) => (existsSync(join(site, path)) ? readFileSync(join(site, path), 'utf8') : '');
  const said = (page) => page.root.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  // A page with data for search engines names the hash of it, and nothing else more than other pages.
  const policy = pages.map((page) => said(page).replace(/ 'sha256-[A-Za-z0-9+/]{43}='/, (hash) => {
    const data = page.root.querySelector('script[type="application/ld+json"]')?.rawText ?? '';
    return hash === ` 'sha256-${createHash('sha256').update(data).digest('base64')}'` ? '' : hash;
  }));
  assert.equal(new Set(policy).size, 1, 'all pages have the same policy');
  assert.match(policy[0], /^default-src 'none'; /);
  for (const word of ['unsafe', 'http:', 'https:', '*', 'data:']) assert.ok(!policy[0].includes(word), `the policy says ${word}`);
  for (const path of ['_headers', '.htaccess']) {
    assert.ok(read(path).includes(`${policy[0]}; frame-ancestors 'none'`), `${path} has another policy`);
  }
});

// The order in which a text browser, and a screen reader, meet the facts of a listing.
const ORDER = ['When', 'Where', 'Cost', 'Get in touch'];

test('text browsers show a page in the order people ask', async () => {
  const faults = [];
  const text = async (page) => (await run('w3m', ['-dump', '-cols', '80', '-T', 'text/html', join(site, page.path)])).stdout;
  for (const { what, page } of samples.filter((it) => ['home', 'category', 'listing', 'date'].includes(it.page.kind))) {
    const shown = await text(page);
    const fault = (why) => faults.push(`${page.path} (${what}): ${why}\n${shown}`);
    const heading = page.root.querySelector('h1').text.trim();
    const squeezed = shown.replace(/\s+/g, ' ');
    const begin = squeezed.indexOf(heading.replace(/\s+/g, ' '));
    if (begin < 0) fault('does not show its heading');
    if (/[{}<>]/.test(shown.replace(/<-+>/g, ''))) fault('shows markup');
    if (page.kind !== 'listing') continue;
    const summary = page.root.querySelector('.lead').text.trim().replace(/\s+/g, ' ');
    const names = page.all('.facts dt').map((it) => it.text.trim());
    const wanted = [summary, ...ORDER.filter((word) => word === 'Get in touch' || names.includes(word))];
    let at = begin;
    for (const word of wanted) {
      const plain = word === 'Get in touch' ? squeezed.lastIndexOf(word) : squeezed.indexOf(word, at);
      if (plain < at) fault(`does not show "${word}" in its place`);
      else at = plain;
    }
  }
  none(faults, 'pages');
});
