/**
 * The compact index of names that the background holds: which forms hold a given head.
 *
 * One buffer, viewed and never parsed, so that a background which just woke answers at once:
 *
 *   header   [magic, version, slots, postings, forms, pool]          (Uint32)
 *   slots    hash table, open addressing: posting list offset + 1    (Uint32 × 2^n)
 *   postings [form count, form, form, …] for each head               (Uint32)
 *   forms    [text start, text length << 8 | flags, entity, head at] (Uint32 × 4)
 *   pool     the forms' texts                                        (UTF-16)
 */
import { fold, foldShapeOf } from './fold';
import { encodeHeadFilter, hashHead } from './head-filter';
import { type HeadPlace, headsOf, isLowerName, type LowerNames } from './heads';
import { type CaseRule, type EntityId, type Form, NOBODY, type SourceIndex } from './types';

const MAGIC = 0x534c4e49;
const VERSION = 2;
const HEADER = 6;
const FORM = 4;
/** More names without capitals make the page's expression slow to compile: it collects every word then. */
const MAX_LOWER_NAMES = 150;

const RULES: readonly CaseRule[] = ['exact', 'any-case', 'acronym'];
const COMPANY = 4;

/** A form as it is sent to a page. */
export type FormAnswer = readonly [text: string, headAt: number, entity: EntityId, flags: number];

export interface NameIndexData {
  buffer: ArrayBuffer;
  /** Entity ids, by the numbers that the buffer uses. */
  entities: EntityId[];
}

