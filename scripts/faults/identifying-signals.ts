/** Figure 2: what a page without any name can tell of us while nobody does anything. */
import { Driver, until } from '../../tests/browser/driver';
import { Site } from '../../tests/browser/site';
import { type BrowserName, startBrowser } from '../browsers';
import type { Figure } from './figure';

type Signals = Record<string, string>;
declare global {
  interface Window {
    heard: string[];
  }
}

// The recorders are the page's first script; what is asked at the end is compared with a browser without us.
const PAGE = `<!doctype html><html lang="en"><head><title>t</title><script>
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)), true);
  new MutationObserver((records) => {
    if (document.readyState !== 'loading') for (const r of records) heard.push(r.type + ' ' + r.target.nodeName);
  }).observe(document, { subtree: true, childList: true, attributes: true });
</script></head><body><p>Nothing of note was said.</p><div id="tree"></div><script>
  document.getElementById('tree').attachShadow({ mode: 'open' }).innerHTML = '<p>Nor here.</p>';
</script></body></html>`;

export const identifyingSignals: Figure = {
  id: '2',
  title: 'identifying signals',
  goal: '0',
  exclusions: 'pages with marks, which tell by design that Sidelight is there (decision 0011)',
  inBrowsers: true,
  async run(name) {
    const site = await Site.open();
    try {
      const address = site.serveRaw('/idle', PAGE, { 'content-type': 'text/html; charset=utf-8' });
      const control = await withoutUs(name, address);
      const again = await withoutUs(name, address);
      const ours = await withUs(name, address);
      const changed = differences(control, again);
      const failures = differences(control, ours).filter((signal) => !changed.includes(signal));
      return {
        measured: `${failures.length} of ${Object.keys(control).length}`,
        control: `${changed.length} between two runs without Sidelight`,
        failures,
      };
    } finally {
      await site.close();
    }
  },
};

async function withoutUs(name: BrowserName, address: string): Promise<Signals> {
  const { browser } = await startBrowser(name, { headless: true, extension: null });
  try {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    return await page.evaluate(signals);
  } finally {
    await browser.close();
  }
}

async function withUs(name: BrowserName, address: string): Promise<Signals> {
  const driver = await Driver.start(name);
  try {
    await driver.settings({ density: 'every' });
    const page = await driver.newPage(address);
    await until(
      async () => (await driver.pageList(page)).state === 'done',
      'the page is not read to its end',
    );
    return await page.evaluate(signals);
  } finally {
    await driver.close();
  }
}

/** Runs in the page. */
function signals(): Signals {
  const tree = document.getElementById('tree')?.shadowRoot;
  const styled = (key: string) => {
    const { textDecorationLine, textDecorationStyle, color, backgroundColor } = getComputedStyle(
      document.documentElement,
      `::highlight(${key})`,
    );
    return [textDecorationLine, textDecorationStyle, color, backgroundColor].join();
  };
  return {
    'names in the registry': [...CSS.highlights.keys()].join(),
    'style of ::highlight(sidelight)': styled('sidelight'),
    'style of ::highlight(sidelight-flash)': styled('sidelight-flash'),
    'sheets adopted by the document': `${document.adoptedStyleSheets.length}`,
    'sheets adopted by a shadow tree': `${tree?.adoptedStyleSheets.length}`,
    'sheets of the document': `${document.styleSheets.length}`,
    globals: Object.getOwnPropertyNames(window).sort().join(),
    'messages and changes': window.heard.join(),
    markup: document.documentElement.outerHTML,
    'markup of a shadow tree': `${tree?.innerHTML}`,
    resources: performance
      .getEntriesByType('resource')
      .map((entry) => entry.name)
      // Browsers ask for the icon by themselves, at some moment after the load.
      .filter((name) => !name.endsWith('/favicon.ico'))
      .join(),
    frames: `${window.length}`,
  };
}

function differences(before: Signals, after: Signals): string[] {
  return Object.keys(before).filter((key) => before[key] !== after[key]);
}
