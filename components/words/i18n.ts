/**
 * Our words, from `locales/`, in the language of the reader. A text that a language lacks is shown in
 * English. Why not a library: docs/decisions/0013-words-in-four-languages.md.
 */
import english from 'virtual:texts/en';
import { type Language, languageFor } from '../../core/choices/settings';

type Texts = typeof english;
type KeyOf<Text> = {
  [Key in keyof Texts]: Texts[Key] extends Text ? Key : never;
}[keyof Texts];

interface Speech {
  texts: Record<string, string | Record<string, string>>;
  /** What is said about bundled sources, by the originals. */
  remarks: Record<string, string>;
  plurals: Intl.PluralRules;
  conventions: Conventions;
}

/** How dates and numbers are written. */
export interface Conventions {
  locale: string;
  /** Months have names. */
  hasMonths: boolean;
}

const OTHERS = {
  ru: () => Promise.all([import('virtual:texts/ru'), import('virtual:remarks/ru')]),
  kk: () => Promise.all([import('virtual:texts/kk'), import('virtual:remarks/kk')]),
  zh: () => Promise.all([import('virtual:texts/zh'), import('virtual:remarks/zh')]),
};

const ENGLISH = speechOf('en', english, {});
let speech = ENGLISH;

/** Speaks a language from now on; what is on the page must be drawn again. Null is the browser's. */
export async function speak(chosen: Language | null): Promise<void> {
  await learn(chosen);
  document.documentElement.lang = t('locale');
  document.documentElement.dir = t('direction');
}

/** `speak` where there is no page: in the background. */
export async function learn(chosen: Language | null): Promise<void> {
  const language = chosen ?? languageFor(navigator.languages);
  if (language === 'en') {
    speech = ENGLISH;
    return;
  }
  const [texts, remarks] = await OTHERS[language]();
  speech = speechOf(language, texts.default, remarks.default);
}

function speechOf(language: string, texts: Speech['texts'], remarks: Speech['remarks']): Speech {
  return {
    texts,
    remarks,
    plurals: new Intl.PluralRules(language),
    conventions: conventionsOf(typeof texts.locale === 'string' ? texts.locale : language),
  };
}

/**
 * Chromium says that it knows Kazakh, but writes “2026 M03 2” and “1,234.5”. In digits, dates and numbers are
 * written in Kazakh as they are in Russian.
 */
function conventionsOf(locale: string): Conventions {
  const january = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(0);
  return january === 'M01' ? { locale: 'ru', hasMonths: false } : { locale, hasMonths: true };
}

/** @param subs put in for `$1`, `$2` … */
function t(key: KeyOf<string>, subs?: readonly string[]): string;
/** @param subs put in for `$1`, `$2` …; without any, the count is */
function t(key: KeyOf<object>, count: number, subs?: readonly string[]): string;
function t(key: string, ...args: Array<number | readonly string[] | undefined>): string {
  const { texts, plurals, conventions } = key in speech.texts ? speech : ENGLISH;
  const count = args.find((arg) => typeof arg === 'number');
  const subs = args.find((arg) => typeof arg === 'object');
  const put = subs ?? (count === undefined ? [] : [count.toLocaleString(conventions.locale)]);
  const entry = texts[key] ?? key;
  const text =
    typeof entry === 'string' ? entry : (entry[plurals.select(count ?? 0)] ?? entry.other ?? key);
  return text.replace(/\$([1-9])/g, (_, place) => put[place - 1] ?? '');
}

export const i18n = {
  t,
  conventions: (): Conventions => speech.conventions,
  /** What is said about a bundled source, or of it a name or a role, in the reader's language; null where it is not. */
  translated: (original: string): string | null =>
    Object.hasOwn(speech.remarks, original) ? (speech.remarks[original] ?? null) : null,
};
