/**
 * Kazakh: the suffix chains that a name takes on its last word; what stands before it stays.
 *
 * Every name takes the six cases, and -ғы on the locative (Қазақстандағы). A name whose last word
 * is possessive (Халық Республикасы, Байтұрсынұлы) declines as such (Республикасына). A name in
 * lower case also takes the plural, the possessive and their cases, and -ша (қазақтарының, қазақша); a
 * capitalised single word gives its -лық in lower case, with plural and cases (қазақстандықтарға).
 * Acronyms take suffixes after a hyphen, by either way of reading their letters. Where the harmony
 * is not sure (Гонконг, Жетісу) both readings come out.
 *
 * Left out: possessives of the first and second person, predicative endings, -нікі, -дай, -сыз,
 * -лы, cases after -ғы, and names that end in a quote, a digit or a letter of another script.
 */
import type { InflectionHint } from './hint';

type Side = 'back' | 'front';

/** Suffixes are written with back vowels below; these letters make them front. */
const FRONT: Record<string, string> = { а: 'е', ы: 'і', ғ: 'г', қ: 'к' };

/** Without у, ю and и, which take the suffixes of й. */
const VOWEL_END = /[аәоөұүыіеэяё]$/;
/** With б, в, г, д, which end loans only. */
const VOICELESS_END = /[бвгғдкқпстфхһцчшщ]ь?$/;

interface Suffixes {
  /** The last sound of the word. */
  after: RegExp;
  /** Genitive, dative, accusative, locative and its -ғы, ablative, instrumental. */
  cases: string;
  plural: string;
  dweller: string;
}

const SUFFIXES: readonly Suffixes[] = [
  { after: VOWEL_END, cases: 'ның ға ны да дағы дан мен', plural: 'лар', dweller: 'лық' },
  { after: /[рйуюи]ь?$/, cases: 'дың ға ды да дағы дан мен', plural: 'лар', dweller: 'лық' },
  { after: /ль?$/, cases: 'дың ға ды да дағы дан мен', plural: 'дар', dweller: 'дық' },
  { after: /[мнң]ь?$/, cases: 'ның ға ды да дағы нан мен', plural: 'дар', dweller: 'дық' },
  { after: /[жз]ь?$/, cases: 'дың ға ды да дағы дан бен', plural: 'дар', dweller: 'дық' },
  { after: VOICELESS_END, cases: 'тың қа ты та тағы тан пен', plural: 'тар', dweller: 'тық' },
];
const POSSESSIVE_CASES = 'ның на н нда ндағы нан мен';

/** Towns whose ending only looks possessive. */
const PLAIN = /^(?:Алматы|Қарағанды|Үрімжі)$/;

/** Heeds the hints `pl` (already plural), `adj` (takes nothing) and those of persons. */
export function kazakhForms(name: string, hint?: InflectionHint): string[] {
  const at = name.lastIndexOf(' ') + 1;
  const word = name.slice(at);
  if (hint === 'adj' || !suffixesOf(word.toLowerCase())) return [];
  return formsOfLastWord(word, name, hint).map((form) => name.slice(0, at) + form);
}

function formsOfLastWord(word: string, name: string, hint?: InflectionHint): string[] {
  const isPerson = hint === 'person-m' || hint === 'person-f';
  const isCompound = name !== word && !isPerson;
  if (/^\p{Lu}{2,}$/u.test(word)) return acronymForms(word);
  if (/ұлы$|қызы$/.test(word) || (isCompound && /[ыі]$/.test(word) && !PLAIN.test(word))) {
    return withSuffixes(word, POSSESSIVE_CASES);
  }
  if (name === name.toLowerCase()) {
    const isPlural = hint === 'pl' || /[лдт][ае]р$/.test(word);
    const numbers = isPlural ? [word] : [word, ...plurals(word)];
    const owned = numbers.flatMap(possessives);
    return [
      ...numbers.flatMap((stem) => [stem, ...cases(stem)]),
      ...owned.flatMap((stem) => [stem, ...withSuffixes(stem, POSSESSIVE_CASES)]),
      ...withSuffixes(word, 'ша'),
    ];
  }
  if (isCompound || isPerson || /[лдт](?:ық|ік)$/.test(word)) return cases(word);
  return [...cases(word), ...dwellerForms(word)];
}

