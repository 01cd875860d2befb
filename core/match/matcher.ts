/**
 * Finds names in a text, as docs/matching.md defines a match: where a form stands as whole words, in the
 * right letter case, whatever the page does with quotes, dashes, white space, soft hyphens and inline tags.
 *
 * The text may be joined from several nodes with `JOINT` between them. Whether a joint is a block boundary
 * is asked only where a name may stand across it, since asking the document is dear.
 */

import type { CaseRule, EntityId } from '../model/source';
import { type FormAnswer, needsCompany, ruleOf, UNPAINTED } from '../names/name-index';
import {
  isDecomposedShortI,
  JOINT,
  JOINT_CODE,
  lower,
  SPACE,
  shape,
  shortI,
  TRANSPARENT,
} from '../text/fold';
import { hidesInWord, isUnspaced, isWordUnit, UNSEEN, unseen } from '../text/heads';

/** A form made ready for comparison. */
interface Needle {
  /** Shape-folded, letter case kept. */
  text: string;
  headAt: number;
  entity: EntityId;
  rule: CaseRule;
  needsCompany: boolean;
  isUnpainted: boolean;
}

/**
 * The needles of one head by what stands beside it in them, since most names that hold a word of the page go on
 * otherwise: by what follows, else by what precedes plus `PRECEDING`, else under `ALONE`.
 */
type HeadNeedles = Map<number, Needle[]>;

/** A place where a form stands. Offsets in the text given. */
export interface Candidate {
  start: number;
  end: number;
  entity: EntityId;
  needsCompany: boolean;
  isAcronym: boolean;
  /** Counted, and not to be seen on the page. */
  isUnpainted: boolean;
}

/** True when text flows across the joint at this offset: no block boundary, no line break. */
export type FlowsAcross = (offset: number) => boolean;

const END = -1;
const LEAST_CAPITALS = 4;
const BOTH_WAYS = [1, -1] as const;
const FIRST_COMBINING = 0x300;

/** The names of the library which the page's words have brought up so far. */
export class Matcher {
  /** Needles by the words of the page, as written, that are their heads. */
  readonly #byWord = new Map<string, HeadNeedles>();
  readonly #byHead = new Map<string, HeadNeedles>();
  /** By whether words of the text hold what a reader does not see. */
  readonly #compiled = new Map<boolean, RegExp[]>();

  /** Adds the answers to a head that the page asked about. */
  add(head: string, answers: readonly FormAnswer[]): void {
    if (answers.length === 0) return;
    const needles: HeadNeedles = new Map();
    for (const [text, headAt, entity, flags] of answers) {
      const following = beside(text, headAt + head.length, 1);
      const preceding = beside(text, headAt - 1, -1);
      const key = following !== END ? following : preceding !== END ? preceding + PRECEDING : ALONE;
      const needle = {
        text,
        headAt,
        entity,
        rule: ruleOf(flags),
        needsCompany: needsCompany(flags),
        isUnpainted: (flags & UNPAINTED) > 0,
      };
      needles.getOrInsert(key, []).push(needle);
    }
    this.#byHead.set(head, needles);
  }

  /** Makes a word of the page, as written, stand for its head, if that has names. */
  watch(word: string, head: string): void {
    const needles = this.#byHead.get(head);
    if (!needles || this.#byWord.has(word)) return;
    this.#byWord.set(word, needles);
    this.#compiled.clear();
  }

  /** Every place where a form stands; overlapping, in order of `byStart`. */
  find(text: string, flowsAcross: FlowsAcross): Candidate[] {
    const found: Candidate[] = [];
    for (const expression of this.#expressions(hidesInWord(text))) {
      expression.lastIndex = 0;
      for (let hit = expression.exec(text); hit; hit = expression.exec(text)) {
        const { 0: word, index } = hit;
        for (const needle of this.#needlesAt(text, index, word)) {
          const start = index - needle.headAt;
          // Most text is written as its name is.
          const candidate = isWritten(text, needle.text, start)
            ? whole(text, needle, start, start + needle.text.length, flowsAcross)
            : stands(text, index, needle, flowsAcross);
          if (candidate) found.push(candidate);
        }
        // Two watched words may overlap: pairs of Han characters do, and a word may begin another.
        expression.lastIndex = index + 1;
      }
    }
    return found.sort(byStart);
  }

  /** The needles that may stand where a watched word does. */
  #needlesAt(text: string, at: number, word: string): Needle[] {
    const joint = word.indexOf(JOINT);
    // The joint may be a block boundary, and the first part a word of its own.
    const ofPart = joint < 0 ? [] : this.#needlesAt(text, at, word.slice(0, joint));
    const needles = this.#byWord.get(word) ?? this.#byWord.get(word.replace(unseen, ''));
    const following = beside(text, at + word.length, 1);
    const preceding = beside(text, at - 1, -1) + PRECEDING;
    return [ALONE, following, preceding].flatMap((key) => needles?.get(key) ?? []).concat(ofPart);
  }

