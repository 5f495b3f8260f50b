// The site as a folder of files: every link leads somewhere, every page is found, named and light enough.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';

import { base, files, kinds, listings, missing, none, output, pages, site, sitemapAddresses, target } from './lib/site.mjs';

const KB = 1024;
const PAGE_LIMIT = 30 * KB;
const CSS_LIMIT = 12 * KB;
/** All scripts together with MiniSearch, and the words they say. */
const SCRIPT_LIMIT = 25 * KB;
/** For each 200 listings. */
const INDEX_LIMIT = 60 * KB;

const byPath = new Map(pages.map((page) => [page.path, page]));
const found = pages.filter((page) => page.kind !== 'not found');

test('the site has pages of every kind, and none of a kind the tests do not know', () => {
  none(pages.filter((page) => !page.kind).map((page) => page.path), 'pages of no known kind');
  none(kinds.filter((kind) => !pages.some((page) => page.kind === kind)), 'kinds without a page');
  none(missing, 'things the sample content does not show');
});

test('every listing of the open data has its page, with its name as the heading', () => {
  const plain = (text) => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s+/g, ' ').trim();
  const faults = listings().filter((one) => {
    const heading = byPath.get(`listing/${one.id}.html`)?.root.querySelector('h1');
    return !heading || plain(heading.text) !== plain(one.name);
  });
  none(faults.map((one) => `${one.id} (${one.name})`), 'listings without a page');
});

test('every link and every picture leads to a file, and every fragment to an element', () => {
  const ids = new Map(pages.map((page) => [page.path, new Set(page.all('[id]').map((element) => element.getAttribute('id')))]));
  const faults = [];
  for (const page of pages) {
    for (const element of page.all('[href], [src]')) {
      const href = element.getAttribute('href') ?? element.getAttribute('src');
      const { outside, path, fragment } = target(page, href);
      const fault = (why) => faults.push(`${page.path}: <${element.rawTagName} ${href}>: ${why}`);
      if (outside !== undefined) {
        const why = outsideFault(element, outside);
        if (why) fault(why);
      } else if (href.startsWith('/') && page.kind !== 'not found') {
        fault('begins with a slash, so it does not work in a folder');
      } else if (!files.includes(path)) {
        fault(`there is no ${path}`);
      } else if (fragment && !ids.get(path)?.has(fragment)) {
        fault(`nothing in ${path} has the id "${fragment}"`);
      }
    }
  }
  none(faults, 'broken links');
});

/** What is wrong with a link that leads out of the site, if anything. */
function outsideFault(element, href) {
  if (element.rawTagName !== 'a' && element.getAttribute('rel') !== 'canonical') {
    return 'loads something from outside the folder';
  }
  const scheme = href.slice(0, href.indexOf(':') + 1).toLowerCase();
  switch (scheme) {
    case 'http:':
    case 'https:':
      return URL.canParse(href) ? undefined : 'is no address';
    case 'tel:':
      return /^tel:\+?[0-9]{2,15}$/.test(href) ? undefined : 'is no number that a telephone can dial';
    case 'mailto:':
      return /^mailto:[^@\s]+@[^@\s?]+(\?[^\s]*)?$/.test(href) ? undefined : 'is no e-mail address';
    default:
      return 'has a scheme that pages must not use';
  }
}

test('every page but the one for wrong addresses is reached from the home page', () => {
  const reached = new Set(['index.html']);
  const waiting = ['index.html'];
  while (waiting.length > 0) {
    const page = byPath.get(waiting.pop());
    for (const link of page?.all('a[href]') ?? []) {
      const { path } = target(page, link.getAttribute('href'));
      if (path && !reached.has(path)) {
        reached.add(path);
        waiting.push(path);
      }
    }
  }
  none(found.map((page) => page.path).filter((path) => !reached.has(path)), 'pages that no link leads to');
  const booklets = files.filter((path) => path.endsWith('.pdf'));
  none(booklets.filter((path) => !reached.has(path)), 'booklets that no link leads to');
});

test('every page says its language, its title and its headings in order', () => {
  const faults = [];
  const titles = new Map();
  for (const page of pages) {
    const fault = (why) => faults.push(`${page.path}: ${why}`);
    if (!page.root.querySelector('html')?.getAttribute('lang')) fault('has no language');
    const title = page.root.querySelector('head > title')?.text.trim() ?? '';
    if (!title) fault('has no title');
    if (titles.has(title)) fault(`has the title of ${titles.get(title)}: ${title}`);
    titles.set(title, page.path);
    for (const [selector, what] of [['h1', 'main headings'], ['main', 'main parts'], ['meta[name=viewport]', 'viewports']]) {
      const number = page.all(selector).length;
      if (number !== 1) fault(`has ${number} ${what}, not one`);
    }
    let before = 0;
    for (const heading of page.all('h1, h2, h3, h4, h5, h6')) {
      const level = Number(heading.rawTagName.slice(1));
      if (!heading.text.trim()) fault(`has an empty h${level}`);
      if (level > before + 1) fault(`goes from h${before} to h${level}: "${heading.text.trim()}"`);
      before = level;
    }
  }
  none(faults, 'faults');
});

