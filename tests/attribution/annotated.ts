/** Reads the annotated documents of this folder, and compares what is found with what stands there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { describe } from '../../core/compile/describe';
import { type SourceDescription, sourceSchema } from '../../core/compile/descriptions';
import type { Draft } from '../../core/model/draft';
import { readDocument } from '../../formats/read-document';

export interface Expected {
  turn: string;
  speaker: string | null;
  /** Offsets in the block. */
  hedges: Array<[start: number, end: number, kind: string]>;
  quotes: Array<[start: number, end: number, speaker: string]>;
}

export interface AnnotatedDocument {
  name: string;
  draft: Draft;
  /** Persons whose names are known when turns are sought. */
  people: string[];
  expected: Expected[];
  /** Hedges and quotes are annotated too. */
  hasSpans: boolean;
}

/** The annotated documents, and the bundled source, whose annotation is its reviewed file. */
export async function readAnnotated(): Promise<AnnotatedDocument[]> {
  const names = readdirSync(import.meta.dirname).filter(
    (name) => /\.(txt|md|vtt)$/.test(name) && name !== 'README.md',
  );
  return Promise.all(names.sort().map(readOne));
}

const BUNDLED = resolve(import.meta.dirname, '../../seeds/kazakhstan-china-xinjiang');

/** The bundled source as an annotated document: its rules were written with it in sight. */
export async function readBundled(): Promise<AnnotatedDocument> {
  const bytes = readFileSync(join(BUNDLED, 'document.txt'));
  const about = v.parse(sourceSchema, parse(readFileSync(join(BUNDLED, 'source.yaml'), 'utf8')));
  const names = new Map(about.people.map(({ id, name }) => [id, name]));
  return {
    name: 'the bundled interview',
    draft: await readDocument({ name: 'document.txt', bytes }, () => {}),
    people: about.people.map(({ name }) => name),
    hasSpans: true,
    expected: about.passages.map(({ start, turn, speaker, hedges, quotes }) => ({
      turn,
      speaker: speaker ? (names.get(speaker) ?? null) : null,
      hedges: hedges.map(([from, to, kind]) => [from - start, to - start, kind]),
      quotes: quotes.map(([from, to, who]) => [from - start, to - start, who]),
    })),
  };
}

async function readOne(name: string): Promise<AnnotatedDocument> {
  const marked = readFileSync(join(import.meta.dirname, name), 'utf8');
  const expected: Expected[] = [];
  if (name.endsWith('.vtt')) {
    const [, list = ''] = /NOTE Expected: (.*)/.exec(marked) ?? [];
    for (const one of list.split(', ')) expected.push(blockOf(one));
    const draft = await readDocument({ name, bytes: new TextEncoder().encode(marked) }, () => {});
    return { name, draft, people: [], expected, hasSpans: false };
  }
  let plain = '';
  for (const part of marked.split(/^@/m).slice(1)) {
    const [head = '', ...lines] = part.split('\n');
    const block = blockOf(head);
    let text = '';
    const rest = lines.join('\n').trimEnd();
    let at = 0;
    // Marks may stand in each other.
    const open: Array<{ as: string; label: string; start: number }> = [];
    while (at < rest.length) {
      const char = rest[at] ?? '';
      if (char === '⟦' || char === '⟪') {
        const bar = rest.indexOf('|', at);
        open.push({ as: char, label: rest.slice(at + 1, bar), start: text.length });
        at = bar + 1;
      } else if (char === '⟧' || char === '⟫') {
        const { as, label, start } = open.pop() ?? { as: '', label: '', start: 0 };
        if (as === '⟦') block.hedges.push([start, text.length, label]);
        else block.quotes.push([start, text.length, label]);
        at++;
      } else {
        text += char;
        at++;
      }
    }
    expected.push(block);
    plain += `${text}\n\n`;
  }
  const draft = await readDocument({ name, bytes: new TextEncoder().encode(plain) }, () => {});
  return { name, draft, people: [], expected, hasSpans: true };
}

function blockOf(head: string): Expected {
  const [turn = '', speaker] = head.trim().split(':');
  return { turn, speaker: speaker ?? null, hedges: [], quotes: [] };
}

/** Counts, of which precision is right / found, and recall right / expected. */
export interface Score {
  right: number;
  found: number;
  expected: number;
}

