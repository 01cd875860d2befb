import type { EntityDescription } from './descriptions';

type NameLanguage = Extract<keyof EntityDescription['names'], string>;

/**
 * The language under which a name is listed: by it its forms are made. Latin letters are English ones, whatever the
 * document's language: other languages that are written so have no forms of their own here.
 * @param document BCP 47
 */
export function languageOf(name: string, document: string): NameLanguage {
  const [language] = document.split('-');
  if (/\p{Script=Han}/u.test(name)) return 'zh';
  if (/\p{Script=Arabic}/u.test(name)) return 'ug';
  if (!/\p{Script=Cyrillic}/u.test(name)) return 'en';
  return language === 'kk' || /[әғқңөұүһі]/iu.test(name) ? 'kk' : 'ru';
}
