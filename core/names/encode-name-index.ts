/** Makes the index of names of one segment, and the heads that the sieve is made of. */

import { entityMeant, type Form, isNot, notOf } from '../model/form';
import { type EntityId, isShown, type SourceIndex } from '../model/source';
import { fold, foldShapeOf } from '../text/fold';
import { type HeadPlace, headsOf } from '../text/heads';
import { hashHead } from './head-filter';
import type { HeadPart } from './head-sieve';
import { isLowerName } from './lower-names';
import { COMPANY, FORM, HEADER, MAGIC, NOT, RULES, VERSION } from './name-index';

/** Words that many pages write with a capital. */
const COMMON = new Set(
  `a an the of and in on for to by new old one two three four five first second south north east west central
  middle upper lower great people people's peoples world united states state republic kingdom union nation
  nations national international federal government ministry minister department committee commission council
  congress parliament party court center centre institute university school college museum foundation society
  association organization organisation company group bank policy political economic social security
  development initiative program programme project city county province region district road street river sea
  ocean lake island islands mountain war peace law book house king lord president general standard american
  african asian european arab english`.split(/\s+/),
);

/** Every form of every name of these sources. A form that two entities share is an error of the build. */
export function* formsOf(sources: Iterable<SourceIndex>): Generator<Form> {
  for (const { entities, passages, mentions } of sources) {
    const shownPassages = new Set(passages.filter(isShown).map(({ id }) => id));
    const named = new Set(mentions.map(({ entity }) => entity));
    const shown = new Set(
      mentions.filter(({ passage }) => shownPassages.has(passage)).map(({ entity }) => entity),
    );
    for (const entity of entities) {
      // Of what only the print around the document names, no card could say anything.
      if (named.has(entity.id) && !shown.has(entity.id)) continue;
      for (const text of entity.notNames) {
        yield { text, entity: notOf(entity.id), rule: 'exact', needsCompany: false, name: 0 };
      }
      for (const [number, name] of entity.names.entries()) {
        for (const text of [name.text, ...name.forms]) {
          yield {
            text,
            entity: entity.id,
            rule: name.rule,
            needsCompany: name.needsCompany,
            name: number,
          };
        }
      }
    }
  }
}

/** An index of names and its heads. */
export interface EncodedNames {
  buffer: ArrayBuffer;
  /** By the numbers that the buffer uses. */
  entities: readonly EntityId[];
  heads: HeadPart;
}

interface Row {
  form: Form;
  places: HeadPlace[];
  shaped: string;
}

/**
 * Encodes forms. Each is filed under the head by which pages ask least often in vain; a name that is sought whole under
 * itself, and under such a head too, for the pages of libraries that hold many of these.
 * @param order the entities, if their numbers are to be those of this list
 * @throws when a form has no head (punctuation only, or a single character of a script without spaces)
 */
export function encodeNameIndex(
  forms: Iterable<Form>,
  order: readonly EntityId[] = [],
): EncodedNames {
  const entities: EntityId[] = [...order];
  const numbers = new Map(entities.map((entity, number) => [entity, number]));
  const frequency = new Map<string, number>();
  const rows: Row[] = [];
  for (const form of forms) {
    const shaped = foldShapeOf(form.text);
    const places = headsOf(shaped);
    if (places.length === 0) {
      throw new Error(
        `The name “${form.text}” of ${form.entity} cannot be found in a page: it needs a word, or two characters of a script without spaces.`,
      );
    }
    for (const { head } of places) frequency.set(head, (frequency.get(head) ?? 0) + 1);
    rows.push({ form, places, shaped });
  }
  // A word that is a name by itself must be asked about anyway: longer names with it cost no other question.
  const nameWords = new Set(rows.map(({ shaped }) => fold(shaped)));
  const worth = ({ head }: HeadPlace): number =>
    (nameWords.has(head) ? 0 : 1e6) +
    (COMMON.has(head) ? 1e5 : 0) +
    (frequency.get(head) ?? 0) -
    Math.min(head.length, 20) / 100;
  const rarest = (places: HeadPlace[]) =>
    places.reduce((best, place) => (worth(place) < worth(best) ? place : best));
  // A name of words that many pages hold is sought whole, as one without capitals is.
  const isSoughtWhole = ({ form, places }: Row) =>
    isLowerName(form.text, form.rule) ||
    places.every(({ head }) => COMMON.has(head) && !nameWords.has(head));

  const lists = new Map<string, number[]>();
  const hashes = { all: new Set<number>(), sure: new Set<number>() };
  const ofWhole = { all: new Set<number>(), sure: new Set<number>() };
  const whole = new Set<string>();
  const filed: number[] = [];
  let pool = '';
  const file = (
    { form, shaped }: Row,
    { head, at }: HeadPlace,
    start: number,
    into: typeof hashes,
  ) => {
    const hash = hashHead(head);
    into.all.add(hash);
    if (!form.needsCompany && !isNot(form.entity)) into.sure.add(hash);
    const number = filed.length / FORM;
    const list = lists.get(head);
    if (list) list.push(number);
    else lists.set(head, [number]);
    const entity = entityMeant(form.entity);
    let place = numbers.get(entity);
    if (place === undefined) {
      place = entities.push(entity) - 1;
      numbers.set(entity, place);
    }
    const flags =
      RULES.indexOf(form.rule) | (form.needsCompany ? COMPANY : 0) | (isNot(form.entity) ? NOT : 0);
    filed.push(start, (shaped.length << 8) | flags, place, (form.name << 16) | at);
  };
  // Sources of one library write many names alike.
  const starts = new Map<string, number>();
  for (const row of rows) {
    const start = starts.get(row.shaped) ?? pool.length;
    if (start === pool.length) pool += row.shaped;
    starts.set(row.shaped, start);
    const word = rarest(row.places);
    if (isSoughtWhole(row)) {
      whole.add(row.form.text);
      const itself = { head: fold(row.shaped), at: 0 };
      file(row, itself, start, hashes);
      if (word.head !== itself.head) file(row, word, start, ofWhole);
    } else {
      file(row, word, start, hashes);
    }
  }

  let slots = 16;
  while (slots < lists.size * 2) slots *= 2;
  const table = new Uint32Array(slots);
  const postings: number[] = [];
  for (const [head, list] of lists) {
    let slot = hashHead(head) & (slots - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot] = postings.length + 1;
    postings.push(list.length, head.length);
    for (const form of list) postings.push(form);
  }

  const words = HEADER + slots + postings.length + filed.length;
  const buffer = new ArrayBuffer(words * 4 + pool.length * 2);
  const view = new Uint32Array(buffer, 0, words);
  view.set([MAGIC, VERSION, slots, postings.length, filed.length / FORM, pool.length]);
  view.set(table, HEADER);
  view.set(postings, HEADER + slots);
  view.set(filed, HEADER + slots + postings.length);
  const poolView = new Uint16Array(buffer, words * 4, pool.length);
  for (let i = 0; i < pool.length; i++) poolView[i] = pool.charCodeAt(i);

  return {
    buffer,
    entities,
    heads: {
      all: Uint32Array.from(hashes.all),
      sure: Uint32Array.from(hashes.sure),
      whole: [...whole],
      wordsOfWhole: Uint32Array.from(ofWhole.all),
      sureWordsOfWhole: Uint32Array.from(ofWhole.sure),
    },
  };
}