/** What a page needs in order to know which words to ask about. */
export interface HeadSieve {
  version: typeof VERSION;
  filter: string;
  lowerNames: LowerNames;
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

/** Every form of every name of these sources. A form that two entities share is an error of the build. */
export function* formsOf(sources: Iterable<SourceIndex>): Generator<Form> {
  for (const { entities } of sources) {
    for (const entity of entities) {
      for (const text of entity.notNames) {
        yield { text, entity: NOBODY, rule: 'exact', needsCompany: false };
      }
      for (const name of entity.names) {
        for (const text of [name.text, ...name.forms]) {
          yield {
            text,
            entity: entity.id,
            rule: name.rule,
            needsCompany: name.needsCompany,
          };
        }
      }
    }
  }
}

/**
 * Encodes forms. Each is filed under its rarest head, so that a page word asks for as few as possible.
 * @throws when a form has no head (punctuation only, or a single character of a script without spaces)
 */
export function encodeNameIndex(forms: Iterable<Form>): { data: NameIndexData; sieve: HeadSieve } {
  const entities: EntityId[] = [];
  const entityNumbers = new Map<EntityId, number>();
  const frequency = new Map<string, number>();
  const lowerNames = new Set<string>();
  const rows: Array<{ form: Form; places: HeadPlace[]; shaped: string }> = [];
  for (const form of forms) {
    const shaped = foldShapeOf(form.text);
    const places = headsOf(shaped);
    if (places.length === 0) {
      throw new Error(
        `The name “${form.text}” of ${form.entity} cannot be found in a page: it needs a word, or two characters of a script without spaces.`,
      );
    }
    for (const { head } of places) frequency.set(head, (frequency.get(head) ?? 0) + 1);
    // With its diacritics, which a page may write.
    if (isLowerName(shaped, form.rule)) lowerNames.add(form.text.toLowerCase());
    rows.push({ form, places, shaped });
  }
  const isSoughtWhole = lowerNames.size <= MAX_LOWER_NAMES;

  const lists = new Map<string, number[]>();
  const formRows = new Uint32Array(rows.length * FORM);
  let pool = '';
  rows.forEach(({ form, places, shaped }, number) => {
    const rarest =
      isSoughtWhole && isLowerName(shaped, form.rule)
        ? { head: fold(shaped), at: 0 }
        : places.reduce((best, place) => (isRarer(place, best, frequency) ? place : best));
    const list = lists.get(rarest.head);
    if (list) list.push(number);
    else lists.set(rarest.head, [number]);
    let entity = entityNumbers.get(form.entity);
    if (entity === undefined) {
      entity = entities.push(form.entity) - 1;
      entityNumbers.set(form.entity, entity);
    }
    const flags = RULES.indexOf(form.rule) | (form.needsCompany ? COMPANY : 0);
    formRows.set([pool.length, (shaped.length << 8) | flags, entity, rarest.at], number * FORM);
    pool += shaped;
  });

  let slots = 16;
  while (slots < lists.size * 2) slots *= 2;
  const table = new Uint32Array(slots);
  const postings: number[] = [];
  for (const [head, list] of lists) {
    let slot = hashHead(head) & (slots - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot] = postings.length + 1;
    postings.push(list.length);
    for (const form of list) postings.push(form);
  }

  const words = HEADER + slots + postings.length + formRows.length;
  const buffer = new ArrayBuffer(words * 4 + pool.length * 2);
  const view = new Uint32Array(buffer, 0, words);
  view.set([MAGIC, VERSION, slots, postings.length, rows.length, pool.length]);
  view.set(table, HEADER);
  view.set(postings, HEADER + slots);
  view.set(formRows, HEADER + slots + postings.length);
  const poolView = new Uint16Array(buffer, words * 4, pool.length);
  for (let i = 0; i < pool.length; i++) poolView[i] = pool.charCodeAt(i);

  return {
    data: { buffer, entities },
    sieve: {
      version: VERSION,
      filter: encodeHeadFilter(lists.keys()),
      lowerNames: isSoughtWhole ? [...lowerNames] : 'every',
    },
  };
}

function isRarer(a: HeadPlace, b: HeadPlace, frequency: Map<string, number>): boolean {
  const difference = (frequency.get(a.head) ?? 0) - (frequency.get(b.head) ?? 0);
  return difference === 0 ? a.head.length > b.head.length : difference < 0;
}

function isFiledUnder(head: string, text: string, headAt: number): boolean {
  return (
    headsOf(text).some((place) => place.at === headAt && place.head === head) ||
    (headAt === 0 && fold(text) === head)
  );
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
    this.#entities = entities;
    this.#table = new Uint32Array(buffer, HEADER * 4, slots);
    this.#postings = new Uint32Array(buffer, (HEADER + slots) * 4, postings);
    this.#forms = new Uint32Array(buffer, (HEADER + slots + postings) * 4, forms * FORM);
    this.#pool = new Uint16Array(buffer, words * 4, pool);
  }

  /** The forms filed under each of these heads (folded); heads without any are left out. */
  lookup(heads: Iterable<string>): Array<[head: string, answers: FormAnswer[]]> {
    const found: Array<[string, FormAnswer[]]> = [];
    for (const head of new Set(heads)) {
      const answers = this.#filedUnder(head);
      if (answers.length > 0) found.push([head, answers]);
    }
    return found;
  }

  #filedUnder(head: string): FormAnswer[] {
    const mask = this.#table.length - 1;
    for (let slot = hashHead(head) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#table[slot] ?? 0;
      if (entry === 0) return [];
      const count = this.#postings[entry - 1] ?? 0;
      const answers = Array.from(this.#postings.subarray(entry, entry + count), (form) =>
        this.#answer(form),
      );
      // Heads share slots: the text of a form tells whose list this is.
      const [text, headAt] = answers[0] ?? ['', 0];
      if (isFiledUnder(head, text, headAt)) return answers;
    }
  }

  #answer(form: number): FormAnswer {
    const [start = 0, packed = 0, entity = 0, headAt = 0] = this.#forms.subarray(
      form * FORM,
      form * FORM + FORM,
    );
    const text = String.fromCharCode(...this.#pool.subarray(start, start + (packed >>> 8)));
    return [text, headAt, this.#entities[entity] ?? '', packed & 0xff];
  }
}
