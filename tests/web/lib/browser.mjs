// Debian's Chromium, without a window, and a server on this machine alone that hands out the site.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

import { basePath, site } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
};

/** Serves the site at the path it will have; what is not there is answered with its own 404 page. */
export async function serve() {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inside = path.startsWith(basePath) && !path.includes('..') ? path.slice(basePath.length) : '404.html';
    const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
    try {
      const body = await readFile(join(site, file));
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      const body = await readFile(join(site, '404.html')).catch(() => 'not found');
      response.writeHead(404, { 'content-type': TYPES['.html'] }).end(body);
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, address: (page) => `${origin}${basePath}${page.path}`, close: () => server.close() };
}

/** The browser; CHROMIUM names another one than Debian's. `textSize` is the reader's own, in pixels. */
export function launch({ textSize = 16 } = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--blink-settings=defaultFontSize=${textSize}`],
  });
}

/** A fresh, calm profile whose pages know `eye`, the functions below. */
export async function profile(browser, settings = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...settings });
  await context.addInitScript(eye);
  return context;
}

/** Runs in the page: what a test needs to see colours as a reader does. */
function eye() {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  globalThis.eye = {
    /** The contrast of two colours by WCAG, from 1 to 21. */
    contrast(one, other) {
      const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    },
    /** The colour that an element lies on. */
    ground(element) {
      const colour = getComputedStyle(element).backgroundColor;
      if ((parts(colour)[3] ?? 1) > 0) return colour;
      return element.parentElement ? globalThis.eye.ground(element.parentElement) : 'rgb(255, 255, 255)';
    },
    /** Whether an element is shown. */
    sees: (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    /** The shown elements that have text of their own. */
    texts: () => [...document.body.querySelectorAll('*')].filter((element) => own(element) && globalThis.eye.sees(element)),
  };
}
