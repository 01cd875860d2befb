/** What is kept of a document that nobody has reviewed: names, speakers and hedges as rules and the name model find them. */

import { findLabels, isAsking } from '../attribution/labels';
import { extractEntities, type NameModel } from '../extract/extract';
import type { FoundEntity, KnownName } from '../extract/found';
import { languageOf as languageOfText } from '../extract/languages';
import type { Block, Draft } from '../model/draft';
import type { Span } from '../model/source';
import { lowerBound } from '../segment/strings';
import { fold } from '../text/fold';
import { slugOf } from '../text/slug';
import { describe } from './describe';
import {
  type EntityDescription,
  LONGEST_NAME,
  type NameDescription,
  type SourceDescription,
  textOf,
} from './descriptions';
import type { Material } from './material';
import { languageOf } from './name-language';
import { mentionsOf } from './overlay';
import { entityIdOf, settleNames, uniqueId } from './settle-names';

/** So much of a document tells its language, UTF-16 units. */
const ENOUGH = 20_000;
/** A description holds no more; a document names no more that a reader could look through. */
const MOST_MENTIONS = 5000;

/**
 * @param origin the name of the file, or the address of the page
 * @param onProgress told how much of it is done, from 0 to 1
 * @returns a material whose id is that of its title; another source may bear it
 */
export function foundMaterial(
  draft: Draft,
  origin: string,
  models: ReadonlyMap<string, NameModel>,
  known: readonly KnownName[],
  onProgress: (done: number) => void,
): Material {
  const { text, blocks } = draft;
  const language = draft.language ?? languageOfText(text.slice(0, ENOUGH), 'en');
  const labels = labelsOf(draft);
  const { entities } = extractEntities(
    { text, blocks: blocks.flatMap((block, at) => stretchesOf(block, labels[at], text)), language },
    models,
    known,
    onProgress,
  );
  const people = entities.filter(({ kind }) => kind === 'person').map(({ canonical }) => canonical);
  const about = describe({ ...draft, language }, origin, people);
  return {
    id: slugOf(about.title) || slugOf(origin) || 'document',
    document: text,
    about,
    entities: settleNames(
      withoutLabels(
        withSpeakers(described(entities, text), about, text),
        labels.filter((label) => label !== null),
      ),
    ),
    overlay: [],
    entitiesFoundBy: 'machine',
  };
}

/** No name goes on in the next cell of a table, nor from a label into the words. */
function stretchesOf(block: Block, label: Span | null | undefined, text: string): Span[] {
  if (label) return [label, { start: label.end, end: block.end }];
  if (block.kind !== 'table') return [block];
  const rows = text.slice(block.start, block.end);
  return Array.from(rows.matchAll(/[^\t\n]+/g), ({ 0: cell, index }) => ({
    start: block.start + index,
    end: block.start + index + cell.length,
  }));
}

function described(entities: readonly FoundEntity[], document: string): EntityDescription[] {
  const ids = new Set<string>();
  const isName = (text: string) => text.length <= LONGEST_NAME;
  // A row of capitals as long as a page is found as a name, and is none.
  const named = entities.filter(({ canonical }) => isName(canonical));
  return named.map(({ kind, canonical, names, mentions, doubts, wikidata }) => {
    const id = uniqueId(entityIdOf(canonical, kind), (other) => ids.has(other));
    ids.add(id);
    const byLanguage = Map.groupBy(
      names.filter(({ text }) => isName(text)),
      ({ language }) => language,
    );
    return {
      id,
      kind,
      canonical,
      ...(wikidata && { wikidata }),
      names: Object.fromEntries(
        [...byLanguage].map(([language, list]) => [
          language,
          list.map(({ text, needsCompany }): string | NameDescription => {
            const hint = kind === 'person' && language === 'ru' ? genderOf(text) : null;
            if (!needsCompany && !hint) return text;
            return { text, 'needs-company': needsCompany, ...(hint && { inflect: hint }) };
          }),
        ]),
      ),
      not: {},
      mentions: mentions
        .slice(0, MOST_MENTIONS)
        .map(({ start, end }) => [start, end, document.slice(start, end)]),
      ...(doubts.length > 0 && { doubts: [...doubts] }),
    };
  });
}

/**
 * Whoever speaks is a person: the labels before turns say so, where the words around a name do not. "Moderator" is
 * nobody's name.
 */
function withSpeakers(
  entities: readonly EntityDescription[],
  { people, language }: SourceDescription,
  document: string,
): EntityDescription[] {
  const speakers = people.map(({ name }) => name).filter((name) => !isAsking(fold(name)));
  const namesOf = ({ names }: EntityDescription) =>
    Object.values(names).flatMap((list) => (list ?? []).map((name) => fold(textOf(name))));
  const known = entities.map((entity) => {
    const isSpeaker = speakers.some((name) => namesOf(entity).includes(fold(name)));
    if (!isSpeaker || entity.kind === 'person') return entity;
    const { doubts: _, ...rest } = entity;
    return { ...rest, kind: 'person' as const };
  });
  const held = new Set(known.flatMap(namesOf));
  const ids = new Set(known.map(({ id }) => id));
  const added = speakers
    .filter((name) => !held.has(fold(name)))
    .map((name): EntityDescription => {
      const id = uniqueId(entityIdOf(name, 'person'), (other) => ids.has(other));
      ids.add(id);
      return {
        id,
        kind: 'person',
        canonical: name,
        names: { [languageOf(name, language)]: [name] },
        not: {},
        mentions: mentionsOf(name, document),
      };
    });
  return [...known, ...added.filter(({ mentions }) => mentions.length > 0)];
}

/** Where the label before each block stands, null for none: "Captain Nemo: It rained." */
function labelsOf({ text, blocks }: Draft): Array<Span | null> {
  return (findLabels(text, blocks) ?? []).map((label, at) => {
    const start = blocks[at]?.start ?? 0;
    return label && { start, end: start + label.length };
  });
}

/** A label names nobody: it says who speaks. An entity that stands nowhere else keeps its first one. */
function withoutLabels(
  entities: readonly EntityDescription[],
  labels: readonly Span[],
): EntityDescription[] {
  const isLabel = ([start]: EntityDescription['mentions'][number]) => {
    const after = lowerBound(0, labels.length, (at) => (labels[at]?.start ?? 0) <= start);
    return start < (labels[after - 1]?.end ?? 0);
  };
  return entities.map((entity) => {
    const mentions = entity.mentions.filter((mention) => !isLabel(mention));
    return { ...entity, mentions: mentions.length > 0 ? mentions : entity.mentions.slice(0, 1) };
  });
}

/** Of a Russian surname that tells it; null of others. */
function genderOf(name: string): 'person-m' | 'person-f' | null {
  if (/(?:[оеё]в|[иы]н|[сц]кий)$/u.test(name)) return 'person-m';
  return /(?:[оеё]ва|[иы]на|[сц]кая)$/u.test(name) ? 'person-f' : null;
}
