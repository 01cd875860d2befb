/**
 * Finds the browsers that the demo, the tests and the benchmarks drive, and starts them with the built
 * extension. Installs Debian's packages where we may (root, apt-get); elsewhere says what to install.
 */
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page, TimeoutError } from 'puppeteer-core';
import { findCommand, installPackages } from './debian.ts';

export type BrowserName = 'chromium' | 'firefox';

const ROOT = resolve(import.meta.dirname, '..');
const FIREFOX_ID = 'sidelight@sidelight.example';
/** Pinned, so that tests know the address of our pages in Firefox. */
const FIREFOX_UUID = '7c1d5f0e-9a42-4e7b-8d11-2b64b1d0a5e1';

const BROWSERS = {
  chromium: {
    variable: 'SIDELIGHT_CHROMIUM',
    debian: 'chromium',
    what: 'Chromium, Chrome, Edge or Brave (148 or newer)',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'brave-browser',
    ],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    variable: 'SIDELIGHT_FIREFOX',
    debian: 'firefox-esr',
    what: 'Firefox (153 or newer)',
    commands: ['firefox', 'firefox-esr'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
} as const;

/** The path of a browser on this machine, or null. */
export function findBrowser(name: BrowserName): string | null {
  const { variable, commands, paths } = BROWSERS[name];
  const asked = process.env[variable];
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`${variable} names “${asked}”, which does not exist. Correct it, or unset it.`);
  }
  return findCommand(commands) ?? paths.find((path) => existsSync(path)) ?? null;
}

/** The path of a browser, installed first where that is ours to do. @throws an error that says what to install */
export function ensureBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found) return found;
  const { debian, what, variable } = BROWSERS[name];
  // The fonts let screenshots and glyph tests show Chinese and Arabic script.
  if (installPackages(debian, 'fonts-noto-core', 'fonts-noto-cjk')) {
    const installed = findBrowser(name);
    if (installed) return installed;
  }
  throw new Error(
    `No ${name} was found. Install ${what}, for example with your system's package manager (Debian: apt-get install ${debian}), or set ${variable} to the path of its program.`,
  );
}

/** True where windows can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The folder of the built extension. @throws when it was not built */
export function builtExtension(name: BrowserName): string {
  const folder = join(ROOT, '.output', name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`${folder} holds no extension. Run “npm run build” first.`);
  }
  return folder;
}

export interface Started {
  browser: Browser;
  /** Origin of our pages: `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  origin: string;
}

export interface StartOptions {
  headless: boolean;
  /** The X display on which its window stands, at the upper left; without it, the one of this process. */
  display?: string;
  /** Null starts the browser without the extension, as a control. */
  extension?: string | null;
  width?: number;
  height?: number;
  args?: string[];
  /** Dark, for pages and for ours. */
  dark?: boolean;
  /** The text size that its reader has set, px; 16 without it. */
  textSize?: number;
  prefs?: Record<string, unknown>;
  /** Leaves the welcome page open, which an install opens. */
  keepsWelcome?: boolean;
  /** The folder of a profile that outlives the browser; without it, a fresh one. No welcome page is waited for. */
  profile?: string;
}

/** Longest wait for the welcome page. */
const WELCOME_MS = 20_000;
/** Of 200 starts of Firefox 153 its driver once heard nothing of the tab that the install had opened. */
const STARTS = 3;

/** Starts a browser with the built extension and a fresh profile. */
export async function startBrowser(name: BrowserName, options: StartOptions): Promise<Started> {
  const extension = options.extension === undefined ? builtExtension(name) : options.extension;
  const viewport = { width: options.width ?? 1280, height: options.height ?? 900 };
  for (let start = 1; ; start++) {
    const started = await (name === 'chromium'
      ? startChromium(extension, viewport, options)
      : startFirefox(extension, viewport, options));
    if (options.extension !== undefined || options.profile) return started;
    // It comes to the front when it opens: whoever opens pages then must not lose their frames to it.
    const welcome = await welcomePage(started.browser);
    if (welcome && !options.keepsWelcome) await welcome.close();
    if (welcome) return started;
    const isUnseen = await hasWelcomeTab(started);
    await started.browser.close();
    if (!isUnseen) throw new Error('The install has opened no welcome page.');
    if (start === STARTS) throw new Error(`The driver of ${name} does not see the welcome page.`);
  }
}

