/**
 * Hedges: words by which a speaker limits a claim, found by a lexicon and the syntax around it. Precision comes first: a
 * word that limits a claim in half of its uses is left out.
 */
import type { Hedge, HedgeKind } from '../model/source';
import { CYRILLIC_HEDGES, ENGLISH_HEDGES, type HedgePattern } from './hedge-patterns';

interface Rule {
  kind: HedgeKind;
  expression: RegExp;
}

const ENGLISH = rulesOf(ENGLISH_HEDGES);
const CYRILLIC = rulesOf(CYRILLIC_HEDGES);

/** @returns in order, none within another; offsets in the text */
export function findHedges(text: string): Hedge[] {
  const rules = [
    ...(/\p{Script=Latin}/u.test(text) ? ENGLISH : []),
    ...(/\p{Script=Cyrillic}/u.test(text) ? CYRILLIC : []),
  ];
  const found = rules.flatMap(({ kind, expression }) =>
    Array.from(text.matchAll(expression), ({ 0: words, index }) => ({
      start: index,
      end: index + words.trimEnd().length,
      kind,
    })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((hedge) => {
    const isFree = hedge.start >= end;
    if (isFree) end = hedge.end;
    return isFree;
  });
}

function rulesOf(patterns: readonly HedgePattern[]): Rule[] {
  return patterns.map(([kind, pattern]) => ({
    kind,
    // A space in a pattern stands for whatever divides words, the end of a line too.
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}’'-])(?:${pattern.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  }));
}
