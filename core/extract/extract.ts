/**
 * Finds the names in a document, without a network: sentences, labels by a model (or, in Russian, by rules), rules over
 * the whole document, then entities. Plain functions of what they are given; nothing is kept.
 */
import type { EntityKind } from '../model/source';
import { doubtsOf } from './doubts';
import { type AcronymDefinition, clusterMentions, type RawMention } from './entities';
import { type CaseCount, countCases } from './features';
import { Forms } from './forms';
import type { FoundEntity, FoundMention, KnownName } from './found';
import { kindOf, PEOPLE, PLACE } from './kinds';
import { KnownNames } from './known';
import { languageOf } from './languages';
import { modelSpans } from './model-spans';
import type { NameModel } from './name-model';
import { canonicalOf, namesOf } from './names-of';
import { opensSentence, placeSpan, type ReadSentence, textOf } from './reading';
import { readForms } from './recase';
import { findAcronyms } from './rules/acronyms';
import { joinBodies } from './rules/bodies';
import { makeConsistent } from './rules/consistency';
import { trimEdges } from './rules/edges';
import { retypeListed } from './rules/listed';
import { retypePeoples } from './rules/peoples';
import { markPhrases } from './rules/phrases';
import { splitNames } from './rules/split';
import { trimTails } from './rules/tails';
import { nominativeOf } from './russian/nominative';
import { russianSpans } from './russian/spans';
import { lookAgain } from './second-look';
import { sentenceEnds } from './sentences';
import { WordLists } from './word-classes';
import { type Word, wordsOf } from './words';

export type {
  FoundEntity,
  FoundMention,
  KnownName,
} from './found';
export { type NameModel, readNameModel } from './name-model';
export { stateNames } from './state-names';

export interface ExtractedDocument {
  text: string;
  /** In reading order; what lies in none is not read. */
  blocks: readonly { start: number; end: number; kind?: string }[];
  /** BCP 47: of blocks that do not tell. */
  language: string;
}

/** Sentences between two reports of progress. */
const STRIDE = 64;
const TYPE_OF: Record<EntityKind, number> = {
  person: 0,
  people: 3,
  place: 1,
  organisation: 2,
  policy: 4,
  event: 4,
  work: 4,
  idea: 4,
};

/**
 * @param models by language; a language without one gives only known names, and what rules find in Russian
 * @param known names of the library, and `stateNames` of the languages in question
 * @param onProgress told the share that is done, 0 to 1, a few times
 */
export function extractEntities(
  document: ExtractedDocument,
  models: ReadonlyMap<string, NameModel>,
  known: readonly KnownName[],
  onProgress: (done: number) => void = () => {},
): { entities: FoundEntity[]; mentions: FoundMention[] } {
  const formsByLanguage = new Map<string, Forms>();
  const formsOf = (language: string): Forms => {
    let forms = formsByLanguage.get(language);
    if (!forms) {
      forms = new Forms(models.get(language)?.lists ?? new WordLists(new Map()));
      formsByLanguage.set(language, forms);
    }
    return forms;
  };
  const sentences = readSentences(document, formsOf);
  const counts = new Map<string, CaseCount>();
  for (const sentence of sentences) countCases(sentence, counts);
  sentences.forEach((sentence, i) => {
    const model = models.get(sentence.language);
    if (model) sentence.spans = modelSpans(model, sentence, formsOf(sentence.language), counts);
    if (i % STRIDE === 0) onProgress((0.8 * i) / sentences.length);
  });
  for (const [language, model] of models) {
    const own = sentences.filter((sentence) => sentence.language === language);
    lookAgain(own, model, formsOf(language), counts);
  }
  russianSpans(
    sentences.filter(({ language }) => language === 'ru'),
    counts,
  );

  const definitions: AcronymDefinition[] = [];
  for (const sentence of sentences) {
    splitNames(sentence, formsOf(sentence.language).lists);
    if (sentence.language === 'en') markPhrases(sentence, document.text);
    if (sentence.language === 'en') trimTails(sentence);
    trimEdges(sentence);
    if (sentence.language === 'en') {
      retypeListed(sentence, formsOf('en').lists);
      retypePeoples(sentence);
      joinBodies(sentence);
    }
    definitions.push(...findAcronyms(sentence));
  }
  for (const language of models.keys()) {
    makeConsistent(
      sentences.filter((sentence) => sentence.language === language),
      counts,
    );
  }
  const knownNames = new KnownNames(known);
  const unspaced = findKnown(sentences, document.text, knownNames);
  onProgress(0.9);

  const raw = [...sentences.flatMap((sentence) => rawMentions(sentence)), ...unspaced].sort(
    (a, b) => a.start - b.start,
  );
  const clusters = clusterMentions(raw, definitions);
  const entities: FoundEntity[] = [];
  const kindByMention = new Map<RawMention, EntityKind>();
  for (const cluster of clusters) {
    const longest = [...cluster.surfaces.keys()].sort((a, b) => b.length - a.length)[0] ?? '';
    const isInQuotes = cluster.mentions.some((mention) => mention.isQuoted);
    const hasAcronym = [...cluster.surfaces.keys()].some((text) => /^\p{Lu}{3,6}$/u.test(text));
    const kind = kindOf(cluster.type, longest, isInQuotes, hasAcronym);
    let canonical = canonicalOf(cluster, kind);
    for (const mention of cluster.mentions) {
      // "Chinese" is a name of China and a mention of a people.
      const own = mention.type === PEOPLE && cluster.type === PLACE;
      kindByMention.set(mention, own ? 'people' : kind);
    }
    const same = [...cluster.surfaces.keys()]
      .map((text) => knownNames.of(text))
      .find((name) => name !== undefined && name.kind === kind && !name.needsCompany);
    const nominative = nominativeOf(cluster, kind, same?.language === 'ru' ? same.text : null);
    if (nominative !== null) canonical = nominative;
    if (same?.wikidata) canonical = same.canonical;
    const { doubts, confidence } = doubtsOf(cluster, counts, canonical);
    entities.push({
      kind,
      canonical,
      names: namesOf(cluster, kind, nominative ?? canonical, counts, formsOf),
      mentions: cluster.mentions.map((mention) => mentionOf(mention, kindByMention)),
      confidence,
      doubts,
      ...(same?.wikidata ? { wikidata: same.wikidata } : {}),
    });
  }
  onProgress(1);
  return { entities, mentions: raw.map((mention) => mentionOf(mention, kindByMention)) };
}

