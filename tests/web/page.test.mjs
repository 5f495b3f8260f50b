// Pages in a browser: at every width, with the keyboard alone, on paper, from a folder, and without a word to anybody else.

import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';

import { launch, profile, serve } from './lib/browser.mjs';
import { basePath, files, none, pages, samples, site } from './lib/site.mjs';

const MINUTES = 60_000;
let browser, server;

before(async () => [browser, server] = await Promise.all([launch(), serve()]));
after(async () => {
  await browser?.close();
  server?.close();
});

/** Visits pages one after the other in one tab; what the visit returns for each is gathered as faults. */
async function visit(list, settings, look, address = server.address, by = browser) {
  const context = await profile(by, settings);
  const tab = await context.newPage();
  const faults = [];
  for (const page of list) {
    await tab.goto(address(page));
    for (const fault of await look(tab, page)) {
      faults.push(`${page.path}: ${fault}`);
    }
  }
  await context.close();
  return faults;
}

const shown = samples.map(({ page }) => page);

describe('nothing is wider than the window', () => {
  /** Elements that reach over the right edge, when the page scrolls sideways. */
  const overflow = (tab) =>
    tab.evaluate(() => {
      const root = document.scrollingElement;
      if (root.scrollWidth <= root.clientWidth) return [];
      const over = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5);
      const name = (it) => `${it.localName}${it.id ? `#${it.id}` : ''}${it.className ? `.${[...it.classList].join('.')}` : ''}`;
      const leaves = over.filter((element) => !over.some((other) => other !== element && element.contains(other)));
      const widest = leaves.sort((a, b) => b.scrollWidth - a.scrollWidth).slice(0, 3);
      const named = widest.map((it) => `${name(it.parentElement)} > ${name(it)} "${it.textContent.trim().slice(0, 40)}"`);
      return [`${root.scrollWidth} pixels in ${root.clientWidth}: ${named.join(', ') || 'no one element'}`];
    });
  /** Applies a style as the reader's own, which no policy of the page forbids. */
  const styled = (css) => async (tab) => {
    await tab.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
    return overflow(tab);
  };

  test('320 pixels, every page', { timeout: 5 * MINUTES }, async () => {
    none(await visit(pages, { viewport: { width: 320, height: 640 } }, overflow), 'pages');
  });
  for (const width of [768, 1280]) {
    test(`${width} pixels`, { timeout: 5 * MINUTES }, async () => {
      none(await visit(shown, { viewport: { width, height: 800 } }, overflow), 'pages');
    });
  }
  test('1280 pixels at 400 % zoom', { timeout: 5 * MINUTES }, async () => {
    none(await visit(shown, { viewport: { width: 1280 / 4, height: 1024 / 4 }, deviceScaleFactor: 4 }, overflow), 'pages');
  });
  test('text at 200 % in 640 pixels', { timeout: 5 * MINUTES }, async () => {
    const large = await launch({ textSize: 32 });
    const faults = await visit(shown, { viewport: { width: 640, height: 800 } }, overflow, server.address, large);
    await large.close();
    none(faults, 'pages');
  });
  test('text spaced out as WCAG 1.4.12 allows readers to', { timeout: 5 * MINUTES }, async () => {
    const css = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
    none(await visit(shown, { viewport: { width: 320, height: 640 } }, styled(css)), 'pages');
  });
});

