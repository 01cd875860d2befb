/**
 * The sources that Sidelight carries, and every question that can be asked of them.
 * The background hands it compiled sources. It knows nothing of readers and keeps nothing of what it was asked;
 * what it makes of the sources, such as the search, it makes once, when it is first needed.
 */
import type { Correction } from '../choices/corrections';
import { entityMeant } from '../model/form';
import {
  type Entity,
  type EntityId,
  type EntityKind,
  INDEX_VERSION,
  type Mention,
  type Passage,
  type PassageId,
  type SourceId,
  type SourceIndex,
  type Span,
} from '../model/source';
import type {
  AttributedPassage,
  CardContent,
  EntitySummary,
  SearchChoices,
  SearchFilter,
  SearchResults,
  SourceContent,
  SourceSummary,
} from '../model/views';
import { type FormAnswer, NameIndex, type NameIndexData } from '../names/name-index';
import { fold } from '../text/fold';
import { Ranking, type RankingPassage, type ReadingContext, whyOf } from './ranking';
import { Search } from './search';

/** What pages are not to be answered with. */
export interface LeftOut {
  kinds: readonly EntityKind[];
  sources: readonly SourceId[];
  corrections: readonly Correction[];
}

export class Library {
  readonly #sources = new Map<SourceId, SourceIndex>();
  readonly #entities = new Map<EntityId, Entity>();
  readonly #passages = new Map<PassageId, Passage>();
  readonly #mentionsIn = new Map<PassageId, Mention[]>();
  readonly #names: NameIndex;
  readonly #rankings = new Map<SourceId, { shown: RankingPassage[]; ranking: Ranking }>();
  #search: Search | null = null;

  /** @throws when a source or the index of names was written by another version */
  constructor(sources: readonly SourceIndex[], names: NameIndexData) {
    for (const index of sources) {
      if (index.version !== INDEX_VERSION) {
        throw new Error(
          `The index of the source “${index.source?.id}” has version ${index.version}; this Sidelight reads version ${INDEX_VERSION}. Build it again, or import the document again.`,
        );
      }
      this.#sources.set(index.source.id, index);
      for (const entity of index.entities) this.#entities.set(entity.id, entity);
      for (const passage of index.passages) this.#passages.set(passage.id, passage);
      for (const mention of index.mentions) {
        const list = this.#mentionsIn.get(mention.passage);
        if (list) list.push(mention);
        else this.#mentionsIn.set(mention.passage, [mention]);
      }
    }
    this.#names = new NameIndex(names);
  }

  /** The forms that pages may show, by the heads asked for, without what the reader wants left out. */
  names(heads: readonly string[], leftOut: LeftOut): Array<[head: string, answers: FormAnswer[]]> {
    const corrected = new Set(
      leftOut.corrections.map(({ entity, name }) => `${entity} ${fold(name)}`),
    );
    const isWanted = ([, , id]: FormAnswer, name: number) => {
      const { source, kind, names } = this.#entity(entityMeant(id));
      if (leftOut.sources.includes(source) || leftOut.kinds.includes(kind)) return false;
      return corrected.size === 0 || !corrected.has(`${id} ${fold(names[name]?.text ?? '')}`);
    };
    return this.#names.lookup(heads, isWanted);
  }