const mentionOf = (
  mention: RawMention,
  kinds: ReadonlyMap<RawMention, EntityKind>,
): FoundMention => ({
  start: mention.start,
  end: mention.end,
  text: mention.text,
  kind: kinds.get(mention) ?? 'work',
});

function readSentences(
  { text, blocks, language: usual }: ExtractedDocument,
  formsOf: (language: string) => Forms,
): ReadSentence[] {
  const sentences: ReadSentence[] = [];
  for (const { start, end } of blocks) {
    const language = languageOf(text.slice(start, end), usual);
    const all = formsOf(language);
    const words = wordsOf(text, start, end);
    let from = 0;
    for (const to of sentenceEnds(words)) {
      const slice = words.slice(from, to);
      sentences.push({ words: slice, language, spans: [], ...readForms(slice, all) });
      from = to;
    }
  }
  return sentences;
}

/** Marks known names where nothing else was found. @returns those in scripts without spaces, which have no words */
function findKnown(
  sentences: readonly ReadSentence[],
  text: string,
  names: KnownNames,
): RawMention[] {
  const unspaced: RawMention[] = [];
  for (const sentence of sentences) {
    for (const { start, end, known } of names.in(sentence, text)) {
      const from = sentence.words.findIndex((word) => word.start === start);
      const to = sentence.words.findIndex((word) => word.end === end) + 1;
      const type = TYPE_OF[known.kind];
      if (from < 0 || to < 1) {
        unspaced.push({
          start,
          end,
          text: text.slice(start, end),
          type,
          chance: 0.9,
          language: sentence.language,
          isOpening: false,
          isQuoted: false,
          isShouted: false,
          forms: [],
        });
        continue;
      }
      const isTaken = sentence.spans.some((span) => span.from < to && from < span.to);
      const isRisky = known.needsCompany || (known.kind === 'person' && to - from === 1);
      if (isTaken || isRisky) continue;
      placeSpan(sentence, { from, to, type, chance: 0.85 });
    }
  }
  return unspaced;
}

const isQuoted = (words: readonly Word[], from: number, to: number) =>
  /^["“„«‘']$/.test(words[from - 1]?.text ?? '') && /^["”“»’']$/.test(words[to]?.text ?? '');

function rawMentions(sentence: ReadSentence): RawMention[] {
  const { words, forms, language, shouting } = sentence;
  return sentence.spans.map(({ from, to, type, chance }) => ({
    start: words[from]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
    text: textOf(sentence, from, to),
    type,
    chance,
    language,
    isOpening: shouting === 2 || (opensSentence(sentence, from) && !isQuoted(words, from, to)),
    isQuoted: isQuoted(words, from, to),
    isShouted: shouting === 2,
    forms: forms.slice(from, to),
  }));
}
