/**
 * What a card says of a subject: the passages of one source, ranked, and every other source that has some. Of these the
 * one comes first that shares most with what is read; then the reader's order holds. None is left out.
 */
import type { EntityId, SourceId } from '../model/source';
import type { CardContent, CardSource, EntitySummary, RankedPassage } from '../model/views';
import { type HeldPassage, rankable } from '../segment/held-source';
import { attributed } from './attribute';
import { type OpenLibrary, orFault } from './open-library';
import { type Ranked, type ReadingContext, rank } from './ranking';
import { rarityOf } from './rarity-part';
import type { SubjectTable } from './subject-table';

/** Of more sources only so many are ranked by their words; the others by how many of the paragraph's subjects they name. */
const RANKED_SOURCES = 12;

export interface CardQuestion {
  /** Any entity of the subject. */
  id: EntityId;
  /** What the source of this entity says, whichever says most. */
  isSourceChosen: boolean;
  /** The page's form; null where there is none. */
  matchedAs: string | null;
  context: ReadingContext;
}

interface RankedSource {
  entity: number;
  source: SourceId;
  ordinals: readonly number[];
  passages: Map<number, HeldPassage>;
  ranked: Array<Ranked<number>>;
}

/** @throws when the entity is not in the library, or no passage names it */
export async function cardOf(
  library: OpenLibrary,
  subjects: SubjectTable,
  { id, isSourceChosen, matchedAs, context }: CardQuestion,
): Promise<CardContent> {
  const { entities } = library;
  const asked = entities.numberOf(id);
  if (asked < 0) throw new Error(`There is no entity “${id}” in the library.`);
  const members = subjects.membersOn(subjects.subjectOf(asked));
  const speaking = await withPassages(
    library,
    members.includes(asked) ? members : [asked, ...members],
  );
  const read = [...new Set(context.entities.flatMap((other) => subjects.find(other) ?? []))];
  const shared = sharedBySource(library, subjects, read);
  const sharedBy = ({ entity }: Speaking) => shared.get(entities.sourceOf(entity)) ?? 0;
  const likely = speaking.toSorted((a, b) => sharedBy(b) - sharedBy(a));
  const chosen = speaking.find(({ entity }) => entity === asked);
  const all = await Promise.all(
    (isSourceChosen && chosen ? [chosen] : likely.slice(0, RANKED_SOURCES)).map((one) =>
      orFault(rankSource(library, subjects, one, context.paragraph, read), library.onFault),
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
  const written =
    matchedAs === null ? null : await writtenAs(library, subjects, best.entity, matchedAs);
  const first = isSourceChosen ? [] : [best];
  const inOrder = [
    ...first,
    ...speaking.filter(({ entity }) => !first.some((one) => one.entity === entity)),
  ];
  return {
    asked: id,
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
              language: other.source.language,
              passages: ordinals.length,
            },
          ]
        : [];
    }),
    namesakes: written?.namesakes ?? [],
    matchedAs: matchedAs === entities.canonicalOf(best.entity) ? null : matchedAs,
    matchedName: written?.name ?? null,
    passages: best.ranked.flatMap(({ ordinal, shared }): RankedPassage[] => {
      const passage = best.passages.get(ordinal);
      if (!passage) return [];
      return [
        {
          ...attributed(held, passage, best.passages, entities.numberInSource(best.entity)),
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

type Speaking = Pick<RankedSource, 'entity' | 'source' | 'ordinals'>;

/** Those of the entities that a passage names, in the order given. */
async function withPassages(library: OpenLibrary, members: readonly number[]): Promise<Speaking[]> {
  const { entities, segments } = library;
  const all = await Promise.all(
    members.map(async (entity): Promise<Speaking> => {
      const source = entities.sources[entities.sourceOf(entity)];
      const segment = segments[source?.segment ?? 0];
      const number = entity - (entities.firsts[source?.segment ?? 0] ?? 0);
      const ordinals = segment
        ? await orFault(segment.passagesNaming(number), library.onFault)
        : null;
      return { entity, source: source?.id ?? '', ordinals: ordinals ?? [] };
    }),
  );
  return all.filter(({ ordinals }) => ordinals.length > 0);
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

async function rankSource(
  library: OpenLibrary,
  subjects: SubjectTable,
  { entity, source, ordinals }: Speaking,
  paragraph: string,
  read: readonly number[],
): Promise<RankedSource> {
  const { entities } = library;
  const first = entity - entities.numberInSource(entity);
  const [passages, rarity] = await Promise.all([
    library.passages(source, ordinals),
    library.shelfOf(source).rarity(source),
  ]);
  // Within a source its own numbers are subjects enough: only what is shared is told in the library's.
  const own = new Map<number, number>();
  for (const subject of read) {
    for (const member of subjects.members(subject)) {
      if (entities.sourceOf(member) === entities.sourceOf(entity)) own.set(member - first, subject);
    }
  }
  const candidates = ordinals.flatMap((ordinal) => passages.get(ordinal) ?? []);
  const ranked = rank(
    entity - first,
    candidates.map(rankable),
    { paragraph, entities: [...own.keys()] },
    rarityOf(rarity),
  );
  return {
    entity,
    source,
    ordinals,
    passages,
    ranked: ranked.map(({ shared, ...one }) => ({
      ...one,
      shared: { ...shared, entities: shared.entities.map((number) => own.get(number) ?? -1) },
    })),
  };
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
