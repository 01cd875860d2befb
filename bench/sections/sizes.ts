/** What the built content script weighs, if the extension has been built. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { atMost, number, type Section, table } from '../section.ts';

const KIB = 1024;

export function sizes(): Section {
  const folder = resolve(import.meta.dirname, '../../.output/chrome-mv3');
  const files = ['content-script.js'].filter((file) => existsSync(join(folder, file)));
  const measured = files.map((file) => {
    const bytes = readFileSync(join(folder, file));
    return { file, size: bytes.length, zipped: gzipSync(bytes, { level: 9 }).length };
  });
  const script = measured.find(({ file }) => file === 'content-script.js');
  const kib = (bytes: number) => `${number(bytes / KIB)} KiB`;
  return {
    title: 'Bytes of the content script',
    goals: script ? [atMost('content script, gzipped', script.zipped, 20 * KIB, kib)] : [],
    body: script
      ? table(
          ['file', 'bytes', 'gzipped'],
          measured.map(({ file, size, zipped }) => [file, number(size), number(zipped)]),
        )
      : 'Not built: run `npm run build` first.',
  };
}
