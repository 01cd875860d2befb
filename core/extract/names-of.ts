/** How pages may write what a document names: its own forms, and those that a rule makes of them. */
import type { EntityKind } from '../model/source';
import { inflect } from '../names/inflection/inflect';
import type { Cluster, RawMention } from './entities';
import { isFamilyFirst } from './family-first';
import type { CaseCounts } from './features';
import type { Forms } from './forms';
import type { FoundName } from './found';
import { needsCompany } from './needs-company';
import { PEOPLES } from './peoples';
import { formsOf as formsOfRussian } from './russian/nominative';
import { TITLES } from './trigger-words';
import { wordsOf } from './words';

/** @param formsOf the forms of a language */
export function namesOf(
  cluster: Cluster,
  kind: EntityKind,
  canonical: string,
  counts: CaseCounts,
  formsOf: (language: string) => Forms,
): FoundName[] {
  const names = new Map<string, FoundName>();
  const add = (
    text: string,
    language: string,
    isDerived: boolean,
    isSurname = false,
    isAlways = false,
  ) => {
    const key = `${language} ${text}`;
    if (text === '' || names.has(key)) return;
    const forms = formsOf(language);
    const parts = wordsOf(text).map((word) => forms.of(word.text));
    names.set(key, {
      text,
      language,
      needsCompany: isAlways || needsCompany(parts, kind, counts, isSurname),
      isDerived,
    });
  };
  const surnames = new Set(
    [canonical, ...cluster.surfaces.keys()].flatMap((text) =>
      kind === 'person' && (text === canonical || cluster.mentions[0]?.language !== 'ru')
        ? surnameOf(text)
        : [],
    ),
  );
  const surfaces = [...cluster.surfaces].sort(
    ([a, x], [b, y]) =>
      Number(b === canonical) - Number(a === canonical) ||
      y.length - x.length ||
      b.length - a.length,
  );
  // Inflected Russian forms are made anew from the dictionary form.
  const inflected = new Set<string>();
  if (cluster.mentions[0]?.language === 'ru') {
    const surname = kind === 'person' ? (canonical.split(' ').at(-1) ?? '') : '';
    for (const form of formsOfRussian(canonical, kind)) inflected.add(form);
    if (kind === 'person' && canonical.includes(' ')) {
      const isWoman = /[ая]$/.test(canonical.split(' ')[0] ?? '');
      for (const form of inflect(surname, 'ru', isWoman ? 'person-f' : 'person-m')) {
        inflected.add(form);
      }
    }
    if (!cluster.surfaces.has(canonical)) add(canonical, 'ru', true);
    inflected.delete(canonical);
    inflected.delete(surname);
  }
  for (const [text, mentions] of surfaces) {
    if (inflected.has(text)) continue;
    const [first] = mentions;
    if (!first) continue;
    const isOnlyShouted = mentions.every(({ isShouted }) => isShouted);
    if (isOnlyShouted && surfaces.length > 1 && !/^\p{Lu}{2,6}$/u.test(text)) continue;
    const isSurname = surnames.has(text);
    const isAdjective = kind === 'place' && PEOPLES.has(text.toLowerCase());
    add(
      written(text, mentions),
      first.language,
      false,
      isSurname,
      isAdjective || (cluster.isAmbiguous && isSurname),
    );
  }
  const { language } = cluster.mentions[0] ?? { language: 'en' };
  if (kind === 'person') {
    // A family name that stands first is shared by millions.
    const isShared = cluster.isAmbiguous || isFamilyFirst(canonical);
    for (const surname of surnames) add(surname, language, true, true, isShared);
    const plain = canonical.replace(/(?<=\s)\p{Lu}\.\s+/gu, '');
    if (plain !== canonical && plain.includes(' ')) add(plain, language, true);
  }
  if (kind === 'people' && language === 'en') {
    const plural = /(?:s|sh|ch|ese|x|z|yz)$/i.test(canonical) ? null : `${canonical}s`;
    if (plural && PEOPLES.has(plural.toLowerCase())) add(plural, language, true);
    const single = canonical.replace(/s$/, '');
    if (single !== canonical && PEOPLES.has(single.toLowerCase())) add(single, language, true);
  }
  if (kind === 'place' && language === 'en' && cluster.canonical)
    add(cluster.canonical, language, true);
  return [...names.values()];
}

/** The last word of a name of two to four; of a Chinese, Korean or Vietnamese one the first. */
function surnameOf(text: string): string[] {
  if (isFamilyFirst(text)) return [text.split(' ')[0] ?? ''];
  const words = text.split(' ').filter((word) => !/^(?:Jr|Sr|II|III|IV)\.?$/.test(word));
  const last = words.at(-1);
  if (words.length < 2 || words.length > 4 || !last || last.length < 3) return [];
  if (TITLES.has((words[0] ?? '').toLowerCase()) && words.length === 2) return [last];
  return /^\p{Lu}/u.test(last) ? [last] : [];
}

/** In a heading all in capitals only: as a sentence would write it. */
function written(text: string, mentions: readonly RawMention[]): string {
  if (!mentions.every(({ isShouted }) => isShouted) || /^\p{Lu}{2,4}$/u.test(text)) return text;
  return text.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** The fullest form: of persons the longest name, of states what a table says, else the longest that is no acronym. */
export function canonicalOf(cluster: Cluster, kind: EntityKind): string {
  const texts = [...cluster.surfaces].map(([text, mentions]) => ({
    text: written(text, mentions),
    count: mentions.length,
    language: mentions[0]?.language ?? 'en',
  }));
  const table = cluster.canonical;
  if (table && texts.some(({ language }) => language === 'en')) return table;
  const isAdjective = (text: string) => kind === 'place' && PEOPLES.has(text.toLowerCase());
  const worth = ({ text, count }: { text: string; count: number }) =>
    (isAdjective(text) ? -1000 : 0) +
    (/^(?:\p{Lu}\.?){2,7}$/u.test(text) ? -500 : 0) +
    (kind === 'place' || kind === 'people'
      ? count * 10 + Math.min(text.length, 9)
      : text.split(' ').length * 50 + Math.min(count, 9) + text.length);
  const [best] = texts.sort((a, b) => worth(b) - worth(a) || (a.text < b.text ? -1 : 1));
  return best?.text ?? '';
}
