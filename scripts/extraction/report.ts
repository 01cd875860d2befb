/** The tables of docs/extraction.md. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { extractEntities, type NameModel, readNameModel } from '../../core/extract/extract';
import { MODELS, shippedModels } from '../../modules/documents/name-models';
import { readCorpus, type TrainingDocument } from '../train/corpus';
import { Score } from '../train/score';
import { trainOn } from '../train/train-all';
import { capitalisedRuns, compromiseNames } from './baselines';
import { blocksOf, extractText } from './extract-file';
import { type MarkedDocument, readMarked, readSeed } from './marked';
import { aliasScore, coarse, scoreMentions } from './measure';

const KINDS = ['person', 'place', 'organisation', 'people', 'other'];

const percent = (share: number) => (100 * share).toFixed(1);
const row = (...cells: Array<string | number>) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: Array<Array<string | number>>) =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

/** @param folder of the training data; null for the documents of the repository alone */
export function report(folder: string | null, log: (line: string) => void): string {
  const parts = [documents()];
  if (folder !== null) parts.unshift(corpora(folder, log));
  parts.push(costs());
  return parts.join('\n\n');
}

/** A corpus as if each document were one text. */
function measureCorpus(
  documentsOf: readonly TrainingDocument[],
  models: ReadonlyMap<string, NameModel>,
  language: string,
) {
  const [ours, runs, compromise] = [new Score(), new Score(), new Score()];
  for (const document of documentsOf) {
    const { text, unmarked } = document;
    const isMarked = (kind: string) => !unmarked.some((type) => KINDS[type] === coarse(kind));
    const gold = document.sentences
      .flatMap(({ spans }) => spans)
      .filter(({ type }) => !unmarked.includes(type))
      .map(({ start, end, type }) => ({ start, end, type: KINDS[type] ?? 'other' }));
    const { mentions } = extractEntities({ text, blocks: blocksOf(text), language }, models, []);
    const found = mentions
      .filter(({ kind }) => isMarked(kind))
      .map(({ start, end, kind }) => ({ start, end, type: coarse(kind) }));
    ours.add(text, gold, found);
    const untyped = (spans: Array<{ start: number; end: number }>) =>
      spans.map((span) => ({ ...span, type: '' }));
    runs.add(text, gold, untyped(capitalisedRuns(text)));
    if (language === 'en') compromise.add(text, gold, untyped(compromiseNames(text)));
  }
  return { ours, runs, compromise };
}

function corpora(folder: string, log: (line: string) => void): string {
  const english = readCorpus(folder, (file) => !file.startsWith('kaznerd'));
  const rows: string[][] = [];
  const add = (
    name: string,
    test: readonly TrainingDocument[],
    models: ReadonlyMap<string, NameModel>,
    language = 'en',
  ) => {
    const { ours, runs, compromise } = measureCorpus(test, models, language);
    // A corpus of few documents may have none held back.
    if (ours.gold === 0) return;
    rows.push([
      name,
      String(ours.gold),
      percent(runs.f1),
      compromise.gold ? percent(compromise.f1) : '–',
      percent(ours.precision),
      percent(ours.recall),
      `**${percent(ours.f1)}**`,
      percent(ours.typeAccuracy),
    ]);
  };
  const train = (documentsOf: readonly TrainingDocument[]) =>
    new Map([['en', readNameModel(trainOn('en', documentsOf, log).buffer)]]);

  const held = train(english.filter(({ isHeldBack }) => !isHeldBack));
  const groups: Array<[string, RegExp]> = [
    ['WikiGold', /^wikigold/],
    ['CrossNER, politics', /^crossner-politics/],
    ['CrossNER, others', /^crossner-(?!politics)/],
    ['Broad Twitter', /^btc/],
    ['WNUT 2017', /^wnut/],
    ['SEC filings', /^sec/],
  ];
  for (const [name, files] of groups) {
    add(
      name,
      english.filter(({ file, isHeldBack }) => isHeldBack && files.test(file)),
      held,
    );
  }
  for (const [name, files] of groups.slice(0, 2)) {
    const models = train(english.filter(({ file }) => !files.test(file)));
    add(
      `${name}, nothing of it in training`,
      english.filter(({ file }) => files.test(file)),
      models,
    );
  }
  const kazakh = readCorpus(folder, (file) => file.startsWith('kaznerd'));
  add(
    'KazNERD (Kazakh), last fifth',
    kazakh.filter(({ isHeldBack }) => isHeldBack),
    shippedModels(),
    'kk',
  );
  return table(['held back', 'names', 'capitals', 'compromise', 'P', 'R', 'F1', 'kind'], rows);
}

function documents(): string {
  const models = shippedModels();
  const rows = [readSeed(), ...readMarked()].map((document) => {
    const { entities, mentions } = extractText(document.text, document.language, models);
    const score = scoreMentions(document, mentions);
    return [
      `${document.name} (${document.language})`,
      String(score.gold),
      untyped(document, capitalisedRuns(document.text)),
      document.language === 'en' ? untyped(document, compromiseNames(document.text)) : '–',
      percent(score.precision),
      percent(score.recall),
      `**${percent(score.f1)}**`,
      percent(score.typeAccuracy),
      percent(aliasScore(document, entities)),
    ];
  });
  return table(
    ['document', 'names', 'capitals', 'compromise', 'P', 'R', 'F1', 'kind', 'alias B³'],
    rows,
  );
}

function untyped(document: MarkedDocument, spans: Array<{ start: number; end: number }>): string {
  const score = new Score();
  score.add(
    document.text,
    document.mentions.map(({ start, end }) => ({ start, end, type: '' })),
    spans.map((span) => ({ ...span, type: '' })),
  );
  return percent(score.f1);
}

function costs(): string {
  const began = performance.now();
  const models = shippedModels();
  const load = performance.now() - began;
  const { text } = readSeed();
  const long = `${text}\n\n`.repeat(26);
  const words = long.split(/\s+/).length;
  const blocks = blocksOf(long);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    extractEntities({ text: long, blocks, language: 'en' }, models, []);
    best = Math.min(best, performance.now() - start);
  }
  const size = (language: string) =>
    `${Math.round(statSync(resolve(MODELS, `${language}.bin`)).size / 1024)} KiB`;
  return table(
    ['English model', 'Kazakh model', 'both loaded', 'words/s, one document of 65,000'],
    [[size('en'), size('kk'), `${load.toFixed(0)} ms`, Math.round(words / (best / 1000))]],
  );
}
