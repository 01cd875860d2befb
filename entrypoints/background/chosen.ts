/** What the reader has chosen, as the background last read it, and the record of it that pages go by. */
import type { Choices } from '../../core/choices/backup';
import { languageFor } from '../../core/choices/settings';
import type { Library } from '../../core/library/library';
import { readChoices, type StoredChoices } from '../../platform/choices';
import { type PageSetup, writePageSetup } from '../../platform/page-setup';

/** In windows of either kind. */
interface Read {
  stored: StoredChoices;
  inPrivate: StoredChoices;
}

export class Chosen {
  readonly #library: Pick<Library, 'sieve' | 'stamp'>;
  readonly #report: (error: unknown) => void;
  #read: Promise<Read> | null = null;
  /** What the pages have last been told to ask for anew; null when this background has told none. */
  #answered: string | null = null;
  /** One after another, so that the last change is the one that stays. */
  #written: Promise<PageSetup | null> = Promise.resolve(null);

  constructor(library: Pick<Library, 'sieve' | 'stamp'>, report: (error: unknown) => void) {
    this.#library = library;
    this.#report = report;
  }

  /** What holds in a window of this kind, in a language that is never left to the browser. A reading that failed is made again with the next question. */
  async choices(isPrivate = false): Promise<Choices> {
    const { stored, inPrivate } = await this.#both();
    const { settings, corrections } = isPrivate ? inPrivate : stored;
    const language = settings.language ?? languageFor(navigator.languages);
    return { settings: { ...settings, language }, corrections };
  }

  /** The library has changed: pages must ask anew, whatever the reader has chosen. */
  libraryChanged(): void {
    this.#answered = null;
    this.#write(true);
  }

  /** The reader has chosen anew, on whichever device. */
  changed(): void {
    this.#read = null;
    this.#write(true);
  }

  /** Writes the record of pages where it is not there. @returns it; null when it cannot be made */
  setUpPages(): Promise<PageSetup | null> {
    this.#write(false);
    return this.#written;
  }

  #both(): Promise<Read> {
    this.#read ??= this.#readBoth().catch((error) => {
      this.#read = null;
      throw error;
    });
    return this.#read;
  }

  async #readBoth(): Promise<Read> {
    const [stored, inPrivate] = await Promise.all([readChoices(), readChoices(true)]);
    const { damaged, damagedCorrections } = stored;
    if (damaged.length > 0) this.#report(`damaged settings: ${damaged}`);
    if (damagedCorrections > 0) this.#report(`${damagedCorrections} damaged corrections`);
    return { stored, inPrivate };
  }

  #write(isChanged: boolean): void {
    this.#written = this.#written
      .then(async () => {
        const { stored, inPrivate } = await this.#both();
        const answers = JSON.stringify([stored, inPrivate].map(answersBy));
        const isNews = isChanged && answers !== this.#answered;
        if (isNews) this.#answered = answers;
        const { density, look, trigger, delay, isOff, offUntil } = stored.settings;
        const settings = { density, look, trigger, delay, isOff, offUntil };
        const isByPage = [stored, inPrivate].some(isAnsweredByPage);
        const stamp = await this.#library.stamp();
        const makeSieve = () => this.#library.sieve();
        return await writePageSetup({ settings, isByPage, stamp }, makeSieve, isNews);
      })
      .catch((error) => {
        this.#report(error);
        return null;
      });
  }
}

/** What of the choices decides how pages are answered. */
function answersBy({ settings, corrections }: Choices): unknown {
  const { kindsOff, sitesOff, pagesOff, sourcesOff, sourcesPainted, sourceOrder } = settings;
  const { subjectsApart, subjectsJoined, subjectsMuted } = settings;
  const sources = [sourcesOff, sourcesPainted, sourceOrder, subjectsApart, subjectsJoined];
  return [kindsOff, sitesOff, pagesOff, sources, subjectsMuted, corrections];
}

function isAnsweredByPage({ settings, corrections }: Choices): boolean {
  return settings.pagesOff.length > 0 || corrections.some(({ scope }) => scope === 'page');
}
