/** What Sidelight leaves as it was: the page's nodes, its layout, the network. In both browsers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../scripts/browsers';
import { cardOf, Driver, isCardOpen, restOn, until } from './driver';
import { Site } from './site';

const RECORDER = `<script>
  window.seen = { mutations: [], shift: 0, messages: 0 };
  const observer = new MutationObserver((records) =>
    seen.mutations.push(...records.map((r) => r.type + ' ' + r.target.nodeName)));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // Firefox does not tell of layout shifts.
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.shift += entry.value)))
      .observe({ type: 'layout-shift', buffered: true });
  }
  addEventListener('message', () => seen.messages++);
  // What the parser did is not ours; content scripts run after this.
  document.addEventListener('DOMContentLoaded', () => {
    observer.takeRecords();
    seen.mutations.length = 0;
  });
</script>`;

declare const seen: { mutations: string[]; shift: number; messages: number };

/** Libraries that read documents: addresses stand in them as names of formats, and in their licences. */
const NAMES_ADDRESSES = /^assets\/(?:pdf|pdf\.worker|markdown|markup)-[\w-]+\.js$/;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
    await driver.settings({ density: 'every' });
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  test('a page that is marked has no node changed, nothing shifted, nothing asked for', async () => {
    const html = site.expected.get('/en-1.html');
    expect(html?.length).toBeGreaterThan(10);
    const source = readFileSync(join(import.meta.dirname, '../pages/en-1.html'), 'utf8');
    const address = site.serve('/recorded', source.replace('<head>', `<head>${RECORDER}`));
    const requests: string[] = [];
    const page = await driver.browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
    await page.setViewport({ width: 1280, height: 3000 });
    await page.goto(address, { waitUntil: 'load' });
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await driver.pageList(page);
    await until(
      async () => (await page.evaluate(() => CSS.highlights.get('sidelight')?.size ?? 0)) > 10,
      'the page is not marked',
    );
    expect(await page.evaluate(() => seen)).toEqual({ mutations: [], shift: 0, messages: 0 });
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

    await restOn(page, 'Kazakhstan');
    await cardOf(page);
    // The card's host is the one node that is ours, under the root, and it leaves no text there.
    const { mutations } = await page.evaluate(() => seen);
    expect(new Set(mutations)).toEqual(new Set(['childList HTML']));
    await page.keyboard.press('Escape');
    await until(async () => !(await isCardOpen(page)), 'the card stays open');

    const foreign = requests.filter(
      (url) =>
        !url.startsWith(site.address('/')) &&
        !url.startsWith(`${driver.origin}/`) &&
        !/^(about|data):/.test(url),
    );
    // A dynamic address of our own card is the one thing that Chromium adds.
    expect(foreign.filter((url) => !/^(chrome|moz)-extension:\/\//.test(url))).toEqual([]);
    await page.close();
  });

  test('no script of ours can ask the network', () => {
    const folder = builtExtension(name);
    const scripts = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((file) => /\.(js|html)$/.test(file));
    expect(scripts).toContain('content-script.js');
    for (const file of scripts) {
      const text = readFileSync(join(folder, file), 'utf8');
      // Methods of the name fetch are defined, and called of objects; that asks nobody.
      expect(text, file).not.toMatch(
        /(?:\b(?:globalThis|self|window)\.|(?<![.\w$]))fetch\((?![^()]*\)\{)|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts|WebTransport|RTCPeerConnection/,
      );
      if (!NAMES_ADDRESSES.test(file))
        expect(text, file).not.toMatch(/https?:\/\/(?!www\.w3\.org\/)[\w$]/);
    }
    const {
      content_security_policy: policy,
      permissions,
      host_permissions,
    } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(policy.extension_pages).toContain("default-src 'none'");
    expect(policy.extension_pages).toContain("connect-src 'none'");
    const wanted = ['storage', 'unlimitedStorage', 'contextMenus'];
    expect(permissions).toEqual(name === 'firefox' ? wanted : [...wanted, 'sidePanel']);
    expect(host_permissions).toBeUndefined();
  });
});
