/** Subjects of several sources, with why they are one: for the reader to part and to join. */
import type { JoinReason, SharedSubject } from '../model/views';
import { fold } from '../text/fold';
import { type OpenLibrary, orFault } from './open-library';
import type { SubjectTable } from './subject-table';
import { type Joinable, reasonFor } from './subjects';

/** As many as a list can show. */
const MOST = 100;

export async function sharedSubjects(
  library: OpenLibrary,
  subjects: SubjectTable,
  query: string,
): Promise<SharedSubject[]> {
  const { entities } = library;
  const sought = fold(query).trim();
  const { joinables } = await library.joinables();
  const isSought = (entity: number) =>
    fold(entities.canonicalOf(entity)).includes(sought) ||
    joinables[entity]?.sureNames.some((name) => name.includes(sought)) === true;
  const shared = subjects
    .all()
    // What is sought may be of one source, to be joined with another's.
    .filter((members) => (members.length > 1 || sought !== '') && members.some(isSought))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST)
    .map((members) => ({
      ...subjects.summary(members[0] ?? -1),
      members: members.map((entity, at) => ({
        ...subjects.summary(entity),
        source: entities.sources[entities.sourceOf(entity)]?.id ?? '',
        reason: at === 0 ? null : reasonAmong(joinables, entity, members.slice(0, at)),
      })),
    }));
  await writeNames(
    library,
    shared.flatMap(({ members }) => members),
  );
  return shared;
}

/** A rule that joins an entity with one of the others; where none does, the reader has joined them. */
function reasonAmong(
  joinables: readonly Joinable[],
  entity: number,
  others: readonly number[],
): JoinReason {
  const own = joinables[entity];
  for (const other of others) {
    const joinable = joinables[other];
    const reason = own && joinable ? reasonFor(joinable, own) : null;
    if (reason) return reason;
  }
  return { by: 'reader' };
}

/** A name that two share is told as the source of the second writes it. */
async function writeNames(library: OpenLibrary, members: SharedSubject['members']): Promise<void> {
  const { entities, onFault } = library;
  const named = Map.groupBy(
    members.filter(({ reason }) => reason?.by === 'name'),
    ({ source }) => source,
  );
  await Promise.all(
    Array.from(named, async ([source, all]) => {
      const numbers = all.map(({ id }) => entities.numberInSource(entities.numberOf(id)));
      const records = await orFault(library.shelfOf(source).entities(source, numbers), onFault);
      for (const { id, reason } of all) {
        if (reason?.by !== 'name') continue;
        const names = records?.find((record) => record.id === id)?.names ?? [];
        const name = names.find(({ text }) => fold(text) === reason.name);
        if (name) Object.assign(reason, { name: name.text, language: name.language });
      }
    }),
  );
}
