/** Tells formats apart by what a file holds. Its name only tells Markdown from plain text. */
import { type Format, RefusedDocument } from '../core/model/draft';

/** What is found at the head of files that are not read, and what they are. */
const OTHERS: ReadonlyArray<readonly [head: string, offset: number, what: string]> = [
  ['{\\rtf', 0, 'a Rich Text document (.rtf)'],
  ['\x89PNG', 0, 'a picture (PNG)'],
  ['\xff\xd8\xff', 0, 'a picture (JPEG)'],
  ['GIF8', 0, 'a picture (GIF)'],
  ['WEBP', 8, 'a picture (WebP)'],
  ['ftypavif', 4, 'a picture (AVIF)'],
  ['ftypheic', 4, 'a picture (HEIC)'],
  ['ftyp', 4, 'a film'],
  ['II*\0', 0, 'a picture (TIFF)'],
  ['MM\0*', 0, 'a picture (TIFF)'],
  ['BM', 0, 'a picture (BMP)'],
  ['AT&TFORM', 0, 'a DjVu document'],
  ['bplist00', 0, 'a web archive of Safari'],
  ['BOOKMOBI', 60, 'a Kindle book'],
  ['TEXtREAd', 60, 'a Palm book'],
  ['%!PS', 0, 'a PostScript document'],
  ['\x1f\x8b', 0, 'a gzip archive'],
  ['7z\xbc\xaf', 0, 'a 7z archive'],
  ['Rar!', 0, 'a RAR archive'],
  ['BZh', 0, 'a bzip2 archive'],
  ['\xfd7zXZ', 0, 'an xz archive'],
  ['MZ', 0, 'a program'],
  ['\x7fELF', 0, 'a program'],
  ['SQLite', 0, 'a database'],
  ['ID3', 0, 'a sound recording'],
  ['OggS', 0, 'a sound recording'],
  ['fLaC', 0, 'a sound recording'],
  ['RIFF', 0, 'a recording'],
  ['\x1aE\xdf\xa3', 0, 'a film'],
];
/** These heads are also words of a text. */
const ALSO_WORDS = new Set([
  'BM',
  'MZ',
  'BZh',
  'ID3',
  'OggS',
  'RIFF',
  'Rar!',
  'SQLite',
  'GIF8',
  'fLaC',
  'ftyp',
]);

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** How far into a file a PDF may begin. */
const PDF_WITHIN = 1024;

export type Container = 'pdf' | 'zip' | 'text';

/** @throws a RefusedDocument for what is none of ours */
export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new RefusedDocument('empty', 'The file is empty.');
  const head = latin(bytes.subarray(0, PDF_WITHIN));
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith(OLE)) throw oleRefusal(bytes);
  for (const [mark, offset, what] of OTHERS) {
    if (!head.startsWith(mark, offset)) continue;
    if (ALSO_WORDS.has(mark) && !hasControls(head)) continue;
    throw unknown(what);
  }
  if (head.includes('%PDF-')) return 'pdf';
  return 'text';
}

/** What a zip file holds. @throws a RefusedDocument for what is none of ours */
export function zippedFormat(names: ReadonlySet<string>, mimetype: string | null): 'epub' | 'docx' {
  if (mimetype?.startsWith('application/epub+zip') || names.has('META-INF/container.xml')) {
    if (!mimetype?.includes('opendocument')) return 'epub';
  }
  if (mimetype?.includes('opendocument')) throw unknown('an OpenDocument file (.odt, .ods, .odp)');
  const has = (folder: string) => [...names].some((name) => name.startsWith(folder));
  if (has('xl/')) throw unknown('a spreadsheet (.xlsx)');
  if (has('ppt/')) throw unknown('slides (.pptx)');
  if (names.has('[Content_Types].xml') && has('word/')) return 'docx';
  throw unknown('a zip archive');
}

/** @param name of the file; a hint between Markdown and plain text */
export function textFormat(
  text: string,
  name: string,
): Extract<Format, 'text' | 'markdown' | 'html' | 'subtitles'> {
  const head = text.slice(0, 4000).trimStart();
  if (/^(?:From: <Saved by|MIME-Version: 1\.0\s+Content-Type: multipart\/related)/i.test(head))
    throw unknown('a web archive (.mhtml)');
  if (/^WEBVTT(?:\s|$)/.test(head)) return 'subtitles';
  if (/^(?:\d+\s*\n\s*)?(?:\d+:)?\d{1,2}:\d\d[,.]\d{1,3} +--> /.test(head.replaceAll('\r', '')))
    return 'subtitles';
  const isNamedHtml = /\.x?html?$/i.test(name);
  const start = head.replace(/^(?:<\?[^>]*>|<!--[\s\S]*?-->|\s)+/, '');
  if (/^<!doctype html|^<html[\s>]|^<(?:head|body)[\s>]/i.test(start)) return 'html';
  if (/^<svg[\s>]|^<!doctype svg/i.test(start)) throw unknown('a picture (SVG)');
  if (/^<FictionBook[\s>]/.test(start)) throw unknown('a FictionBook (.fb2)');
  if (head.startsWith('<?xml')) throw unknown('XML');
  if (isNamedHtml && /<(?:p|div|br|h[1-6]|table|title|meta)[\s>/]/i.test(text)) return 'html';
  if (/^<(?:div|p|h[1-6]|table|meta|title|article|section)(?:\s[^<>]*)?>/i.test(start))
    return 'html';
  refuseBinary(text);
  return /\.(?:md|markdown|mdown|mkd)$/i.test(name) ? 'markdown' : 'text';
}

/** What begins like no format and is full of controls is no text. */
function refuseBinary(text: string): void {
  const sample = text.slice(0, 1 << 16);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these tell a program from a text
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  if (controls * 50 > sample.length) throw unknown('no text');
}

function hasControls(head: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these tell a program from a text
  return /[\u0000-\u0008\u000e-\u001a]/.test(head);
}

/** Word's files of old, and every Office document with a password, are small file systems. */
function oleRefusal(bytes: Uint8Array): RefusedDocument {
  const head = new TextDecoder('utf-16le').decode(
    bytes.subarray(0, Math.min(bytes.length, 1 << 22) & ~1),
  );
  if (head.includes('EncryptedPackage'))
    return new RefusedDocument('encrypted', 'It is an Office document with a password.');
  if (head.includes('WordDocument')) return unknown('an old Word document (.doc)');
  if (head.includes('Workbook')) return unknown('an old spreadsheet (.xls)');
  if (head.includes('PowerPoint Document')) return unknown('old slides (.ppt)');
  return unknown('an old Office document');
}

function unknown(what: string): RefusedDocument {
  return new RefusedDocument('unknown-format', `It looks like ${what}.`);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
