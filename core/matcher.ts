/**
 * Finds names in a text, as docs/matching.md defines a match: where a form stands as whole words, in the
 * right letter case, whatever the page does with quotes, dashes, white space, soft hyphens and inline tags.
 *
 * The text may be joined from several nodes with `JOINT` between them. Whether a joint is a block boundary
 * is asked only where a name may stand across it, since asking the document is dear.
 */
import {
  isDecomposedShortI,
  JOINT,
  JOINT_CODE,
  lower,
  SPACE,
  shape,
  shortI,
  TRANSPARENT,
} from './fold';
import { hidesInWord, isUnspaced, isWordUnit, UNSEEN, unseen } from './heads';
import { type FormAnswer, needsCompany, ruleOf } from './name-index';
import type { CaseRule, EntityId } from './types';

/** A form made ready for comparison. */
interface Needle {
  /** Shape-folded, letter case kept. */
  text: string;
  headAt: number;
  entity: EntityId;
  rule: CaseRule;
  needsCompany: boolean;
  around: Around;
}

/** What stands next to a head, folded: one and two units before it, one and two after; `END` where that is not known. */
type Around = readonly number[];

/** A place where a form stands. Offsets in the text given. */
export interface Candidate {
  start: number;
  end: number;
  entity: EntityId;
  needsCompany: boolean;
  isAcronym: boolean;
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
  readonly #byWord = new Map<string, Needle[]>();
  readonly #byHead = new Map<string, Needle[]>();
  /** By whether words of the text hold what a reader does not see. */
  readonly #compiled = new Map<boolean, RegExp[]>();

  get isEmpty(): boolean {
    return this.#byWord.size === 0;
  }

  /** Adds the answers to a head that the page asked about. */
  add(head: string, answers: readonly FormAnswer[]): void {
    this.#byHead.set(
      head,
      answers.map(([text, headAt, entity, flags]) => ({
        text,
        headAt,
        entity,
        rule: ruleOf(flags),
        needsCompany: needsCompany(flags),
        around: around(text, headAt, headAt + head.length),
      })),
    );
  }

  /** Makes a word of the page, as written, stand for its head. True when the head has names. */
  watch(word: string, head: string): boolean {
    const needles = this.#byHead.get(head);
    if (!needles?.length) return false;
    if (!this.#byWord.has(word)) {
      this.#byWord.set(word, needles);
      this.#compiled.clear();
    }
    return true;
  }

  /** Every place where a form stands; overlapping, in order of the heads. */
  find(text: string, flowsAcross: FlowsAcross): Candidate[] {
    const found: Candidate[] = [];
    if (this.isEmpty) return found;
    for (const expression of this.#expressions(hidesInWord(text))) {
      expression.lastIndex = 0;
      for (let hit = expression.exec(text); hit; hit = expression.exec(text)) {
        this.#findAt(text, hit.index, hit[0], flowsAcross, found);
        // Two watched words may overlap: pairs of Han characters do, and a word may begin another.
        expression.lastIndex = hit.index + 1;
      }
    }
    return found;
  }

  #findAt(
    text: string,
    at: number,
    word: string,
    flowsAcross: FlowsAcross,
    found: Candidate[],
  ): void {
    const here = word.includes(JOINT) ? [] : around(text, at, at + word.length);
    for (const needle of this.#needlesOf(word)) {
      // Most names that hold this word go on otherwise.
      if (!agree(here, needle.around)) continue;
      const candidate = stands(text, at, needle, flowsAcross);
      if (candidate) found.push(candidate);
    }
  }

  #needlesOf(word: string): Needle[] {
    const whole = this.#byWord.get(word) ?? this.#byWord.get(word.replace(unseen, '')) ?? [];
    const joint = word.indexOf(JOINT);
    // The joint may be a block boundary, and the first part a word of its own.
    return joint < 0 ? whole : [...whole, ...this.#needlesOf(word.slice(0, joint))];
  }

  /**
   * Native searches for all watched words, and for all names that were sought whole. Letters with gaps between
   * them are dear to seek: names have them only where the text does.
   */
  #expressions(hides: boolean): RegExp[] {
    let expressions = this.#compiled.get(hides);
    if (!expressions) {
      const words = [...this.#byWord.keys()];
      const names = words.filter((word) => isWholeName.test(word));
      expressions = [
        anyOf(words.filter((word) => !isWholeName.test(word))),
        anyOf(names, hides ? GAP : ''),
      ].filter((expression) => expression !== null);
      this.#compiled.set(hides, expressions);
    }
    return expressions;
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

function around(text: string, start: number, end: number): Around {
  const before = plainUnit(text, start - 1);
  const after = plainUnit(text, end);
  return [before, plainUnit(text, start - 2, before), after, plainUnit(text, end + 1, after)];
}

/**
 * The folded unit at an offset; `END` outside of the text, where more than this unit tells, and in a run of spaces.
 * @param beside the unit between this one and the head
 */
function plainUnit(text: string, at: number, beside = 0): number {
  const code = text.charCodeAt(at);
  if (beside === END || !(code > JOINT_CODE && code < 128)) return END;
  const unit = lower(shape(code));
  return unit === SPACE && beside === SPACE ? END : unit;
}

function agree(some: Around, others: Around): boolean {
  return some.every((unit, i) => unit === others[i] || unit === END || others[i] === END);
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

function candidateOf(
  { entity, needsCompany, rule }: Needle,
  start: number,
  end: number,
): Candidate {
  return { start, end, entity, needsCompany, isAcronym: rule === 'acronym' };
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
  const end = after(text, last);
  if (glues(form.charCodeAt(0), seek(text, flowsAcross, first - 1, -1))) return null;
  if (glues(form.charCodeAt(form.length - 1), seek(text, flowsAcross, end, 1))) return null;
  return candidateOf(needle, first, end);
}

function startsWord(form: string, at: number): boolean {
  return at === 0 || !isWordUnit(form.charCodeAt(at - 1));
}

/** True when a neighbouring unit makes the edge of a name the inside of a longer word. */
function glues(edge: number, neighbour: number): boolean {
  if (neighbour === END || !isWordUnit(neighbour) || isUnspaced(neighbour)) return false;
  return !isUnspaced(edge);
}
