/**
 * The compact index of names that the background holds: which forms hold a given head.
 *
 * One buffer, viewed and never parsed, so that a background which just woke answers at once:
 *
 *   header   [magic, version, slots, postings, forms, pool]          (Uint32)
 *   slots    hash table, open addressing: posting list offset + 1    (Uint32 × 2^n)
 *   postings [form count, length of the head, form, form, …]         (Uint32)
 *   forms    [text start, text length << 8 | flags, entity, name << 16 | head at] (Uint32 × 4)
 *   pool     the forms' texts                                        (UTF-16)
 */

import type { CaseRule, EntityId, SourceId } from '../model/source';
import { fold, foldShapeOf } from '../text/fold';
import { headsOf, type WordExpressions } from '../text/heads';
import { hashHead } from './head-filter';

export const MAGIC = 0x534c4e49;
export const VERSION = 7;
export const HEADER = 6;
export const FORM = 4;
export const RULES: readonly CaseRule[] = ['exact', 'any-case', 'acronym'];
export const COMPANY = 4;
/** Words that hold a name of the entity and are another's. */
export const NOT = 8;
/** Said to pages of a form of sources whose names are not to be painted. */
export const UNPAINTED = 16;

/** A form as it is sent to a page. */
export type FormAnswer = readonly [text: string, headAt: number, entity: EntityId, flags: number];

/** What a page is answered. */
export interface PageAnswer {
  forms: Array<[head: string, forms: FormAnswer[]]>;
  /** Of subjects that are not of one source alone: for which sources they are company. */
  about: Array<[entity: EntityId, companyIn: SourceId[]]>;
}

/** What a page needs in order to know which words to ask about. */
export interface HeadSieve {
  version: typeof VERSION;
  /** Every head. */
  filter: string;
  /** The heads of names that count by themselves: without one of these a page has nothing to ask. */
  sureFilter: string;
  expressions: WordExpressions;
}

/** True when a stored sieve was written by this version. */
export function isHeadSieve(value: unknown): value is HeadSieve {
  const sieve = value as HeadSieve | null;
  return sieve?.version === VERSION && typeof sieve.filter === 'string';
}

export function ruleOf(flags: number): CaseRule {
  return RULES[flags & 3] ?? 'exact';
}

export function needsCompany(flags: number): boolean {
  return (flags & COMPANY) !== 0;
}

/** A view of an encoded index. */
export class NameIndex {
  readonly #table: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #forms: Uint32Array;
  readonly #pool: Uint16Array;

  /** @throws when the buffer was written by another version, or is damaged */
  constructor(buffer: ArrayBuffer) {
    const header = new Uint32Array(buffer, 0, Math.min(HEADER, buffer.byteLength >> 2));
    const [magic, version, slots = 0, postings = 0, forms = 0, pool = 0] = header;
    if (magic !== MAGIC) {
      throw new Error('This is no index of names, or a damaged one. Build it again.');
    }
    if (version !== VERSION) {
      throw new Error(
        `The index of names has version ${version ?? 'none'}; this Sidelight reads version ${VERSION}. Build it again.`,
      );
    }
    const words = HEADER + slots + postings + forms * FORM;
    if (buffer.byteLength !== words * 4 + pool * 2) {
      throw new Error('The index of names is damaged: its length is wrong. Build it again.');
    }
    this.#table = new Uint32Array(buffer, HEADER * 4, slots);
    this.#postings = new Uint32Array(buffer, (HEADER + slots) * 4, postings);
    this.#forms = new Uint32Array(buffer, (HEADER + slots + postings) * 4, forms * FORM);
    this.#pool = new Uint16Array(buffer, words * 4, pool);
  }

  /** The forms filed under a head (folded), by number: a head of many sources has thousands. */
  formsUnder(head: string): Uint32Array {
    const mask = this.#table.length - 1;
    for (let slot = hashHead(head) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#table[slot] ?? 0;
      if (entry === 0) return this.#postings.subarray(0, 0);
      const count = this.#postings[entry - 1] ?? 0;
      const length = this.#postings[entry] ?? 0;
      const forms = this.#postings.subarray(entry + 1, entry + 1 + count);
      // Heads share slots: the text of a form tells whose list this is.
      const first = forms[0] ?? 0;
      const at = this.headAt(first);
      if (fold(this.textOf(first)).slice(at, at + length) === head) return forms;
    }
  }

  /** Where the text of a form is: the same for forms that are written alike. */
  textAt(form: number): number {
    return this.#forms[form * FORM] ?? 0;
  }

  /** Shape-folded. */
  textOf(form: number): string {
    const at = this.textAt(form);
    const length = (this.#forms[form * FORM + 1] ?? 0) >>> 8;
    return String.fromCharCode(...this.#pool.subarray(at, at + length));
  }

  flagsOf(form: number): number {
    return (this.#forms[form * FORM + 1] ?? 0) & 0xff;
  }

  /** As the index was told to number it. */
  entityOf(form: number): number {
    return this.#forms[form * FORM + 2] ?? 0;
  }

  /** The place of its name among those of its entity. */
  nameOf(form: number): number {
    return (this.#forms[form * FORM + 3] ?? 0) >>> 16;
  }

  /** Offset of its head in its text. */
  headAt(form: number): number {
    return (this.#forms[form * FORM + 3] ?? 0) & 0xffff;
  }

  /** Whose form a page shows, as numbers of entities and of their names; each once. */
  namesOf(surface: string): Array<{ entity: number; name: number }> {
    const folded = fold(surface);
    // A name without capitals is filed whole.
    const heads = [folded, ...headsOf(foldShapeOf(surface)).map(({ head }) => head)];
    const found = new Map<number, number>();
    for (const head of new Set(heads)) {
      let last = { text: -1, isMeant: false };
      for (const form of this.formsUnder(head)) {
        const entity = this.entityOf(form);
        if (this.flagsOf(form) & NOT || found.has(entity)) continue;
        const text = this.textAt(form);
        if (text !== last.text) last = { text, isMeant: fold(this.textOf(form)) === folded };
        if (last.isMeant) found.set(entity, this.nameOf(form));
      }
    }
    return Array.from(found, ([entity, name]) => ({ entity, name }));
  }
}
