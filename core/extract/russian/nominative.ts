/** The dictionary form of a name that a Russian text inflects. */
import type { EntityKind } from '../../model/source';
import { inflect, inflectEither } from '../../names/inflection/inflect';
import type { Cluster } from '../entities';
import { NOMINATIVES } from './lists';
import { russianStem } from './stems';

/**
 * @param known the dictionary form, where it is known
 * @returns null for names that are not Russian, and where nothing fits
 */
export function nominativeOf(
  cluster: Cluster,
  kind: EntityKind,
  known: string | null,
): string | null {
  if (cluster.mentions[0]?.language !== 'ru') return null;
  if (known !== null) return known;
  const surfaces = [...cluster.surfaces.keys()].filter((text) => !/^\p{Lu}{2,}$/u.test(text));
  const longest = surfaces.toSorted(
    (a, b) => b.split(' ').length - a.split(' ').length || a.length - b.length,
  );
  const [first] = longest;
  if (first === undefined) return null;
  const full = longest.filter((text) => text.split(' ').length === first.split(' ').length);
  const candidates = [...full, ...full.flatMap((text) => guesses(text, kind))];
  // The one whose forms are most of what the text has; an earlier one when several are.
  let best: string | null = null;
  let most = 0;
  for (const candidate of new Set(candidates)) {
    const forms = new Set([candidate, ...formsOf(candidate, kind)]);
    const count = full.filter((text) => forms.has(text)).length;
    const bonus = isListed(candidate) ? 0.5 : 0;
    if (count + bonus > most) {
      most = count + bonus;
      best = candidate;
    }
  }
  return best;
}

/** All forms of a Russian name; of a person by both genders. */
export function formsOf(name: string, kind: EntityKind): string[] {
  if (kind === 'person') {
    const isWoman = /[ая]$/.test(name.split(' ')[0] ?? '');
    return inflect(name, 'ru', isWoman ? 'person-f' : 'person-m');
  }
  return inflectEither(name, 'ru');
}

const isListed = (name: string) =>
  name.split(' ').some((word) => {
    const known = NOMINATIVES.get(russianStem(word));
    return known !== undefined && known === word.toLowerCase();
  });

const capitalised = (word: string, like: string) =>
  /^\p{Lu}/u.test(like)
    ? word.replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
    : word;

function guesses(text: string, kind: EntityKind): string[] {
  const words = text.split(' ');
  if (kind === 'person') {
    const [first = '', ...rest] = words;
    const man = words.map((word) => word.replace(/(?:ым|ом|ем|[ауеюя])$/, ''));
    const given = NOMINATIVES.get(russianStem(first));
    const woman = [first, ...rest].map((word) => word.replace(/(?:ой|ей|ую|у|ы|е)$/, 'а'));
    const name = given === undefined ? [] : [capitalised(given, first)];
    return [man.join(' '), woman.join(' '), ...name.map((one) => [one, ...man.slice(1)].join(' '))];
  }
  if (words.length === 1) {
    const known = NOMINATIVES.get(russianStem(text));
    if (known !== undefined) return [capitalised(known, text)];
    const bare = text.replace(/(?:ом|ем|[ауеюяи])$/, '');
    return [bare, `${bare}а`, text.replace(/(?:ии|ию|ией)$/, 'ия')];
  }
  // Adjectives agree with the head, what follows it stays.
  const head = words.findIndex((word) => NOMINATIVES.has(russianStem(word)));
  if (head < 0) return [];
  const noun = NOMINATIVES.get(russianStem(words[head] ?? '')) ?? '';
  const gender = /[ая]$/.test(noun) ? 'f' : /[ое]$/.test(noun) ? 'n' : 'm';
  const adjectives = words.slice(0, head).map((word) => {
    const soft = /(?:его|ему|ем|ей|юю|им|яя)$/.test(word) && !/[кгхжшщч](?:им)$/.test(word);
    const stem = word.replace(/(?:ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю|ая|яя|ое|ее|ый|ий)$/, '');
    const ending = {
      m: soft || /[кгхжшщч]$/.test(stem) ? 'ий' : 'ый',
      f: soft ? 'яя' : 'ая',
      n: soft ? 'ее' : 'ое',
    }[gender];
    return stem + ending;
  });
  return [
    [...adjectives, capitalised(noun, words[head] ?? ''), ...words.slice(head + 1)].join(' '),
  ];
}
