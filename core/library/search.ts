/** Search over names in every language and over passages. Made when first asked; see docs/decisions/0016-search.md. */

import type { EntityId, EntityKind, PassageId, SourceIndex, Turn } from '../model/source';
import { NO_FILTER, type SearchFilter } from '../model/views';
import { type NameEntry, NameSearch } from './name-search';
import { type FoundPassage, PassageSearch } from './passage-search';

const MAX_NAMES = 8;
const MAX_PASSAGES = 20;

export interface Found {
  /** Best first; each entity once, with the name that was found. */
  names: NameEntry[];
  /** Best first; null while the passages are still being indexed. */
  passages: FoundPassage[] | null;
}

/** What filters and ranking need to know. */
interface KnownEntity {
  source: string;
  kind: EntityKind;
  mentions: number;
}

export class Search {
  readonly #names: NameSearch;
  readonly #passages: PassageSearch;
  readonly #entities = new Map<EntityId, KnownEntity>();
  readonly #turns = new Map<PassageId, { source: string; turn: Turn; speaker: string | null }>();

  constructor(sources: readonly SourceIndex[]) {
    const names: NameEntry[] = [];
    for (const { entities, mentions, passages } of sources) {
      for (const { id, source, kind, canonical, names: own } of entities) {
        this.#entities.set(id, { source, kind, mentions: 0 });
        const texts = new Set([canonical, ...own.map(({ text }) => text)]);
        for (const name of texts) names.push({ entity: id, name });
      }
      for (const { entity } of mentions) {
        const known = this.#entities.get(entity);
        if (known) known.mentions++;
      }
      for (const { id, source, turn, speaker } of passages) {
        this.#turns.set(id, { source, turn, speaker: speaker && `${source}/${speaker}` });
      }
    }
    this.#names = new NameSearch(names);
    this.#passages = new PassageSearch(
      sources.flatMap(({ text, passages }) =>
        passages.map(({ id, start, end }) => ({ passage: id, text: text.slice(start, end) })),
      ),
    );
  }

  /** Fulfilled when passages can be found too. */
  get ready(): Promise<void> {
    return this.#passages.ready;
  }

  /** @param onPage entities that the page being read names: of equal names, theirs come first */
  find(
    query: string,
    { source, speaker, kind }: SearchFilter = NO_FILTER,
    onPage: ReadonlySet<EntityId> = new Set(),
  ): Found {
    const isName = (id: EntityId) => {
      const known = this.#entities.get(id);
      // Nobody says a name: with a speaker, only passages are wanted.
      if (!known || speaker !== null) return false;
      return (source ?? known.source) === known.source && (kind ?? known.kind) === known.kind;
    };
    const isPassage = (id: PassageId) => {
      const known = this.#turns.get(id);
      if (!known || (speaker !== null && known.speaker !== speaker)) return false;
      return (source ?? known.source) === known.source && (kind ?? known.turn) === known.turn;
    };
    const mentions = (id: EntityId) => this.#entities.get(id)?.mentions ?? 0;
    return {
      names: this.#names
        .find(query, isName)
        .sort(
          (a, b) =>
            a.rank - b.rank ||
            Number(onPage.has(b.entity)) - Number(onPage.has(a.entity)) ||
            mentions(b.entity) - mentions(a.entity),
        )
        .slice(0, MAX_NAMES)
        .map(({ entity, name }) => ({ entity, name })),
      passages: this.#passages.isReady ? this.#passages.find(query, isPassage, MAX_PASSAGES) : null,
    };
  }
}
