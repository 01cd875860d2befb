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

import type { CaseRule, EntityId } from '../model/source';
import { fold, foldShapeOf } from '../text/fold';
import { headsOf, type WordExpressions } from '../text/heads';
import { hashHead } from './head-filter';

export const MAGIC = 0x534c4e49;
export const VERSION = 6;
export const HEADER = 6;
export const FORM = 4;
export const RULES: readonly CaseRule[] = ['exact', 'any-case', 'acronym'];
export const COMPANY = 4;

/** A form as it is sent to a page. */
export type FormAnswer = readonly [text: string, headAt: number, entity: EntityId, flags: number];

export interface NameIndexData {
  buffer: ArrayBuffer;
  /** Entity ids by the numbers that the buffer uses, a line each: one text is read from storage sooner than a list. */
  entities: string;
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

/** A form as it is filed, with the place of its name among those of its entity. */
interface FiledForm {
  answer: FormAnswer;
  name: number;
}

/** A view of an encoded index. */
export class NameIndex {
  readonly #entities: readonly EntityId[];
  readonly #table: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #forms: Uint32Array;
  readonly #pool: Uint16Array;

  /** @throws when the buffer was written by another version, or is damaged */
  constructor({ buffer, entities }: NameIndexData) {
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
    this.#entities = entities.split('\n');
    this.#table = new Uint32Array(buffer, HEADER * 4, slots);
    this.#postings = new Uint32Array(buffer, (HEADER + slots) * 4, postings);
    this.#forms = new Uint32Array(buffer, (HEADER + slots + postings) * 4, forms * FORM);
    this.#pool = new Uint16Array(buffer, words * 4, pool);
  }

  /**
   * The forms filed under each of these heads (folded); heads without any are left out.
   * @param isWanted told also which of the entity's names a form belongs to
   */
  lookup(
    heads: Iterable<string>,
    isWanted: (answer: FormAnswer, name: number) => boolean = () => true,
  ): Array<[head: string, answers: FormAnswer[]]> {
    const found: Array<[string, FormAnswer[]]> = [];
    for (const head of new Set(heads)) {
      const filed = this.#filedUnder(head);
      if (filed.length === 0) continue;
      const wanted = filed.filter(({ answer, name }) => isWanted(answer, name));
      found.push([head, wanted.map(({ answer }) => answer)]);
    }
    return found;
  }

  /** The place, among the names of an entity, of the one to which a page's form belongs; null for none. */
  nameOf(entity: EntityId, surface: string): number | null {
    const folded = fold(surface);
    // A name without capitals is filed whole.
    const heads = [folded, ...headsOf(foldShapeOf(surface)).map(({ head }) => head)];
    for (const head of new Set(heads)) {
      const found = this.#filedUnder(head).find(
        ({ answer: [text, , id] }) => id === entity && fold(text) === folded,
      );
      if (found) return found.name;
    }
    return null;
  }

  #filedUnder(head: string): FiledForm[] {
    const mask = this.#table.length - 1;
    for (let slot = hashHead(head) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#table[slot] ?? 0;
      if (entry === 0) return [];
      const [count = 0, length = 0] = this.#postings.subarray(entry - 1, entry + 1);
      const filed = Array.from(this.#postings.subarray(entry + 1, entry + 1 + count), (form) =>
        this.#form(form),
      );
      // Heads share slots: the text of a form tells whose list this is.
      const [text, headAt] = filed[0]?.answer ?? ['', 0];
      if (fold(text).slice(headAt, headAt + length) === head) return filed;
    }
  }

  #form(form: number): FiledForm {
    const [start = 0, packed = 0, entity = 0, place = 0] = this.#forms.subarray(
      form * FORM,
      form * FORM + FORM,
    );
    const text = String.fromCharCode(...this.#pool.subarray(start, start + (packed >>> 8)));
    return {
      answer: [text, place & 0xffff, this.#entities[entity] ?? '', packed & 0xff],
      name: place >>> 16,
    };
  }
}
