/**
 * Subjects: what entities of several sources have in common, the same thing. Two entities are one subject where both
 * carry the same Wikidata item, or where they are of one kind and share a name that needs no company; a person's of two
 * words or more, since a surname alone is many people's. A reader can join others, and part these.
 */
import type { EntityKind } from '../model/source';
import type { JoinReason } from '../model/views';

/** What tells whether an entity is the same as another. */
export interface Joinable {
  kind: EntityKind;
  /** The number of the Wikidata item; 0 for none. */
  wikidata: number;
  /** Folded; those that need no company. */
  sureNames: readonly string[];
}

/** Entities by the number of their subject, and subjects by the numbers of their entities. */
export interface Subjects {
  /** By entity. */
  of: Uint32Array;
  /** Where the members of each subject end in `members`. */
  ends: Uint32Array;
  /** Entities in ascending order within their subject. */
  members: Uint32Array;
}

/**
 * @param entities of the whole library, in the order of their numbers
 * @param apart numbers of entities that no rule joins
 * @param joined numbers of entities that a reader has joined
 */
export function joinSubjects(
  entities: readonly Joinable[],
  apart: ReadonlySet<number>,
  joined: ReadonlyArray<readonly number[]>,
): Subjects {
  const parent = Uint32Array.from(entities, (_, number) => number);
  const rootOf = (number: number): number => {
    let root = number;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = number; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const join = (one: number, other: number) => {
    const [first, second] = [rootOf(one), rootOf(other)];
    // The lower one stays, so that the order in which they are joined does not matter.
    parent[Math.max(first, second)] = Math.min(first, second);
  };
  const firstWith = new Map<string, number>();
  entities.forEach((entity, number) => {
    if (apart.has(number)) return;
    for (const key of keysOf(entity)) {
      const other = firstWith.get(key);
      if (other === undefined) firstWith.set(key, number);
      else join(other, number);
    }
  });
  for (const [one, ...others] of joined) {
    for (const other of others) join(one as number, other);
  }
  return numbered(entities.map((_, number) => rootOf(number)));
}

/** Why a rule joins these two; null where none does. */
export function reasonFor(one: Joinable, other: Joinable): JoinReason | null {
  const others = new Set(keysOf(other));
  const key = keysOf(one).find((some) => others.has(some));
  if (key === undefined) return null;
  const [, name = ''] = key.split('\n');
  return name ? { by: 'name', name } : { by: 'wikidata', item: key };
}

/** A name of two words, or one that is no surname alone where names are written without spaces. */
const ofTwoWords = /\S[\s·]\S|\p{Script=Han}{3}/u;

/** What an entity shares with another that is the same. */
function keysOf({ kind, wikidata, sureNames }: Joinable): string[] {
  const names = sureNames.filter((name) => kind !== 'person' || ofTwoWords.test(name));
  return [...(wikidata > 0 ? [`Q${wikidata}`] : []), ...names.map((name) => `${kind}\n${name}`)];
}

function numbered(roots: readonly number[]): Subjects {
  const subjects = new Map<number, number[]>();
  roots.forEach((root, number) => {
    const members = subjects.get(root);
    if (members) members.push(number);
    else subjects.set(root, [number]);
  });
  const of = new Uint32Array(roots.length);
  const ends = new Uint32Array(subjects.size);
  const members = new Uint32Array(roots.length);
  let end = 0;
  [...subjects.values()].forEach((list, subject) => {
    for (const number of list) of[number] = subject;
    members.set(list, end);
    end += list.length;
    ends[subject] = end;
  });
  return { of, ends, members };
}

/** The entities of a subject. */
export function membersOf({ ends, members }: Subjects, subject: number): Uint32Array {
  return members.subarray(subject === 0 ? 0 : ends[subject - 1], ends[subject]);
}
