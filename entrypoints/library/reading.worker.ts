/** Reads a document, finds its names and who says what in it, and tells what adding it would come to. Stores nothing. */
import newsInEnglish from '../../assets/news/en.txt?raw';
import newsInKazakh from '../../assets/news/kk.txt?raw';
import newsInRussian from '../../assets/news/ru.txt?raw';
import newsInChinese from '../../assets/news/zh.txt?raw';
import { dryRun, type ReadDocument } from '../../core/compile/dry-run';
import { foundMaterial } from '../../core/compile/found-material';
import { type LibraryEntry, mostLike, passagesOf } from '../../core/compile/likeness';
import { stateNames } from '../../core/extract/extract';
import type { KnownName } from '../../core/extract/found';
import { NAME_LANGUAGES } from '../../core/extract/languages';
import { RefusedDocument } from '../../core/model/draft';
import { sha256 } from '../../core/text/sha256';
import { readDocument } from '../../formats/read-document';
import { readMaterial } from '../../store/adding';
import { ownNames } from '../../store/own-names';
import { answerTasks } from './ask-worker';
import { nameModels } from './name-models';
import type { ReadTask } from './reading';

const NEWS: Record<string, string> = {
  en: newsInEnglish,
  kk: newsInKazakh,
  ru: newsInRussian,
  zh: newsInChinese,
};

/** What of the time each step takes, roughly. */
const READ = 0.6;
const FOUND = 0.95;

async function read(task: ReadTask, progress: (done: number) => void): Promise<ReadDocument> {
  const { name, address, as, title, library, known, language } = task;
  const bytes = new Uint8Array(await task.bytes.arrayBuffer());
  const draft = await readDocument(
    // A selection is text, whatever the address of its page ends in.
    {
      name: as === 'text' ? 'text.txt' : name,
      bytes,
      isPage: as === 'page',
      ...(address !== null && { address }),
      ...(title && { title }),
    },
    (done) => progress(done * READ),
  );
  progress(READ);
  const names = [...NAME_LANGUAGES.flatMap(stateNames), ...known, ...(await namesOfOwn(library))];
  const origin = address ?? draft.address ?? name;
  const material = foundMaterial(draft, origin, await nameModels(), names, (done) =>
    progress(READ + done * (FOUND - READ)),
  );
  progress(FOUND);
  const hash = await sha256(material.document);
  return {
    material,
    isLanguageGuessed: draft.language === null,
    dryRun: await dryRun(material, draft.warnings, newsFor(material.about.language, language)),
    same: library.find((entry) => entry.hash === hash) ?? null,
    like: mostLike(material, await candidates(library, material.about.title, origin)),
  };
}

let own: { of: string; names: Promise<KnownName[]> } | null = null;

/** The names of own sources, which may be many: read again where the library is another. */
function namesOfOwn(library: readonly LibraryEntry[]): Promise<KnownName[]> {
  const of = library.map(({ id, hash }) => `${id} ${hash}`).join();
  if (own?.of !== of) own = { of, names: ownNames() };
  return own.names;
}

/** In the document's language if there is a page in it, since its names stand there; else in the reader's. */
function newsFor(language: string, readers: string): string {
  return NEWS[language.split('-')[0] ?? ''] ?? NEWS[readers] ?? newsInEnglish;
}

/** Own sources that bear the same title, or come from the same place. */
async function candidates(library: readonly LibraryEntry[], title: string, origin: string) {
  const alike = library.filter(
    (entry) => entry.isOwn && (entry.title === title || entry.origin === origin),
  );
  return Promise.all(
    alike.map(async (entry) => ({
      ...entry,
      passages: new Set(passagesOf(await readMaterial(entry.id))),
    })),
  );
}

answerTasks<ReadTask>(read, (error) =>
  error instanceof RefusedDocument ? { fault: error.fault, detail: error.message } : null,
);
