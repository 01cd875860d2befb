/**
 * Reads one document and keeps its matches true while the page changes.
 *
 *   text nodes → chunks → words → heads asked of the library → candidates → matches → marks
 *
 * Knows the document, not the extension: the library is a function that it is handed. Everything it starts
 * ends with `stop`. It changes no node of the page.
 */

import type { Candidate } from '../core/match/matcher';
import { Evidence, resolve, sureMatches, type TextBlocks } from '../core/match/resolve';
import type { HeadSieve } from '../core/names/name-index';
import { JOINT } from '../core/text/fold';
import { memo } from '../core/text/memo';
import { isExcluded } from './excluded';
import { boxAround } from './flow';
import { LateTrees } from './late-trees';
import type { Match } from './match';
import { type Density, MatchStore, type TextSpan } from './match-store';
import { isConnected, shadowRootOf } from './own';
import { PageChanges } from './page-changes';
import { type AskLibrary, PageWords } from './page-words';
import { type Look, Painter } from './painter';
import { afterFrame, inSlices } from './slices';
import { firstTextInView, type Stretch, stretchesOf } from './stretch';
import { blocksOf, parentOf } from './text-blocks';
import { chunksOf, placeAt, type TextChunk, type TextPlace } from './text-chunks';

/** Chunks of the first pass: a usual page. Each pass ends with a frame. */
const FIRST_PASS = 8;
/** Passes grow by this, so that what stands first is marked before a long page is read. */
const GROWTH = 4;
/** Chunks kept in case a name that counts by itself turns up: some 1.2 million characters. */
const MAX_DORMANT = 200;
/** Frames with a smaller side than this hold advertising or counters, no text to read. */
const LEAST_FRAME_PX = 120;
/** A question that failed is asked again after this long, then after twice as long, and so on. */
const ASK_AGAIN_MS = 500;
/** A question that failed so often, the last time after four minutes, is not asked again. */
const MAX_TRIES = 10;

export interface ReadingOptions {
  sieve: HeadSieve;
  density: Density;
  look: Look;
  ask: AskLibrary;
  /** Where no mark may stand; by default in code, forms and editable regions. */
  isExcluded?: ((element: Element) => boolean) | undefined;
  /** Called after a pass in which matches came or went, and once when the first pass is over. */
  onChange(reading: Reading): void;
  /** Called with what the reading could not do; the page is left as it is. */
  onError(error: unknown): void;
}

/** One go at some text. */
interface Pass {
  chunks: Iterator<TextChunk | null>;
  /** Chunks to read. */
  size: number;
  /** Chunks that may hold names. */
  kept: TextChunk[];
  /** Set when there is no more text. */
  isLast: boolean;
}

/** A chunk that holds candidates. */
interface CandidateChunk {
  chunk: TextChunk;
  candidates: Candidate[];
  sure: Candidate[];
  blocks: TextBlocks;
}

/** True for documents whose text can be marked: HTML that a person reads. */
export function isReadable(document: Document): boolean {
  return /html/.test(document.contentType) && document.documentElement instanceof HTMLElement;
}

export class Reading {
  readonly store: MatchStore;
  readonly painter: Painter;
  /** True once the whole document has been read at least once. */
  isComplete = false;