test("every script is the site's own, deferred and named after its content; no page has one inside it", () => {
  const own = /^assets\/[a-z-]+\.[0-9a-f]{8}\.js$/;
  const faults = [];
  for (const page of pages) {
    // Data for search engines is in a <script> that runs nothing.
    for (const element of page.all('script:not([type="application/ld+json"])')) {
      const src = element.getAttribute('src');
      const fits = src && own.test(target(page, src).path) && element.hasAttribute('defer') && element.text.trim() === '';
      if (!fits) faults.push(`${page.path}: ${element.outerHTML.slice(0, 80)}`);
    }
    const policy = page.root.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content') ?? '';
    if (!/default-src 'none'; script-src 'self'( 'sha256-[A-Za-z0-9+\/=]+')?;/.test(policy) || /unsafe|\*|https?:/.test(policy)) faults.push(`${page.path}: ${policy}`);
  }
  none(faults, 'scripts');
});

test('scripts, index and data are light enough, compressed', () => {
  const size = (list) => list.reduce((sum, path) => sum + gzipSync(readFileSync(join(site, path)), { level: 6 }).length, 0);
  const named = (pattern) => files.filter((path) => pattern.test(path));
  const own = size(named(/^assets\/(site|search|finder|shortlist|keep|minisearch|words)\.[0-9a-f]{8}\.js$/));
  assert.ok(own <= SCRIPT_LIMIT, `the scripts are ${own} bytes compressed, more than ${SCRIPT_LIMIT}`);
  const index = size(named(/^assets\/index[a-z0-9-]*\.[0-9a-f]{8}\.js$/));
  const limit = Math.ceil(listings().length / 200) * INDEX_LIMIT;
  assert.ok(index > 0 && index <= limit, `the index is ${index} bytes compressed, more than ${limit}`);
});

test('no page has a style of its own, a frame or a form', () => {
  const banned = 'style, [style], iframe, frame, object, embed, form';
  none(pages.flatMap((page) => page.all(banned).map((element) => `${page.path}: <${element.rawTagName}>`)), 'elements');
  const handlers = /\son[a-z]+\s*=|javascript:/i;
  none(
    pages.flatMap((page) => page.all('*').filter((element) => handlers.test(` ${element.rawAttrs}`)).map((it) => `${page.path}: ${it.rawAttrs}`)),
    'script in attributes',
  );
});

test('every page is at most 30 KB and has one style sheet of at most 12 KB, compressed', () => {
  const size = (bytes) => gzipSync(bytes, { level: 6 }).length;
  // The page of everything is for printing and reading aloud, where being whole matters more than being light.
  const heavy = pages.filter((page) => page.kind !== 'everything').map((page) => [page.path, size(page.bytes)]).filter(([, bytes]) => bytes > PAGE_LIMIT);
  none(heavy.map(([path, bytes]) => `${path}: ${bytes} bytes`), 'pages over 30 KB');
  const sheets = pages.map((page) => [page, page.all('link[rel=stylesheet]')]);
  none(sheets.filter(([, list]) => list.length !== 1).map(([page, list]) => `${page.path}: ${list.length}`), 'pages without one style sheet');
  const used = new Set(sheets.map(([page, [link]]) => target(page, link.getAttribute('href')).path));
  for (const path of used) {
    const bytes = size(readFileSync(join(site, path)));
    assert.ok(bytes <= CSS_LIMIT, `${path} is ${bytes} bytes compressed, more than ${CSS_LIMIT}`);
  }
});

test('the sitemap has exactly the pages, and each page gives the address it has there', () => {
  const addressOf = (page) => base + (page.path === 'index.html' ? '' : page.path);
  assert.deepEqual(sitemapAddresses().sort(), found.map(addressOf).sort());
  const own = (page) => page.root.querySelector('link[rel=canonical]')?.getAttribute('href');
  none(found.filter((page) => own(page) !== addressOf(page)).map((page) => `${page.path}: ${own(page)}`), 'pages with another address');
  const lost = pages.filter((page) => page.kind === 'not found');
  none(lost.filter((page) => own(page) || !page.has('meta[name=robots][content=noindex]')).map((page) => page.path), 'pages to be left out');
  assert.match(readFileSync(join(site, 'robots.txt'), 'utf8'), new RegExp(`^Sitemap: ${base}sitemap\\.xml$`, 'm'));
});

test('the booklets offered are the booklets made, with the size that the page says', () => {
  const links = byPath.get('index.html').all('a[href$=".pdf"]');
  assert.ok(links.length > 0, 'the home page offers no booklet');
  for (const link of links) {
    const path = link.getAttribute('href');
    const offered = readFileSync(join(site, path));
    assert.ok(offered.equals(readFileSync(join(output, path))), `site/${path} and ${path} differ`);
    const bytes = statSync(join(site, path)).size;
    const note = link.parentNode.text;
    const [, number, unit] = note.match(/([\d.]+)\s(KB|MB)/) ?? assert.fail(`no size beside the link: ${note}`);
    const said = Number(number) * (unit === 'MB' ? 1e6 : 1e3);
    assert.ok(Math.abs(said - bytes) <= (unit === 'MB' ? 1e5 : 1e3), `the page says ${number} ${unit}, ${path} has ${bytes} bytes`);
  }
});
