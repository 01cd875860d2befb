/**
 * A Bloom filter of the library's heads. It travels to every page through storage, so that a page which
 * holds no head never wakes the background. It may say yes by mistake (about 1 in 100), never no.
 *
 * The bits are a string of one-byte characters: a page reads them where they are, nothing is decoded.
 */

const BITS_PER_HEAD = 12;
/** 64 KiB; beyond 44,000 heads the filter passes more by mistake, which costs a question, not a mark. */
const MAX_BYTES = 1 << 16;
const SEED = 0x811c9dc5;

/** FNV-1a over UTF-16 units, one step. */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

export function hashHead(head: string): number {
  let hash = SEED;
  for (let i = 0; i < head.length; i++) hash = step(hash, head.charCodeAt(i));
  return finish(hash);
}

/** `hashHead` of a two-unit head, without making the string. */
export function hashPair(first: number, second: number): number {
  return finish(step(step(SEED, first), second));
}

/** Spreads the entropy of FNV to the low bits, which index the tables. */
function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

export function encodeHeadFilter(heads: Iterable<string>): string {
  const distinct = new Set(heads);
  let bytes = 64;
  while (bytes * 8 < distinct.size * BITS_PER_HEAD && bytes < MAX_BYTES) bytes *= 2;
  const bits = new Uint8Array(bytes);
  const mask = bytes * 8 - 1;
  for (const head of distinct) {
    const hash = hashHead(head);
    for (const bit of [hash & mask, (hash >>> 13) & mask, (hash >>> 7) & mask]) {
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  let filter = '';
  for (const byte of bits) filter += String.fromCharCode(byte);
  return filter;
}

/** True when a head with this hash may be in the library. */
export function mayHold(filter: string, hash: number): boolean {
  const mask = filter.length * 8 - 1;
  return (
    has(filter, hash & mask) &&
    has(filter, (hash >>> 13) & mask) &&
    has(filter, (hash >>> 7) & mask)
  );
}

function has(filter: string, bit: number): boolean {
  return ((filter.charCodeAt(bit >> 3) >> (bit & 7)) & 1) === 1;
}
