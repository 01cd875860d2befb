/** Makes the index of names, and the sieve that pages carry: when sources are compiled or imported. */

import { type Form, isNot, notOf } from '../model/form';
import type { Entity, EntityId, SourceIndex } from '../model/source';
import { fold, foldShapeOf } from '../text/fold';
import { ANY_WORD, type HeadPlace, headsOf } from '../text/heads';
import { encodeHeadFilter, hashHead } from './head-filter';
import { isLowerName, wordExpressions } from './lower-names';
import {
  COMPANY,
  FORM,
  HEADER,
  type HeadSieve,
  MAGIC,
  type NameIndexData,
  RULES,
  VERSION,
} from './name-index';

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
    const boilerplate = new Set(
      passages.filter(({ turn }) => turn === 'boilerplate').map(({ id }) => id),
    );
    const isOnlyAround = ({ id }: Entity) => {
      const own = mentions.filter(({ entity }) => entity === id);
      return own.length > 0 && own.every(({ passage }) => boilerplate.has(passage));
    };
    for (const entity of entities) {
      // Of what only the print around the document names, no card could say anything.
      if (isOnlyAround(entity)) continue;
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

/**
 * Encodes forms. Each is filed under the head by which pages ask least often in vain.
 * @throws when a form has no head (punctuation only, or a single character of a script without spaces)
 */
export function encodeNameIndex(forms: Iterable<Form>): { data: NameIndexData; sieve: HeadSieve } {
  const entities: EntityId[] = [];
  const entityNumbers = new Map<EntityId, number>();
  const frequency = new Map<string, number>();
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
    rows.push({ form, places, shaped });
  }
  // A word that is a name by itself must be asked about anyway: longer names with it cost no other question.
  const nameWords = new Set(rows.map(({ shaped }) => fold(shaped)));
  // A name of words that many pages hold is sought whole, as one without capitals is.
  const isSoughtWhole = ({ form, places }: (typeof rows)[number]) =>
    isLowerName(form.text, form.rule) ||
    places.every(({ head }) => COMMON.has(head) && !nameWords.has(head));
  const whole = rows.filter(isSoughtWhole);
  const expressions = wordExpressions(whole.map(({ form }) => form.text));
  const soughtWhole = new Set(expressions.words === ANY_WORD ? [] : whole);
  const worth = ({ head }: HeadPlace): number =>
    (nameWords.has(head) ? 0 : 1e6) +
    (COMMON.has(head) ? 1e5 : 0) +
    (frequency.get(head) ?? 0) -
    Math.min(head.length, 20) / 100;

  const lists = new Map<string, number[]>();
  const sureHeads = new Set<string>();
  const formRows = new Uint32Array(rows.length * FORM);
  let pool = '';
  rows.forEach((row, number) => {
    const { form, places, shaped } = row;
    const rarest = soughtWhole.has(row)
      ? { head: fold(shaped), at: 0 }
      : places.reduce((best, place) => (worth(place) < worth(best) ? place : best));
    if (!form.needsCompany && !isNot(form.entity)) sureHeads.add(rarest.head);
    const list = lists.get(rarest.head);
    if (list) list.push(number);
    else lists.set(rarest.head, [number]);
    let entity = entityNumbers.get(form.entity);
    if (entity === undefined) {
      entity = entities.push(form.entity) - 1;
      entityNumbers.set(form.entity, entity);
    }
    const flags = RULES.indexOf(form.rule) | (form.needsCompany ? COMPANY : 0);
    formRows.set(
      [pool.length, (shaped.length << 8) | flags, entity, (form.name << 16) | rarest.at],
      number * FORM,
    );
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
    postings.push(list.length, head.length);
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
    data: { buffer, entities: entities.join('\n') },
    sieve: {
      version: VERSION,
      filter: encodeHeadFilter(lists.keys()),
      sureFilter: encodeHeadFilter(sureHeads),
      expressions,
    },
  };
}
