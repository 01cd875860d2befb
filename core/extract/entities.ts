/**
 * Which mentions of a document are of one thing. Surfaces that fold alike are one; then, in this order: acronyms and
 * what they stand for, states and their long names and adjectives, peoples and their plurals, "X Province" and "X",
 * a body's name and its beginning, full names of persons and what is left of them.
 */
import { fold } from '../text/fold';
import { COUNTRIES } from './countries';
import type { Form } from './forms';
import { MISC, ORGANISATION, PEOPLE, PERSON, PLACE } from './kinds';
import { PEOPLES } from './peoples';
import { russianKey } from './russian/stems';

export interface RawMention {
  start: number;
  end: number;
  /** With one space where the document breaks a line. */
  text: string;
  /** Index in `TYPES`. */
  type: number;
  chance: number;
  language: string;
  /** A sentence begins here, or all is in capitals: the capital says nothing. */
  isOpening: boolean;
  isQuoted: boolean;
  isShouted: boolean;
  forms: readonly Form[];
}

/** Mentions of one thing. */
export interface Cluster {
  mentions: RawMention[];
  type: number;
  /** Mentions, by how they are written. */
  surfaces: Map<string, RawMention[]>;
  /** Some of its surfaces may be another's. */
  isAmbiguous: boolean;
  /** The name that a table gives it, when the document uses it. */
  canonical: string | null;
}

interface Surface {
  key: string;
  mentions: RawMention[];
  type: number;
  words: string[];
  language: string;
  parent: Surface | null;
}

export interface AcronymDefinition {
  acronym: string;
  name: string;
}

const COUNTRY_OF = new Map<string, { country: number; part: 'name' | 'adjective' | 'people' }>();
COUNTRIES.forEach(({ short, long, adjectives, people }, country) => {
  const add = (names: readonly string[], part: 'name' | 'adjective' | 'people') => {
    for (const name of names) {
      const key = surfaceKey(name, 'en');
      if (!COUNTRY_OF.has(key)) COUNTRY_OF.set(key, { country, part });
    }
  };
  add(short, 'name');
  add(long, 'name');
  add(adjectives, 'adjective');
  add(people, 'people');
});

