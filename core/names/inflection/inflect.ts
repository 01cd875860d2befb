/**
 * Inflection: the other forms in which a page may write a reviewed name. For compiling sources.
 *
 * Promises the case forms of a name given in its dictionary form, and never the name itself. Gives
 * rather one form too many than one too few, as long as no other word is written so. Leaves to the
 * reviewer: names that the rules misread (`forms` by hand), other words of the same root
 * (китайский beside Китай), and the plural of a Russian name. Leaves to folding: letter case, ё and
 * е, hyphens.
 */
import { HintMissing, type InflectionHint } from './hint';
import { kazakhForms } from './kazakh';
import { russianForms } from './russian';
import { uyghurForms } from './uyghur';

/**
 * Generated forms of `name`, without `name` itself, distinct; empty for languages without rules.
 * @throws HintMissing when a Russian ending (-ь) does not tell the gender; says which hint is missing
 */
export function inflect(name: string, language: string, hint?: InflectionHint): string[] {
  if (hint === 'no') return [];
  const forms = new Set<string>();
  if (language === 'ru') for (const form of russianForms(name, hint)) forms.add(form);
  if (language === 'kk') for (const form of kazakhForms(name, hint)) forms.add(form);
  if (language === 'ug') for (const form of uyghurForms(name, hint)) forms.add(form);
  forms.delete(name);
  return [...forms];
}

/** The same, by both genders where the ending does not tell which it is. */
export function inflectEither(name: string, language: string, hint?: InflectionHint): string[] {
  try {
    return inflect(name, language, hint);
  } catch (error) {
    if (!(error instanceof HintMissing)) throw error;
    return [...inflect(name, language, 'f'), ...inflect(name, language, 'm')];
  }
}
