/**
 * Decides which candidates are matches: ambiguous names need company, a longer name wins over a shorter
 * one, and matches do not overlap (docs/matching.md, "Ambiguity" and "Leftmost, then longest").
 */

import { isNot, notOf } from '../model/form';
import type { EntityId, SourceId } from '../model/source';
import { lower, SPACE, shape } from '../text/fold';
import { isWordUnit } from '../text/heads';
import { type Candidate, type FlowsAcross, seen } from './matcher';

/** Other entities that a page must name before an ambiguous name counts anywhere on it. */
const COMPANY_ON_PAGE = 2;

/** The source of an entity is the first part of its id. */
export function sourceOf(entity: EntityId): SourceId {
  return entity.slice(0, entity.indexOf('/'));
}

/** The sources of an entity; of a subject, those in which it is company. */
export type SourcesOf = (entity: EntityId) => readonly SourceId[];

/** The entities that a page has named beyond doubt since it was opened. */
export class Evidence {
  readonly #sourcesOf: SourcesOf;
  readonly #bySource = new Map<SourceId, Set<EntityId>>();
  /** Grows with every entity that is new; tells whether asking again can change an answer. */
  size = 0;

  constructor(sourcesOf: SourcesOf = (entity) => [sourceOf(entity)]) {
    this.#sourcesOf = sourcesOf;
  }

  add(entity: EntityId): void {
    for (const source of this.#sourcesOf(entity)) {
      const named = this.#bySource.getOrInsert(source, new Set());
      if (!named.has(entity)) this.size++;
      named.add(entity);
    }
  }

  /** True for another entity of one of its sources. */
  isCompany(entity: EntityId, other: EntityId): boolean {
    const sources = this.#sourcesOf(other);
    return entity !== other && this.#sourcesOf(entity).some((source) => sources.includes(source));
  }

  /** How many other entities of one of its sources the page names. */
  companyOf(entity: EntityId): number {
    const counts = this.#sourcesOf(entity).map((source) => {
      const named = this.#bySource.get(source);
      return named ? named.size - Number(named.has(entity)) : 0;
    });
    return Math.max(0, ...counts);
  }
}

/** A text and what the document knows of it. */
export interface TextBlocks {
  text: string;
  flowsAcross: FlowsAcross;
  /** An identity of the block that holds this offset. */
  blockOf(offset: number): unknown;
}

/** The matches of a text, in order, and whether more evidence could bring more. */
export interface Resolution {
  matches: Candidate[];
  /** The ambiguous candidates that lack company so far. */
  waiting: number;
}

/**
 * The candidates that count whatever else the page holds, in order. What is not to be painted is no evidence for what
 * is: a page could tell it by that.
 * @param candidates as the matcher gives them
 */
export function sureMatches(candidates: readonly Candidate[]): Candidate[] {
  return leftmostLongest(
    candidates.filter(({ needsCompany, isUnpainted }) => !needsCompany && !isUnpainted),
  );
}

/**
 * The matches among the candidates of one text, given the evidence of the whole page.
 * Ambiguous names are no evidence for each other.
 * @param sure `sureMatches` of the candidates
 */
export function resolve(
  blocks: TextBlocks,
  candidates: readonly Candidate[],
  sure: Candidate[],
  evidence: Evidence,
): Resolution {
  let waiting = 0;
  const counted = candidates.filter((candidate) => {
    if (!candidate.needsCompany) return true;
    if (standsInLongerName(blocks, candidate, sure)) return false;
    const counts =
      evidence.companyOf(candidate.entity) >= COMPANY_ON_PAGE ||
      hasCompanyInBlock(blocks, candidate, sure, evidence);
    if (!counts) waiting++;
    return counts;
  });
  const painted = leftmostLongest(counted.filter(({ isUnpainted }) => !isUnpainted));
  const unpainted = leftmostLongest(counted.filter(({ isUnpainted }) => isUnpainted)).filter(
    ({ start, end }) => !painted.some((other) => other.start < end && other.end > start),
  );
  return { matches: [...painted, ...unpainted], waiting };
}

