/**
 * What a match is, as obviously as it can be written: every stretch of the text against every form. Slow,
 * for tests only; where it and the matcher differ, docs/matching.md tells which is wrong.
 */

import { type Form, notOf } from '../../core/model/form';
import { fold, foldShapeOf, JOINT } from '../../core/text/fold';
import { isUnspaced } from '../../core/text/heads';

export interface NaiveMatch {
  start: number;
  end: number;
  entity: string;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;
const INVISIBLE =
  /[\u00ad\u034f\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/;
const MARK = /\p{M}/u;

/** One text without joints; a block boundary is where one text ends and the next begins. */
export interface NaiveRun {
  text: string;
  /** Offset in the whole text of each unit. */
  offsets: number[];
}

export function runsOf(text: string, flows: (offset: number) => boolean): NaiveRun[] {
  const runs: NaiveRun[] = [{ text: '', offsets: [] }];
  for (let i = 0; i < text.length; i++) {
    const run = runs.at(-1) as NaiveRun;
    if (text[i] === JOINT) {
      if (!flows(i)) runs.push({ text: '', offsets: [] });
    } else {
      run.text += text[i];
      run.offsets.push(i);
    }
  }
  return runs;
}

function isVisible(char: string): boolean {
  return !INVISIBLE.test(char) && !MARK.test(char);
}

function neighbour(text: string, from: number, step: 1 | -1): string {
  for (let i = from; i >= 0 && i < text.length; i += step) {
    const char = text.charAt(i);
    if (isVisible(char)) return char;
  }
  return '';
}

function isBoundary(edge: string, other: string): boolean {
  if (other === '' || !WORD.test(other)) return true;
  return isUnspaced(edge.charCodeAt(0)) || isUnspaced(other.charCodeAt(0));
}

function caseAllows(form: Form, page: string): boolean {
  const written = foldShapeOf(form.text);
  if (form.rule === 'any-case' || page === written) return true;
  if (form.rule === 'acronym') return false;
  const titled = [...written].every((char, i) => {
    if (char === page[i]) return true;
    const startsWord = i === 0 || !WORD.test(written[i - 1] ?? '');
    return startsWord && char.toUpperCase() === page[i];
  });
  if (titled) return true;
  const letters = [...page].filter((char) => char.toLowerCase() !== char.toUpperCase());
  return (
    letters.length >= 4 &&
    page === page.toUpperCase() &&
    [...written].every((char, i) => char === page[i] || char.toUpperCase() === page[i])
  );
}

/** Every place where a form stands, overlapping. */
export function naiveCandidates(
  run: NaiveRun,
  forms: readonly Form[],
): Array<NaiveMatch & { form: Form }> {
  const found: Array<NaiveMatch & { form: Form }> = [];
  const { text, offsets } = run;
  for (let start = 0; start < text.length; start++) {
    if (!isVisible(text.charAt(start)) || /\s/.test(text.charAt(start))) continue;
    for (const form of forms) {
      const wanted = fold(form.text);
      for (let end = start + 1; end <= text.length && end - start <= wanted.length * 4 + 8; end++) {
        const last = text.charAt(end - 1);
        // A match ends with a visible character and the marks that belong to it.
        if (MARK.test(text.charAt(end)) || INVISIBLE.test(last) || /\s/.test(last)) continue;
        const page = foldShapeOf(text.slice(start, end));
        if (fold(page) !== wanted) continue;
        const first = page.charAt(0);
        const final = page.charAt(page.length - 1);
        if (!isBoundary(first, neighbour(text, start - 1, -1))) continue;
        if (!isBoundary(final, neighbour(text, end, 1))) continue;
        if (!caseAllows(form, page)) continue;
        found.push({
          start: offsets[start] ?? 0,
          end: (offsets[end - 1] ?? 0) + 1,
          entity: form.entity,
          form,
        });
      }
    }
  }
  return found;
}

/** Leftmost, then longest, no overlap. */
export function naiveChoice<M extends NaiveMatch>(candidates: readonly M[]): M[] {
  const denials = candidates.filter(({ entity }) => entity.startsWith('!'));
  const isDenied = (match: M) =>
    denials.some(
      ({ entity, start, end }) =>
        entity === notOf(match.entity) &&
        match.start < end &&
        (start < match.start || (start === match.start && end >= match.end)),
    );
  const left = candidates.filter((match) => !denials.includes(match) && !isDenied(match));
  const chosen: M[] = [];
  while (left.length > 0) {
    const best = left.reduce((a, b) =>
      b.start < a.start || (b.start === a.start && b.end > a.end) ? b : a,
    );
    chosen.push(best);
    for (let i = left.length - 1; i >= 0; i--) {
      const other = left[i];
      if (other && other.start < best.end && best.start < other.end) left.splice(i, 1);
    }
  }
  return chosen;
}

interface NaiveText {
  text: string;
  flows(offset: number): boolean;
}

const SENTENCE_END = /[.!?…:;。！？]$/;

/** The words of a run with their places; what stands between them tells whether they are neighbours. */
function wordsOf(
  run: NaiveRun,
): Array<{ text: string; start: number; end: number; before: string }> {
  const words: Array<{ text: string; start: number; end: number; before: string }> = [];
  let end = 0;
  for (const match of run.text.matchAll(/[\p{L}\p{M}\p{N}\u00ad\u200b]+/gu)) {
    words.push({
      text: foldShapeOf(match[0]),
      start: run.offsets[match.index] ?? 0,
      end: (run.offsets[match.index + match[0].length - 1] ?? 0) + 1,
      before: foldShapeOf(`|${run.text.slice(end, match.index)}|`).slice(1, -1),
    });
    end = match.index + match[0].length;
  }
  return words;
}

const isCapital = (char: string) => char !== char.toLowerCase();
const isAllCapitals = (word: string) => [...word].length > 1 && [...word].every(isCapital);

/** True when a neighbouring capitalised word that is not ours makes the match part of a longer name. */
function isPartOfLongerName(
  run: NaiveRun,
  match: NaiveMatch & { form: Form },
  sure: readonly NaiveMatch[],
) {
  const words = wordsOf(run);
  const first = words.findIndex((word) => word.start <= match.start && word.end > match.start);
  const last = words.findIndex((word) => word.start < match.end && word.end >= match.end);
  const own = words[first];
  if (!own || !isCapital(own.text.charAt(0))) return false;
  const isForeign = (word: (typeof words)[number]) =>
    isCapital(word.text.charAt(0)) &&
    (match.form.rule === 'acronym'
      ? isAllCapitals(word.text)
      : !(isAllCapitals(own.text) && isAllCapitals(word.text))) &&
    !sure.some((other) => other.start < word.end && other.end > word.start);
  const next = words[last + 1];
  if (next && next.before === ' ' && isForeign(next)) return true;
  const previous = words[first - 1];
  if (!previous || own.before !== ' ' || !isForeign(previous)) return false;
  const startsSentence = first === 1 && /^["'([{ ]*$/.test(previous.before);
  return (
    match.form.rule === 'acronym' ||
    !(startsSentence || SENTENCE_END.test(previous.before.replace(/["'([{ ]+$/, '')))
  );
}

/** The matches of a page of one source: ambiguous names count with company, in a block or on the page. */
export function naiveMatches({ text, flows }: NaiveText, forms: readonly Form[]): NaiveMatch[] {
  const blocks = runsOf(text, flows).map((run) => ({
    run,
    candidates: naiveCandidates(run, forms),
  }));
  const sureIn = ({ candidates }: (typeof blocks)[number]) =>
    naiveChoice(candidates.filter(({ form }) => !form.needsCompany));
  const onPage = new Set(blocks.flatMap((block) => sureIn(block).map(({ entity }) => entity)));
  return blocks.flatMap((block) => {
    const sure = sureIn(block);
    const counted = block.candidates.filter((candidate) => {
      if (!candidate.form.needsCompany) return true;
      if (isPartOfLongerName(block.run, candidate, sure)) return false;
      const others = [...onPage].filter((entity) => entity !== candidate.entity);
      const apart = sure.filter(
        (other) =>
          other.entity !== candidate.entity &&
          (other.end <= candidate.start || other.start >= candidate.end),
      );
      return others.length >= 2 || apart.length > 0;
    });
    return naiveChoice(counted);
  });
}
