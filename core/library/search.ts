/** Search over names in every language and over passages; see docs/decisions/0016-search.md. */
import { type EntityId, type SourceId, TURNS } from '../model/source';
import type { SearchFilter, SearchFit, SearchResults } from '../model/views';
import { conceptsIn, wordsFor } from '../text/concepts';
import { fold } from '../text/fold';
import { otherSpelling } from '../text/other-spelling';
import { formsOf } from '../text/word-forms';
import type { FoundName } from './name-search';
import type { OpenLibrary } from './open-library';
import { PassageSearch } from './passage-search';
import type { SubjectTable } from './subject-table';

const MAX_NAMES = 8;
const MAX_PASSAGES = 20;
/** Passages that hold only some of the words tell less and less. */
const MAX_LOOSE = 8;

/** @param onPage entities that the page being read names: of equal names, theirs come first */
export async function findNames(
  library: OpenLibrary,
  subjects: SubjectTable,
  query: string,
  { source, speaker, kind }: SearchFilter,
  onPage: readonly EntityId[],
): Promise<SearchResults['names']> {
  const { entities } = library;
  // Nobody says a name: with a speaker, only passages are wanted.
  if (speaker !== null) return [];
  const number = source === null ? -1 : entities.sourceNumberOf(source);
  const isWanted = (entity: number) =>
    entities.isThere(entity) &&
    (source === null || entities.sourceOf(entity) === number) &&
    (kind === null || entities.kindOf(entity) === kind);
  const searches = await library.each((segment) => segment.spellings());
  const best = new Map<number, { entity: number; segment: number; entry: number; rank: number }>();
  const firstOf = (segment: number) => entities.firsts[segment] ?? 0;
  const take = (found: readonly FoundName[], segment: number) => {
    for (const { entity: number, entry, rank } of found) {
      const entity = firstOf(segment) + number;
      const subject = subjects.subjectOf(entity);
      const known = best.get(subject);
      if (!known || rank < known.rank) best.set(subject, { entity, segment, entry, rank });
    }
  };
  const wantedIn = (segment: number) => (number: number) => isWanted(firstOf(segment) + number);
  searches.forEach((names, segment) => {
    if (names) take(names.holding(query, wantedIn(segment)), segment);
  });
  const isHeld = best.size > 0;
  searches.forEach((names, segment) => {
    if (names) take(names.resembling(query, wantedIn(segment), isHeld), segment);
  });
  const read = new Set(onPage.flatMap((id) => subjects.find(id) ?? []));
  return Array.from(best, ([subject, found]) => ({ ...found, subject }))
    .map((found) => {
      let mentions = 0;
      // A letter finds thousands: nothing is sorted or copied for each.
      for (const member of subjects.entitiesOf(found.subject)) {
        if (isWanted(member)) mentions += entities.mentionsOf(member);
      }
      return { ...found, mentions, isRead: read.has(found.subject) };
    })
    .sort(
      (a, b) => a.rank - b.rank || Number(b.isRead) - Number(a.isRead) || b.mentions - a.mentions,
    )
    .slice(0, MAX_NAMES)
    .map(({ subject, segment, entity, entry, mentions }) => {
      const members = subjects.membersOn(subject).filter(isWanted);
      return {
        ...subjects.summary(members[0] ?? entity),
        matchedName: searches[segment]?.nameOf(entry) ?? '',
        mentions,
      };
    });
}

export interface FoundWords {
  source: SourceId;
  ordinal: number;
  /** Its translation holds what was typed, and not the passage itself. */
  isTranslated: boolean;
}

/** How passages fit what was typed. */
export interface FoundPassages {
  found: FoundWords[];
  fit: SearchFit;
  /** What they were found by. */
  words: string;
}

/** Words of any language for what is typed: of a translation the passage holds what they mean. */
export function relatedWords(query: string): string {
  return wordsFor(conceptsIn(query).keys()).join(' ');
}

/**
 * The passages that hold all of the words typed, best first, then those whose translations do; where none does, those
 * that hold them in other forms; where none does, those that hold any; where none does, those that speak of the same
 * thing in other words, of whatever language.
 */
export async function findPassages(
  library: OpenLibrary,
  query: string,
  { source, speaker, kind }: SearchFilter,
): Promise<FoundPassages> {
  const { entities } = library;
  const parts = await library.each((segment) => segment.part('words'));
  const turn = kind === null ? -1 : (TURNS as readonly string[]).indexOf(kind);
  const only = source === null ? null : entities.sources[entities.sourceNumberOf(source)];
  if ((kind !== null && turn < 0) || only === undefined) {
    return { found: [], fit: 'all', words: query };
  }
  const isWanted = (segment: number, passage: number): boolean => {
    const part = parts[segment];
    const held = entities.sources[entities.sourceOfPassage(segment, passage)];
    if (!part || held?.isGone !== false) return false;
    if (only) {
      const at = passage - only.firstPassage;
      if (only.segment !== segment || at < 0 || at >= only.passages) return false;
    }
    if (turn >= 0 && part.turns[passage] !== turn) return false;
    return speaker === null || part.speakers[(part.speakerOf[passage] ?? 0) - 1] === speaker;
  };
  const search = new PassageSearch(parts);
  const translated = new PassageSearch(await library.each((segment) => segment.translated()));
  const placed = (found: ReturnType<typeof search.find>, isTranslated: boolean): FoundWords[] =>
    found.flatMap(({ segment, passage }) => {
      const held = entities.sources[entities.sourceOfPassage(segment, passage)];
      return held
        ? [{ source: held.id, ordinal: passage - held.firstPassage + 1, isTranslated }]
        : [];
    });
  const holdingAll = (words: string): FoundWords[] => {
    const itself = placed(search.find(words, isWanted, MAX_PASSAGES), false);
    const isNew = ({ source, ordinal }: FoundWords) =>
      !itself.some((one) => one.source === source && one.ordinal === ordinal);
    const others = placed(translated.find(words, isWanted, MAX_PASSAGES), true).filter(isNew);
    return [...itself, ...others].slice(0, MAX_PASSAGES);
  };
  const holdingAny = (words: string) => placed(search.findAny(words, isWanted, MAX_LOOSE), false);
  const typed = fold(query);
  const spelled = otherSpelling(typed);
  // Most words are spelled in one way, and many have no other form: nothing is sought twice.
  const written = new Set([typed, spelled, formsOf(typed), formsOf(spelled)]);
  const ways: Array<readonly [SearchFit, (words: string) => FoundWords[], string]> = [
    ...[...written].map((words) => ['all', holdingAll, words] as const),
    ['some', holdingAny, query],
    ['related', holdingAny, relatedWords(query)],
  ];
  for (const [fit, find, words] of ways) {
    const found = find(words);
    if (found.length > 0) return { found, fit, words };
  }
  return { found: [], fit: 'all', words: query };
}