/** Those of the candidates, given in order of `byStart`, that overlap none before them and are not another's words. */
function leftmostLongest(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  /** Where the last words end that only look like a name, by `notOf` its entity. */
  const notUntil = new Map<EntityId, number>();
  let end = 0;
  for (const candidate of candidates) {
    const { entity, start } = candidate;
    if (isNot(entity)) {
      notUntil.set(entity, Math.max(candidate.end, notUntil.get(entity) ?? 0));
    } else if (start >= end && start >= (notUntil.get(notOf(entity)) ?? 0)) {
      end = candidate.end;
      chosen.push(candidate);
    }
  }
  return chosen;
}

function hasCompanyInBlock(
  blocks: TextBlocks,
  candidate: Candidate,
  sure: Candidate[],
  evidence: Evidence,
): boolean {
  const block = blocks.blockOf(candidate.start);
  return sure.some(
    (other) =>
      evidence.isCompany(candidate.entity, other.entity) &&
      // A name within the candidate is no evidence for it.
      (other.end <= candidate.start || other.start >= candidate.end) &&
      blocks.blockOf(other.start) === block,
  );
}

interface Word {
  start: number;
  end: number;
  capital: boolean;
  allCapitals: boolean;
}

/**
 * True when the candidate is part of a longer capitalised name that is not ours: 'Han Solo'.
 * Beside an acronym only words in capitals count ('CONTACT US', not 'US Senate'). Beside another name in
 * capitals they tell nothing, nor does a capital that begins a sentence.
 */
function standsInLongerName(blocks: TextBlocks, candidate: Candidate, sure: Candidate[]): boolean {
  const own = wordAt(blocks, candidate.start, 1);
  if (!own?.capital) return false;
  const isForeign = (word: Word | null) =>
    word?.capital === true &&
    (candidate.isAcronym ? word.allCapitals : !(own.allCapitals && word.allCapitals)) &&
    !sure.some((other) => other.start < word.end && other.end > word.start);
  const next = wordAt(blocks, neighbour(blocks, candidate.end, 1), 1);
  if (isForeign(next)) return true;
  const previous = wordAt(blocks, neighbour(blocks, candidate.start - 1, -1), -1);
  if (previous === null || !isForeign(previous)) return false;
  return candidate.isAcronym || !startsSentence(blocks, previous.start);
}

function seenIn({ text, flowsAcross }: TextBlocks, at: number, direction: 1 | -1): number {
  return seen(text, flowsAcross, at, direction);
}

/** Past one run of white space, which must be there; -1 where there is none. */
function neighbour(blocks: TextBlocks, at: number, direction: 1 | -1): number {
  let position = seenIn(blocks, at, direction);
  if (position < 0 || shape(blocks.text.charCodeAt(position)) !== SPACE) return -1;
  while (position >= 0 && shape(blocks.text.charCodeAt(position)) === SPACE) {
    position = seenIn(blocks, position + direction, direction);
  }
  return position;
}

/** The word that begins (or, backward, ends) at this offset. */
function wordAt(blocks: TextBlocks, at: number, direction: 1 | -1): Word | null {
  if (at < 0) return null;
  let letters = 0;
  let capitals = 0;
  let first = 0;
  let far = at;
  for (let i = at; i >= 0; i = seenIn(blocks, i + direction, direction)) {
    const unit = shape(blocks.text.charCodeAt(i));
    if (!isWordUnit(unit)) break;
    const isCapital = lower(unit) !== unit;
    letters++;
    if (isCapital) capitals++;
    if (direction < 0 || letters === 1) first = Number(isCapital);
    far = i;
  }
  if (letters === 0) return null;
  return {
    start: Math.min(at, far),
    end: Math.max(at, far) + 1,
    capital: first === 1,
    allCapitals: letters > 1 && capitals === letters,
  };
}

const OPENERS = '"\'([{';
const ENDERS = '.!?…:;。！？';

/** True when the word at `start` opens a run or follows the end of a sentence. */
function startsSentence(blocks: TextBlocks, start: number): boolean {
  let position = seenIn(blocks, start - 1, -1);
  while (position >= 0) {
    const unit = shape(blocks.text.charCodeAt(position));
    if (unit !== SPACE && !OPENERS.includes(String.fromCharCode(unit))) {
      return ENDERS.includes(String.fromCharCode(unit));
    }
    position = seenIn(blocks, position - 1, -1);
  }
  return true;
}
