/** Begins a source in the format of `seeds/` with what is found in a document; what a program cannot know is left to review. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Document, isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import {
  type EntityDescription,
  type NameDescription,
  textOf,
} from '../../core/compile/descriptions';
import type { Material } from '../../core/compile/material';
import { uniqueId } from '../../core/compile/settle-names';
import type { Doubt } from '../../core/extract/found';
import { RefusedDocument } from '../../core/model/draft';
import { fold } from '../../core/text/fold';
import { isSlug, slugOf } from '../../core/text/slug';
import { DocumentReader } from '../documents/read-files';
import { soundSeeds } from './read-seeds';

/** The texts of `seeds/<slug>/`, and what a reviewer is to look at, a line each. */
export interface BegunSeed {
  document: string;
  source: string;
  entities: string;
  review: string[];
}

/** Of the words of a passage, beside its line. */
const SHOWN = 60;

const WHY: Record<Doubt, string> = {
  'one-word': 'its only name is one word',
  'seen-once': 'it stands once in the document',
  'sentence-start': 'it stands only where any word has a capital',
  'everyday-word': 'its name is also an everyday word',
  'kind-unsure': 'what it is, is not sure',
  ambiguous: 'one of its names may be another’s',
  inflected: 'it stands in an inflected form only',
  unsure: 'it may be no name',
};

/**
 * Writes `<seeds>/<slug>/`.
 * @returns what a reviewer is to look at, a line each
 * @throws an Error that says what to do where the slug cannot be taken, or the document not be read
 */
export async function addSeed(seeds: string, slug: string, file: string): Promise<string[]> {
  if (!isSlug(slug)) {
    throw new Error(
      `“${slug}” is not a slug. Write small letters, digits and single hyphens, 99 at most, such as “river-report-2024”.`,
    );
  }
  const folder = resolve(seeds, slug);
  if (existsSync(folder)) {
    throw new Error(`${folder} is there already. Choose another slug, or move it away.`);
  }
  if (statSync(file).isDirectory()) throw new Error(`${file} is a folder. Name a document in it.`);
  const material = await new DocumentReader().read(file).catch((error) => {
    if (!(error instanceof RefusedDocument)) throw error;
    throw new Error(
      `${file}: ${error.fault}: ${error.message} What can be read is in docs/formats.md.`,
    );
  });
  const described = soundSeeds(seeds).flatMap(({ entities }) => entities);
  const { review, ...texts } = beginSeed(material, basename(file), described);
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, 'document.txt'), texts.document);
  writeFileSync(resolve(folder, 'source.yaml'), texts.source);
  writeFileSync(resolve(folder, 'entities.yaml'), texts.entities);
  return review;
}

/**
 * @param file as the document is called
 * @param described entities of other sources: what is the same has their names
 */
export function beginSeed(
  { document, about, entities: found }: Material,
  file: string,
  described: readonly EntityDescription[],
): BegunSeed {
  const entities = withNamesOf(described, found);
  const doubted = entities.filter(({ doubts = [] }) => doubts.length > 0);
  const taken = entities.filter(({ id }) => described.some((other) => other.id === id));
  const unsure = about.passages.flatMap(({ doubt }, at) => (doubt === undefined ? [] : [at + 1]));
  return {
    document,
    source: sourceFile(
      {
        ...about,
        // A page has told its address.
        origin:
          about.origin === file ? 'To review: where does the document come from?' : about.origin,
        licence: 'To review: who holds the rights, and may it be carried?',
      },
      document,
    ),
    entities: entitiesFile(entities),
    review: [
      `title, kind, language, authors, publisher and date: as the document states them, or null`,
      `origin, licence and note, each in a sentence; add a document only if it may be carried`,
      `${count(about.people.length, 'person', 'people')} who speak, and their roles; ${count(about.passages.length, 'passage', 'passages')}, of which ${unsure.length} with a doubt about who says them${unsure.length > 0 ? `: ¶ ${unsure.join(', ')}` : ''}`,
      `${count(entities.length, 'name', 'names')}; ${count(doubted.length, 'has', 'have')} a comment that says what is in doubt`,
      `their names in other languages, only those that you are sure of; ${count(taken.length, 'has', 'have')} those of another source`,
    ],
  };
}

/**
 * Gives what another source describes, under the same canonical name or a sure one, its id, kind, item and names, and
 * takes its doubts away, but where they differ on what it is. The ids of the others say nothing of their kind, which a
 * reviewer may change.
 */
