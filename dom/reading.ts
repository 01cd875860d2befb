/**
 * Reads one document and keeps its matches true while the page changes.
 *
 *   text nodes → chunks → words → heads asked of the library → candidates → matches → marks
 *
 * Knows the document, not the extension: the library is a function that it is handed. Everything it starts
 * ends with `stop`. It changes no node of the page.
 */
import { foldWords } from '../core/fold';
import { mayHold } from '../core/head-filter';
import { collectWords, type WordFinder, wordFinder } from '../core/heads';
import { type Candidate, Matcher } from '../core/matcher';
import type { FormAnswer, HeadSieve } from '../core/name-index';
import { remembering } from '../core/remembering';
import { Evidence, resolve, sureMatches, type TextBlocks } from '../core/resolve';
import { boxAround, isExcluded } from './flow';
import { type Density, MatchStore } from './match-store';
import { type Look, Painter } from './painter';
import { afterFrame, backgroundTask, inSlices } from './slices';
import { firstTextInView, hasAncestorIn, lastTextIn, type Stretch, stretchesOf } from './stretch';
import { blocksOf, parentOf } from './text-blocks';
import { chunksOf, placeAt, type TextChunk, type TextPlace } from './text-chunks';

/** Changes are gathered for this long before they are read, so that a ticker costs one pass, not sixty. */
const GATHER_MS = 200;
/** The same when changes were read less than this long ago: a chat, a ticker, a feed. */
const RESTLESS_MS = 1000;
const GATHER_MORE_MS = 500;
/** A page that changes without end is read less often: reading takes at most this share of the time. */
const MAX_SHARE = 0.05;
/** However much there is to read, changes are seen after this long. */
const MAX_GATHER_MS = 4000;
/** Words remembered with their verdict; more and the memory starts anew, so that a feed cannot grow it. */
const MAX_WORDS = 40_000;
/** Chunks of the first pass: a usual page. Each pass ends with a frame. */
const FIRST_PASS = 8;
/** Passes grow by this, so that what stands first is marked before a long page is read. */
const GROWTH = 4;
/** Chunks kept in case a name that counts by itself turns up: some 1.2 million characters. */
const MAX_DORMANT = 200;
/** Frames with a smaller side than this hold advertising or counters, no text to read. */
const LEAST_FRAME_PX = 120;

