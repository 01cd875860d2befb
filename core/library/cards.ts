/**
 * What a card says of a subject: the passages of one source, ranked, and every other source that has some. Of these the
 * one comes first that shares most with what is read; then the reader's order holds. None is left out.
 */
import type { Entity, EntityId, PassageId, Person } from '../model/source';
import {
  type CardContent,
  type CardSource,
  type CardView,
  type EntitySummary,
  MOST_LISTED,
  type RankedPassage,
} from '../model/views';
import { type HeldPassage, type HeldSource, rankable } from '../segment/held-source';
import { fold } from '../text/fold';
import { attributed } from './attribute';
import { type OpenLibrary, orFault } from './open-library';
import {
  type RankedSource,
  rankNaming,
  rankSpoken,
  readOf,
  type Speaking,
  withPassages,
} from './rank-in-source';
import type { SubjectTable } from './subject-table';
import type { WhatIsRead } from './what-is-read';

/** Of more sources only so many are ranked by their words; the others by how many of the paragraph's subjects they name. */
const RANKED_SOURCES = 12;

export interface CardQuestion {
  /** Any entity of the subject. */
  id: EntityId;
  /** What the source of this entity says, whichever says most. */
  isSourceChosen: boolean;
  view: CardView;
  /** The page's form; null where there is none. */
  matchedAs: string | null;
  read: WhatIsRead;
  /** Passages that the page has shown for something else. */
  shown: readonly PassageId[];
}

/** @throws when the entity is not in the library, or no passage names it */
export async function cardOf(
  library: OpenLibrary,
  subjects: SubjectTable,
  { id, isSourceChosen, view, matchedAs, read: told, shown }: CardQuestion,
): Promise<CardContent> {
  const { entities } = library;
  const asked = entities.numberOf(id);
  if (asked < 0) throw new Error(`There is no entity “${id}” in the library.`);
  const members = subjects.membersOn(subjects.subjectOf(asked));
  const speaking = await withPassages(
    library,
    members.includes(asked) ? members : [asked, ...members],
  );
  const read = readOf(told, subjects, shown);
  const shared = sharedBySource(library, subjects, read.entities);
  const sharedBy = ({ entity }: Speaking) => shared.get(entities.sourceOf(entity)) ?? 0;
  const likely = speaking.toSorted((a, b) => sharedBy(b) - sharedBy(a));
  const chosen = speaking.find(({ entity }) => entity === asked);
  const all = await Promise.all(
    (isSourceChosen && chosen ? [chosen] : likely.slice(0, RANKED_SOURCES)).map((one) =>
      orFault(rankNaming(library, subjects, one, read), library.onFault),
    ),
  );
  const ranked = all.filter((one) => one !== null);
  const best = ranked.reduce<RankedSource | undefined>(
    (first, one) => (first && scoreOf(first) >= scoreOf(one) ? first : one),
    undefined,
  );
  if (!best)
    throw new Error(`No passage of “${id.split('/')[0]}” names ${id}. Build its index again.`);
  const sources = await library.sources();
  const held = await library.source(best.source);
  const [record] = await library
    .shelfOf(best.source)
    .entities(best.source, [entities.numberInSource(best.entity)]);
  const speaker = record ? speakerIn(held, record) : null;
  const listed =
    view === 'says' && speaker ? await rankSpoken(library, subjects, best, speaker.id, read) : best;
  const written =
    matchedAs === null ? null : await writtenAs(library, subjects, best.entity, matchedAs);
  const first = isSourceChosen ? [] : [best];
  const inOrder = [
    ...first,
    ...speaking.filter(({ entity }) => !first.some((one) => one.entity === entity)),
  ];
  return {
    asked: id,
    view: listed === best ? 'about' : 'says',
    counts: {
      about: best.ordinals.length,
      // What an earlier version has stored does not say how many.
      says: speaker ? (held.spoken?.[held.speakers.indexOf(speaker.id)] ?? 0) : 0,
    },
    source: held.source,
    entity: {
      ...subjects.summary(best.entity),
      contested: record?.contested ?? null,
      note: record?.note ?? null,
    },
    sources: inOrder.flatMap(({ entity, source, ordinals }): CardSource[] => {
      const other = sources.get(source);
      return other
        ? [
            {
              entity: entities.idOf(entity),
              title: other.source.title,
              titleIsOurs: other.source.titleIsOurs,
              language: other.source.language,
              passages: ordinals.length,
            },
          ]
        : [];
    }),
    namesakes: written?.namesakes ?? [],
    matchedAs: matchedAs === entities.canonicalOf(best.entity) ? null : matchedAs,
    matchedName: written?.name ?? null,
    passages: listed.ranked
      .slice(0, MOST_LISTED)
      .flatMap(({ ordinal, shared }): RankedPassage[] => {
        const passage = listed.passages.get(ordinal);
        if (!passage) return [];
        return [
          {
            ...attributed(held, passage, listed.passages, [entities.numberInSource(best.entity)]),
            why: {
              entities: shared.entities.map((subject) => entities.canonicalOf(inSource(subject))),
              words: shared.words,
            },
            company: companyIn(passage),
          },
        ];
      }),
  };

  /** A subject as the source that is shown has it. */
  function inSource(subject: number): number {
    const number = entities.sourceOf(best?.entity ?? 0);
    return (
      subjects.members(subject).find((entity) => entities.sourceOf(entity) === number) ??
      subjects.spokenFor(subject)
    );
  }

  function companyIn(passage: HeldPassage): EntitySummary[] {
    const from = entities.sources[entities.sourceNumberOf(best?.source ?? '')]?.first ?? 0;
    const others = new Set(rankable(passage).mentions.map(({ entity }) => from + entity));
    const own = subjects.subjectOf(asked);
    return [...others]
      .filter((other) => subjects.subjectOf(other) !== own)
      .map((other) => subjects.summary(other));
  }
}

