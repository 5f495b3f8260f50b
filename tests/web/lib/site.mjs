// The built site as a folder of files: its pages, what kind each is, and which of them stand for their kind.
// FINGERPOST_OUTPUT names the output folder; `tests/web/run DIR` sets it.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'node-html-parser';

assert.ok(process.env.FINGERPOST_OUTPUT, 'FINGERPOST_OUTPUT must name the output folder; run tests/web/run DIR');

/** The folder of these tests. */
export const here = dirname(dirname(fileURLToPath(import.meta.url)));
/** The output folder. */
export const output = resolve(process.env.FINGERPOST_OUTPUT);
/** The website in it. */
export const site = join(output, 'site');

assert.ok(existsSync(join(site, 'index.html')), `there is no site/index.html in ${output}; build first`);

/** Every file of the site, as a path with slashes, sorted. */
export const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(site.length + 1).replaceAll('\\', '/'))
  .sort();

// The first pattern that fits decides.
const KINDS = [
  ['home', /^index\.html$/],
  ['not found', /^404\.html$/],
  ['A to Z', /^a-to-z(--\d+)?\.html$/],
  ['categories', /^category\/index\.html$/],
  ['category', /^category\/[^/]+\.html$/],
  ['places', /^place\/index\.html$/],
  ['category in a place', /^place\/[^/]+\/[^/]+\.html$/],
  ['place', /^place\/[^/]+\.html$/],
  ['listing', /^listing\/[^/]+\.html$/],
  ['days', /^day\/index\.html$/],
  ['week', /^day\/week-\d{4}-\d\d-\d\d\.html$/],
  ['date', /^day\/\d{4}-\d\d-\d\d(--\d+)?\.html$/],
  ['day of the week', /^day\/[a-z]+day(--\d+)?\.html$/],
  ['everything', /^all(--\d+)?\.html$/],
  ['downloads', /^downloads\.html$/],
  ['what has changed', /^changes\.html$/],
  ['past issues', /^archive\.html$/],
  ['search', /^search\.html$/],
  ['shortlist', /^shortlist\.html$/],
  ['filter', /^filter\/[^/]+\.html$/],
  ['text', /^page\/[^/]+\.html$/],
];

/** A page: its path, its kind (none when no pattern fits), its text and its elements. */
class Page {
  constructor(path) {
    this.path = path;
    this.kind = KINDS.find(([, pattern]) => pattern.test(path))?.[0];
    this.bytes = readFileSync(join(site, path));
    this.html = this.bytes.toString('utf8');
    this.root = parse(this.html, { comment: false });
  }

  /** All elements that fit a selector. */
  all(selector) {
    return this.root.querySelectorAll(selector);
  }

  /** Whether an element fits a selector. */
  has(selector) {
    return this.root.querySelector(selector) !== null;
  }
}

/** Every page, in the order of their paths. */
export const pages = files.filter((path) => path.endsWith('.html')).map((path) => new Page(path));

/** The names of all kinds of page. */
export const kinds = KINDS.map(([kind]) => kind);

/** The site's own address, with a slash at its end, as its sitemap gives it. */
export const base = sitemapAddresses().sort((a, b) => a.length - b.length)[0];
/** The path below which the site is served. */
export const basePath = new URL(base).pathname;

/** The addresses in the sitemap. */
export function sitemapAddresses() {
  const xml = parse(readFileSync(join(site, 'sitemap.xml'), 'utf8'), { lowerCaseTagName: false });
  return xml.querySelectorAll('loc').map((loc) => loc.text.trim());
}

/** The open data of the issue. */
export function listings() {
  return JSON.parse(readFileSync(join(output, 'data', 'listings.json'), 'utf8')).listings;
}

/**
 * Where a link of a page leads: `{ outside }` with a URL, or `{ path, fragment }` inside the site.
 * A path that climbs out of the site begins with `..`.
 */
export function target(page, href) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) {
    return { outside: href };
  }
  const [address, fragment = ''] = href.split('#', 2);
  const plain = decodeURIComponent(address.split('?', 1)[0]);
  if (plain === '') {
    return { path: page.path, fragment };
  }
  if (plain.startsWith('/')) {
    const inside = plain.startsWith(basePath) ? plain.slice(basePath.length) : `..${plain}`;
    return { path: posix.normalize(inside || 'index.html'), fragment };
  }
  return { path: posix.normalize(posix.join(posix.dirname(page.path), plain)), fragment };
}

const masked = () => {
  const ids = listings().filter((one) => one.venues.some((venue) => venue.name === null)).map((one) => `listing/${one.id}.html`);
  return (page) => ids.includes(page.path);
};
const longest = (kind, fits = () => true) => () =>
  pages.filter((page) => page.kind === kind && fits(page)).sort((a, b) => b.bytes.length - a.bytes.length)[0];

// What stands for a kind is the longest page of it: where anything is too wide or too heavy, it is there.
const SAMPLES = {
  'home': longest('home'),
  'categories': longest('categories'),
  'category': longest('category'),
  'places': longest('places'),
  'place': longest('place'),
  'category in a place': longest('category in a place'),
  'A to Z': longest('A to Z'),
  'listing (the longest)': longest('listing'),
  'listing with an alert': longest('listing', (page) => page.has('.alert')),
  'listing with dates': longest('listing', (page) => page.has('.dates')),
  'listing without dates': longest('listing', (page) => !page.has('.dates')),
  'listing with a masked address': longest('listing', masked()),
  'listing in easy words': longest('listing', (page) => page.has('.easy')),
  'listing with a picture': longest('listing', (page) => page.has('main img')),
  'listing with several contacts': longest('listing', (page) => page.has('.contact h3')),
  'listing with marks': longest('listing', (page) => page.has('.marks')),
  'days': longest('days'),
  'date': longest('date'),
  'date with something that is not on': longest('date', (page) => page.has('#not-on')),
  'date on which people should ask first': longest('date', (page) => page.has('.sessions strong')),
  'bank holiday': longest('date', (page) => page.has('.alert')),
  'day of the week': longest('day of the week'),
  'everything': longest('everything'),
  'downloads': longest('downloads'),
  'what has changed': longest('what has changed'),
  'past issues': longest('past issues'),
  'listing with similar ones': longest('listing', (page) => page.has('.similar')),
  'text': longest('text', (page) => !page.has('.numbers') && !page.has('.outlets')),
  'text with numbers': longest('text', (page) => page.has('.numbers')),
  'text with outlets': longest('text', (page) => page.has('.outlets')),
  'search': longest('search'),
  'shortlist': longest('shortlist'),
  'filter': longest('filter'),
  'not found': longest('not found'),
};

const chosen = Object.entries(SAMPLES).map(([what, choose]) => [what, choose()]);

/** What no page of the site shows though it should; a test says so. */
export const missing = chosen.filter(([, page]) => !page).map(([what]) => what);

/** One page for each thing that pages can show, each once: `{ what, page }`. */
export const samples = [...new Set(chosen.map(([, page]) => page).filter(Boolean))].map((page) => ({
  what: chosen.filter(([, other]) => other === page).map(([what]) => what).join(', '),
  page,
}));

/** Fails with all faults at once, one a line, and says how many there are. */
export function none(faults, what) {
  const shown = faults.slice(0, 40).map((fault) => `  ${fault}`);
  if (faults.length > shown.length) {
    shown.push(`  ... and ${faults.length - shown.length} more`);
  }
  assert.equal(faults.length, 0, `${what}: ${faults.length}\n${shown.join('\n')}`);
}