/** Those of the place: қазақстандық, қазақстандықтар. */
function dwellerForms(place: string): string[] {
  const dwellers = withSuffixes(place, suffixesOf(place)?.dweller ?? '').map((word) =>
    word.toLowerCase(),
  );
  return [...dwellers, ...dwellers.flatMap(plurals)].flatMap((stem) => [stem, ...cases(stem)]);
}

/** АҚШ-тың as a word, ҚХР-ның by the names of its letters. */
function acronymForms(acronym: string): string[] {
  const last = acronym.slice(-1).toLowerCase();
  const isSure = VOWEL_END.test(last);
  const readings = isSure ? [last] : [`а${last}`, `е${last}`, 'а', 'е'];
  return readings.flatMap((reading) =>
    cases(reading).map((form) => `${acronym}-${form.slice(reading.length)}`),
  );
}

function cases(word: string): string[] {
  return variants(word).flatMap((stem) => withSuffixes(stem, suffixesOf(stem)?.cases ?? ''));
}

function plurals(word: string): string[] {
  return variants(word).flatMap((stem) => withSuffixes(stem, suffixesOf(stem)?.plural ?? ''));
}

/** Third person: қазағы, партиясы, халқы. */
function possessives(word: string): string[] {
  if (VOWEL_END.test(word)) return withSuffixes(word, 'сы');
  const stem = word
    .replace(/ь$/, '')
    .replace(/(хал)ы(қ)$|(ғұр)ы(п)$/, '$1$2$3$4')
    .replace(/(?<=[аәоөұүыіеэяёуюи])[қкп]$/, (last) => VOICED[last] ?? last);
  return withSuffixes(stem, 'ы', sidesOf(word));
}

const VOICED: Record<string, string> = { қ: 'ғ', к: 'г', п: 'б' };

/** How a loan's last consonants meet a suffix: турист, туристер; Минск, Минскіде. */
function variants(word: string): string[] {
  if (/(?:ст|зд)$/.test(word)) return [word, word.slice(0, -1)];
  return /ск$/.test(word) ? [word, `${word}і`] : [word];
}

function withSuffixes(stem: string, suffixes: string, sides = sidesOf(stem)): string[] {
  return sides.flatMap((side) =>
    suffixes.split(' ').map((suffix) => {
      const written =
        side === 'front' ? suffix.replace(/[аығқ]/g, (letter) => FRONT[letter] ?? letter) : suffix;
      return stem + written;
    }),
  );
}

function suffixesOf(word: string): Suffixes | undefined {
  return SUFFIXES.find(({ after }) => after.test(word));
}

/** Vowel harmony, by the last vowel that has a side: у, ю and и have none. */
function sidesOf(word: string): readonly Side[] {
  const vowels = word.toLowerCase().match(/[аәоөұүыіеэяёуюи]/g) ?? [];
  const last = vowels.at(-1) ?? '';
  const clear = vowels.findLast((vowel) => !/[уюи]/.test(vowel)) ?? (last === 'и' ? 'і' : 'а');
  const side = /[әөүіеэ]/.test(clear) ? 'front' : 'back';
  // Loans end soft (Гонконгке, Париждегі) or hard (Бейрутта) against the rule, compounds may end in
  // су (Жетісуда), and surnames go by root or by ending (Назарбаевқа, Құдайбергеновке).
  const isUnsure =
    /[оеё]в$/.test(word) ||
    (side === 'back'
      ? last === 'и' || /[кгь]$/.test(word)
      : /[ую]/.test(last) && /^\p{Lu}/u.test(word));
  return isUnsure ? ['back', 'front'] : [side];
}
