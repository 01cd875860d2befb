/**
 * A document's bytes to a draft. The content tells what it is; the library of each format is loaded when the first
 * document of it is read. The same bytes make the same draft in every browser and in Node.
 */
import { type Draft, RefusedDocument } from '../core/model/draft';
import { MAX_BYTES, MAX_CHARACTERS } from './limits';
import { addressOf } from './said-of-itself';
import { containerOf, textFormat } from './what-it-is';

export interface DocumentFile {
  /** Its name; an ending is a hint only, the content decides. */
  name: string;
  bytes: Uint8Array;
  /** Where it was taken from. */
  address?: string;
  /** It was taken from a browser: a web page, even where it holds no tag. */
  isPage?: boolean;
  /** As the reader calls it; else what it says of itself. */
  title?: string;
}

/**
 * @param onProgress told which share of it is read, from 0 to 1
 * @throws a RefusedDocument
 */
export async function readDocument(
  file: DocumentFile,
  onProgress: (done: number) => void,
): Promise<Draft> {
  const { bytes } = file;
  if (bytes.length > MAX_BYTES) throw new RefusedDocument('too-large', `${bytes.length} bytes`);
  onProgress(0);
  const draft = await read(file, onProgress).catch((error: unknown) => {
    throw error instanceof RefusedDocument ? error : refusalOf(error);
  });
  if (draft.blocks.length === 0) throw new RefusedDocument('empty', 'It holds no words.');
  onProgress(1);
  return {
    ...draft,
    title: file.title ?? draft.title,
    address: draft.address ?? addressOf(file.address),
  };
}

/** A library that has lost its way in a file: whoever looks into it finds the error, the reader a reason. */
function refusalOf(error: unknown): RefusedDocument {
  console.error(error);
  // Chromium and Node call it a RangeError, Firefox an InternalError.
  const isTooDeep = /call stack|too much recursion/i.test(String(error));
  return new RefusedDocument(isTooDeep ? 'trap' : 'damaged', String(error));
}

async function read(file: DocumentFile, onProgress: (done: number) => void): Promise<Draft> {
  const { bytes } = file;
  const container = containerOf(bytes);
  if (container === 'pdf') {
    const { readPdf } = await import('./pdf/read-pdf');
    return readPdf(bytes, onProgress);
  }
  if (container === 'zip') {
    const { readZipped } = await import('./zipped');
    return readZipped(bytes, onProgress);
  }
  return readText(file, onProgress);
}

async function readText(
  { bytes, name, address, isPage }: DocumentFile,
  onProgress: (done: number) => void,
): Promise<Draft> {
  const { decode } = await import('./encoding');
  const { text, warnings } = await decode(bytes, declaredEncoding(bytes));
  onProgress(0.3);
  const format = isPage ? 'html' : textFormat(text, name);
  if (format !== 'html' && text.length > MAX_CHARACTERS)
    throw new RefusedDocument('too-large', `${text.length} characters`);
  switch (format) {
    case 'html': {
      const { readHtml } = await import('./html');
      return readHtml(text, address ?? null, warnings);
    }
    case 'markdown': {
      const { readMarkdown } = await import('./markdown');
      return readMarkdown(text, warnings);
    }
    case 'subtitles': {
      const { readSubtitles } = await import('./subtitles');
      return readSubtitles(text, warnings);
    }
    case 'text': {
      const { readText: readPlain } = await import('./text');
      return readPlain(text, warnings);
    }
  }
}

/** Where a page declares its encoding, it does so early. */
const DECLARED_WITHIN = 4096;

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, DECLARED_WITHIN));
  if (!/^\s*(?:\xef\xbb\xbf)?\s*</.test(head)) return null;
  const match =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ??
    /^[^<]*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  return match?.[1] ?? null;
}
