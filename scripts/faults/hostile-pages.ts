/**
 * Figure 1: pages that try to learn what is not theirs while a card is opened on them: what the card says, where
 * Sidelight lives in this browser, and what the reader has chosen. All that a page gets hold of is searched for it.
 */
import type { Page } from 'puppeteer-core';
import { Driver, expectMarks, isCardOpen, restOn, until } from '../../tests/browser/driver';
import { Site } from '../../tests/browser/site';
import { type BrowserName, startBrowser } from '../browsers';
import type { Figure, Outcome } from './figure';

/** A choice of the reader's that no page may come to know. */
const SECRET_SITE = 'secret-reading.example';

const WINDOW = { width: 900, height: 700 };
const NEWS = '<p>Trains left Kashgar for Tibet.</p>';
/** A card as it would be if it were no page of the extension in a closed tree: made by calls that can be spied on. */
const OPEN_CARD = `<script>addEventListener('load', () => {
  const host = document.createElementNS('http://www.w3.org/1999/xhtml', 'div');
  const words = ['It says ', '${SECRET_SITE}', ' in answer to what'].map((some) => some.replace('x', 'x')).join('');
  host.setAttribute('popover', 'manual');
  const tree = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('p { --words: "' + words + '" }');
  tree.adoptedStyleSheets = document.adoptedStyleSheets = [sheet];
  const frame = document.createElement('iframe');
  frame.srcdoc = '<p>' + words + '</p>';
  frame.setAttribute('title', words);
  tree.append(frame);
  host.append(words);
  host.style.setProperty('--words', words);
  document.body.append(host);
  host.showPopover();
  host.focus();
  postMessage(words, '*');
  new Map().set(words, JSON.parse(JSON.stringify({ words })));
  console.warn(words);
  Reflect.apply(Object.defineProperty, Object, [host, 'words', { value: words }]);
  setTimeout(Function.prototype.bind.call(() => {}, null, words), 1);
});</script>`;

/** As many different strings as a page keeps, of this length; more could not be carried out of it. */
const MOST = 3000;
const LONGEST = 5000;

interface Attack {
  title: string;
  /** Runs before anything else of the page. */
  first?: string;
  /** Runs ten times a second, before, while and after a card is open. `host` is our element, or null. */
  probe?: string;
  headers?: Record<string, string>;
}

/** Methods and accessors of the page's world that are replaced by spies on what they are handed. */
const SPIED =
  `Element.prototype.attachShadow Element.prototype.append Element.prototype.setAttribute
  Element.prototype.getBoundingClientRect Element.prototype.closest Element.prototype.checkVisibility
  Node.prototype.appendChild Node.prototype.getRootNode Node.prototype.compareDocumentPosition
  HTMLElement.prototype.showPopover HTMLElement.prototype.focus Document.prototype.createElementNS
  Document.prototype.createElement Document.prototype.createRange Document.prototype.createTreeWalker
  CSSStyleSheet.prototype.replaceSync CSSStyleDeclaration.prototype.setProperty
  EventTarget.prototype.addEventListener EventTarget.prototype.dispatchEvent Range.prototype.setStart
  Range.prototype.getClientRects Map.prototype.set Map.prototype.get Set.prototype.add WeakMap.prototype.set
  Array.prototype.push Array.prototype.map Array.prototype.join String.prototype.replace
  String.prototype.split RegExp.prototype.exec Promise.prototype.then Function.prototype.call
  Function.prototype.apply Function.prototype.bind Crypto.prototype.getRandomValues
  HighlightRegistry.prototype.set Highlight.prototype.add MutationObserver.prototype.observe
  IntersectionObserver.prototype.observe ResizeObserver.prototype.observe
  BroadcastChannel.prototype.postMessage MessagePort.prototype.postMessage JSON.stringify JSON.parse
  Object.defineProperty Object.entries Reflect.apply console.error console.warn window.postMessage
  window.setTimeout window.requestAnimationFrame window.getComputedStyle window.structuredClone
  window.fetch`
    .split(/\s+/)
    .map<Attack>((path) => {
      const at = path.lastIndexOf('.');
      const [owner, key] = [path.slice(0, at), path.slice(at + 1)];
      return {
        title: `a spy on ${path}`,
        first: `{
        const real = ${owner}.${key};
        let isBusy = false;
        ${owner}.${key} = function (...args) {
          if (!isBusy) { isBusy = true; try { take(this, ...args); } finally { isBusy = false; } }
          return Reflect_apply(real, this, args);
        };
      }`,
      };
    });