export interface Scores {
  /** Passages with their turn and speaker. */
  turns: Score;
  hedges: Score;
  quotes: Score;
  wrong: string[];
}

/** Spans count as found when they overlap and bear the same kind, or speaker. */
export function compareWith(
  { draft, expected, hasSpans }: AnnotatedDocument,
  about: SourceDescription,
): Scores {
  const scores: Scores = {
    turns: { right: 0, found: 0, expected: 0 },
    hedges: { right: 0, found: 0, expected: 0 },
    quotes: { right: 0, found: 0, expected: 0 },
    wrong: [],
  };
  const names = new Map(about.people.map(({ id, name }) => [id, name]));
  const { passages } = about;
  // A list is one passage of several blocks; its annotation stands at the first.
  if (passages.length !== expected.length)
    scores.wrong.push(`${passages.length} passages, not ${expected.length}`);
  passages.forEach((passage, number) => {
    const wanted = expected[number];
    if (!wanted) return;
    const words = draft.text.slice(passage.start, passage.end);
    const speaker = passage.speaker ? (names.get(passage.speaker) ?? '') : null;
    // Narration is what is said of a passage that nothing is said of: it counts as neither found nor missed.
    if (passage.turn !== 'narration') scores.turns.found++;
    if (wanted.turn !== 'narration') scores.turns.expected++;
    if (passage.turn === wanted.turn && speaker === wanted.speaker) {
      if (wanted.turn !== 'narration') scores.turns.right++;
    } else {
      scores.wrong.push(
        `${passage.turn}:${speaker} not ${wanted.turn}:${wanted.speaker}: ${words.slice(0, 60)}`,
      );
    }
    if (!hasSpans) return;
    spans(
      scores.hedges,
      passage.hedges.map(([start, end, kind, surface]) => [
        start - passage.start,
        end - passage.start,
        kind,
        surface,
      ]),
      wanted.hedges,
      words,
      scores.wrong,
    );
    spans(
      scores.quotes,
      passage.quotes.map(([start, end, who, surface]) => [
        start - passage.start,
        end - passage.start,
        who,
        surface,
      ]),
      wanted.quotes,
      words,
      scores.wrong,
    );
  });
  return scores;
}

function spans(
  score: Score,
  found: Array<[number, number, string, string]>,
  expected: Array<[number, number, string]>,
  words: string,
  wrong: string[],
): void {
  score.found += found.length;
  score.expected += expected.length;
  const met = new Set<number>();
  for (const [start, end, label, surface] of found) {
    const at = expected.findIndex(
      ([from, to, wanted], i) => !met.has(i) && from < end && start < to && wanted === label,
    );
    if (at >= 0) {
      met.add(at);
      score.right++;
    } else wrong.push(`too much: ${label}: ${surface}`);
  }
  expected.forEach(([from, to, label], i) => {
    if (!met.has(i)) wrong.push(`missed: ${label}: ${words.slice(from, to)}`);
  });
}

/** A row for each document, one for all that were annotated before the rules, and one for the bundled interview. */
export async function tableOf(): Promise<string[]> {
  const documents = await readAnnotated();
  const scored = documents.map((document) => ({
    name: document.name,
    scores: compareWith(document, describe(document.draft, document.name, document.people)),
  }));
  const sum = (of: 'turns' | 'hedges' | 'quotes') =>
    scored
      .map(({ scores }) => scores[of])
      .reduce((a, b) => ({
        right: a.right + b.right,
        found: a.found + b.found,
        expected: a.expected + b.expected,
      }));
  const bundled = await readBundled();
  return [
    ...scored.map(({ name, scores }) => rowOf(name, scores)),
    rowOf('**all of these**', {
      turns: sum('turns'),
      hedges: sum('hedges'),
      quotes: sum('quotes'),
    }),
    rowOf(
      bundled.name,
      compareWith(bundled, describe(bundled.draft, bundled.name, bundled.people)),
    ),
  ];
}

function rowOf(name: string, { turns, hedges, quotes }: Omit<Scores, 'wrong'>): string {
  const share = (part: number, of: number) =>
    of === 0 ? '–' : `${((100 * part) / of).toFixed(0)} % of ${of}`;
  const cells = [turns, hedges, quotes].flatMap(({ right, found, expected }) => [
    share(right, found),
    share(right, expected),
  ]);
  return `| ${[name, ...cells].join(' | ')} |`;
}