/** What is compared: without letter case, diacritics, full stops of abbreviations, articles. */
function surfaceKey(text: string, language: string): string {
  if (language === 'ru') return russianKey(text);
  return fold(text)
    .replace(/^(?:the|a|an) /, '')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$|-)/gu, '')
    .replace(/[-.]/g, ' ')
    .replace(/['’]s$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function clusterMentions(
  mentions: readonly RawMention[],
  definitions: readonly AcronymDefinition[],
): Cluster[] {
  const surfaces = new Map<string, Surface>();
  const surfaceOf = new Map<RawMention, Surface>();
  for (const mention of mentions) {
    const acronym = isAcronym(mention.text) && !mention.isShouted;
    const key = acronym
      ? mention.text.replace(/\./g, '')
      : surfaceKey(mention.text, mention.language);
    let surface = surfaces.get(key);
    if (!surface) {
      surface = {
        key,
        mentions: [],
        type: mention.type,
        words: key.split(' '),
        language: mention.language,
        parent: null,
      };
      surfaces.set(key, surface);
    }
    surface.mentions.push(mention);
    surfaceOf.set(mention, surface);
  }
  for (const surface of surfaces.values()) surface.type = usualType(surface.mentions);
  const all = [...surfaces.values()];
  joinAcronyms(all, surfaces, definitions);
  const countries = joinCountries(all);
  joinPeoples(all, surfaces);
  joinPlaces(all, surfaces);
  joinBodies(all);
  const persons = joinPersons(all);

  const clusters = new Map<Surface, Cluster>();
  for (const mention of mentions) {
    const surface = surfaceOf.get(mention);
    if (!surface) continue;
    const shared = persons.get(surface);
    // A surname of two persons is the one's who was named last.
    const owner = shared
      ? (shared
          .filter(({ mentions: [first] }) => first && first.start < mention.start)
          .sort((a, b) => lastBefore(b, mention) - lastBefore(a, mention))[0] ?? shared[0])
      : surface;
    const root = rootOf(owner ?? surface);
    let cluster = clusters.get(root);
    if (!cluster) {
      const country = countries.get(root);
      cluster = {
        mentions: [],
        type: root.type,
        surfaces: new Map(),
        isAmbiguous: false,
        canonical: country === undefined ? null : (COUNTRIES[country]?.short[0] ?? null),
      };
      clusters.set(root, cluster);
    }
    if (shared) cluster.isAmbiguous = true;
    cluster.mentions.push(mention);
    const key = mention.text;
    const written = cluster.surfaces.get(key);
    if (written) written.push(mention);
    else cluster.surfaces.set(key, [mention]);
  }
  return [...clusters.values()];
}

const lastBefore = ({ mentions }: Surface, { start }: RawMention) =>
  Math.max(...mentions.filter((m) => m.start < start).map((m) => m.start), -1);

function rootOf(surface: Surface): Surface {
  let root = surface;
  while (root.parent) root = root.parent;
  return root;
}

/** The second becomes a part of the first. */
function join(into: Surface, part: Surface): void {
  const [a, b] = [rootOf(into), rootOf(part)];
  if (a !== b) b.parent = a;
}

function usualType(mentions: readonly RawMention[]): number {
  const sums = [0, 0, 0, 0, 0];
  for (const { type, chance } of mentions) sums[type] = (sums[type] ?? 0) + chance;
  return sums.indexOf(Math.max(...sums));
}

const isAcronym = (text: string) => /^(?:\p{Lu}\.?){2,7}$/u.test(text);
const LITTLE = /^(?:of|the|and|for|on|in|to|at|de|la|du|des|и|по|в|на)$/;

function joinAcronyms(
  all: readonly Surface[],
  surfaces: ReadonlyMap<string, Surface>,
  definitions: readonly AcronymDefinition[],
): void {
  const defined = new Set<string>();
  for (const { acronym, name } of definitions) {
    const short = surfaces.get(acronym);
    const long = all.find(({ mentions }) => mentions.some(({ text }) => text === name));
    if (!short || !long) continue;
    join(long, short);
    defined.add(acronym);
  }
  const byInitials = new Map<string, Set<Surface>>();
  for (const surface of all) {
    const { words, type } = surface;
    if (words.length < 2 || words.length > 12 || type === PERSON) continue;
    for (const counted of [true, false]) {
      const letters = initials(words, counted);
      byInitials.set(letters, (byInitials.get(letters) ?? new Set()).add(surface));
    }
  }
  for (const short of all) {
    if (defined.has(short.key) || !isAcronym(short.key) || short.parent) continue;
    const [long, ...others] = byInitials.get(short.key.toLowerCase()) ?? [];
    if (long && others.length === 0) join(long, short);
  }
}

function initials(words: readonly string[], counted: boolean): string {
  return words
    .filter((word) => counted || !LITTLE.test(word))
    .map((word) => word.charAt(0))
    .join('');
}

/** @returns the state of each root */
function joinCountries(all: readonly Surface[]): Map<Surface, number> {
  const keys = new Set(all.map(({ key }) => key));
  const named = new Map<number, Surface>();
  const adjectives: Array<[Surface, number]> = [];
  for (const surface of all) {
    const found =
      COUNTRY_OF.get(surface.key.toLowerCase()) ??
      COUNTRY_OF.get(surface.key.replace(/^(?:peoples )?republic of /, ''));
    if (!found || surface.type === PERSON) continue;
    if (surface.type === PLACE || surface.type === ORGANISATION) {
      if (found.part !== 'name') {
        if (found.part === 'adjective') adjectives.push([surface, found.country]);
        continue;
      }
      const first = named.get(found.country);
      if (first) join(first, surface);
      else {
        named.set(found.country, surface);
        surface.type = PLACE;
      }
    } else if (found.part === 'adjective') adjectives.push([surface, found.country]);
    else if (found.part === 'name') named.set(found.country, named.get(found.country) ?? surface);
  }
  for (const [surface, country] of adjectives) {
    const state = named.get(country);
    const isPeople = ETHNIC.has(surface.key) && keys.has(`${surface.key}s`);
    if (state && !isPeople) join(state, surface);
  }
  return new Map([...named].map(([country, surface]) => [rootOf(surface), country]));
}

/** Peoples that live in several states: their adjective is theirs where the document speaks of them. */
const ETHNIC = new Set(
  'kazakh uzbek kyrgyz turkmen tajik mongol tibetan uyghur uighur kurd arab albanian serb croat somali chechen tatar russian armenian'.split(
    ' ',
  ),
);

function joinPeoples(all: readonly Surface[], surfaces: ReadonlyMap<string, Surface>): void {
  for (const surface of all) {
    if (surface.type !== PEOPLE && !PEOPLES.has(surface.key)) continue;
    const many = surfaces.get(`${surface.key}s`);
    if (many && PEOPLES.has(many.key) && many !== surface && !surface.parent) join(many, surface);
  }
  // The same name in other letters.
  for (const spellings of SPELLINGS) {
    const present = spellings.flatMap((key) => surfaces.get(key) ?? []);
    const [first, ...rest] = present;
    if (first) for (const other of rest) join(first, other);
  }
}

const SPELLINGS = [
  ['uyghurs', 'uighurs', 'uygurs', 'uyghur', 'uighur', 'uygur'],
  ['kyrgyz', 'kirghiz'],
  ['shiites', 'shias', 'shiite', 'shia'],
  ['sunnis', 'sunni'],
  ['muslims', 'moslems', 'muslim', 'moslem'],
];

const AREA =
  /^(.+) (?:province|prefecture|oblast|region|autonomous region|autonomous prefecture|voivodeship|governorate|krai|republic|islands|peninsula|sea|river)$/;

function joinPlaces(all: readonly Surface[], surfaces: ReadonlyMap<string, Surface>): void {
  for (const surface of all) {
    if (surface.type !== PLACE) continue;
    const short =
      AREA.exec(surface.key)?.[1] ??
      /^(?:republic|kingdom|state|province|city|sultanate|emirate|principality) of (?:the )?(.+)$/.exec(
        surface.key,
      )?.[1];
    const other = short === undefined ? undefined : surfaces.get(short);
    if (other && other.type === PLACE) join(other, surface);
    const full = /^(.+ (?:region|prefecture|republic))$/.exec(surface.key) && short;
    if (!other && full) {
      // "Xinjiang Uygur Autonomous Region" beside "Xinjiang".
      const first = surfaces.get(surface.words[0] ?? '');
      if (first && first !== surface && first.type === PLACE && /autonomous/.test(surface.key)) {
        join(first, surface);
      }
    }
  }
}

const COMPANY = /^(?:inc|corp|ltd|llc|plc|co|group|holdings|party|company|ag|sa|nv|gmbh)$/;

/**
 * "Harcourt Museum" is the Harcourt Museum of Asian Art, "Apple" is Apple Inc, if no other body begins so.
 */
function joinBodies(all: readonly Surface[]): void {
  const byBeginning = new Map<string, Surface[]>();
  const add = (key: string, surface: Surface) =>
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), surface]);
  for (const surface of all) {
    const { words, type } = surface;
    if (type !== ORGANISATION || words.length < 2) continue;
    const of = words.indexOf('of');
    if (of > 1) add(words.slice(0, of).join(' '), surface);
    if (COMPANY.test(words.at(-1) ?? '')) add(words.slice(0, -1).join(' '), surface);
  }
  for (const short of all) {
    if (short.type !== ORGANISATION || short.parent) continue;
    const longer = byBeginning.get(short.key)?.filter((long) => long !== short) ?? [];
    const [long] = longer;
    if (long && longer.length === 1) join(long, short);
  }
}