const OTHERS: Attack[] = [
  {
    title: 'the frames below the page',
    probe: `for (let i = 0; i < length; i++) { take(i); attempt(() => take(window[i].location.href)); attempt(() => take(window[i].document.body.innerText)); attempt(() => take(window[i].name)); }`,
  },
  {
    title: 'our element and what it holds',
    probe: `take(host, host?.shadowRoot, host?.childNodes.length, host?.attributes); attempt(() => take(host.attachInternals().shadowRoot));`,
  },
  {
    title: 'a new shadow tree on our element',
    probe: `attempt(() => take(host.attachShadow({ mode: 'open' }).innerHTML));`,
  },
  {
    title: 'what lies at each point',
    probe: `for (let y = 0; y < innerHeight; y += 40) { const some = document.elementsFromPoint(300, y); take(...some, ...some.map((one) => one.getRootNode())); }`,
  },
  {
    title: 'the carets at each point',
    probe: `for (let y = 0; y < innerHeight; y += 40) { const caret = document.caretPositionFromPoint(300, y); take(caret?.offsetNode); }`,
  },
  {
    title: 'all that is selected',
    probe: `getSelection().selectAllChildren(document.documentElement); take(getSelection().toString());`,
  },
  {
    title: 'all that is copied',
    first: `addEventListener('copy', (event) => take(event.clipboardData.getData('text/html'), getSelection().toString()));`,
    probe: `document.execCommand('selectAll'); document.execCommand('copy');`,
  },
  {
    title: 'words that the browser finds',
    probe: `take('found: ' + ['Uyghur population', 'Amrebayev', 'sociological', 'chairman of the government'].filter((words) => window.find?.(words, false, false, true, false, true)).join());`,
  },
  {
    title: 'the list of marks',
    probe: `for (const [key, highlight] of CSS.highlights) { take(key, highlight.type, highlight.priority, ...Object.keys(highlight)); for (const range of highlight) take(range.toString(), ...Object.keys(range)); }`,
  },
  {
    title: 'sheets that were adopted',
    probe: `for (const sheet of document.adoptedStyleSheets) take(sheet.href, sheet.title, ...[...sheet.cssRules].map((rule) => rule.cssText));`,
  },
  {
    title: 'computed styles of our element',
    probe: `if (host) for (const pseudo of [null, '::before', '::backdrop', '::highlight(sidelight)']) { const style = getComputedStyle(host, pseudo); for (const key of style) take(style.getPropertyValue(key)); }`,
  },
  {
    title: 'what the page has loaded',
    probe: `for (const entry of performance.getEntries()) take(JSON.stringify(entry));`,
  },
  {
    title: 'each kind of performance entry',
    first: `for (const type of PerformanceObserver.supportedEntryTypes) new PerformanceObserver((list) => { for (const entry of list.getEntries()) { take(JSON.stringify(entry)); for (const one of entry.attribution ?? []) take(JSON.stringify(one)); for (const one of entry.sources ?? []) take(one.node); take(entry.target, entry.element); } }).observe({ type, buffered: true });`,
  },
  {
    title: 'reports of the browser',
    first: `if (window.ReportingObserver) new ReportingObserver((reports) => take(JSON.stringify(reports)), { buffered: true }).observe();`,
  },
  {
    title: 'violations of a policy that forbids frames',
    headers: {
      'content-security-policy-report-only':
        "frame-src 'none'; script-src 'self' 'unsafe-inline'; report-uri /report",
    },
    first: `addEventListener('securitypolicyviolation', (event) => take(event.blockedURI, event.sourceFile, event.sample, event.documentURI));`,
  },
  {
    title: 'violations of a policy on styles and trusted types',
    headers: {
      'content-security-policy-report-only':
        "style-src 'none'; require-trusted-types-for 'script'; report-uri /report",
    },
    first: `addEventListener('securitypolicyviolation', (event) => take(event.blockedURI, event.sourceFile, event.sample));`,
  },
  {
    title: 'messages',
    first: `for (const type of ['message', 'messageerror']) addEventListener(type, (event) => { take(event.data, event.origin, event.source); attempt(() => take(event.source.location.href)); }, true);`,
    probe: `for (let i = 0; i < length; i++) window[i].postMessage({ to: 'page', kind: 'card' }, '*');`,
  },
  {
    title: 'errors and their stacks',
    first: `Error.prepareStackTrace = (error, sites) => { for (const site of sites) take(site.getFileName?.(), site.getFunctionName?.(), String(site)); return String(error); }; for (const type of ['error', 'unhandledrejection']) addEventListener(type, (event) => take(event.message, event.filename, event.error?.stack, event.reason?.stack), true);`,
  },
  {
    title: 'every event',
    first: `const kinds = new Set(); for (let at = window; at; at = Object.getPrototypeOf(at)) for (const key of Object.getOwnPropertyNames(at)) if (key.startsWith('on')) kinds.add(key.slice(2)); for (const kind of kinds) addEventListener(kind, (event) => { take(event.target, event.relatedTarget, ...event.composedPath()); for (const key in event) attempt(() => take(event[key])); }, true);`,
  },
  {
    title: 'changes of the document',
    first: `new MutationObserver((records) => { for (const record of records) take(record.target, record.oldValue, ...record.addedNodes, ...record.removedNodes); }).observe(document, { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true, characterDataOldValue: true });`,
  },
  {
    title: 'our element, cloned and moved',
    probe: `if (host) { const clone = host.cloneNode(true); take(clone, clone.shadowRoot); document.body.append(host); take(host); }`,
  },
  {
    title: 'the document, serialised',
    probe: `take(new XMLSerializer().serializeToString(document), document.documentElement.getHTML?.({ serializableShadowRoots: true, shadowRoots: [] }));`,
  },
  {
    title: 'the document, printed',
    probe: `dispatchEvent(new Event('beforeprint')); take(document.documentElement.outerHTML); dispatchEvent(new Event('afterprint'));`,
  },
  {
    title: 'the focus',
    probe: `take(document.activeElement, document.activeElement?.shadowRoot); host?.focus(); take(document.activeElement);`,
  },
  {
    title: 'events that no person made',
    probe: `for (const type of ['pointermove', 'mousemove', 'mouseover', 'click', 'touchstart']) document.querySelector('p').dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: 60, clientY: 30 })); take(document.documentElement.outerHTML);`,
  },
  {
    title: 'names that stand before ours',
    first: `addEventListener('DOMContentLoaded', () => { for (const name of ['chrome', 'browser', 'sidelightGuard', 'credentialless']) { const form = document.createElement('form'); form.id = form.name = name; document.body.append(form); } });`,
    probe: `take(window.chrome, window.browser, window.sidelightGuard); attempt(() => take(Object.keys(window.chrome), Object.keys(window.browser)));`,
  },
  {
    title: 'what the extension has in the page’s world',
    probe: `for (const key of Object.getOwnPropertyNames(window)) if (/sidelight|extension|runtime/i.test(key)) take(key, window[key]); attempt(() => take(chrome.runtime.id)); attempt(() => chrome.runtime.sendMessage({ to: 'background', kind: 'search' }, take));`,
  },
  {
    title: 'storage of the page’s origin',
    probe: `take(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie); indexedDB.databases?.().then((all) => take(JSON.stringify(all))); caches?.keys?.().then((all) => take(...all));`,
  },
  {
    title: 'locks, channels and workers',
    probe: `navigator.locks?.query().then((all) => take(JSON.stringify(all))); navigator.serviceWorker?.getRegistrations().then((all) => take(all.length));`,
    first: `for (const name of ['sidelight', 'library', 'settings']) new BroadcastChannel(name).onmessage = ({ data }) => take(data);`,
  },
  {
    title: 'animations and view of our element',
    probe: `take(...document.getAnimations().map((one) => one.id)); if (host) take(JSON.stringify(host.getBoundingClientRect()), host.innerText, host.textContent, host.title, host.ariaLabel);`,
  },
];

