/** `npm run sizes`: what each part of the build weighs, and whether the content script keeps its budget. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from './browsers.ts';

/** The budget of docs/architecture.md: the script runs on every page that a reader opens. */
const PAGE_SCRIPT_GZ = 20 * 1024;
const PARTS = ['content-script.js', 'guard.js', 'background.js'];

let isTooLarge = false;
for (const name of ['chromium', 'firefox'] as const) {
  const folder = builtExtension(name);
  for (const part of PARTS) {
    const file = join(folder, part);
    if (!existsSync(file)) continue;
    const zipped = gzipSync(readFileSync(file), { level: 9 }).length;
    const size = statSync(file).size;
    console.log(`${name} ${part}: ${size} bytes, ${zipped} gzipped`);
    if (part === 'content-script.js' && zipped > PAGE_SCRIPT_GZ) {
      isTooLarge = true;
      console.error(
        `${part} is over its budget of ${PAGE_SCRIPT_GZ} bytes gzipped. Take something out of it.`,
      );
    }
  }
}
if (isTooLarge) process.exitCode = 1;
