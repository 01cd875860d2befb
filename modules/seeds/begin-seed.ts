/** Begins a source in the format of `seeds/` with what is found in a document; what a program cannot know is left to review. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Document, isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { type EntityDescription, isDoubtful } from '../../core/compile/descriptions';
import type { Material } from '../../core/compile/material';
import type { Doubt } from '../../core/extract/found';
import { isSlug } from '../../core/text/slug';
import { DocumentReader } from '../documents/read-files';

/** The texts of `seeds/<slug>/`, and what a reviewer is to look at, a line each. */
export interface BegunSeed {
  document: string;
  source: string;
  entities: string;
  review: string[];
}

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
 * @throws an Error that says what to do where the slug cannot be taken, and a RefusedDocument
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
  const { review, ...texts } = beginSeed(await new DocumentReader().read(file), basename(file));
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, 'document.txt'), texts.document);
  writeFileSync(resolve(folder, 'source.yaml'), texts.source);
  writeFileSync(resolve(folder, 'entities.yaml'), texts.entities);
  return review;
}

/** @param file as the document is called; it stands for an origin until a reviewer writes one */
export function beginSeed({ document, about, entities }: Material, file: string): BegunSeed {
  const doubtful = entities.filter(isDoubtful);
  const unsure = about.passages.filter(({ doubt }) => doubt !== undefined).length;
  return {
    document,
    source: sourceFile({
      ...about,
      origin: about.origin || file,
      licence: about.licence || 'To review: who holds the rights, and may it be carried?',
    }),
    entities: entitiesFile(entities),
    review: [
      `title, kind, language, authors, publisher and date: as the document states them, or null`,
      `origin, licence and note, each in a sentence; add a document only if it may be carried`,
      `${count(about.people.length, 'person', 'people')} who speak, and their roles; ${count(about.passages.length, 'passage', 'passages')}, of which ${unsure} with a doubt about who says them`,
      `${count(entities.length, 'name', 'names')}, of which ${doubtful.length} are doubtful: each has a comment above it that says why`,
      `the names of each in other languages, only those that you are sure of`,
    ],
  };
}

function sourceFile(about: Material['about']): string {
  const file = new Document(about);
  file.commentBefore =
    ' What the document is, and who says each of its passages. A program has found it: review it all.\n The format is described in seeds/README.md.';
  const passages = about.passages.map(({ sectionBreak, ...passage }) =>
    withoutEmpty({ ...passage, ...(sectionBreak && { sectionBreak }) }),
  );
  file.setIn(['passages'], inLines(file, passages));
  return file.toString({ lineWidth: 0 });
}

/** Doubts become comments: what has been reviewed has none. */
function entitiesFile(entities: readonly EntityDescription[]): string {
  const file = new Document(entities.map(({ doubts: _, ...entity }) => withoutEmpty(entity)));
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