const ATTACKS: readonly Attack[] = [...SPIED, ...OTHERS];

export const hostilePages: Figure = {
  id: '1',
  title: 'hostile pages',
  goal: `${ATTACKS.length} pages, 0 private strings obtained`,
  exclusions: 'own documents, whose names tests/browser/library.test.ts keeps off pages',
  inBrowsers: true,
  run: (name) => attack(name, ATTACKS),
};

/** Opens a card on a page of each attack and searches its loot. */
async function attack(name: BrowserName, attacks: readonly Attack[]): Promise<Outcome> {
  const site = await Site.open();
  const address = (number: number, one: Attack, body: string) => {
    const headers = { 'content-type': 'text/html; charset=utf-8', ...one.headers };
    return site.serveRaw(`/attack-${number}`, pageOf(one, body), headers);
  };
  try {
    const failures: string[] = [];
    const driver = await Driver.start(name);
    try {
      await driver.settings({ density: 'every', sitesOff: [SECRET_SITE] });
      const secrets = [...(await wordsOfPassages(driver)), SECRET_SITE, driver.origin];
      for (const [number, one] of attacks.entries()) {
        const page = await driver.visit(address(number, one, NEWS), WINDOW);
        try {
          await expectMarks(page, ['Kashgar', 'Tibet']);
          await restOn(page, 'Kashgar');
          await until(() => isCardOpen(page), 'no card opens');
          for (const text of await lootOf(page)) {
            if (secrets.some((secret) => text.includes(secret))) {
              failures.push(`${one.title}: ${JSON.stringify(text.slice(0, 80))}`);
            }
          }
        } catch (error) {
          failures.push(`${one.title}: ${error}`.slice(0, 200));
        }
      }
    } finally {
      await driver.close();
    }
    // The same pages must get at a card that hides nothing, or they would prove nothing.
    let open = 0;
    const { browser } = await startBrowser(name, { headless: true, extension: null });
    try {
      const page = await browser.newPage();
      for (const [number, one] of attacks.entries()) {
        await page.goto(address(number, one, NEWS + OPEN_CARD));
        if ((await lootOf(page)).some((text) => text.includes(SECRET_SITE))) open++;
      }
    } finally {
      await browser.close();
    }
    if (open < attacks.length / 4) failures.push(`only ${open} pages get at a card that is open`);
    return {
      measured: `${failures.length} of ${attacks.length} pages got one`,
      control: `${open} got it from a card that the page's own script makes and fills`,
      failures,
    };
  } finally {
    await site.close();
  }
}