  /** The name of an entity to which a page's form belongs. The index tells: sources may come without forms. */
  #nameOf(entity: Entity, surface: string): string | null {
    const name = this.#names.nameOf(entity.id, surface);
    return name === null ? null : (entity.names[name]?.text ?? null);
  }

  /** @throws when the entity is not in the library */
  summary(id: EntityId): EntitySummary {
    const { canonical, kind } = this.#entity(id);
    return { id, canonical, kind };
  }

  has(id: EntityId): boolean {
    return this.#entities.has(id);
  }

  hasPassage(id: PassageId): boolean {
    return this.#passages.has(id);
  }

  /**
   * What the card says of an entity, to a reader of this paragraph.
   * @param matchedAs the page's form; left out of the answer when it is the canonical name
   * @throws when the entity is not in the library, or no passage names it
   */
  card(id: EntityId, matchedAs: string | null, context: ReadingContext): CardContent {
    const entity = this.#entity(id);
    const { ranking, shown } = this.#rankingOf(entity.source);
    const candidates = shown.filter(({ ordinal }) =>
      this.#mentionsIn.get(`${entity.source}/${ordinal}`)?.some((mention) => mention.entity === id),
    );
    if (candidates.length === 0) {
      throw new Error(`No passage of “${entity.source}” names ${id}. Build its index again.`);
    }
    const known = { ...context, entities: context.entities.filter((other) => this.has(other)) };
    return {
      entity: { ...this.summary(id), contested: entity.contested, note: entity.note },
      matchedAs: matchedAs === entity.canonical ? null : matchedAs,
      matchedName: matchedAs === null ? null : this.#nameOf(entity, matchedAs),
      passages: ranking.rank(id, candidates, known).map((ranked) => {
        const passage = this.#passage(`${entity.source}/${ranked.ordinal}`);
        return {
          ...this.#attribute(passage, id),
          why: whyOf(ranked, (other) => this.summary(other).canonical),
          company: this.#companyIn(passage, id),
        };
      }),
    };
  }

  /** Makes the search, before it is asked. @returns fulfilled when passages can be found too */
  readySearch(): Promise<void> {
    this.#search ??= new Search([...this.#sources.values()]);
    return this.#search.ready;
  }

  /** @param onPage entities of the page being read, which come first of equal ones */
  find(query: string, filter: SearchFilter, onPage: ReadonlySet<EntityId>): SearchResults {
    this.#search ??= new Search([...this.#sources.values()]);
    const { names, passages } = this.#search.find(query, filter, onPage);
    return {
      names: names.map(({ entity, name }) => ({
        ...this.summary(entity),
        matchedName: name,
        mentions: this.#countMentions(entity),
      })),
      passages:
        passages?.map(({ passage, hits }) => ({
          ...this.#attribute(this.#passage(passage), null),
          hits,
        })) ?? null,
    };
  }

  get searchChoices(): SearchChoices {
    const sources = [...this.#sources.values()];
    return {
      sources: sources.map(({ source: { id, title } }) => ({ id, title })),
      speakers: sources.flatMap(({ source, passages }) =>
        source.people
          .filter(({ id }) => passages.some(({ speaker }) => speaker === id))
          .map(({ id, name }) => ({ id: `${source.id}/${id}`, name, source: source.id })),
      ),
    };
  }

  /** @throws when the source is not in the library */
  sourceContent(id: SourceId): SourceContent {
    const index = this.#source(id);
    return {
      source: index.source,
      passages: index.passages.map((passage) => this.#attribute(passage, null)),
      entities: index.entities
        .map((entity) => ({ ...this.summary(entity.id), mentions: this.#countMentions(entity.id) }))
        .sort((a, b) => b.mentions - a.mentions || a.canonical.localeCompare(b.canonical)),
      mentions: index.mentions.map(({ passage, entity, start, end }) => {
        const from = this.#passage(passage).start;
        return { passage, entity, start: start - from, end: end - from };
      }),
    };
  }

  get sourceIds(): SourceId[] {
    return [...this.#sources.keys()];
  }

  get sources(): SourceSummary[] {
    return [...this.#sources.values()].map(summaryOf);
  }

  #entity(id: EntityId): Entity {
    const entity = this.#entities.get(id);
    if (!entity) throw new Error(`There is no entity “${id}” in the library.`);
    return entity;
  }

  #source(id: SourceId): SourceIndex {
    const source = this.#sources.get(id);
    if (!source) throw new Error(`There is no source “${id}” in the library.`);
    return source;
  }

  #passage(id: PassageId): Passage {
    const passage = this.#passages.get(id);
    if (!passage) throw new Error(`There is no passage “${id}” in the library.`);
    return passage;
  }

  #countMentions(entity: EntityId): number {
    return this.#source(this.#entity(entity).source).mentions.filter(
      (mention) => mention.entity === entity,
    ).length;
  }

  /** The mentions of a passage that are not part of a longer one. */
  #outermost(passage: PassageId): Mention[] {
    const mentions = this.#mentionsIn.get(passage) ?? [];
    return mentions.filter(
      (mention) =>
        !mentions.some(
          (other) =>
            other !== mention &&
            other.start <= mention.start &&
            other.end >= mention.end &&
            other.end - other.start > mention.end - mention.start,
        ),
    );
  }

  #rankingOf(id: SourceId) {
    let ranking = this.#rankings.get(id);
    if (!ranking) {
      const shown = this.#source(id)
        .passages.filter(({ turn }) => turn !== 'boilerplate')
        .map((passage) => this.#rankable(passage));
      ranking = { shown, ranking: new Ranking(shown) };
      this.#rankings.set(id, ranking);
    }
    return ranking;
  }

  #rankable({ id, ordinal, turn, start, source, end }: Passage): RankingPassage {
    return {
      ordinal,
      turn,
      text: this.#source(source).text.slice(start, end),
      mentions: this.#outermost(id).map((mention) => ({
        start: mention.start - start,
        end: mention.end - start,
        entity: mention.entity,
      })),
    };
  }

  #companyIn({ id }: Passage, entity: EntityId): EntitySummary[] {
    const others = new Set(this.#outermost(id).map((mention) => mention.entity));
    others.delete(entity);
    return [...others].map((other) => this.summary(other));
  }

  #attribute(passage: Passage, emphasised: EntityId | null): AttributedPassage {
    const index = this.#source(passage.source);
    const { source, text } = index;
    const question = passage.answers ? this.#passage(passage.answers) : null;
    const emphasis: Span[] = (this.#mentionsIn.get(passage.id) ?? [])
      .filter((mention) => mention.entity === emphasised)
      .map(({ start, end }) => ({ start: start - passage.start, end: end - passage.start }));
    return {
      id: passage.id,
      ordinal: passage.ordinal,
      text: text.slice(passage.start, passage.end),
      turn: passage.turn,
      speaker: source.people.find((person) => person.id === passage.speaker) ?? null,
      doubt: passage.doubt,
      hedges: passage.hedges,
      quotes: passage.quotes,
      emphasis,
      question: question && {
        id: question.id,
        ordinal: question.ordinal,
        text: text.slice(question.start, question.end),
        doubt: question.doubt,
      },
      source: summaryOf(index),
    };
  }
}

function summaryOf({ source, passages }: SourceIndex): SourceSummary {
  const { id, title, titleIsOurs, kind, publisher, date, language } = source;
  return { id, title, titleIsOurs, kind, publisher, date, language, passages: passages.length };
}
