/** Trains the models that are shipped. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCorpus, type TrainingDocument } from './corpus';
import { gatherKazakhLists, gatherLists } from './lists';
import { newsSentences } from './news-sentences';
import { settingsFor, trainModel } from './train-model';

const OUT = resolve(import.meta.dirname, '../../assets/names');

/** Trains as what is shipped is trained. */
export function trainOn(
  language: string,
  documents: readonly TrainingDocument[],
  log: (line: string) => void,
): Uint8Array<ArrayBuffer> {
  const isKazakh = language === 'kk';
  const lists = isKazakh ? gatherKazakhLists() : gatherLists();
  const all = isKazakh ? documents : [...documents, ...newsSentences(OWN_SENTENCES, 7)];
  return trainModel(language, all, lists, settingsFor(language), (line) =>
    log(`${language}: ${line}`),
  );
}

const OWN_SENTENCES = 3000;

export function trainAll(
  folder: string,
  only: string | undefined,
  log: (line: string) => void,
): void {
  mkdirSync(OUT, { recursive: true });
  for (const language of ['en', 'kk']) {
    if (only !== undefined && only !== language) continue;
    const isKazakh = language === 'kk';
    const documents = readCorpus(folder, (file) => file.startsWith('kaznerd') === isKazakh);
    // Of Kazakh there is one corpus, and its last part is what the figures are taken from.
    const used = isKazakh ? documents.filter(({ isHeldBack }) => !isHeldBack) : documents;
    const bytes = trainOn(language, used, log);
    writeFileSync(resolve(OUT, `${language}.bin`), bytes);
    log(`${language}: ${bytes.length} bytes`);
  }
}