  /**
   * Native searches for all watched words, and for all names that were sought whole. Letters with gaps between
   * them are dear to seek: names have them only where the text does.
   */
  #expressions(hides: boolean): RegExp[] {
    return this.#compiled.getOrInsertComputed(hides, () => {
      const words = [...this.#byWord.keys()];
      const names = words.filter((word) => isWholeName.test(word));
      return [
        anyOf(words.filter((word) => !isWholeName.test(word))),
        anyOf(names, hides ? GAP : ''),
      ].filter((expression) => expression !== null);
    });
  }
}

/** Longest first, since alternatives are tried in order. */
function anyOf(words: string[], gap = GAP): RegExp | null {
  if (words.length === 0) return null;
  const patterns = words
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      isUnspaced(word.charCodeAt(0)) || isWholeName.test(word)
        ? Array.from(word, (char) => (SPACES.test(char) ? `[\\s${UNSEEN}]+` : escaped(char))).join(
            gap,
          )
        : escaped(word),
    );
  return new RegExp(patterns.join('|'), 'g');
}

const GAP = `[${UNSEEN}]*`;
const combining = /\p{M}/u;
const special = /[\\^$.*+?()[\]{}|-]/g;
const SPACES = /\s/;
/** A name that was sought whole, and so collected without what a reader does not see. */
const isWholeName = /^[a-z]|[\s-]/;

const CYRILLIC_I = 0x438;
const ALONE = 0;
const PRECEDING = 1 << 17;

/**
 * The folded unit that a reader sees beside a head, from `at` in a direction; beyond white space, negative. Of й, which
 * may be written in two units, that of и. Whether text flows to there is left open: if not, no form goes on there.
 */
function beside(text: string, at: number, step: 1 | -1): number {
  let sign = 1;
  for (let i = at; ; i += step) {
    i = seen(text, always, i, step);
    if (i < 0) return END;
    const unit = lower(shape(text.charCodeAt(i)));
    if (unit !== SPACE) return sign * (unit === shortI(CYRILLIC_I) ? CYRILLIC_I : unit);
    sign = -1;
  }
}

function escaped(text: string): string {
  return text.replace(special, '\\$&');
}

function countLetters(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) if (isCased(text.charCodeAt(i))) letters++;
  return letters;
}

function isCased(code: number): boolean {
  return lower(code) !== code || isSmall(code);
}

function isSmall(code: number): boolean {
  const char = String.fromCharCode(code);
  return char.toUpperCase() !== char;
}

/** The nearest unit that a reader sees, from `at` in a direction; -1 at a block boundary or an edge. */
export function seen(text: string, flowsAcross: FlowsAcross, at: number, step: 1 | -1): number {
  for (let i = at; i >= 0 && i < text.length; i += step) {
    const code = text.charCodeAt(i);
    if (code === JOINT_CODE) {
      if (!flowsAcross(i)) return -1;
    } else if (shape(code) !== TRANSPARENT) return i;
  }
  return -1;
}

/** Offset of the unit that `seek` last returned. One for all: comparing allocates nothing. */
let seekedAt = 0;

