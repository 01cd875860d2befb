/** Finds what the tests drive before they need it, and installs it where that is ours to do. */
import { ensureBrowser } from './browsers.ts';
import { ensureDisplay } from './display.ts';
import './tell-failure.ts';

for (const name of ['chromium', 'firefox'] as const) console.log(`${name}: ${ensureBrowser(name)}`);
ensureDisplay();