/**
 * Joins what is left of a full name with it, and full names that differ in a middle name or an initial.
 * @returns single names that may be several persons', with them
 */
function joinPersons(all: readonly Surface[]): Map<Surface, Surface[]> {
  const full = all
    .filter(({ type, words }) => type === PERSON && words.length > 1)
    .sort((a, b) => b.words.length - a.words.length);
  const byWord = new Map<string, Surface[]>();
  const wordsOf = ({ words }: Surface) => new Set([words[0] ?? '', words.at(-1) ?? '']);
  for (const surface of full) {
    for (const word of wordsOf(surface)) {
      const list = byWord.get(word);
      if (list) list.push(surface);
      else byWord.set(word, [surface]);
    }
  }
  const order = new Map(full.map((surface, i) => [surface, i]));
  const place = (surface: Surface) => order.get(surface) ?? 0;
  full.forEach((short, i) => {
    const near = [...wordsOf(short)].flatMap((word) => byWord.get(word) ?? []);
    const longer = near.filter((long) => place(long) < i && isSamePerson(long, short));
    const roots = new Set(longer.map(rootOf));
    const [root] = roots;
    if (root && roots.size === 1) join(root, short);
  });
  const shared = new Map<Surface, Surface[]>();
  for (const single of all) {
    if (single.words.length !== 1 || single.parent) continue;
    const [word = ''] = single.words;
    // "Han" is a people before it is half of "Han Fei".
    if (PEOPLES.has(word) || COUNTRY_OF.has(word)) continue;
    if (single.type !== PERSON && single.type !== MISC && !isWeak(single)) continue;
    const near = byWord.get(word) ?? (single.language === 'kk' ? full : []);
    const bySurname = near.filter(({ words }) =>
      sameWord(words.at(-1) ?? '', word, single.language),
    );
    const fitting =
      bySurname.length > 0 ? bySurname : near.filter(({ words }) => words[0] === word);
    const roots = [...new Set(fitting.map(rootOf))];
    const [only] = roots;
    if (roots.length > 1) shared.set(single, fitting);
    else if (only) join(only, single);
  }
  return shared;
}

const isWeak = ({ mentions }: Surface) =>
  mentions.reduce((sum, { chance }) => sum + chance, 0) / mentions.length < 0.75;

const sameWord = (a: string, b: string, language: string) =>
  a === b ||
  (language === 'kk' && a.length > 4 && b.length > 4 && (a.startsWith(b) || b.startsWith(a)));

function isSamePerson(long: Surface, short: Surface): boolean {
  const [a, b] = [long.words, short.words];
  if (a.at(-1) !== b.at(-1)) {
    // "Lee Min" of "Lee Min seo": Kazakh endings, hyphens.
    return long.key.startsWith(`${short.key} `) && b.length > 1;
  }
  const [first = '', other = ''] = [a[0], b[0]];
  return (
    first === other ||
    (first.length === 1 && other.startsWith(first)) ||
    (other.length === 1 && first.startsWith(other))
  );
}
