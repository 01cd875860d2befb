/** Names that are known already, found wherever they stand: in languages that no model reads, all that is found. */
import { inflectEither } from '../names/inflection/inflect';
import { fold } from '../text/fold';
import type { KnownName } from './found';
import type { ReadSentence } from './reading';

export interface KnownMatch {
  /** Offsets in the text. */
  start: number;
  end: number;
  known: KnownName;
}

/** By folded form; inflected forms of Russian, Kazakh and Uyghur names count. */
export class KnownNames {
  readonly #byForm = new Map<string, KnownName>();
  readonly #longest = new Map<string, number>();
  /** Of scripts without spaces, by first character. */
  readonly #unspaced = new Map<string, string[]>();

  constructor(names: readonly KnownName[]) {
    for (const known of names) {
      this.#add(known.text, known);
      for (const form of formsOf(known)) this.#add(form, known);
    }
    for (const list of this.#unspaced.values()) list.sort((a, b) => b.length - a.length);
  }

  #add(form: string, known: KnownName): void {
    const folded = fold(form);
    if (folded === '' || this.#byForm.has(folded)) return;
    this.#byForm.set(folded, known);
    const first = folded.split(/[\s'-]/)[0] ?? folded;
    const words = folded.split(/\s|-/).length * 2;
    this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, words));
    const char = folded.charAt(0);
    if (/\p{Script=Han}/u.test(char)) {
      this.#unspaced.set(char, [...(this.#unspaced.get(char) ?? []), folded]);
    }
  }

  /** The known name that is written so. */
  of(text: string): KnownName | undefined {
    return this.#byForm.get(fold(text));
  }

  /** Leftmost, then longest. */
  in({ words, language }: ReadSentence, text: string): KnownMatch[] {
    const found: KnownMatch[] = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (!word) continue;
      if (/\p{Script=Han}/u.test(word.text)) {
        found.push(...this.#inRun(word.text, word.start));
        continue;
      }
      const longest = this.#longest.get(fold(word.text).split(/[\s'-]/)[0] ?? '');
      if (longest === undefined) continue;
      for (let n = Math.min(longest, words.length - i); n > 0; n--) {
        const last = words[i + n - 1];
        if (!last) continue;
        const written = text.slice(word.start, last.end);
        const known = this.of(written);
        if (!known || !agrees(written, known, language)) continue;
        found.push({ start: word.start, end: last.end, known });
        i += n - 1;
        break;
      }
    }
    return found;
  }

  #inRun(run: string, start: number): KnownMatch[] {
    const found: KnownMatch[] = [];
    for (let i = 0; i < run.length; i++) {
      const form = this.#unspaced.get(run.charAt(i))?.find((name) => run.startsWith(name, i));
      const known = form === undefined ? undefined : this.#byForm.get(form);
      if (!form || !known) continue;
      found.push({ start: start + i, end: start + i + form.length, known });
      i += form.length - 1;
    }
    return found;
  }
}

/** A name with a capital is not a word in small letters, nor an acronym a word with one. */
function agrees(written: string, known: KnownName, language: string): boolean {
  if (/^\p{Ll}/u.test(written) && /^\p{Lu}/u.test(known.text)) return false;
  if (/^\p{Lu}{2,}$/u.test(known.text) && written !== known.text) return false;
  return (
    known.language === language ||
    !/^(?:ru|kk)$/.test(language) ||
    !/^(?:ru|kk)$/.test(known.language)
  );
}

function formsOf({ text, language, kind }: KnownName): string[] {
  if (language !== 'ru' && language !== 'kk' && language !== 'ug') return [];
  return inflectEither(text, language, kind === 'person' ? 'person-m' : undefined);
}
