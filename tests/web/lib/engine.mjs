// The site's own search script with its index, run without a browser: what it needs of a page is handed to it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { files, site } from './site.mjs';

/** The text of a file of the site. */
export const text = (path) => readFileSync(join(site, path), 'utf8');
/** A script of the site by the name it has in the theme. */
export const script = (stem) => files.find((path) => new RegExp(`^assets/${stem}\\.[0-9a-f]{8}\\.js$`).test(path));

/** `window.fingerpost` as pages have it, without what needs a document. */
export function engine() {
  const window = {};
  window.window = window;
  const run = (path) => runInNewContext(text(path), context);
  const context = Object.assign(window, { URL, setTimeout, clearTimeout });
  run(script('words'));
  const { fingerpost } = window;
  context.fingerpost = fingerpost;
  const taken = {};
  fingerpost.take = (key, data) => { taken[key] = data; };
  fingerpost.word = (key) => fingerpost.words[key] ?? '';
  const load = async (path) => {
    // The bundle asks for its surroundings; here there is a window and nothing else.
    const global = path === script('minisearch') ? { self: window } : context;
    runInNewContext(text(path), Object.assign(global, context));
    window.MiniSearch ??= global.MiniSearch;
  };
  fingerpost.script = (name) => load(fingerpost.files.scripts[name]);
  fingerpost.data = async (key, path) => {
    if (!(key in taken)) await load(path);
    return taken[key];
  };
  run(script('search'));
  return fingerpost;
}