  readonly #options: ReadingOptions;
  readonly #stopped = new AbortController();
  readonly #words: PageWords;
  readonly #evidence: Evidence;
  readonly #changes: PageChanges;
  readonly #lateTrees = new LateTrees((tree) => this.readShadowTree(tree));
  #queue: Stretch[] = [];
  /** Chunks with nothing but words of ambiguous names: they count only beside others. */
  #dormant: TextChunk[] = [];
  /** Chunks in which an ambiguous name waits for company. */
  #waiting: CandidateChunk[] = [];
  /** Text with words that could not be asked about yet. */
  #unanswered: Stretch[] = [];
  #failures = 0;
  #askAgain: ReturnType<typeof setTimeout> | undefined;
  #isPumping = false;
  readonly #roots = new WeakSet<Document | ShadowRoot>();
  /** Trees that may hold open shadow trees. */
  readonly #unsearched: Node[] = [];

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#words = new PageWords(options.sieve, options.ask);
    this.#evidence = new Evidence((entity) => this.#words.sourcesOf(entity));
    this.painter = new Painter(
      options.look,
      (container) => this.store.inContainer(container),
      (containers) => {
        this.#changes.lookForDesignMode();
        this.store.reconsider(containers);
      },
      options.onError,
    );
    this.store = new MatchStore(this.painter, options.density);
    this.#changes = new PageChanges({
      signal: this.#stopped.signal,
      onText: (node) => this.store.dropChanged(node),
      onGathered: (tops, hasRemoved) => this.#readChanges(tops, hasRemoved),
      onError: options.onError,
    });
  }

  /** Reads the document, viewport first, and watches it from now on. */
  start(): void {
    // Scroll offsets and sizes ask for layout: after a frame it is there.
    afterFrame(() => this.#begin(), this.#stopped.signal).catch(this.#options.onError);
  }

  #begin(): void {
    if (window !== parent && Math.min(innerWidth, innerHeight) < LEAST_FRAME_PX) {
      // Comments and embedded posts begin small, and grow when they have loaded.
      addEventListener('resize', () => this.start(), { once: true, signal: this.#stopped.signal });
      return;
    }
    this.#watch(document);
    const top = scrollY > 0 ? firstTextInView() : null;
    const root = document.body ?? document.documentElement;
    if (top) this.#queue.push({ root, first: top, last: null });
    // What stands above comes last.
    this.#queue.push({ root, first: null, last: top });
    this.#unsearched.push(root);
    this.#pump();
  }

  /** Stops reading and takes every mark away. */
  stop(): void {
    this.#stopped.abort();
    this.#changes.stop();
    this.#lateTrees.stop();
    clearTimeout(this.#askAgain);
    this.store.clear();
    this.painter.stop();
    this.#queue = [];
    this.#waiting = [];
  }

  get isStopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  #watch(root: Document | ShadowRoot): void {
    this.#roots.add(root);
    this.#changes.watch(root);
  }

  /** Reads the open shadow trees in these trees that were not found before. */
  *#findShadowTrees(trees: Node[]): Generator<void> {
    let visited = 0;
    for (const top of trees) {
      const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT);
      for (let node: Node | null = top; node; node = walker.nextNode()) {
        const tree = node instanceof Element ? shadowRootOf(node) : null;
        if (tree) this.readShadowTree(tree);
        else if (node instanceof Element) this.#lateTrees.await(node);
        if (++visited % 128 === 0) yield;
      }
    }
  }

  /** Reads an open shadow tree and watches it; does nothing for one that is known. */
  readShadowTree(tree: ShadowRoot): void {
    if (this.#roots.has(tree)) return;
    this.#watch(tree);
    this.#queue.push({ root: tree, first: null, last: null });
    this.#unsearched.push(tree);
    this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    while (this.#queue.length + this.#unsearched.length > 0 && !this.isStopped) {
      // What a pass could not do is told, and does not keep the next from its work.
      await this.#read(this.#queue.splice(0)).catch(this.#options.onError);
    }
    this.#isPumping = false;
    this.isComplete = this.#unanswered.length === 0;
    if (!this.isStopped) this.#options.onChange(this);
  }

  /** Reads some stretches, in passes that grow. */
  async #read(stretches: Stretch[]): Promise<void> {
    const pass: Pass = { chunks: chunksIn(stretches), size: FIRST_PASS, kept: [], isLast: false };
    const unsearched = this.#unsearched.splice(0);
    this.#changes.lastCost = 0;
    let isAnswered = true;
    for (; !pass.isLast && !this.isStopped; pass.size *= GROWTH) {
      isAnswered = (await this.#pass(pass)) && isAnswered;
    }
    if (this.isStopped) return;
    if (!isAnswered) this.#readAgain(stretches);
    this.store.settle();
    await inSlices(this.#findShadowTrees(unsearched), this.#stopped.signal);
  }

  /** Collects the words of some text, asks for names, matches, marks. @returns false when nobody answered */
  async #pass(pass: Pass): Promise<boolean> {
    const { signal } = this.#stopped;
    this.#changes.lastCost += await inSlices(this.#collect(pass), signal);
    const kept = pass.kept.splice(0);
    let isAnswered = true;
    if (this.#words.isAwake) {
      kept.push(...this.#dormant.splice(0));
      if (this.#words.hasQuestion) isAnswered = await this.#learn();
    } else this.#dormant.push(...kept.splice(0, MAX_DORMANT - this.#dormant.length));
    if (this.isStopped || kept.length === 0) return isAnswered;
    this.#changes.lastCost += await inSlices(this.#match(kept), signal, afterFrame);
    return isAnswered;
  }

  async #learn(): Promise<boolean> {
    // One question at a time waits for better days.
    if (this.#askAgain !== undefined) return false;
    try {
      await this.#words.learn();
      this.#failures = 0;
      return true;
    } catch (error) {
      if (!this.isStopped) this.#options.onError(error);
      if (++this.#failures < MAX_TRIES) return false;
      this.#words.giveUp();
      return true;
    }
  }

  /** Reads this text again when its words may be asked about again. */
  #readAgain(stretches: Stretch[]): void {
    this.#unanswered.push(...stretches);
    // However long nobody answers, each tree is read once.
    const roots = new Set(this.#unanswered.map(({ root }) => root));
    if (this.#unanswered.length > MAX_DORMANT) {
      this.#unanswered = [...roots].map((root) => ({ root, first: null, last: null }));
    }
    this.#askAgain ??= setTimeout(
      () => {
        this.#askAgain = undefined;
        this.#queue.push(...this.#unanswered.splice(0));
        this.#pump();
      },
      ASK_AGAIN_MS * 2 ** (this.#failures - 1),
    );
  }

  *#collect(pass: Pass): Generator<void> {
    for (let left = pass.size; left > 0; left--) {
      const { value: chunk, done } = pass.chunks.next();
      if (done) {
        pass.isLast = true;
        return;
      }
      if (!chunk) left++;
      else if (this.#words.mayHoldNames(chunk.text)) pass.kept.push(chunk);
      else this.#dropMatches(chunk);
      yield;
    }
  }

  #dropMatches(chunk: TextChunk): void {
    if (this.store.counts.size > 0) this.store.replace(spansOf(chunk), []);
  }

  *#match(chunks: TextChunk[]): Generator<void> {
    const sizeBefore = this.#evidence.size;
    const found: CandidateChunk[] = [];
    for (const chunk of chunks) {
      const blocks = blocksOf(chunk);
      const isOut = memo(this.#options.isExcluded ?? isExcluded);
      const candidates = this.#words.matcher
        .find(chunk.text, blocks.flowsAcross)
        .filter(({ start }) => !isOut(parentOf(placeAt(chunk, start).node)));
      if (candidates.length > 0) {
        const sure = sureMatches(candidates);
        for (const { entity } of sure) this.#evidence.add(entity);
        found.push({ chunk, candidates, sure, blocks });
      } else this.#dropMatches(chunk);
      yield;
    }
    if (this.#evidence.size > sizeBefore) found.push(...this.#waiting.splice(0));
    for (const candidateChunk of found) {
      this.#placeMatches(candidateChunk);
      yield;
    }
  }

  #placeMatches(found: CandidateChunk): void {
    const { chunk, candidates, sure, blocks } = found;
    const { matches, waiting } = resolve(blocks, candidates, sure, this.#evidence);
    const placed: Match[] = [];
    const containerOf = memo(boxAround);
    for (const { start, end, entity, needsCompany, isUnpainted } of matches) {
      const from = placeAt(chunk, start);
      const to = placeAt(chunk, end - 1);
      // The page may have changed since the text was collected; that change is read next.
      if (!holds(from) || !holds(to)) continue;
      placed.push({
        entity,
        node: from.node,
        start: from.offset,
        text: chunk.text.slice(start, end).replaceAll(JOINT, ''),
        endNode: to.node,
        end: to.offset + 1,
        container: containerOf(parentOf(from.node)),
        needsCompany,
        isUnpainted,
        isChosen: false,
        section: null,
        standing: null,
      });
    }
    this.store.replace(this.store.counts.size > 0 ? spansOf(chunk) : [], placed);
    if (waiting > 0) this.#waiting.push(found);
  }

  /** Turns what has changed into stretches: added trees whole, changed text with what flows around it. */
  #readChanges(tops: Node[], hasRemoved: boolean): void {
    if (hasRemoved) this.store.dropRemoved();
    this.store.sections.headingsChanged();
    this.#lateTrees.look();
    const isThere = ({ nodes }: TextChunk) => nodes.some(isConnected);
    this.#waiting = this.#waiting.filter(({ chunk }) => isThere(chunk));
    this.#dormant = this.#dormant.filter(isThere);
    for (const node of tops) if (node instanceof Element) this.#unsearched.push(node);
    this.#queue.push(...stretchesOf(tops));
    if (this.#queue.length + this.#unsearched.length > 0) this.#pump();
    else if (hasRemoved) this.#options.onChange(this);
  }
}

/** The parts of text nodes that a chunk holds. */
function spansOf({ nodes, parts, from }: TextChunk): TextSpan[] {
  return nodes.map((node, i) => {
    const start = i === 0 ? from : 0;
    return { node, from: start, to: start + (parts[i]?.length ?? 0) };
  });
}

function* chunksIn(stretches: Stretch[]): Generator<TextChunk | null> {
  for (const { root, first, last } of stretches) {
    if (root.isConnected) yield* chunksOf(root, first, last);
  }
}

function holds({ node, offset }: TextPlace): boolean {
  return node.isConnected && offset < node.length;
}
