/** Trains the models that are shipped. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCorpus } from './corpus';
import { gatherLists } from './lists';
import { settingsFor, trainModel } from './train-model';

const OUT = resolve(import.meta.dirname, '../../assets/names');

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
    const lists = isKazakh ? new Map<number, number>() : gatherLists();
    const bytes = trainModel(language, used, lists, settingsFor(language), (line) =>
      log(`${language}: ${line}`),
    );
    writeFileSync(resolve(OUT, `${language}.bin`), bytes);
    log(`${language}: ${bytes.length} bytes`);
  }
}