/** The page that the install has opened; null when there is none, or the driver does not know of it. */
export async function welcomePage(browser: Browser): Promise<Page | null> {
  const end = Date.now() + WELCOME_MS;
  while (Date.now() < end) {
    for (const page of await browser.pages()) {
      // Firefox's driver does not know the addresses of our pages.
      const path = await page.evaluate(() => location.pathname).catch(() => '');
      if (path === '/welcome.html') return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}

/** Takes a tab to a page of ours. Firefox's driver cannot wait for one, nor does it tell where it is. */
export async function goToOurs(page: Page, address: string): Promise<void> {
  await page.goto(address, { timeout: 500 }).catch((error) => {
    if (!(error instanceof TimeoutError)) throw error;
  });
  await page.waitForFunction((wanted) => location.href === wanted, {}, address);
}

/** Our pages run in our origin: there `chrome` is. */
declare const chrome: { tabs: { query(query: object): Promise<Array<{ url?: string }>> } };

/** Whether the welcome page is open by the word of the browser itself. */
async function hasWelcomeTab({ browser, origin }: Started): Promise<boolean> {
  const ours = await browser.newPage();
  await goToOurs(ours, `${origin}/options.html`);
  const tabs = await ours.evaluate(() => chrome.tabs.query({}));
  return tabs.some(({ url }) => url?.endsWith('/welcome.html'));
}

type Viewport = { width: number; height: number };

function onDisplay({ display }: StartOptions): { env?: NodeJS.ProcessEnv } {
  if (!display) return {};
  // Wayland would be taken first, and has no pointer that another program may move.
  const { WAYLAND_DISPLAY: _, ...env } = process.env;
  return { env: { ...env, DISPLAY: display } };
}

async function startChromium(
  extension: string | null,
  viewport: Viewport,
  options: StartOptions,
): Promise<Started> {
  const profile = options.profile ?? (options.textSize && profileWith(options.textSize));
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser('chromium'),
    headless: options.headless,
    pipe: true,
    ...(profile && { userDataDir: profile }),
    ...onDisplay(options),
    ...(extension && { enableExtensions: [extension] }),
    defaultViewport: options.headless ? viewport : null,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.headless ? ['--disable-gpu', '--hide-scrollbars'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=SpareRendererForSitePerProcess',
      '--lang=en-US',
      `--window-size=${viewport.width},${viewport.height}`,
      ...(options.display ? ['--window-position=0,0', '--ozone-platform=x11'] : []),
      ...(options.dark ? ['--force-dark-mode'] : []),
      ...(options.args ?? []),
    ],
  });
  if (!extension) return { browser, origin: '' };
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return {
    browser,
    origin: new URL(worker.url()).origin.replace(
      /^null$/,
      worker.url().split('/').slice(0, 3).join('/'),
    ),
  };
}

/** The folder of a fresh profile with a text size: no switch of Chromium sets it. */
function profileWith(textSize: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-profile-'));
  const webprefs = { default_font_size: textSize };
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ webkit: { webprefs } }));
  return folder;
}

async function startFirefox(
  extension: string | null,
  viewport: Viewport,
  options: StartOptions,
): Promise<Started> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox'),
    headless: options.headless,
    ...(options.profile && { userDataDir: options.profile }),
    ...onDisplay(options),
    defaultViewport: options.headless ? viewport : null,
    args: [
      '-remote-allow-system-access',
      ...(options.display ? [`-width=${viewport.width}`, `-height=${viewport.height}`] : []),
      ...(options.args ?? []),
    ],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      // 0 is dark, 1 is light.
      'layout.css.prefers-color-scheme.content-override': options.dark ? 0 : 1,
      'ui.systemUsesDarkTheme': options.dark ? 1 : 0,
      ...Object.fromEntries(
        ['x-western', 'x-cyrillic', 'zh-CN', 'ar'].map((script) => [
          `font.size.variable.${script}`,
          options.textSize ?? 16,
        ]),
      ),
      'datareporting.policy.dataSubmissionEnabled': false,
      'app.update.enabled': false,
      'dom.ipc.processPrelaunch.enabled': false,
      'intl.locale.requested': 'en-US',
      // Installed anew at each start of a profile that is kept, it finds its storage again.
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.keepStorageOnUninstall': true,
      ...options.prefs,
    },
  });
  if (extension) {
    try {
      await browser.installExtension(extension);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }
  return { browser, origin: extension ? `moz-extension://${FIREFOX_UUID}` : '' };
}