describe('pages keep to themselves', () => {
  /** Visits pages with an ear on everything they ask for and everything the browser complains of. */
  const listen = async (list, inside, address) => {
    const context = await profile(browser);
    const tab = await context.newPage();
    const faults = [];
    let path;
    const fault = (what) => faults.push(`${path}: ${what}`);
    tab.on('request', (request) => inside(request.url()) || fault(`asks for ${request.url()}`));
    tab.on('response', (response) => response.status() >= 400 && fault(`${response.status()} for ${response.url()}`));
    // The page is left as soon as it is looked at, which ends what is still on its way; what is blocked or lost says so otherwise.
    tab.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      if (why !== 'net::ERR_ABORTED') fault(`cannot load ${request.url()}: ${why}`);
    });
    tab.on('console', (message) => fault(`console: ${message.text()}`));
    tab.on('pageerror', (error) => fault(`script: ${error}`));
    for (const page of list) {
      path = page.path;
      await tab.goto(address(page), { waitUntil: 'load' });
      const { broken, kept } = await tab.evaluate(() => {
        for (const image of document.images) image.loading = 'eager';
        const ready = [...document.images].map((image) => image.decode().then(() => [], () => [image.src]));
        return Promise.all(ready).then((all) => ({
          broken: all.flat(),
          kept: location.protocol === 'file:' ? 0 : localStorage.length + sessionStorage.length + document.cookie.length,
        }));
      });
      for (const image of broken) fault(`shows no picture for ${image}`);
      if (kept > 0) fault('keeps something in the browser');
    }
    if ((await context.cookies()).length > 0) fault('sets a cookie');
    await context.close();
    return faults;
  };

  test('no request leaves the site, nothing is missing, nothing is kept, every page', { timeout: 5 * MINUTES }, async () => {
    const inside = (url) => url.startsWith(server.origin + basePath);
    none(await listen(pages, inside, server.address), 'complaints');
  });

  test('a folder opened without a server looks the same', { timeout: 5 * MINUTES }, async () => {
    const address = (page) => pathToFileURL(join(site, page.path)).href;
    const folder = `${pathToFileURL(site).href}/`;
    const local = shown.filter((page) => page.kind !== 'not found');
    none(await listen(local, (url) => url.startsWith(folder), address), 'complaints');
    const look = (tab) => tab.evaluate(() => [...document.querySelectorAll('body, h1, main a, footer')].map((element) => {
      const { color, backgroundColor, font, margin } = getComputedStyle(element);
      return [color, backgroundColor, font, margin].join(' ');
    }));
    const served = new Map();
    await visit(local, {}, async (tab, page) => void served.set(page, await look(tab)) ?? []);
    const differs = async (tab, page) => {
      const own = await look(tab);
      return own.join() === served.get(page).join() ? [] : [`looks different: ${own.find((style, at) => style !== served.get(page)[at])}`];
    };
    none(await visit(local, {}, differs, address), 'pages');
    const plain = await browser.newPage();
    const bare = await look(plain);
    await plain.close();
    assert.ok([...served.values()].every(([body]) => body !== bare[0]), 'the style sheet is not applied');
  });

  test('a wrong address at any depth leads to a page with working links', { timeout: MINUTES }, async () => {
    const tab = await browser.newPage();
    const faults = [];
    for (const wrong of ['nothing.html', 'listing/nothing.html', 'place/nowhere/at-all.html']) {
      await tab.goto(server.origin + basePath + wrong);
      const links = await tab.evaluate(() => [...document.querySelectorAll('a, link, img')].map((it) => it.href || it.src));
      const own = links.filter((link) => link.startsWith(server.origin)).map((link) => new URL(link).pathname);
      assert.ok(own.length > 0, `the page for ${wrong} has no links`);
      const lost = own.filter((path) => path !== basePath + wrong && !files.includes(path.slice(basePath.length)));
      faults.push(...lost.map((path) => `${wrong}: ${path}`));
    }
    await tab.close();
    none(faults, 'links to nowhere');
  });
});

describe('the keyboard alone is enough', () => {
  /** Numbers what can take the focus, in the order of the text. */
  const numbered = (tab) =>
    tab.evaluate(() => {
      const can = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
      const all = [...document.querySelectorAll(can)].filter(eye.sees);
      all.forEach((element, at) => element.setAttribute('data-stop', at));
      return all.length;
    });
  /** What has the focus now: its number, where it is, and whether the eye can find it. */
  const stop = (tab) =>
    tab.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const rect = [...element.getClientRects()].find((it) => it.width > 0) ?? element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const ground = eye.ground(parseFloat(style.outlineOffset) < 0 ? element : element.parentElement);
      const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      const inView = rect.top > -1 && rect.left > -1 && rect.bottom < innerHeight + 1 && rect.right < innerWidth + 1;
      const top = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
      const faults = [
        !ringed && 'has no outline',
        ringed && eye.contrast(style.outlineColor, ground) < 3 && `has an outline that does not stand out (${style.outlineColor})`,
        (!inView || rect.width < 2) && 'is outside the window',
        inView && !element.contains(top) && 'is covered',
      ];
      return {
        at: Number(element.dataset.stop ?? -1),
        text: element.textContent.trim().slice(0, 50) || element.localName,
        box: { top: rect.top + scrollY, bottom: rect.bottom + scrollY, left: rect.left },
        faults: faults.filter(Boolean),
      };
    });
  /** Goes through a page with Tab. In one column each stop must also lie below the one before, or beside it. */
  const walk = (oneColumn) => async (tab) => {
    // What scripts put in is there before the stops are counted.
    await tab.waitForLoadState('networkidle');
    const total = await numbered(tab);
    const faults = [];
    let last = null;
    for (let at = 0; at < total; at += 1) {
      await tab.keyboard.press('Tab');
      const now = await stop(tab);
      if (now?.at !== at) {
        faults.push(`stop ${at + 1} of ${total} is ${now ? `"${now.text}", number ${now.at + 1} in the text` : 'nothing'}`);
        break;
      }
      faults.push(...now.faults.map((fault) => `the focus on "${now.text}" ${fault}`));
      // The skip link pushes the page down while it has the focus, so it says nothing about the order.
      if (oneColumn && last && at > 1) {
        const above = now.box.bottom <= last.box.top + 1;
        const before = now.box.top < last.box.bottom - 1 && now.box.bottom > last.box.top + 1 && now.box.left < last.box.left;
        if (above || before) faults.push(`"${now.text}" comes after "${last.text}" but stands before it`);
      }
      last = now;
    }
    return faults;
  };

  test('every stop in reading order and in sight, 320 pixels, dark', { timeout: 5 * MINUTES }, async () => {
    none(await visit(shown, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }, walk(true)), 'faults');
  });
  test('every stop in the order of the text and in sight, 1280 pixels, light', { timeout: 5 * MINUTES }, async () => {
    none(await visit(shown, { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, walk(false)), 'faults');
  });
  test('the first stop leads past the menu', { timeout: 5 * MINUTES }, async () => {
    const skips = async (tab) => {
      await tab.keyboard.press('Tab');
      const first = await tab.evaluate(() => document.activeElement.getAttribute('href'));
      if (first !== '#main') return [`the first stop is ${first}`];
      await tab.keyboard.press('Enter');
      await tab.waitForFunction(() => location.hash === '#main');
      await tab.keyboard.press('Tab');
      const inside = await tab.evaluate(() => {
        const main = document.querySelector('main');
        const past = main.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
        return main.contains(document.activeElement) || (past && !main.querySelector('a[href]'));
      });
      return inside ? [] : ['after the skip link, Tab does not go into the main part'];
    };
    none(await visit(shown, { viewport: { width: 1280, height: 800 } }, skips), 'faults');
  });
});

