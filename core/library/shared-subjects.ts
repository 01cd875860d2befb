/** Subjects of several sources, with why they are one: for the reader to part and to join. */
import type { SharedSubject } from '../model/views';
import { fold } from '../text/fold';
import type { OpenLibrary } from './open-library';
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
  return (
    subjects
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
      }))
  );
}

/** A rule that joins an entity with one of the others; where none does, the reader has joined them. */
function reasonAmong(joinables: readonly Joinable[], entity: number, others: readonly number[]) {
  const own = joinables[entity];
  for (const other of others) {
    const joinable = joinables[other];
    const reason = own && joinable ? reasonFor(joinable, own) : null;
    if (reason) return reason;
  }
  return { by: 'reader' } as const;
}
