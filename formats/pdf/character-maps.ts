/**
 * The tables by which old Chinese, Japanese and Korean PDFs name their characters. Each is a module of its own, loaded
 * when a font asks for it: so none is fetched, and Node reads them as a browser does. Of those that come with pdf.js,
 * the ones that PDF knows by name; it knows none for UTF-8 and UTF-32.
 */
const FILES = import.meta.glob<string>(
  [
    '../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '!../../node_modules/pdfjs-dist/cmaps/*-UTF8-*.bcmap',
    '!../../node_modules/pdfjs-dist/cmaps/*-UTF32-*.bcmap',
    '!../../node_modules/pdfjs-dist/cmaps/HK[dgm]*.bcmap',
    '!../../node_modules/pdfjs-dist/cmaps/Adobe-*-[0-9].bcmap',
  ],
  { query: '?url&inline', import: 'default' },
);

/** What pdf.js asks for the data of its tables. */
export class CharacterMaps {
  async fetch(asked: { kind: string; filename: string }): Promise<Uint8Array> {
    const { kind, filename } = asked;
    const load = FILES[`../../node_modules/pdfjs-dist/cmaps/${filename}`];
    if (kind !== 'cMapUrl' || !load) throw new Error(`${filename} is not carried.`);
    const url = await load();
    return Uint8Array.fromBase64(url.slice(url.indexOf(',') + 1));
  }
}
