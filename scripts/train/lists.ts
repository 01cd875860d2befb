/** Gathers the lists that a name model carries. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { COUNTRIES } from '../../core/extract/countries';
import { PEOPLES } from '../../core/extract/peoples';
import {
  CALENDAR,
  EVENT_HEADS,
  ORGANISATION_HEADS,
  PLACE_HEADS,
  TITLES,
} from '../../core/extract/trigger-words';
import { classBit, listHash, type WordClass } from '../../core/extract/word-classes';
import { kazakhForms } from '../../core/names/inflection/kazakh';
import { fold } from '../../core/text/fold';

const FOLDER = resolve(import.meta.dirname, 'lists');

export function gatherLists(): Map<number, number> {
  const masks = new Map<number, number>();
  const add = (name: WordClass, words: Iterable<string>) => {
    for (const word of words) {
      if (word === '') continue;
      const hash = listHash(fold(word));
      masks.set(hash, (masks.get(hash) ?? 0) | classBit(name));
    }
  };
  const file = (name: string) => readFileSync(resolve(FOLDER, `${name}.txt`), 'utf8').split('\n');
  add('noun', file('nouns'));
  add('verb', file('verbs'));
  add('adjective', file('adjectives'));
  add('title', file('workers'));
  add('public-figure', file('news-surnames'));
  add('surname', file('news-surnames'));
  add('organisation', file('news-organisations'));
  add('region', file('news-places'));
  add('function-word', file('function-words'));
  add('first-name', file('first-names'));
  add('surname', file('surnames'));
  add('city', file('cities'));
  add('region', file('regions'));
  add(
    'region',
    COUNTRIES.flatMap(({ short, long }) => [...short, ...long]),
  );
  add('people', PEOPLES);
  add('organisation', file('organisations'));
  add('title', TITLES);
  add('organisation-head', ORGANISATION_HEADS);
  add('place-head', PLACE_HEADS);
  add('event-head', EVENT_HEADS);
  add('calendar', CALENDAR);
  return masks;
}

/** Kazakh writes peoples small, and inflects all. */
export function gatherKazakhLists(): Map<number, number> {
  const masks = new Map<number, number>();
  const add = (name: WordClass, words: readonly string[]) => {
    for (const word of words.filter(Boolean)) {
      for (const form of [word, ...kazakhForms(word)]) {
        const hash = listHash(fold(form));
        masks.set(hash, (masks.get(hash) ?? 0) | classBit(name));
      }
    }
  };
  const file = (name: string) => readFileSync(resolve(FOLDER, `${name}.txt`), 'utf8').split('\n');
  add('people', file('kk-peoples'));
  add('region', file('kk-states'));
  return masks;
}
