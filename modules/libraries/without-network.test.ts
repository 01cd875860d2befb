import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { withoutSinks } from './without-network';

const FOLDER = resolve(import.meta.dirname, '../../node_modules/pdfjs-dist/build');

test.each(['pdf.mjs', 'pdf.worker.mjs'])('%s can ask nobody', (file) => {
  const code = withoutSinks(readFileSync(resolve(FOLDER, file), 'utf8'), file);
  // A method that is called fetch asks nobody.
  expect(code).not.toMatch(
    /(?<![.\w$#])fetch\((?![\w$, ={}]*\) \{|\{\s)|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts|WebTransport|[^.\w]import\(/,
  );
});

test('a pdf.js without what is taken out is noticed', () => {
  expect(() => withoutSinks('export {}', 'pdf.mjs')).toThrow('pdf.mjs');
});