/** How many of the subjects that are read each source names, by its number. */
function sharedBySource(
  { entities }: OpenLibrary,
  subjects: SubjectTable,
  read: readonly number[],
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const subject of read) {
    for (const number of new Set(
      subjects.membersOn(subject).map((one) => entities.sourceOf(one)),
    )) {
      shared.set(number, (shared.get(number) ?? 0) + 1);
    }
  }
  return shared;
}

/** The person of a source that an entity of it is: one of its names is theirs. */
function speakerIn({ source, speakers }: HeldSource, { kind, names }: Entity): Person | null {
  if (kind !== 'person') return null;
  const called = new Set(names.map(({ text }) => fold(text)));
  return (
    source.people.find(({ id, name }) => speakers.includes(id) && called.has(fold(name))) ?? null
  );
}

function scoreOf({ ranked }: RankedSource): number {
  return ranked[0]?.score ?? Number.NEGATIVE_INFINITY;
}

/** The name of a subject to which the page's form belongs, and the other subjects that are written so. */
async function writtenAs(
  library: OpenLibrary,
  subjects: SubjectTable,
  entity: number,
  surface: string,
): Promise<{ name: string | null; namesakes: EntitySummary[] }> {
  const { entities } = library;
  const indexes = await library.each((segment) => segment.names());
  const named = indexes.flatMap((index, segment) =>
    (index?.namesOf(surface) ?? []).map((one) => ({
      ...one,
      entity: one.entity + (entities.firsts[segment] ?? 0),
    })),
  );
  const subject = subjects.subjectOf(entity);
  const own = named
    .filter((one) => subjects.subjectOf(one.entity) === subject)
    .sort((a, b) => Number(b.entity === entity) - Number(a.entity === entity))[0];
  const others = new Set(
    named
      .filter((one) => subjects.isOn(one.entity))
      .map((one) => subjects.subjectOf(one.entity))
      .filter((other) => other !== subject),
  );
  return {
    name: own === undefined ? null : await nameAt(library, own.entity, own.name),
    namesakes: [...others].map((other) => subjects.summary(subjects.spokenFor(other))),
  };
}

/** The text of a name, by its number among those of its entity. */
export async function nameAt(
  library: OpenLibrary,
  entity: number,
  name: number,
): Promise<string | null> {
  const { entities } = library;
  const source = entities.sources[entities.sourceOf(entity)]?.id ?? '';
  const [record] = await library
    .shelfOf(source)
    .entities(source, [entities.numberInSource(entity)]);
  return record?.names[name]?.text ?? null;
}