function withNamesOf(
  described: readonly EntityDescription[],
  found: readonly EntityDescription[],
): EntityDescription[] {
  const namesIn = ({ names }: EntityDescription) =>
    Object.values(names).flatMap((list) => (list ?? []).map((name) => fold(textOf(name))));
  const isSure = (name: string | NameDescription) =>
    typeof name === 'string' || !name['needs-company'];
  const sureNamesOf = ({ canonical, names }: EntityDescription) => [
    canonical,
    ...Object.values(names).flatMap((list) => (list ?? []).filter(isSure).map(textOf)),
  ];
  // Of several that bear a name the first keeps it, as it does in the library.
  const known = new Map(
    described
      .toReversed()
      .flatMap((entity) => sureNamesOf(entity).map((name) => [fold(name), entity] as const)),
  );
  const ids = new Set(described.map(({ id }) => id));
  const idFor = (canonical: string, kind: string) => {
    const id = uniqueId(slugOf(canonical) || kind, (other) => ids.has(other));
    ids.add(id);
    return id;
  };
  /** To the first that bears one of its names. */
  const given = new Set<string>();
  const owners = new Map(found.flatMap((entity) => namesIn(entity).map((name) => [name, entity])));
  return found.map((entity) => {
    const same = [fold(entity.canonical), ...namesIn(entity)]
      .map((name) => known.get(name))
      .find((other) => other && !given.has(other.id));
    if (!same) return { ...entity, id: idFor(entity.canonical, entity.kind) };
    given.add(same.id);
    const isFree = (name: string | NameDescription) =>
      (owners.get(fold(textOf(name))) ?? entity) === entity;
    const { id, kind, canonical, wikidata, not } = same;
    const languages = Object.keys({ ...same.names, ...entity.names }) as Array<
      keyof EntityDescription['names']
    >;
    const names = Object.fromEntries(
      languages.map((language) => {
        const theirs = (same.names[language] ?? []).filter(isFree);
        const isNew = (name: string | NameDescription) =>
          !theirs.some((other) => fold(textOf(other)) === fold(textOf(name)));
        return [language, [...theirs, ...(entity.names[language] ?? []).filter(isNew)]];
      }),
    );
    const { doubts: _, ...rest } = entity;
    return {
      ...rest,
      id,
      kind,
      canonical,
      ...(wikidata && { wikidata }),
      names,
      not,
      ...(kind !== entity.kind && { doubts: ['kind-unsure' as const] }),
    };
  });
}

function sourceFile(about: Material['about'], document: string): string {
  const file = new Document(about);
  file.commentBefore =
    ' What the document is, and who says each of its passages. A program has found it: review it all.\n The format is described in seeds/README.md.';
  const passages = about.passages.map(({ sectionBreak, ...passage }) =>
    withoutEmpty({ ...passage, ...(sectionBreak && { sectionBreak }) }),
  );
  const lines = inLines(file, passages);
  if (isSeq<Node>(lines)) {
    for (const [at, line] of lines.items.entries()) {
      const { start = 0, end = 0, doubt } = about.passages[at] ?? {};
      line.comment = ` ¶ ${at + 1}: ${document.slice(start, Math.min(end, start + SHOWN)).replace(/\s+/g, ' ')}`;
      if (doubt) line.commentBefore = ' To review: who says this is not certain.';
    }
  }
  file.setIn(['passages'], lines);
  return file.toString({ lineWidth: 0 });
}

/** Doubts become comments: what has been reviewed has none. */
function entitiesFile(entities: readonly EntityDescription[]): string {
  const file = new Document(
    entities.map(({ doubts: _, names, not, ...entity }) =>
      withoutEmpty({ ...entity, names: briefly(names), not: briefly(not) }),
    ),
  );
  file.commentBefore =
    ' What the document names, and how pages may write it. A program has found it: review each.\n The format is described in seeds/README.md.';
  for (const [at, { doubts = [], mentions }] of entities.entries()) {
    file.setIn([at, 'mentions'], inLines(file, mentions));
    const entity = (file.contents as unknown as { items: YAMLMap[] }).items[at];
    if (entity && doubts.length > 0) {
      entity.commentBefore = ` To review: ${doubts.map((doubt) => WHY[doubt]).join('; ')}.`;
    }
  }
  return file.toString({ lineWidth: 0 });
}

/** Names that have nothing else to say are written as words. */
function briefly(names: EntityDescription['names']): object {
  const brief = (name: string | NameDescription) => {
    if (typeof name === 'string') return name;
    const { text, 'needs-company': isNeeded, ...more } = name;
    if (isNeeded) return { text, 'needs-company': true, ...more };
    return Object.keys(more).length > 0 ? { text, ...more } : text;
  };
  return Object.fromEntries(
    Object.entries(names).map(([language, list]) => [language, (list ?? []).map(brief)]),
  );
}

/** Empty lists and objects go without saying. */
function withoutEmpty(described: object): object {
  const isEmpty = (value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return Object.fromEntries(Object.entries(described).filter(([, value]) => !isEmpty(value)));
}

/** One line for each of a list. */
function inLines(file: Document, list: readonly unknown[]): Node {
  const node = file.createNode(list);
  if (isSeq(node)) {
    for (const item of node.items) if (isMap(item) || isSeq(item)) item.flow = true;
  }
  return node;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
