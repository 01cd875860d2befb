/** In which language a text is written, as the browser tells: it finds out on the device. */
import { browser } from 'wxt/browser';

/** Enough to tell by, UTF-16 units. */
const ENOUGH = 5000;
/** Letters of Uyghur alone, which browsers take for Arabic or Persian. */
const UYGHUR = /[ەېۈۆۇ]/gu;
const ARABIC = /\p{Script=Arabic}/gu;

/** @returns BCP 47; null where the browser is not sure, and of Uyghur, which it does not know */
export async function detectLanguage(text: string): Promise<string | null> {
  const beginning = text.slice(0, ENOUGH);
  const count = (letters: RegExp) => beginning.match(letters)?.length ?? 0;
  // In Uyghur every eighth letter is one of these; other languages write some of them now and then.
  if (count(UYGHUR) * 20 > count(ARABIC)) return null;
  const { isReliable, languages } = await browser.i18n.detectLanguage(beginning);
  const [first] = languages.toSorted((a, b) => b.percentage - a.percentage);
  return isReliable && first ? first.language : null;
}
