/**
 * Bytes to characters. A byte order mark decides, then whether the bytes are UTF-8 at all, then what the file says of
 * itself, then likelihood: several encodings are tried, and the one counts whose words look most like words.
 */
import type { DraftWarning } from '../core/model/draft';

export interface Decoded {
  /** Without a byte order mark. */
  text: string;
  warnings: DraftWarning[];
}

/** So many bytes of lines that are not ASCII tell an encoding; more would only take longer. */
const SAMPLE = 1 << 16;

/** Those of several bytes a character, which only fit where they are meant. */
const EAST_ASIAN = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];
const SURE = 90;
/** Likelihood of pairs of letters does not tell these apart from others, or does not know them. */
const ALWAYS_TRIED = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'windows-1252'];

/** What the web's decoders call by other names, or read as a wider set. */
const LABELS: Record<string, string> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  'ISO-2022-JP': 'iso-2022-jp',
};

/**
 * KZ-1048, Windows' Kazakh: 1251 with these letters for others. No decoder of the web knows it. Kazakh is full of қ, ғ
 * and ң, which stand where 1251 has letters of Macedonian, rare even there.
 */
const KAZAKH = 'kz-1048';
const CYRILLIC = 'ЌЋќћЎўЈҐЄЇґєјЅѕї';
const KAZAKH_FOR_CYRILLIC = 'ҚҺқһҰұӘӨҒҮөғәҢңү';
const KAZAKH_SHARE = 0.03;
/** Fewer are an accident. */
const KAZAKH_LETTERS = 5;

/** Replacement characters in so many others are a fault of the file; more are a wrong encoding. */
const LOST_SHARE = 0.01;

/** @param declared what the file says of its encoding, a label of the web's */
export async function decode(bytes: Uint8Array, declared: string | null = null): Promise<Decoded> {
  const marked = byteOrderMark(bytes);
  if (marked) return said(bytes, marked);
  const utf8 = tried(bytes, 'utf-8');
  if (utf8 !== null && !isWide(bytes)) return { text: utf8, warnings: [] };
  const wide = wideOf(bytes);
  if (wide) return found(bytes, wide);
  // Whoever could read the declaration byte by byte has read no UTF-16.
  if (declared !== null && isKnown(declared) && !/^(?:utf|ucs|unicode)/i.test(declared))
    return said(bytes, declared);
  if (isMostlyUtf8(bytes)) return said(bytes, 'utf-8');
  return found(bytes, await likeliest(sampleOf(bytes)));
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    // A label that no decoder has is as good as none.
    return false;
  }
}

function tried(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // Which is the question: these bytes are not of this encoding.
    return null;
  }
}

function said(bytes: Uint8Array, label: string): Decoded {
  const text = decoded(bytes, label);
  const lost = text.split('\ufffd').length - 1;
  return {
    text,
    warnings: lost > 0 ? [{ code: 'characters-lost', detail: String(lost) }] : [],
  };
}

function found(bytes: Uint8Array, label: string): Decoded {
  const { text, warnings } = said(bytes, label);
  return { text, warnings: [{ code: 'encoding-found', detail: label }, ...warnings] };
}

function decoded(bytes: Uint8Array, label: string): string {
  if (label !== KAZAKH) return new TextDecoder(label).decode(bytes);
  const letters = new RegExp(`[${CYRILLIC}]`, 'g');
  return new TextDecoder('windows-1251')
    .decode(bytes)
    .replace(letters, (letter) => KAZAKH_FOR_CYRILLIC[CYRILLIC.indexOf(letter)] ?? letter);
}

function isWide(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).includes(0);
}

/** UTF-16 without its mark: no other text has empty bytes. The right order of bytes makes letters in use. */
function wideOf(bytes: Uint8Array): string | null {
  if (bytes.length % 2 === 1 || !isWide(bytes)) return null;
  const shares = ['utf-16le', 'utf-16be'].map((label) => {
    const text = new TextDecoder(label).decode(bytes.subarray(0, SAMPLE));
    return { label, share: count(text, IN_USE) / text.length };
  });
  const [best] = shares.toSorted((a, b) => b.share - a.share);
  return best && best.share > 0.9 && tried(bytes, best.label) !== null ? best.label : null;
}

/** Alphabets, kana, Hangul, common Chinese characters, and the marks between them. */
const IN_USE =
  /[\t\n\r\u0020-\u007e\u00a0-\u024f\u0370-\u06ff\u2010-\u203a\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff65]/g;

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(sampleOf(bytes));
  const others = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  const lost = text.split('\ufffd').length - 1;
  return others > 0 && lost < others * LOST_SHARE;
}

/** Its lines that are not ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE);
  let length = 0;
  let start = 0;
  while (start < bytes.length && length < SAMPLE) {
    let end = bytes.indexOf(0x0a, start);
    // No line is longer than the sample.
    end = Math.min(end < 0 ? bytes.length : end + 1, start + SAMPLE);
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte > 0x7f)) {
      const part = line.subarray(0, SAMPLE - length);
      sample.set(part, length);
      length += part.length;
    }
    start = end;
  }
  return sample.subarray(0, length);
}

async function likeliest(sample: Uint8Array): Promise<string> {
  const { analyse } = await import('chardet');
  const ranked = analyse(sample).map(({ name, confidence }) => ({
    label: LABELS[name] ?? name.toLowerCase(),
    confidence,
  }));
  const [first] = ranked;
  if (first && first.confidence >= SURE && EAST_ASIAN.includes(first.label)) return first.label;
  const labels = new Set([
    ...ranked
      .filter(({ label }) => !EAST_ASIAN.includes(label) && isKnown(label))
      .slice(0, 3)
      .map(({ label }) => label),
    ...ALWAYS_TRIED,
  ]);
  let best = { label: 'windows-1252', oddness: Number.POSITIVE_INFINITY };
  for (const label of labels) {
    const text = new TextDecoder(label).decode(sample);
    const likelihood = ranked.find((one) => one.label === label)?.confidence ?? 0;
    // A tie is the detector's to break.
    const odd = oddness(text) - likelihood / 1000;
    if (odd < best.oddness) best = { label, oddness: odd };
  }
  return isKazakh(sample) ? KAZAKH : best.label;
}

function isKazakh(sample: Uint8Array): boolean {
  const text = decoded(sample, KAZAKH);
  const letters = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const own = text.match(/[қғң]/gi)?.length ?? 0;
  const others = text.match(/[^\p{ASCII}\u0080-\u04ff\u2010-\u203a№]/gu)?.length ?? 0;
  return own >= KAZAKH_LETTERS && own / letters > KAZAKH_SHARE && others < letters / 10;
}

/** How often, among its characters beyond ASCII, words are as no script writes them. */
function oddness(text: string): number {
  const others = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const odd =
    5 * count(text, /[\u0080-\u009f\ufffd\ue000-\uf8ff]/g) +
    count(text, /\p{Ll}\p{Lu}/gu) +
    count(text, /\p{Script=Latin}[\u0370-\u06ff]|[\u0370-\u06ff]\p{Script=Latin}/gu) +
    count(text, /\p{L}[¤¦§©¬®°±µ¶·¸¹²³¼½¾¿¡¢£¥ªº\u00ad\p{So}\p{Sk}\p{Sm}]+\p{L}/gu) +
    count(text, /[\u2500-\u25ff]/g) +
    // A letter of another alphabet's, amid one.
    count(text, /[а-яё][ђ-џѐѝ][а-яё]/g) / 4;
  return odd / Math.max(1, others);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
