/**
 * The words of a page, and what the library answers of them: which may be heads of names, which were asked about,
 * which names they brought up.
 */

import { Matcher } from '../core/match/matcher';
import { sourceOf } from '../core/match/resolve';
import type { EntityId, SourceId } from '../core/model/source';
import { mayHold } from '../core/names/head-filter';
import type { HeadSieve, PageAnswer } from '../core/names/name-index';
import { foldWords } from '../core/text/fold';
import { collectWords, LONGEST_HEAD, type WordFinder, wordFinder } from '../core/text/heads';

/** Words remembered with their verdict; more and the memory starts anew, so that a feed cannot grow it. */
const MAX_WORDS = 40_000;

/** Asks the library which names hold these heads; null where it will not say. */
export type AskLibrary = (heads: string[]) => Promise<PageAnswer | null>;

export class PageWords {
  /** Holds the names that the page's words have brought up so far. */
  readonly matcher = new Matcher();
  readonly #sieve: HeadSieve;
  readonly #ask: AskLibrary;
  readonly #finder: WordFinder;
  /** Words of the page, as written, that were looked at. */
  readonly #words = new Set<string>();
  /** Those that may be heads, with their heads. */
  readonly #headOf = new Map<string, string>();
  readonly #asked = new Set<string>();
  readonly #unasked = new Set<string>();
  readonly #companyIn = new Map<EntityId, readonly SourceId[]>();
  #isAwake = false;

  constructor(sieve: HeadSieve, ask: AskLibrary) {
    this.#sieve = sieve;
    this.#ask = ask;
    this.#finder = wordFinder(sieve.expressions);
  }

  /** True once the page has shown a word of a name that counts by itself. */
  get isAwake(): boolean {
    return this.#isAwake;
  }

  get hasQuestion(): boolean {
    return this.#isAwake && this.#unasked.size > 0;
  }

  /** Takes the words of a text in. @returns true when one of them may be a head */
  mayHoldNames(text: string): boolean {
    const { filter, sureFilter } = this.#sieve;
    if (this.#words.size >= MAX_WORDS) {
      this.#words.clear();
      // Chunks that wait for an answer are matched by these.
      if (this.#unasked.size === 0) this.#headOf.clear();
    }
    const words = collectWords(text, this.#finder);
    const fresh = [...words.difference(this.#words)];
    const heads = foldWords(fresh);
    // Not for each: this runs cold on every page, where each call counts.
    for (let i = 0; i < fresh.length; i++) {
      const word = fresh[i] as string;
      const head = heads[i] as string;
      this.#words.add(word);
      if (!mayHold(filter, head) || head.length > LONGEST_HEAD) continue;
      this.#headOf.set(word, head);
      this.#isAwake ||= mayHold(sureFilter, head);
      if (this.#asked.has(head)) this.matcher.watch(word, head);
      else this.#unasked.add(head);
    }
    return !words.isDisjointFrom(this.#headOf);
  }

  /** Asks about the heads that were not asked about. @throws what the asking throws; they stay unasked then */
  async learn(): Promise<void> {
    const heads = [...this.#unasked];
    const answer = await this.#ask(heads);
    const answers = new Map(answer?.forms);
    for (const about of answer?.about ?? []) this.#companyIn.set(...about);
    for (const head of heads) {
      this.#unasked.delete(head);
      this.#asked.add(head);
      this.matcher.add(head, answers.get(head) ?? []);
    }
    for (const [word, head] of this.#headOf) if (answers.has(head)) this.matcher.watch(word, head);
  }

  /** The sources in which an entity is company for others. */
  sourcesOf(entity: EntityId): readonly SourceId[] {
    return this.#companyIn.get(entity) ?? [sourceOf(entity)];
  }

  /** Asks about these heads no more. */
  giveUp(): void {
    for (const head of this.#unasked) this.#asked.add(head);
    this.#unasked.clear();
  }
}
