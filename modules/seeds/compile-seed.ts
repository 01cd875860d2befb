/**
 * Compiles one bundled source from its reviewed files. Everything that a reviewer wrote is held against the
 * document; the build stops with all faults at once, each with file, line and remedy.
 */
import { createHash } from 'node:crypto';
import { Converter } from 'opencc-js';
import { type Entity, INDEX_VERSION, type Name, type SourceIndex } from '../../core/model/source';
import { inflect } from '../../core/names/inflection/inflect';
import { fold, foldShapeOf } from '../../core/text/fold';
import { headsOf } from '../../core/text/heads';
import { ReviewedFile, type YamlPath } from './reviewed-file';
import {
  type EntityDescription,
  entitiesSchema,
  type NameDescription,
  sourceSchema,
} from './seed-schema';

/** The texts of `seeds/<slug>/`. */
export interface SeedFiles {
  slug: string;
  document: string;
  source: string;
  entities: string;
}

type AnyFile = ReviewedFile<typeof sourceSchema> | ReviewedFile<typeof entitiesSchema>;

/** Traditional forms as Hong Kong, Taiwan and neutral conversion write them. */
const TRADITIONAL = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));

function traditionalForms(text: string): string[] {
  return TRADITIONAL.map((convert) => convert(text)).filter((form) => form !== text);
}

const ACRONYM = /^(?=(?:\P{Lu}*\p{Lu}){2})[\p{Lu}.]{2,8}$/u;

/** @throws one Error that lists every problem found in the files of this seed */
export function compileSeed({ slug, document, source, entities }: SeedFiles): SourceIndex {
  const problems: string[] = [];
  const folder = `seeds/${slug}`;
  const about = new ReviewedFile(`${folder}/source.yaml`, source, sourceSchema, problems);
  const reviewed = new ReviewedFile(`${folder}/entities.yaml`, entities, entitiesSchema, problems);
  const seed = new SeedCompiler(slug, document, about, reviewed);
  const index = about.content && reviewed.content ? seed.compile() : null;
  if (problems.length > 0 || !index) {
    throw new Error(
      `The source “${slug}” has ${problems.length} problem(s):\n${problems.join('\n')}`,
    );
  }
  return index;
}

class SeedCompiler {
  constructor(
    readonly slug: string,
    readonly text: string,
    readonly about: ReviewedFile<typeof sourceSchema>,
    readonly reviewed: ReviewedFile<typeof entitiesSchema>,
  ) {}