describe('nothing that matters is hidden', () => {
  /** Text that is not shown, outside what may be hidden. */
  const hidden = (allowed) => (tab) =>
    tab.evaluate((may) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const faults = [];
      while (texts.nextNode()) {
        const { data, parentElement: element } = texts.currentNode;
        if (!data.trim() || element.closest(may)) continue;
        if (!eye.sees(element)) faults.push(`hidden: "${data.trim().slice(0, 60)}" in ${element.localName}.${element.className}`);
      }
      return faults;
    }, allowed);
  /** What a listing must show on paper, read from its own elements. */
  const facts = async (tab, page) => {
    const faults = await hidden('nav, .skip, .jump, .report, .calendar, .similar, .map, .unseen, .finder form, .act, .tools, .about-list, .keep')(tab);
    if (page.kind !== 'listing') return faults;
    return faults.concat(await tab.evaluate(() => {
      const seen = (element) => element.getClientRects().length > 0 && element.innerText.trim() !== '';
      const needed = { heading: 'h1', summary: '.lead', contact: '.contact a', fact: '.facts dt', answer: '.facts dd' };
      return Object.entries(needed).flatMap(([what, selector]) => {
        const all = [...document.querySelectorAll(`main ${selector}`)];
        if (all.length === 0) return [`no ${what}`];
        return all.filter((element) => !seen(element)).map((element) => `${what} not printed: ${element.textContent.trim()}`);
      });
    }));
  };
  /** Text that would be too pale on white paper: printers leave backgrounds out. */
  const pale = (tab) =>
    tab.evaluate(() => {
      const faint = eye.texts().filter((element) => eye.contrast(getComputedStyle(element).color, 'rgb(255, 255, 255)') < 4.5);
      return faint.map((element) => `pale on paper: "${element.textContent.trim().slice(0, 40)}" in ${getComputedStyle(element).color}`);
    });
  const printed = (check) => async (tab, page) => {
    await tab.emulateMedia({ media: 'print' });
    return check(tab, page);
  };

  test('on a screen', { timeout: 5 * MINUTES }, async () => {
    for (const width of [320, 1280]) {
      none(await visit(shown, { viewport: { width, height: 800 } }, hidden('.jump, .print-only, .filters, .check[hidden]')), `texts at ${width} pixels`);
    }
  });
  test('on paper', { timeout: 5 * MINUTES }, async () => {
    none(await visit(shown, { viewport: { width: 680, height: 960 } }, printed(facts)), 'texts');
  });
  for (const colorScheme of ['light', 'dark']) {
    test(`on white paper, printed from a ${colorScheme} screen`, { timeout: 5 * MINUTES }, async () => {
      none(await visit(shown, { colorScheme, viewport: { width: 680, height: 960 } }, printed(pale)), 'texts');
    });
  }
});
