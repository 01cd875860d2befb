/** Turns that begin with a dash, as the press of many countries prints talk: which of them ask. */
import type { Block } from '../model/draft';
import { asks } from './asks';

export interface DashTurn {
  turn: 'question' | 'answer';
  /** The other reading is far less likely. */
  isSure: boolean;
  /** Of the dash and the space after it. */
  length: number;
}

const DASH = /^[–—―-]\s+(?=[\p{L}\p{N}«“"(…])/u;
const LEAST_TURNS = 3;
/** Questions are short. */
const SHORT = 240;

/** Costs: what speaks against a reading. */
const RHETORICAL = 2;
const UNMARKED = 1.5;
const LONG_UNMARKED = 4;
const ASKS_TWICE = 2;
const UNSURE = 1;

/** @returns null for all, where the document has no such turns */
export function findDashTurns(
  text: string,
  blocks: readonly Block[],
): Array<DashTurn | null> | null {
  const found = blocks.flatMap(({ kind, start, end }, at) => {
    const words = text.slice(start, end);
    const dash = kind === 'paragraph' || kind === 'cue' ? DASH.exec(words) : null;
    return dash ? [{ at, words, length: dash[0].length }] : [];
  });
  if (found.length < LEAST_TURNS) return null;
  const costs = found.map(({ words }) =>
    asks(words)
      ? { question: 0, answer: RHETORICAL }
      : { question: words.length < SHORT ? UNMARKED : LONG_UNMARKED, answer: 0 },
  );
  const forward = cheapest(costs);
  const backward = cheapest(costs.toReversed()).toReversed();
  const turns: Array<DashTurn | null> = blocks.map(() => null);
  found.forEach(({ at, length }, number) => {
    const own = costs[number] ?? { question: 0, answer: 0 };
    const question =
      (forward[number]?.question ?? 0) + (backward[number]?.question ?? 0) - own.question;
    const answer = (forward[number]?.answer ?? 0) + (backward[number]?.answer ?? 0) - own.answer;
    turns[at] = {
      turn: question < answer ? 'question' : 'answer',
      isSure: Math.abs(question - answer) > UNSURE,
      length,
    };
  });
  return turns;
}

interface Costs {
  question: number;
  answer: number;
}

/** The least cost of all turns up to each, if that one asks or answers. */
function cheapest(costs: readonly Costs[]): Costs[] {
  const least: Costs[] = [];
  for (const own of costs) {
    const before = least.at(-1) ?? { question: 0, answer: 0 };
    least.push({
      question: own.question + Math.min(before.question + ASKS_TWICE, before.answer),
      answer: own.answer + Math.min(before.question, before.answer + ANSWERS_TWICE),
    });
  }
  return least;
}
/** A question may be left out in print. */
const ANSWERS_TWICE = 1;
