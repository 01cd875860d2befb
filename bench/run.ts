/**
 * `npm run bench`: measures Sidelight beside its controls and its peers, in one run, and writes
 * bench/RESULTS.md. `--quick` takes a few pages and three runs. Parts can be named: `--only peers,live`. Built
 * extensions of others are measured beside the whole of ours: `--peer name=folder`, as often as there are some.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from '../scripts/browsers.ts';
import type { Bench } from './bench.ts';
import { BenchSite } from './bench-site.ts';
import { buildExtension } from './build-extension.ts';
import { machine } from './machine.ts';
import { readPages, textOf } from './pages.ts';
import { results } from './results.ts';
import type { Section } from './section.ts';
import { card } from './sections/card.ts';
import { firefox } from './sections/firefox.ts';
import { firstPass } from './sections/first-pass.ts';
import { hover } from './sections/hover.ts';
import { librarySize } from './sections/library-size.ts';
import { live } from './sections/live.ts';
import { longPage } from './sections/long-page.ts';
import { peers } from './sections/peers.ts';
import { popup } from './sections/popup.ts';
import { search } from './sections/search.ts';
import { sizes } from './sections/sizes.ts';
import { whole } from './sections/whole.ts';
import '../scripts/tell-failure.ts';

const PARTS = { firstPass, longPage, librarySize, peers, hover, live, search, popup };
const FIREFOX = 'firefox';
const CARD = 'card';
const WHOLE = 'whole';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
  },
});
const only = values.only?.split(',');
const ELSE: readonly string[] = [FIREFOX, CARD, WHOLE];
const unknown = only?.filter((part) => !(part in PARTS) && !ELSE.includes(part)) ?? [];
if (unknown.length > 0) {
  throw new Error(`There is no part “${unknown}”; parts are ${[...Object.keys(PARTS), ...ELSE]}.`);
}
const given = values.peer.map((text) => {
  const [name = '', path = ''] = text.split('=');
  // npm runs scripts in the project's folder, and tells where it was called.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  if (!name || !path || !existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`--peer takes name=folder of an unpacked extension, not “${text}”.`);
  }
  return { name, folder };
});
const isAsked = (part: string) => !only || only.includes(part);

const pages = readPages();
console.log(`${pages.length} pages. Building the extension of the benchmark …`);
const extension = await buildExtension(pages.map(({ html }) => textOf(html)).join('\n'));
const site = await BenchSite.open(pages);
const sections: Section[] = [];
const browsers: string[] = [];
const started = performance.now();

async function inBrowser(
  name: 'chromium' | 'firefox',
  parts: Array<[string, (bench: Bench) => Promise<Section>]>,
): Promise<void> {
  if (parts.length === 0) return;
  // Clocks of Firefox are blunt on purpose.
  const prefs = { 'privacy.reduceTimerPrecision': false };
  const { browser } = await startBrowser(name, {
    headless: true,
    extension: extension[name],
    prefs,
  });
  browsers.push((await browser.version()).replace('/', ' '));
  try {
    const bench: Bench = { browser, site, pages, runs: 3, isQuick: values.quick };
    for (const [part, measure] of parts) {
      const from = performance.now();
      sections.push(await measure(bench));
      console.log(`${part}: ${Math.round((performance.now() - from) / 1000)} s`);
    }
  } finally {
    await browser.close();
  }
}

try {
  await inBrowser(
    'chromium',
    Object.entries(PARTS).filter(([part]) => isAsked(part)),
  );
  await inBrowser(FIREFOX, isAsked(FIREFOX) ? [[FIREFOX, firefox]] : []);
  if (isAsked(CARD)) sections.push(await card(values.quick));
  if (isAsked(WHOLE)) sections.push(await whole(site, pages, given, values.quick));
} finally {
  await site.close();
}
sections.push(sizes());

const text = results({
  machine: machine(browsers),
  minutes: (performance.now() - started) / 60_000,
  extension,
  pages,
  sections,
});
console.log(`\n${text}`);
// A part is no result of the whole.
if (!only) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text);
