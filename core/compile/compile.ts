/**
 * Compiles a source: holds everything that is said about a document against the document, and makes the index that
 * the library reads. The same for what is bundled, what a pack carries and what a reader adds. Pure: what needs a
 * dictionary or a digest is handed in.
 */

import type { Entity, Name, Passage, Source, SourceIndex } from '../model/source';
import { inflect } from '../names/inflection/inflect';
import { lowerBound } from '../segment/strings';
import { fold, foldShapeOf } from '../text/fold';
import { headsOf } from '../text/heads';
import { claimNames } from './claim-names';
import type { EntityDescription, NameDescription, SourceDescription } from './descriptions';
import type { Fault, FaultPath } from './fault';

/** A document that has been read, and what is said of it. */
export interface DescribedDocument {
  /** The source's id. */
  id: string;
  /** The document, verbatim. */
  text: string;
  /** SHA-256 of the text (UTF-8), lower-case hex. */
  hash: string;
  holding: Source['holding'];
  entitiesFoundBy: Source['entitiesFoundBy'];
  about: SourceDescription;
}

export interface Compiled {
  index: SourceIndex;
  /** With any, the index is not to be used. */
  faults: Fault[];
}

/** How else Chinese text is written: in traditional characters. Without it, as it stands. */
export type ChineseVariants = (text: string) => string[];

/**
 * All faults at once, and the index as far as it could be made in spite of them.
 * @param chineseVariants makes the forms of Chinese names
 */
export function compile(
  document: DescribedDocument,
  entities: readonly EntityDescription[],
  chineseVariants: ChineseVariants = () => [],
): Compiled {
  const compiler = new Compiler(document, entities, chineseVariants);
  const index = compiler.compile();
  return { index, faults: compiler.faults };
}

/** The passage that holds a stretch of the document. Without faults, passages are in order. */
function passageAround(
  passages: readonly Passage[],
  start: number,
  end: number,
): Passage | undefined {
  const at = lowerBound(0, passages.length, (other) => (passages[other]?.end ?? 0) < end);
  const passage = passages[at];
  return passage && passage.start <= start ? passage : undefined;
}

/** How far around its offsets a text is sought that does not stand there. */
const NEAR = 200;
/** A longer passage is none, and a card could not show it. */
const LONGEST_PASSAGE = 100_000;

const ACRONYM = /^(?=(?:\P{Lu}*\p{Lu}){2})[\p{Lu}.]{2,8}$/u;

class Compiler {
  readonly faults: Fault[] = [];

  constructor(
    readonly document: DescribedDocument,
    readonly entities: readonly EntityDescription[],
    readonly chineseVariants: ChineseVariants,
  ) {}

