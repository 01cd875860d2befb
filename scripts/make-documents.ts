/**
 * `node scripts/make-documents.ts`: makes the documents of `tests/documents/` that are not written by hand. What they
 * say is invented. Run it when a document is to change; their expected blocks are beside them.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBrowser } from './browsers.ts';
import { bookOfCanals, bookOfCrossings, bookOfWells } from './documents/books.ts';
import { handMadePdf } from './documents/hand-made-pdf.ts';
import { printedPages } from './documents/printed-pages.ts';
import { inEncodings } from './documents/texts.ts';
import { interviewInKazakh, strictReport, tradeReport } from './documents/word-documents.ts';

const FOLDER = resolve(import.meta.dirname, '../tests/documents');

const files: Record<string, Uint8Array> = {
  'crossings.epub': bookOfCrossings(),
  'canals-odd-paths.epub': bookOfCanals(),
  'wells.zh.epub': bookOfWells(),
  'trade-report.docx': tradeReport(),
  'interview.kk.docx': interviewInKazakh(),
  'strict-notes.ru.docx': strictReport(),
  'hand-made.zh.pdf': handMadePdf(),
  ...inEncodings(),
};

const { browser } = await startBrowser('chromium', { headless: true, extension: null });
try {
  const page = await browser.newPage();
  for (const [name, { html, options }] of Object.entries(printedPages())) {
    await page.setContent(html);
    files[name] = await page.pdf({ preferCSSPageSize: true, printBackground: false, ...options });
  }
} finally {
  await browser.close();
}
for (const [name, bytes] of Object.entries(files)) {
  writeFileSync(join(FOLDER, name), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
