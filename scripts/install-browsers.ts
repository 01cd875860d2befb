/** Finds both browsers before the tests need them, and installs them where that is ours to do. */
import { ensureBrowser } from './browsers.ts';

for (const name of ['chromium', 'firefox'] as const) console.log(`${name}: ${ensureBrowser(name)}`);