  compile(): SourceIndex {
    const { id: source, text, hash, holding, entitiesFoundBy, about } = this.document;
    const { entities } = this;
    const { people, passages, ...described } = about;
    const index: SourceIndex = {
      source: {
        id: source,
        ...described,
        people,
        hash,
        holding,
        entitiesFoundBy,
      },
      text,
      passages: passages.map((passage, number) => {
        const ordinal = number + 1;
        const path = ['passages', number];
        this.#checkPassage(number);
        const within = (start: number, end: number, surface: string, at: FaultPath) => {
          this.#checkSlice('about', at, start, end, surface);
          if (start < passage.start || end > passage.end) {
            this.#report(
              'about',
              at,
              `“${surface}” lies outside of ¶ ${ordinal}`,
              'Move it to its own passage.',
            );
          }
          return { start: start - passage.start, end: end - passage.start };
        };
        return {
          id: `${source}/${ordinal}`,
          source,
          ordinal,
          start: passage.start,
          end: passage.end,
          turn: passage.turn,
          speaker: passage.speaker ?? null,
          answers: passage.answers ? `${source}/${passage.answers}` : null,
          hedges: passage.hedges.map(([start, end, kind, surface], i) => ({
            ...within(start, end, surface, [...path, 'hedges', i]),
            kind,
          })),
          quotes: passage.quotes.map(([start, end, speaker, surface], i) => ({
            ...within(start, end, surface, [...path, 'quotes', i]),
            speaker,
          })),
          doubt: passage.doubt ?? null,
          shape: passage.shape ?? null,
          page: passage.page ?? null,
          time: passage.time ?? null,
          sectionBreak: passage.sectionBreak,
        };
      }),
      entities: [],
      mentions: [],
    };
    this.#checkCoverage(index);
    this.#checkUnique('about', ['people'], people);
    this.#checkUnique('entities', [], entities);
    index.entities = entities.map((entity, number) => this.#entity(entity, number));
    claimNames(index.entities, ({ text, entity, at, owner }) =>
      this.#report(
        'entities',
        at,
        `the name “${text}” belongs to ${entity} and to ${owner.entity}`,
        'Leave it with the one that a reader would mean.',
        owner.at,
      ),
    );
    index.mentions = entities
      .flatMap((entity, number) =>
        entity.mentions.map(([start, end, surface], i) => {
          const path = [number, 'mentions', i];
          this.#checkSlice('entities', path, start, end, surface);
          const passage = passageAround(index.passages, start, end);
          if (!passage) {
            this.#report(
              'entities',
              path,
              `“${surface}” lies in no passage`,
              'Correct its offsets.',
            );
          }
          return {
            entity: `${source}/${entity.id}`,
            passage: passage?.id ?? '',
            start,
            end,
            surface,
          };
        }),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end);
    return index;
  }

  #checkSlice(
    within: Fault['in'],
    path: FaultPath,
    start: number,
    end: number,
    surface: string,
  ): void {
    const found = this.document.text.slice(start, end);
    if (found === surface && surface !== '') return;
    const from = Math.max(0, start - NEAR);
    const offset = this.document.text.slice(from, end + NEAR).indexOf(surface);
    const nearest = offset < 0 ? -1 : from + offset;
    this.#report(
      within,
      path,
      `offsets ${start}–${end} hold “${found}”, not “${surface}”`,
      nearest < 0
        ? 'The document does not hold these words near there: correct the text.'
        : `The words stand at ${nearest}–${nearest + surface.length}.`,
    );
  }

  #checkPassage(number: number): void {
    const { people, passages } = this.document.about;
    const passage = passages[number];
    if (!passage) return;
    const path = ['passages', number];
    if (passage.end - passage.start > LONGEST_PASSAGE) {
      this.#report(
        'about',
        path,
        `¶ ${number + 1} has more than ${LONGEST_PASSAGE} characters`,
        'Divide it.',
      );
    }
    if (passage.speaker && !people.some(({ id }) => id === passage.speaker)) {
      this.#report(
        'about',
        [...path, 'speaker'],
        `the speaker “${passage.speaker}” is not among the people of this source`,
        `Add the person under “people”, or use one of: ${people.map(({ id }) => id).join(', ')}.`,
      );
    }
    if (passage.turn === 'answer' && !passage.speaker) {
      this.#report('about', path, 'an answer names no speaker', 'Add “speaker”.');
    }
    if (passage.answers && passages[passage.answers - 1]?.turn !== 'question') {
      this.#report(
        'about',
        [...path, 'answers'],
        `¶ ${passage.answers} is not a question`,
        'Give the ordinal of the passage that asks, or leave “answers” out.',
      );
    }
  }

  #checkUnique(within: Fault['in'], path: FaultPath, items: ReadonlyArray<{ id: string }>): void {
    const seen = new Set<string>();
    items.forEach(({ id }, number) => {
      if (seen.has(id)) {
        this.#report(
          within,
          [...path, number, 'id'],
          `the id “${id}” is used twice`,
          'Give one of them another.',
        );
      }
      seen.add(id);
    });
  }

  /** Every character that is not white space lies in exactly one passage. */
  #checkCoverage({ passages }: SourceIndex): void {
    let end = 0;
    passages.forEach((passage, number) => {
      if (passage.start < end || passage.end <= passage.start) {
        this.#report(
          'about',
          ['passages', number],
          `¶ ${passage.ordinal} overlaps the one before`,
          'Correct its offsets.',
        );
      }
      this.#checkGap(end, passage.start, number);
      end = passage.end;
    });
    this.#checkGap(end, this.document.text.length, passages.length - 1);
  }

  #checkGap(from: number, to: number, number: number): void {
    const gap = this.document.text.slice(from, to).trim();
    if (!gap) return;
    this.#report(
      'about',
      ['passages', number],
      `the text “${gap.slice(0, 40)}” (${from}–${to}) lies in no passage`,
      'Add a passage for it; boilerplate is a turn of its own.',
    );
  }

  #entity(entity: EntityDescription, number: number): Entity {
    const surfaces = new Set(entity.mentions.map(([, , surface]) => fold(surface)));
    const names: Name[] = [];
    for (const { described, language, forms } of this.#written(entity, 'names', number)) {
      names.push({
        text: described.text,
        language,
        origin: surfaces.has(fold(described.text)) ? 'source' : 'curated',
        rule: described.rule ?? (ACRONYM.test(described.text) ? 'acronym' : 'exact'),
        needsCompany: described['needs-company'],
        forms,
      });
    }
    if (names.length === 0) {
      this.#report(
        'entities',
        [number, 'names'],
        `${entity.id} has no names`,
        'Add one, or take it out.',
      );
    }
    return {
      id: `${this.document.id}/${entity.id}`,
      source: this.document.id,
      kind: entity.kind,
      canonical: entity.canonical,
      wikidata: entity.wikidata ?? null,
      names,
      notNames: [...this.#written(entity, 'not', number)].flatMap(({ described, forms }) => [
        described.text,
        ...forms,
      ]),
      contested: entity.contested ?? null,
      note: entity.note ?? null,
    };
  }

  /** What is listed by language under a key of an entity, with its forms. */
  *#written(entity: EntityDescription, key: 'names' | 'not', number: number) {
    for (const [language, list] of Object.entries(entity[key])) {
      for (const [i, item] of (list ?? []).entries()) {
        const path = [number, key, language, i];
        const described: NameDescription =
          typeof item === 'string' ? { text: item, 'needs-company': false } : item;
        for (const text of [described.text, ...(described.forms ?? [])]) {
          this.#checkFindable(text, path);
        }
        yield { described, language, forms: this.#formsOf(described, language, path) };
      }
    }
  }

  #checkFindable(text: string, path: FaultPath): void {
    if (headsOf(foldShapeOf(text)).length > 0) return;
    this.#report(
      'entities',
      path,
      `“${text}” cannot be found in a page`,
      'A name needs a word, or two characters of a script without spaces.',
    );
  }

  #formsOf(
    { text, forms, inflect: hint }: NameDescription,
    language: string,
    path: FaultPath,
  ): string[] {
    if (forms) return forms;
    if (language === 'zh') return this.chineseVariants(text);
    try {
      return inflect(text, language, hint);
    } catch (error) {
      this.#report(
        'entities',
        path,
        String(error instanceof Error ? error.message : error),
        'Add “inflect” or “forms”.',
      );
      return [];
    }
  }

  #report(
    within: Fault['in'],
    path: FaultPath,
    problem: string,
    remedy: string,
    against?: FaultPath,
  ): void {
    this.faults.push({ in: within, path, problem, remedy, against });
  }
}