/** Words of each passage that names Kashgar, as the card shows them. */
async function wordsOfPassages(driver: Driver): Promise<string[]> {
  const { passages } = await driver.ask<{ passages: Array<{ text: string }> }>('card', {
    entity: 'kazakhstan-china-xinjiang/kashgar',
    isSourceChosen: false,
    view: 'about',
    matchedAs: null,
    paragraph: '',
    at: null,
    named: [],
  });
  return passages.map(({ text }) => text.slice(0, 40));
}

/** What the page has got hold of a while after the card opened. */
async function lootOf(page: Page): Promise<string[]> {
  const seen = () => page.evaluate(() => window.probes);
  const before = await seen();
  // The card shows its passage within a tenth of this.
  await until(async () => (await seen()) > before + 10, 'the page does not probe');
  return page.evaluate(() => window.loot);
}

declare global {
  interface Window {
    loot: string[];
    probes: number;
  }
}

function pageOf({ first = '', probe = '' }: Attack, body: string): string {
  return `<!doctype html><html lang="en"><head><title>t</title><script>
  window.loot = [];
  window.probes = 0;
  const Reflect_apply = Reflect.apply;
  const { push } = Array.prototype;
  const attempt = (act) => { try { return act(); } catch { return undefined; } };
const known = Object.create(null);
  const cut = Function.prototype.call.bind(String.prototype.slice);
  const keep = (text) => {
    const some = cut('' + text, 0, ${LONGEST});
    if (loot.length >= ${MOST} || known[some]) return;
    known[some] = true;
    loot[loot.length] = some;
  };
  const take = (...all) => {
    for (let i = 0; i < all.length; i++) {
      const one = all[i];
      if (typeof one === 'string' || typeof one === 'number') keep(one);
      else if (one instanceof Node) {
        keep(one.textContent); attempt(() => keep(one.outerHTML)); attempt(() => keep(one.innerHTML));
        attempt(() => keep(one.src)); attempt(() => keep(one.contentDocument.body.innerText));
        attempt(() => keep(one.contentWindow.location.href));
      } else if (one && typeof one === 'object') for (const key in one) attempt(() => keep(key + ' ' + one[key]));
    }
  };
  ${first}
  </script></head><body style="font:18px sans-serif">${body}<script>
  setInterval(() => {
    const host = document.querySelector(':popover-open');
    attempt(() => { ${probe} });
    probes++;
  }, 100);
  </script></body></html>`;
}
