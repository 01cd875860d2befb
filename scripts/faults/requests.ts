/**
 * Figure 8: nothing of ours asks the network. All that the browser asks for passes a proxy of this process, which
 * forwards what is asked of the tests' own site, and writes down and refuses everything else.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cardOf, Driver, expectMarks, restOn, until } from '../../tests/browser/driver';
import { openOurPage } from '../../tests/browser/our-page';
import { Site } from '../../tests/browser/site';
import { type BrowserName, type StartOptions, startBrowser } from '../browsers';
import type { Figure } from './figure';

const SOURCE = 'kazakhstan-china-xinjiang';
const NEWS = '<!doctype html><html lang="en"><title>t</title><p>Kashgar and Tibet.</p></html>';
/** Of Mozilla and Google, which the browsers ask on their own; the control shows the same. */
const MOST_SHOWN = 5;

export const requests: Figure = {
  id: '8',
  title: 'requests over the network',
  goal: '0 that the browser without Sidelight does not make',
  exclusions: 'what the browsers ask of their makers, which the control shows too',
  inBrowsers: true,
  async run(name) {
    const site = await Site.open();
    const proxy = await RecordingProxy.open(site.port);
    try {
      const address = site.serve('/asked', NEWS);
      const begin = performance.now();
      const driver = await Driver.start(name, proxy.options(name));
      try {
        await useEverything(driver, address);
      } finally {
        await driver.close();
      }
      const ours = proxy.take();
      // The browsers ask their makers at moments of their own: the control has as long.
      await beWithoutUs(name, proxy, address, performance.now() - begin);
      const control = proxy.take();
      const wasAsked = (list: readonly string[]) => list.includes(`GET ${site.address('/asked')}`);
      const failures = [...new Set(ours)].filter((asked) => !control.includes(asked));
      if (!wasAsked(control) || !wasAsked(ours)) failures.push('the proxy was passed by');
      return {
        measured: `${failures.length} of ${ours.length}`,
        control: `${control.length} without Sidelight`,
        failures: failures.slice(0, MOST_SHOWN),
      };
    } finally {
      await proxy.close();
      await site.close();
    }
  },
};

async function beWithoutUs(
  name: BrowserName,
  proxy: RecordingProxy,
  address: string,
  ms: number,
): Promise<void> {
  const { browser } = await startBrowser(name, {
    headless: true,
    extension: null,
    ...proxy.options(name),
  });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction((long) => performance.now() > long, { timeout: 0 }, ms);
  } finally {
    await browser.close();
  }
}

/** A reader's session: marks, card, popup, search, reader, options, welcome. */
async function useEverything(driver: Driver, address: string): Promise<void> {
  const page = await driver.newPage(address);
  await expectMarks(page, ['Kashgar', 'Tibet']);
  await restOn(page, 'Kashgar');
  await cardOf(page);
  await driver.pageList(page);
  await openOurPage(driver, `/popup.html?tab=${await driver.tabOf(page)}`, 'Kashgar');
  const search = await openOurPage(driver, '/popup.html?query=camps', '¶');
  await search.type('[role=combobox]', ' Tibet');
  await until(
    () => search.evaluate(() => document.querySelectorAll('[role=option]').length > 0),
    'nothing is found',
  );
  await openOurPage(driver, `/reader.html#${SOURCE}/41`, 'Shohrat Zakir');
  await openOurPage(driver, '/options.html', '中文');
  await openOurPage(driver, '/welcome.html', 'Sidelight');
}

class RecordingProxy {
  readonly #server = createServer((asked, response) => this.#forward(asked, response));
  readonly #site: number;
  #asked: string[] = [];

  private constructor(site: number) {
    this.#site = site;
    this.#server.on('connect', (asked: IncomingMessage, socket) => {
      this.#asked.push(`CONNECT ${asked.url}`);
      socket.destroy();
    });
  }

  static async open(site: number): Promise<RecordingProxy> {
    const proxy = new RecordingProxy(site);
    await new Promise<void>((ready) => proxy.#server.listen(0, '127.0.0.1', ready));
    return proxy;
  }

  /** What makes a browser ask through this proxy, of the loopback too. */
  options(name: BrowserName): Partial<StartOptions> {
    const { port } = this.#server.address() as AddressInfo;
    if (name === 'chromium') {
      return { args: [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'] };
    }
    return {
      prefs: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
      },
    };
  }

  /** What was asked since the last time. */
  take(): string[] {
    return this.#asked.splice(0);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  #forward(asked: IncomingMessage, response: ServerResponse): void {
    const url = URL.parse(asked.url ?? '');
    // Each question of the browsers to their makers carries another key; the icon is asked for when they like.
    if (url?.pathname !== '/favicon.ico') {
      this.#asked.push(`${asked.method} ${url?.origin}${url?.pathname}`);
    }
    if (url?.hostname !== 'localhost' || Number(url.port) !== this.#site) {
      response.writeHead(502).end();
      return;
    }
    const onward = request(url, { method: asked.method, headers: asked.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    asked.pipe(onward);
  }
}