/** The shape at `from` or the nearest seen in this direction; `END` at a block boundary or an edge. */
function seek(text: string, flowsAcross: FlowsAcross, from: number, step: 1 | -1): number {
  const at = seen(text, flowsAcross, from, step);
  if (at < 0) return END;
  seekedAt = at;
  const unit = shape(text.charCodeAt(at));
  return isDecomposedShortI(unit, text.charCodeAt(at + 1)) ? shortI(unit) : unit;
}

/** First offset after the unit at `at` and the marks that belong to it. */
function after(text: string, at: number): number {
  let end = at + 1;
  while (text.charCodeAt(end) >= FIRST_COMBINING && combining.test(text.charAt(end))) end++;
  return end;
}

/** True when a form stands at an offset unit by unit, and no mark on its last letter makes that another. */
function isWritten(text: string, form: string, start: number): boolean {
  if (start < 0 || !text.startsWith(form, start)) return false;
  const end = start + form.length;
  return after(text, end - 1) === end;
}

/**
 * The place of a form whose head begins at `at`, or null where it does not stand.
 * The form is compared outward from its head: to the end, then to the beginning, then both edges.
 */
function stands(
  text: string,
  at: number,
  needle: Needle,
  flowsAcross: FlowsAcross,
): Candidate | null {
  const { text: form, headAt, rule } = needle;
  // The edges that are compared so far, by direction.
  let first = at;
  let last = at;
  // How the letters of the page stray from those of the form.
  let exact = true;
  let titled = true;
  let allCapitals = true;
  let fits = true;
  for (const step of BOTH_WAYS) {
    let position = step === 1 ? at : at - 1;
    for (let i = step === 1 ? headAt : headAt - 1; i >= 0 && i < form.length; i += step) {
      const wanted = form.charCodeAt(i);
      const unit = seek(text, flowsAcross, position, step);
      if (unit !== wanted) {
        if (unit === END || lower(unit) !== lower(wanted)) return null;
        exact = false;
        if (lower(wanted) !== wanted) fits = false;
        else if (!startsWord(form, i)) titled = false;
      }
      if (allCapitals && isSmall(unit)) allCapitals = false;
      if (step === 1) last = seekedAt;
      else first = seekedAt;
      position = seekedAt + step;
      // White space of any length is one space.
      if (wanted === SPACE)
        while (seek(text, flowsAcross, position, step) === SPACE) position = seekedAt + step;
    }
  }

  if (!exact && rule !== 'any-case') {
    if (rule === 'acronym' || !fits) return null;
    if (!titled && !(allCapitals && countLetters(form) >= LEAST_CAPITALS)) return null;
  }
  return whole(text, needle, first, after(text, last), flowsAcross);
}

/** The candidate from `start` to `end`, or null where that is the inside of a longer word. */
function whole(
  text: string,
  { text: form, entity, needsCompany, isUnpainted, rule }: Needle,
  start: number,
  end: number,
  flowsAcross: FlowsAcross,
): Candidate | null {
  if (goesOn(text, form.charCodeAt(0), start - 1, -1, flowsAcross)) return null;
  if (goesOn(text, form.charCodeAt(form.length - 1), end, 1, flowsAcross)) return null;
  return { start, end, entity, needsCompany, isUnpainted, isAcronym: rule === 'acronym' };
}

function startsWord(form: string, at: number): boolean {
  return at === 0 || !isWordUnit(form.charCodeAt(at - 1));
}

/** True when the text beside the edge of a name, from `at` in a direction, makes it the inside of a longer word. */
function goesOn(
  text: string,
  edge: number,
  at: number,
  step: 1 | -1,
  flowsAcross: FlowsAcross,
): boolean {
  // Whether text flows to what stands there is dear to ask, and mostly it is no word.
  const beyond = seen(text, always, at, step);
  if (beyond < 0 || isUnspaced(edge)) return false;
  const unit = shape(text.charCodeAt(beyond));
  if (!isWordUnit(unit) || isUnspaced(unit)) return false;
  return seen(text, flowsAcross, at, step) === beyond;
}

const always = () => true;

/** For sorting: leftmost, then longest, then those that need no company. */
function byStart(a: Candidate, b: Candidate): number {
  return a.start - b.start || b.end - a.end || Number(a.needsCompany) - Number(b.needsCompany);
}
