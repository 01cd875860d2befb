/** Documents whose names are marked: those of `tests/extraction/`, and the bundled source. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');

export interface MarkedMention {
  start: number;
  end: number;
  entity: string;
  /** One of `ENTITY_KINDS`. */
  kind: string;
}

export interface MarkedDocument {
  name: string;
  language: string;
  text: string;
  mentions: MarkedMention[];
}

/** Files of `tests/extraction/`; their README says how they are marked. */
export function readMarked(): MarkedDocument[] {
  const folder = resolve(ROOT, 'tests/extraction');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const [name = '', language = 'en'] = file.split('.');
      return { name, language, ...unmark(readFileSync(resolve(folder, file), 'utf8')) };
    });
}

function unmark(marked: string): { text: string; mentions: MarkedMention[] } {
  const mentions: MarkedMention[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/⟦([^:|⟧]+):([^|⟧]+)\|([^⟧]+)⟧/g)) {
    const [whole, entity = '', kind = '', words = ''] = match;
    text += marked.slice(last, match.index);
    mentions.push({ start: text.length, end: text.length + words.length, entity, kind });
    text += words;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), mentions };
}

/** The bundled source: mentions with a capital that stand in no longer one. */
export function readSeed(): MarkedDocument {
  const folder = resolve(ROOT, 'seeds/kazakhstan-china-xinjiang');
  const text = readFileSync(resolve(folder, 'document.txt'), 'utf8');
  const entities = parse(readFileSync(resolve(folder, 'entities.yaml'), 'utf8')) as Array<{
    id: string;
    kind: string;
    mentions: Array<[number, number, string]>;
  }>;
  const all = entities
    .flatMap(({ id, kind, mentions }) =>
      mentions.map(([start, end]) => ({ start, end, entity: id, kind })),
    )
    .filter(({ start, end }) => /^\p{Lu}/u.test(text.slice(start, end)));
  const mentions = all
    .filter(
      (a) =>
        !all.some(
          (b) =>
            b !== a && b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start,
        ),
    )
    .sort((a, b) => a.start - b.start);
  return { name: 'bundled source', language: 'en', text, mentions };
}
