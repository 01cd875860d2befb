/** What adding a document would come to, told before anything is stored. */
import { matchesOf } from '../match/match-text';
import type { DraftWarning } from '../model/draft';
import type { EntityKind, Person, Span } from '../model/source';
import { formsOf } from '../names/encode-name-index';
import { JOINT } from '../text/fold';
import { byDoubt, type EntityDescription, isDoubtful } from './descriptions';
import type { LibraryEntry, Likeness } from './likeness';
import { compileMaterial, type Material } from './material';
import { applyOverlay } from './overlay';

/** A place of a page of news that would be marked. */
export interface WouldMark {
  /** The sentence, or the part of it around the name. */
  text: string;
  name: Span;
  canonical: string;
}

/** An entity as the dry run tells it. */
export interface FoundName {
  canonical: string;
  isDoubtful: boolean;
}

export interface DryRun {
  people: Person[];
  /** Most first; in each kind the doubtful ones first, then those that are named most. */
  kinds: Array<[kind: EntityKind, names: FoundName[]]>;
  /** Entities that a reader should look at. */
  doubtful: number;
  passages: number;
  /** UTF-16 units. */
  length: number;
  wouldMark: WouldMark[];
  warnings: DraftWarning[];
}

/** Shown around a name that a page of news would show marked. */
const AROUND = 60;

/**
 * @param news a page of news, in paragraphs divided by blank lines
 * @throws an Error when what was found does not fit the document, which is a fault of ours
 */
export async function dryRun(
  material: Material,
  warnings: DraftWarning[],
  news: string,
): Promise<DryRun> {
  // The page of news writes no traditional characters.
  const { index, faults } = await compileMaterial(material, () => []);
  const [fault] = faults;
  if (fault) throw new Error(`${fault.in} ${fault.path.join('.')}: ${fault.problem}.`);
  const { about, entities } = applyOverlay(material, material.overlay);
  const kinds = Map.groupBy(entities, ({ kind }) => kind);
  // Paragraphs stand beside each other as the blocks of a page do.
  const page = news
    .trim()
    .split(/\n\s*\n/)
    .join(JOINT);
  const names = new Map(index.entities.map(({ id, canonical }) => [id, canonical]));
  const matches = matchesOf([...formsOf([index])])(page, () => false);
  return {
    people: about.people,
    kinds: [...kinds]
      .map(([kind, all]): [EntityKind, FoundName[]] => [kind, all.toSorted(byDoubt).map(foundName)])
      .sort((a, b) => b[1].length - a[1].length),
    doubtful: entities.filter(isDoubtful).length,
    passages: about.passages.length,
    length: material.document.length,
    wouldMark: matches.map(({ start, end, entity }) => {
      const { text, offset } = around(page, start, end);
      return {
        text,
        name: { start: start - offset, end: end - offset },
        canonical: names.get(entity) ?? '',
      };
    }),
    warnings,
  };
}

function foundName(entity: EntityDescription): FoundName {
  return { canonical: entity.canonical, isDoubtful: isDoubtful(entity) };
}

/** Whole words around a name, with "…" where its paragraph goes on. */
function around(page: string, start: number, end: number): { text: string; offset: number } {
  const first = page.lastIndexOf(JOINT, start) + 1;
  const until = page.indexOf(JOINT, end);
  const last = until < 0 ? page.length : until;
  const [near, far] = [Math.max(first, start - AROUND), Math.min(last, end + AROUND)];
  const before =
    near > first
      ? page.slice(near, start).replace(/^(?:\S{0,20}\s)?/, '…')
      : page.slice(near, start);
  const after =
    far < last ? page.slice(end, far).replace(/(?:\s\S{0,20})?$/, '…') : page.slice(end, far);
  return { text: before + page.slice(start, end) + after, offset: start - before.length };
}

/** A document that has been read, and what adding it would come to. */
export interface ReadDocument {
  material: Material;
  /** The document does not say in which language it is: what is said of it goes by the script. */
  isLanguageGuessed: boolean;
  dryRun: DryRun;
  /** The library holds this very document. */
  same: LibraryEntry | null;
  /** The library holds much of it: an older version of it, perhaps. */
  like: Likeness | null;
}
