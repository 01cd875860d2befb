/** What the sources say beside a paragraph: of all subjects that it names at once, by source. */
import type { SourceId } from '../model/source';
import type { Beside } from '../model/views';
import { attributed, summaryOf } from './attribute';
import { type OpenLibrary, orFault } from './open-library';
import { type Read, rankIn, readOf, withPassages } from './rank-in-source';
import type { SubjectTable } from './subject-table';
import type { WhatIsRead } from './what-is-read';

/** Of more, those that name most of the subjects. */
const MOST_SOURCES = 8;
/** Of each source. */
const MOST_PASSAGES = 3;

/** What one source has on the subjects. */
interface Named {
  source: SourceId;
  /** Its entities that the paragraph names. */
  entities: number[];
  ordinals: Set<number>;
}

export async function besideOf(
  library: OpenLibrary,
  subjects: SubjectTable,
  told: WhatIsRead,
): Promise<Beside> {
  const read = readOf(told, subjects);
  const inOrder = [...new Set([...read.near, ...read.entities])];
  const members = inOrder.flatMap((subject) => [...subjects.membersOn(subject)]);
  const bySource = new Map<SourceId, Named>();
  for (const { entity, source, ordinals } of await withPassages(library, members)) {
    const named = bySource.get(source) ?? { source, entities: [], ordinals: new Set() };
    named.entities.push(entity);
    for (const ordinal of ordinals) named.ordinals.add(ordinal);
    bySource.set(source, named);
  }
  const most = [...bySource.values()]
    .sort((a, b) => b.entities.length - a.entities.length)
    .slice(0, MOST_SOURCES);
  const groups = await Promise.all(
    most.map((named) => orFault(groupOf(library, subjects, named, read), library.onFault)),
  );
  return {
    subjects: inOrder.map((subject) => subjects.summary(subjects.spokenFor(subject))),
    groups: groups
      .flatMap((group) => group ?? [])
      .sort((a, b) => b.score - a.score)
      .map(({ source, passages }) => ({ source, passages })),
  };
}

async function groupOf(
  library: OpenLibrary,
  subjects: SubjectTable,
  { source, entities, ordinals }: Named,
  read: Read,
): Promise<(Beside['groups'][0] & { score: number }) | null> {
  const [entity = -1] = entities;
  const inSource = [...ordinals].sort((a, b) => a - b);
  const passages = await library.passages(source, inSource);
  const speaking = { entity, source, ordinals: inSource };
  const ranked = await rankIn(library, subjects, speaking, passages, null, read);
  const held = await library.source(source);
  const emphasised = entities.map((one) => library.entities.numberInSource(one));
  const best = ranked.slice(0, MOST_PASSAGES).flatMap(({ ordinal }) => {
    const passage = passages.get(ordinal);
    return passage ? [attributed(held, passage, passages, emphasised)] : [];
  });
  return best.length > 0
    ? { source: summaryOf(held), passages: best, score: ranked[0]?.score ?? 0 }
    : null;
}
