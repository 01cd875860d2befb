/** Makes a segment of compiled sources: at build time, in tests, and when sources are added. */
import { pageName } from '../choices/off';
import { encodeSpellings } from '../library/name-search';
import { encodeWords, type WordsOf } from '../library/passage-search';
import { ENTITY_KINDS, type EntityId, isShown, type SourceIndex } from '../model/source';
import { encodeNameIndex, formsOf } from '../names/encode-name-index';
import { entitiesInOrder } from './held-source';
import { SEGMENT_VERSION, type SegmentHead, type SegmentParts } from './segment';
import { packStrings } from './strings';

export interface RevisedSource {
  index: SourceIndex;
  revision: number;
  /** When it came, ms since the epoch; 0 for what is bundled. */
  added: number;
}

export interface Segment {
  head: SegmentHead;
  parts: SegmentParts;
}

/** @throws when a name has no head (see `encodeNameIndex`), which `compile` has reported as a fault */
export function encodeSegment(id: string, sources: readonly RevisedSource[]): Segment {
  const entities = sources.flatMap(({ index }) => entitiesInOrder(index));
  const numbers = new Map<EntityId, number>(entities.map((entity, number) => [entity.id, number]));
  const passagesOf: number[][] = entities.map(() => []);
  const mentions = new Uint32Array(entities.length);
  for (const { index } of sources) {
    const shown = new Map(
      index.passages.filter(isShown).map(({ id: passage, ordinal }) => [passage, ordinal]),
    );
    for (const { entity, passage } of index.mentions) {
      const number = numbers.get(entity) ?? -1;
      mentions[number] = (mentions[number] ?? 0) + 1;
      const ordinal = shown.get(passage);
      if (ordinal !== undefined) passagesOf[number]?.push(ordinal);
    }
  }
  const ordinals = passagesOf.map((list) => [...new Set(list)].sort((a, b) => a - b));
  let end = 0;
  const { buffer, heads } = encodeNameIndex(
    formsOf(sources.map(({ index }) => index)),
    entities.map((entity) => entity.id),
  );
  return {
    head: {
      version: SEGMENT_VERSION,
      id,
      sources: sources.map(({ index, revision, added }) => ({
        id: index.source.id,
        revision,
        added,
        entities: index.entities.length,
        passages: index.passages.length,
        hasAmbiguous: index.entities.some(({ names }) =>
          names.some(({ needsCompany }) => needsCompany),
        ),
        page: /^https?:/i.test(index.source.origin) ? pageName(index.source.origin) : null,
      })),
    },
    parts: {
      heads,
      names: buffer,
      entities: {
        slugs: packStrings(entities.map(({ id: whole, source }) => whole.slice(source.length + 1))),
        canonicals: packStrings(entities.map(({ canonical }) => canonical)),
        kinds: Uint8Array.from(entities, ({ kind }) => ENTITY_KINDS.indexOf(kind)),
        wikidata: Uint32Array.from(entities, ({ wikidata }) => Number(wikidata?.slice(1) ?? 0)),
        mentions,
      },
      postings: {
        ends: Uint32Array.from(ordinals, (list) => {
          end += list.length;
          return end;
        }),
        ordinals: Uint32Array.from(ordinals.flat()),
      },
      spellings: encodeSpellings(
        entities.flatMap(({ canonical, names }, entity) => {
          const sure = new Set(
            names.flatMap(({ text, needsCompany }) => (needsCompany ? [] : [text])),
          );
          const texts = new Set([canonical, ...names.map(({ text }) => text)]);
          return Array.from(texts, (name) => ({ entity, name, isSure: sure.has(name) }));
        }),
      ),
      words: encodeWords(
        sources.flatMap(({ index: { text, passages, source } }) =>
          passages.map(
            ({ start, end: to, turn, speaker }): WordsOf => ({
              text: text.slice(start, to),
              turn,
              speaker: speaker && `${source.id}/${speaker}`,
            }),
          ),
        ),
      ),
    },
  };
}
