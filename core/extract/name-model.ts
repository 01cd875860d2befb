/**
 * A name model as it is shipped: whole numbers only, so that every browser finds the same names.
 *
 * Bytes, little-endian: "SLNM", version u8, length of the language u8, language; unit f32 (what a weight of 1 is worth), caution u16
 * (see `NameModel`), transitions i16 × 22 × 22; then two tables, each with its count u32 and ascending keys of 24 bits as differences
 * (LEB128). The first holds the lists (a u16 of classes for each key), the second the features (a u24 with a bit for
 * each tag, then an i8 for each bit that is set).
 */
import { TAGS } from './tags';
import { WordLists } from './word-classes';

export const SIDE = TAGS + 1;
const MAGIC = 0x4d4e4c53;
/** Changes with the format and with what the features are. */
const VERSION = 1;

export class NameModel {
  readonly #keys: Int32Array;
  readonly #rows: Int32Array;
  readonly #mask: number;

  /**
   * @param keys of features, see `featureKey`
   * @param weights `TAGS` for each key
   * @param transitions from row to column; row `TAGS` from the beginning, column `TAGS` to the end
   */
  constructor(
    readonly language: string,
    readonly lists: WordLists,
    keys: Int32Array,
    readonly weights: Int8Array,
    readonly transitions: Int32Array,
    readonly unit: number,
    /** In units: taken from the score of every word with a capital of being no name, since texts are marked sparingly. */
    public caution: number,
  ) {
    let size = 1024;
    while (size < keys.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size).fill(-1);
    this.#rows = new Int32Array(size);
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] ?? 0;
      let slot = key & this.#mask;
      while (this.#keys[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = key;
      this.#rows[slot] = row;
    }
  }

  /** Where the weights of a feature begin; -1 when it has none. */
  weightsOf(feature: number): number {
    const key = featureKey(feature);
    let slot = key & this.#mask;
    for (;;) {
      const found = this.#keys[slot];
      if (found === key) return (this.#rows[slot] ?? 0) * TAGS;
      if (found === -1) return -1;
      slot = (slot + 1) & this.#mask;
    }
  }
}

export const featureKey = (feature: number) => feature >>> 8;

/** @throws when the bytes are no name model, or one of another version */
export function readNameModel(bytes: ArrayBuffer): NameModel {
  const view = new DataView(bytes);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) {
    throw new Error(
      'This is no name model: it must begin with “SLNM”. Make one with npm run train.',
    );
  }
  const version = view.getUint8(4);
  if (version !== VERSION) {
    throw new Error(
      `This name model is of version ${version}, and version ${VERSION} is read here. Make it anew with npm run train.`,
    );
  }
  let at = 6;
  const language = String.fromCharCode(...new Uint8Array(bytes, at, view.getUint8(5)));
  at += view.getUint8(5);
  const unit = view.getFloat32(at, true);
  at += 4;
  const caution = view.getUint16(at, true);
  at += 2;
  const transitions = new Int32Array(SIDE * SIDE);
  for (let i = 0; i < transitions.length; i++, at += 2) transitions[i] = view.getInt16(at, true);
  const data = new Uint8Array(bytes);
  const difference = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = data[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const masks = new Map<number, number>();
  const listed = view.getUint32(at, true);
  at += 4;
  for (let i = 0, key = 0; i < listed; i++) {
    key += difference();
    masks.set(key, (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8));
    at += 2;
  }
  const count = view.getUint32(at, true);
  at += 4;
  const keys = new Int32Array(count);
  const weights = new Int8Array(count * TAGS);
  for (let row = 0, key = 0; row < count; row++) {
    key += difference();
    keys[row] = key;
    const tags = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16);
    at += 3;
    for (let tag = 0; tag < TAGS; tag++) {
      if (tags & (1 << tag)) weights[row * TAGS + tag] = view.getInt8(at++);
    }
  }
  return new NameModel(language, new WordLists(masks), keys, weights, transitions, unit, caution);
}

/** What `readNameModel` reads, from what training has learned. */
export interface NameModelParts {
  language: string;
  unit: number;
  /** In units. */
  caution: number;
  /** In units. */
  transitions: ArrayLike<number>;
  /** Classes by key of 24 bits. */
  lists: ReadonlyMap<number, number>;
  /** Of each key of 24 bits, `TAGS` whole numbers from -127 to 127. */
  features: ReadonlyMap<number, ArrayLike<number>>;
}

export function encodeNameModel(parts: NameModelParts): Uint8Array<ArrayBuffer> {
  const out: number[] = [];
  const number = (value: number, size: number) => {
    for (let i = 0; i < size; i++) out.push((value >> (8 * i)) & 255);
  };
  const difference = (value: number) => {
    let left = value;
    while (left > 127) {
      out.push((left & 127) | 128);
      left >>>= 7;
    }
    out.push(left);
  };
  number(MAGIC, 4);
  out.push(VERSION, parts.language.length);
  for (const char of parts.language) out.push(char.charCodeAt(0));
  out.push(...new Uint8Array(Float32Array.of(parts.unit).buffer));
  number(parts.caution, 2);
  for (let i = 0; i < SIDE * SIDE; i++) number(parts.transitions[i] ?? 0, 2);
  const lists = [...parts.lists].sort(([a], [b]) => a - b);
  number(lists.length, 4);
  let last = 0;
  for (const [key, classes] of lists) {
    difference(key - last);
    number(classes, 2);
    last = key;
  }
  const features = [...parts.features].sort(([a], [b]) => a - b);
  number(features.length, 4);
  last = 0;
  for (const [key, weights] of features) {
    difference(key - last);
    last = key;
    let tags = 0;
    for (let tag = 0; tag < TAGS; tag++) if (weights[tag]) tags |= 1 << tag;
    number(tags, 3);
    for (let tag = 0; tag < TAGS; tag++) if (weights[tag]) number(weights[tag] ?? 0, 1);
  }
  return Uint8Array.from(out);
}