/** Asks the library which names hold these heads. */
export type AskLibrary = (
  heads: string[],
) => Promise<ReadonlyArray<readonly [head: string, forms: readonly FormAnswer[]]>>;

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
  readonly #matcher = new Matcher();
  readonly #evidence = new Evidence();
  readonly #finder: WordFinder;
  /** Words of the page, as written, that were looked at. */
  readonly #words = new Set<string>();
  /** Those that may be heads, with their heads. */
  readonly #headOf = new Map<string, string>();
  readonly #asked = new Set<string>();
  #queue: Stretch[] = [];
  /** Chunks with nothing but words of ambiguous names: they count only beside others. */
  #dormant: TextChunk[] = [];
  /** Heads to ask about with the next pass that may ask. */
  readonly #unasked = new Set<string>();
  /** True once the page has shown a word of a name that counts by itself. */
  #isAwake = false;
  /** Chunks in which an ambiguous name waits for company. */
  #waiting: CandidateChunk[] = [];
  #isPumping = false;
  readonly #roots = new WeakSet<Document | ShadowRoot>();
  /** Trees that may hold open shadow trees. */
  readonly #unsearched: Node[] = [];
  readonly #observer = new MutationObserver((records) => this.#changed(records));
  /** What has changed since changes were last read. */
  readonly #changedNodes = new Set<Node>();
  #hasRemoved = false;
  #gatherTimer: ReturnType<typeof setTimeout> | undefined;
  /** Time that the last pass took, ms. */
  #lastCost = 0;
  /** When changes were last read. */
  #lastRead = Number.NEGATIVE_INFINITY;

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#finder = wordFinder(options.sieve.expressions);
    this.painter = new Painter(
      options.look,
      (container) => this.store.inContainer(container),
      (containers) => this.store.reconsider(containers),
      options.onError,
    );
    this.store = new MatchStore(this.painter, options.density);
  }

  /** Reads the document, viewport first, and watches it from now on. */
  start(): void {
    // Scroll offsets and sizes ask for layout: after a frame it is there.
    afterFrame(() => this.#begin(), this.#stopped.signal).catch(this.#options.onError);
  }

  #begin(): void {
    if (window !== parent && Math.min(innerWidth, innerHeight) < LEAST_FRAME_PX) return;
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
    this.#observer.disconnect();
    this.store.clear();
    this.painter.stop();
    this.#queue = [];
    this.#waiting = [];
    this.#changedNodes.clear();
    clearTimeout(this.#gatherTimer);
  }

  get isStopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  #watch(root: Document | ShadowRoot): void {
    this.#roots.add(root);
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** Reads the open shadow trees in these trees that were not found before. */
  *#findShadowTrees(trees: Node[]): Generator<void> {
    let visited = 0;
    for (const top of trees) {
      const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT);
      for (let node: Node | null = top; node; node = walker.nextNode()) {
        const tree = (node as Element).shadowRoot;
        // A form may have a field of this name.
        if (tree instanceof ShadowRoot) this.readShadowTree(tree);
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
    this.isComplete = true;
    if (!this.isStopped) this.#options.onChange(this);
  }

  /** Reads some stretches, in passes that grow. */
  async #read(stretches: Stretch[]): Promise<void> {
    const pass: Pass = { chunks: chunksIn(stretches), size: FIRST_PASS, kept: [], isLast: false };
    this.#lastCost = 0;
    for (; !pass.isLast && !this.isStopped; pass.size *= GROWTH) await this.#pass(pass);
    if (this.isStopped) return;
    this.store.settle();
    await inSlices(this.#findShadowTrees(this.#unsearched.splice(0)), this.#stopped.signal);
  }

  /** Collects the words of some text, asks for names, matches, marks. */
  async #pass(pass: Pass): Promise<void> {
    const { signal } = this.#stopped;
    this.#lastCost += await inSlices(this.#collect(pass), signal);
    const kept = pass.kept.splice(0);
    if (this.#isAwake) {
      kept.push(...this.#dormant.splice(0));
      if (this.#unasked.size > 0) await this.#askFor([...this.#unasked]);
    } else this.#dormant.push(...kept.splice(0, MAX_DORMANT - this.#dormant.length));
    if (this.isStopped || kept.length === 0) return;
    this.#lastCost += await inSlices(this.#match(kept), signal, afterFrame);
  }

  *#collect(pass: Pass): Generator<void> {
    for (let left = pass.size; left > 0; left--) {
      const { value: chunk, done } = pass.chunks.next();
      if (done) {
        pass.isLast = true;
        return;
      }
      if (!chunk) left++;
      else if (this.#mayHoldNames(chunk.text)) pass.kept.push(chunk);
      else this.#dropMatches(chunk);
      yield;
    }
  }

  #dropMatches({ nodes, parts, from }: TextChunk): void {
    if (this.store.counts.size === 0) return;
    nodes.forEach((node, i) => {
      const start = i === 0 ? from : 0;
      this.store.drop(node, start, start + (parts[i]?.length ?? 0));
    });
  }

  /** True when a word of this text may be a head. */
  #mayHoldNames(text: string): boolean {
    const { filter, sureFilter } = this.#options.sieve;
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
      if (!mayHold(filter, head)) continue;
      this.#headOf.set(word, head);
      this.#isAwake ||= mayHold(sureFilter, head);
      if (this.#asked.has(head)) this.#matcher.watch(word, head);
      else this.#unasked.add(head);
    }
    return !words.isDisjointFrom(this.#headOf);
  }

  async #askFor(heads: string[]): Promise<void> {
    const answers = new Map(await this.#options.ask(heads));
    for (const head of heads) {
      this.#unasked.delete(head);
      this.#asked.add(head);
      this.#matcher.add(head, answers.get(head) ?? []);
    }
    for (const [word, head] of this.#headOf) if (answers.has(head)) this.#matcher.watch(word, head);
  }

  *#match(chunks: TextChunk[]): Generator<void> {
    const sizeBefore = this.#evidence.size;
    const found: CandidateChunk[] = [];
    for (const chunk of chunks) {
      const blocks = blocksOf(chunk);
      const isOut = remembering(this.#options.isExcluded ?? isExcluded);
      const candidates = this.#matcher
        .find(chunk.text, blocks.flowsAcross)
        .filter(({ start }) => !isOut(parentOf(placeAt(chunk, start).node)));
      if (candidates.length > 0) {
        const sure = sureMatches(candidates);
        for (const { entity } of sure) this.#evidence.add(entity);
        found.push({ chunk, candidates, sure, blocks });
      }
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
    this.#dropMatches(chunk);
    const containerOf = remembering(boxAround);
    for (const { start, end, entity, needsCompany } of matches) {
      const from = placeAt(chunk, start);
      const to = placeAt(chunk, end - 1);
      // The page may have changed since the text was collected; that change is read next.
      if (!holds(from) || !holds(to)) continue;
      this.store.add({
        entity,
        node: from.node,
        start: from.offset,
        endNode: to.node,
        end: to.offset + 1,
        container: containerOf(parentOf(from.node)),
        needsCompany,
        isChosen: false,
        section: null,
        standing: null,
      });
    }
    if (waiting > 0) this.#waiting.push(found);
  }

  #changed(records: MutationRecord[]): void {
    for (const record of records) {
      // Lists of nodes are made when they are asked for: not for the thousand changes of a ticker.
      if (record.type === 'characterData') {
        this.#changedNodes.add(record.target);
        continue;
      }
      for (const node of record.addedNodes) this.#changedNodes.add(node);
      if (record.removedNodes.length > 0) {
        this.#hasRemoved = true;
        // Text before and after the gap may flow together now.
        const before = record.previousSibling && lastTextIn(record.previousSibling);
        if (before) this.#changedNodes.add(before);
      }
    }
    if (this.#gatherTimer !== undefined) return;
    const gather = performance.now() - this.#lastRead < RESTLESS_MS ? GATHER_MORE_MS : GATHER_MS;
    const wait = Math.min(MAX_GATHER_MS, Math.max(gather, this.#lastCost / MAX_SHARE));
    this.#gatherTimer = setTimeout(() => {
      this.#gatherTimer = undefined;
      backgroundTask(() => this.#readChanges(), this.#stopped.signal).catch(this.#options.onError);
    }, wait);
  }

  /** Turns what has changed into stretches: added trees whole, changed text with what flows around it. */
  #readChanges(): void {
    this.#lastRead = performance.now();
    const changed = new Set(this.#changedNodes);
    const removed = this.#hasRemoved;
    this.#changedNodes.clear();
    this.#hasRemoved = false;
    if (removed) this.store.dropRemoved();
    this.store.sections.headingsChanged();
    const isThere = ({ nodes }: TextChunk) => nodes.some((node) => node.isConnected);
    this.#waiting = this.#waiting.filter(({ chunk }) => isThere(chunk));
    this.#dormant = this.#dormant.filter(isThere);
    const tops = [...changed].filter((node) => node.isConnected && !hasAncestorIn(node, changed));
    for (const node of tops) if (node instanceof Element) this.#unsearched.push(node);
    this.#queue.push(...stretchesOf(tops));
    if (this.#queue.length + this.#unsearched.length > 0) this.#pump();
    else if (removed) this.#options.onChange(this);
  }
}

function* chunksIn(stretches: Stretch[]): Generator<TextChunk | null> {
  for (const { root, first, last } of stretches) {
    if (root.isConnected) yield* chunksOf(root, first, last);
  }
}

function holds({ node, offset }: TextPlace): boolean {
  return node.isConnected && offset < node.length;
}
