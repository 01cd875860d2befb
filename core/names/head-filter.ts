/**
 * A Bloom filter of the library's heads. It travels to every page through storage, so that a page which
 * holds no head never wakes the background. It may say yes by mistake (about 1 in 100), never no.
 *
 * The bits are a string of one-byte characters: a page reads them where they are, nothing is decoded.
 */

const BITS_PER_HEAD = 12;
/** 256 KiB, enough for 170,000 heads; beyond, more pass by mistake, which costs a question, not a mark. */
const MAX_BYTES = 1 << 18;
/** Where in a hash the second and the third bit of a head are told; up to 21 bits each. */
const SECOND = 9;
const THIRD = 18;
const BITS = 30;
/** Hashes are built in so many bits that five more, for the next step, are still a small integer of the engine. */
const STATE = 0xffffff;
/** Heads of different lengths are told apart beyond the bits in which they are built. */
const LENGTH = 24;

/**
 * A hash of 30 bits over UTF-16 units. Pages run it cold, where a call costs as much as the rest of a step: no
 * function for a step, no number that the engine must keep on its heap.
 */
export function hashHead(head: string): number {
  let hash = 0;
  for (let i = 0; i < head.length; i++) {
    hash = ((hash << 5) - hash + head.charCodeAt(i)) & STATE;
  }
  // Spreads the entropy of the last units to the low bits, which index the tables.
  const mixed = Math.imul(hash ^ (head.length << LENGTH), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff;
}

/** @param hashes of heads, as `hashHead` gives them; some may come more than once */
export function encodeHeadFilter(hashes: Iterable<number>): string {
  const distinct = new Set(hashes);
  let bytes = 64;
  while (bytes * 8 < distinct.size * BITS_PER_HEAD && bytes < MAX_BYTES) bytes *= 2;
  const bits = new Uint8Array(bytes);
  const last = bytes * 8 - 1;
  for (const hash of distinct) {
    for (const bit of [hash & last, (hash >>> SECOND) & last, third(hash) & last]) {
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  let filter = '';
  for (const byte of bits) filter += String.fromCharCode(byte);
  return filter;
}

/** True when this head may be in the library. */
export function mayHold(filter: string, head: string): boolean {
  const hash = hashHead(head);
  const last = filter.length * 8 - 1;
  return (
    isSet(filter, hash & last) &&
    isSet(filter, (hash >>> SECOND) & last) &&
    isSet(filter, third(hash) & last)
  );
}

/** The last bits of a hash, and then its first. */
function third(hash: number): number {
  return (hash >>> THIRD) | (hash << (BITS - THIRD));
}

function isSet(filter: string, bit: number): boolean {
  return ((filter.charCodeAt(bit >> 3) >> (bit & 7)) & 1) === 1;
}