  compile(): SourceIndex | null {
    const { content: source } = this.about;
    const { content: entities } = this.reviewed;
    if (!source || !entities) return null;
    const { people, passages, ...described } = source;
    const index: SourceIndex = {
      version: INDEX_VERSION,
      source: {
        id: this.slug,
        ...described,
        people,
        hash: createHash('sha256').update(this.text).digest('hex'),
        holding: 'bundled',
        entitiesFoundBy: 'review',
      },
      text: this.text,
      passages: passages.map((passage, number) => {
        const ordinal = number + 1;
        const path = ['passages', number];
        this.#checkPassage(number);
        const within = (start: number, end: number, surface: string, at: YamlPath) => {
          this.#checkSlice(this.about, at, start, end, surface);
          if (start < passage.start || end > passage.end) {
            this.about.report(
              at,
              `“${surface}” lies outside of ¶ ${ordinal}`,
              'Move it to its own passage.',
            );
          }
          return { start: start - passage.start, end: end - passage.start };
        };
        return {
          id: `${this.slug}/${ordinal}`,
          source: this.slug,
          ordinal,
          start: passage.start,
          end: passage.end,
          turn: passage.turn,
          speaker: passage.speaker ?? null,
          answers: passage.answers ? `${this.slug}/${passage.answers}` : null,
          hedges: passage.hedges.map(([start, end, kind, surface], i) => ({
            ...within(start, end, surface, [...path, 'hedges', i]),
            kind,
          })),
          quotes: passage.quotes.map(([start, end, speaker, surface], i) => ({
            ...within(start, end, surface, [...path, 'quotes', i]),
            speaker,
          })),
          doubt: passage.doubt ?? null,
          sectionBreak: passage.sectionBreak,
        };
      }),
      entities: [],
      mentions: [],
    };
    this.#checkCoverage(index);
    this.#checkUnique(this.about, ['people'], people);
    this.#checkUnique(this.reviewed, [], entities);
    index.entities = entities.map((entity, number) => this.#entity(entity, number));
    this.#claimNames(index.entities);
    index.mentions = entities
      .flatMap((entity, number) =>
        entity.mentions.map(([start, end, surface], i) => {
          const path = [number, 'mentions', i];
          this.#checkSlice(this.reviewed, path, start, end, surface);
          const passage = index.passages.find((some) => some.start <= start && some.end >= end);
          if (!passage) {
            this.reviewed.report(path, `“${surface}” lies in no passage`, 'Correct its offsets.');
          }
          return {
            entity: `${this.slug}/${entity.id}`,
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

  #checkSlice(file: AnyFile, path: YamlPath, start: number, end: number, surface: string): void {
    const found = this.text.slice(start, end);
    if (found === surface && surface !== '') return;
    const nearest = this.text.indexOf(surface, Math.max(0, start - 200));
    file.report(
      path,
      `offsets ${start}–${end} hold “${found}”, not “${surface}”`,
      nearest < 0
        ? 'The document does not hold these words near there: correct the text.'
        : `The words stand at ${nearest}–${nearest + surface.length}.`,
    );
  }

  #checkPassage(number: number): void {
    const source = this.about.content;
    const passage = source?.passages[number];
    if (!source || !passage) return;
    const path = ['passages', number];
    if (passage.speaker && !source.people.some(({ id }) => id === passage.speaker)) {
      this.about.report(
        [...path, 'speaker'],
        `the speaker “${passage.speaker}” is not among the people of this source`,
        `Add the person under “people”, or use one of: ${source.people.map(({ id }) => id).join(', ')}.`,
      );
    }
    if (passage.turn === 'answer' && !passage.speaker) {
      this.about.report(path, 'an answer names no speaker', 'Add “speaker”.');
    }
    if (passage.answers && source.passages[passage.answers - 1]?.turn !== 'question') {
      this.about.report(
        [...path, 'answers'],
        `¶ ${passage.answers} is not a question`,
        'Give the ordinal of the passage that asks, or leave “answers” out.',
      );
    }
  }

  #checkUnique(file: AnyFile, path: YamlPath, items: ReadonlyArray<{ id: string }>): void {
    items.forEach(({ id }, number) => {
      if (items.findIndex((other) => other.id === id) < number) {
        file.report(
          [...path, number, 'id'],
          `the id “${id}” is used twice`,
          'Give one of them another.',
        );
      }
    });
  }

  /** Every character that is not white space lies in exactly one passage. */
  #checkCoverage({ passages }: SourceIndex): void {
    let end = 0;
    passages.forEach((passage, number) => {
      if (passage.start < end || passage.end <= passage.start) {
        this.about.report(
          ['passages', number],
          `¶ ${passage.ordinal} overlaps the one before`,
          'Correct its offsets.',
        );
      }
      this.#checkGap(end, passage.start, number);
      end = passage.end;
    });
    this.#checkGap(end, this.text.length, passages.length - 1);
  }

  #checkGap(from: number, to: number, number: number): void {
    const gap = this.text.slice(from, to).trim();
    if (!gap) return;
    this.about.report(
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
      this.reviewed.report(
        [number, 'names'],
        `${entity.id} has no names`,
        'Add one, or take it out.',
      );
    }
    return {
      id: `${this.slug}/${entity.id}`,
      source: this.slug,
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

  #checkFindable(text: string, path: YamlPath): void {
    if (headsOf(foldShapeOf(text)).length > 0) return;
    this.reviewed.report(
      path,
      `“${text}” cannot be found in a page`,
      'A name needs a word, or two characters of a script without spaces.',
    );
  }

  #formsOf(
    { text, forms, inflect: hint }: NameDescription,
    language: string,
    path: YamlPath,
  ): string[] {
    if (forms) return forms;
    if (language === 'zh') return traditionalForms(text);
    try {
      return inflect(text, language, hint);
    } catch (error) {
      this.reviewed.report(
        path,
        String(error instanceof Error ? error.message : error),
        'Add “inflect” or “forms”.',
      );
      return [];
    }
  }

  /** One written form belongs to one entity. A reviewed name outranks a generated form of another. */
  #claimNames(entities: readonly Entity[]): void {
    const owners = new Map<string, { entity: string; at: YamlPath }>();
    const each = (visit: (entity: Entity, name: Name, path: YamlPath) => void) =>
      entities.forEach((entity, number) => {
        const counts = new Map<string, number>();
        for (const name of entity.names) {
          const i = counts.get(name.language) ?? 0;
          counts.set(name.language, i + 1);
          visit(entity, name, [number, 'names', name.language, i]);
        }
      });
    const claim = (entity: Entity, text: string, at: YamlPath, generated: boolean): boolean => {
      const key = foldShapeOf(text);
      const owner = owners.get(key);
      if (!owner) {
        owners.set(key, { entity: entity.id, at });
        return true;
      }
      if (owner.entity !== entity.id && !generated) {
        this.reviewed.report(
          at,
          `the name “${text}” belongs to ${entity.id} and to ${owner.entity} (line ${this.reviewed.lineOf(owner.at)})`,
          'Leave it with the one that a reader would mean.',
        );
      }
      return false;
    };
    each((entity, name, path) => claim(entity, name.text, path, false));
    each((entity, name, path) => {
      name.forms = name.forms.filter((form) => claim(entity, form, path, true));
    });
  }
}
