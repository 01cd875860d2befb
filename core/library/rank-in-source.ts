/** Ranks passages of one source by what is read: those that name an entity, those that a person says, those beside a paragraph. */
import type { EntityId, PassageId, SourceId } from '../model/source';
import { type HeldPassage, isSpoken, rankable } from '../segment/held-source';
import { type OpenLibrary, orFault } from './open-library';
import { type Ranked, type ReadingContext, rank } from './ranking';
import { rarityOf } from './rarity-part';
import type { SubjectTable } from './subject-table';
import { contextOf, type WhatIsRead } from './what-is-read';

/** Of a subject that a source names everywhere, the words of so many passages are compared: some 30 ms. */
const MOST_WEIGHED = 300;

export interface RankedSource {
  entity: number;
  source: SourceId;
  ordinals: readonly number[];
  passages: Map<number, HeldPassage>;
  ranked: Array<Ranked<number>>;
}

/** An entity of a source, and the passages that name it. */
export type Speaking = Pick<RankedSource, 'entity' | 'source' | 'ordinals'>;

/** Those of the entities that a passage names, in the order given. */
export async function withPassages(
  library: OpenLibrary,
  members: readonly number[],
): Promise<Speaking[]> {
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

/** What is being read, and has been shown; entities as subjects. */
export interface Read extends ReadingContext<number> {
  shown: readonly PassageId[];
}

/** @param shown passages that the page has shown for something else */
export function readOf(
  told: WhatIsRead,
  subjects: SubjectTable,
  shown: readonly PassageId[] = [],
): Read {
  const context = contextOf(told);
  const subjectsOf = (ids: readonly EntityId[]) => [
    ...new Set(ids.flatMap((id) => subjects.find(id) ?? [])),
  ];
  const { entities, near } = context;
  return { ...context, entities: subjectsOf(entities), near: subjectsOf(near), shown };
}

/** Ranks the passages that name an entity. */
export async function rankNaming(
  library: OpenLibrary,
  subjects: SubjectTable,
  speaking: Speaking,
  read: Read,
): Promise<RankedSource> {
  const { entity, source, ordinals } = speaking;
  const passages = await library.passages(source, ordinals);
  const number = library.entities.numberInSource(entity);
  const ranked = await rankIn(library, subjects, speaking, passages, number, read);
  return { entity, source, ordinals, passages, ranked };
}

/** Ranks the passages that a person of a source says. */
export async function rankSpoken(
  library: OpenLibrary,
  subjects: SubjectTable,
  { entity, source }: Speaking,
  speaker: string,
  read: Read,
): Promise<RankedSource> {
  const all = await library.shelfOf(source).passages(source, null);
  const passages = new Map(all.map((passage) => [passage.ordinal, passage]));
  const ordinals = all
    .filter((passage) => passage.speaker === speaker && isSpoken(passage))
    .map(({ ordinal }) => ordinal);
  const spoken = { entity, source, ordinals };
  const ranked = await rankIn(library, subjects, spoken, passages, null, read);
  return { ...spoken, passages, ranked };
}

/** Of very many passages, those that name most of what is read: their words are not compared otherwise. */
function likeliest<Passage extends { mentions: ReadonlyArray<{ entity: number }> }>(
  candidates: readonly Passage[],
  read: readonly number[],
): readonly Passage[] {
  if (candidates.length <= MOST_WEIGHED) return candidates;
  const wanted = new Set(read);
  const namedBy = ({ mentions }: Passage) =>
    new Set(mentions.map(({ entity }) => entity).filter((entity) => wanted.has(entity))).size;
  return candidates
    .map((passage) => ({ passage, named: namedBy(passage) }))
    .sort((a, b) => b.named - a.named)
    .slice(0, MOST_WEIGHED)
    .map(({ passage }) => passage);
}

/** @param named the entity that all of them name, by its number in the source; null where they need not */
export async function rankIn(
  library: OpenLibrary,
  subjects: SubjectTable,
  { entity, source, ordinals }: Speaking,
  passages: ReadonlyMap<number, HeldPassage>,
  named: number | null,
  read: Read,
): Promise<Array<Ranked<number>>> {
  const { entities } = library;
  const first = entity - entities.numberInSource(entity);
  const rarity = rarityOf(await library.shelfOf(source).rarity(source));
  // Within a source its own numbers are subjects enough: only what is shared is told in the library's.
  const own = new Map<number, number>();
  const inSource = (list: readonly number[]) =>
    list.flatMap((subject) =>
      subjects.members(subject).flatMap((member) => {
        if (entities.sourceOf(member) !== entities.sourceOf(entity)) return [];
        own.set(member - first, subject);
        return [member - first];
      }),
    );
  const context = { ...read, entities: inSource(read.entities), near: inSource(read.near) };
  const shown = new Set(ordinals.filter((ordinal) => read.shown.includes(`${source}/${ordinal}`)));
  const translations = await library.shelfOf(source).translated?.(source);
  const candidates = ordinals
    .flatMap((ordinal) => passages.get(ordinal) ?? [])
    .map((passage) => {
      const translation = translations?.get(passage.ordinal);
      return { ...rankable(passage), ...(translation !== undefined && { translation }) };
    });
  return rank(named, likeliest(candidates, context.entities), context, rarity, shown).map(
    ({ shared, ...one }) => ({
      ...one,
      shared: { ...shared, entities: shared.entities.map((number) => own.get(number) ?? -1) },
    }),
  );
}
