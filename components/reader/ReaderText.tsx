/**
 * The text of a source in blocks. Of a long one, what is far from the window is plain text, that the browser finds and
 * selects but does not lay out; names, notes and actions are drawn with what comes near.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PassageId, Span } from '../../core/model/source';
import type { AttributedPassage, SourceContent } from '../../core/model/views';
import type { NameMark } from '../passage/passage-text';
import { type PassageActions, ReaderPassage } from './ReaderPassage';
import { ReaderTurn, sizeOf, turnsOf } from './ReaderTurn';

/** Sources of more passages, by `sizeOf`, are long: to draw 4,000 at once takes two seconds. */
const LONG = 300;
/** Passages of a block, by `sizeOf`, and of the part of a turn that is in one; a screen or two. */
const BLOCK = 20;
/** For the height of what has not been laid out yet, in rem: of a line, of the rest of a passage, of who speaks. */
const HEIGHT = { line: 1.7, passage: 1, turn: 5 };
/** Characters of a line. */
const LINE = 75;

/** What is drawn of the passages, beside their words. */
export interface Emphasis {
  marks: ReadonlyMap<PassageId, NameMark[]>;
  /** Where what is looked for stands. */
  places: ReadonlyMap<PassageId, Span[]>;
  /** Text is looked for, and no name. */
  finding: boolean;
  current: (Span & { passage: PassageId }) | null;
  /** The passage that the address points at. */
  linked: PassageId | null;
  hedges: boolean;
  questions: boolean;
}

interface ReaderTextProps extends PassageActions {
  passages: SourceContent['passages'];
  emphasis: Emphasis;
  /** Drawn wherever it stands, since the window is to be moved to it. */
  asked: PassageId | null;
}

const NONE: readonly Span[] = [];
const NO_MARKS: readonly NameMark[] = [];

export function ReaderText({ passages, emphasis, asked, ...actions }: ReaderTextProps) {
  const isPrinting = usePrinting();
  const size = useMemo(() => passages.reduce((sum, one) => sum + sizeOf(one), 0), [passages]);
  const isLong = size > LONG && !isPrinting;
  const blocks = useMemo(
    () =>
      blocksOf(turnsOf(passages, BLOCK), passages).map((turns) => ({
        turns,
        held: turns.flat().flatMap((i) => passages[i] ?? []),
      })),
    [passages],
  );
  const { current, linked } = emphasis;
  const wanted = new Set([asked, current?.passage, linked]);
  const root = useRef<HTMLDivElement>(null);
  /** Numbers of the blocks that the browser lays out. */
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  const latest = useRef(new Set<number>());
  /** Where the passage at the top stood before more was drawn; px. */
  const stood = useRef<{ id: PassageId; top: number } | null>(null);
  useLayoutEffect(() => {
    const heed = (event: Event) => {
      const { target, skipped } = event as ContentVisibilityAutoStateChangeEvent;
      const block = Number((target as HTMLElement).dataset.block);
      // Of each block that is far the browser says so at first.
      if (latest.current.has(block) === !skipped) return;
      const passage = stood.current ? null : passageAtTop(root.current);
      if (passage) stood.current = { id: passage.id, top: passage.getBoundingClientRect().top };
      latest.current = new Set(latest.current);
      if (skipped) latest.current.delete(block);
      else latest.current.add(block);
      setNear(latest.current);
    };
    const text = root.current;
    text?.addEventListener('contentvisibilityautostatechange', heed, true);
    return () => text?.removeEventListener('contentvisibilityautostatechange', heed, true);
  }, []);
  useLayoutEffect(() => {
    const passage = document.getElementById(stood.current?.id ?? '');
    if (passage && stood.current) {
      scrollBy(0, passage.getBoundingClientRect().top - stood.current.top);
    }
    stood.current = null;
  }, [near]);
  return (
    <div ref={root}>
      {blocks.map(({ turns, held }, i) => (
        <ReaderBlock
          key={held[0]?.id}
          number={isLong ? i : null}
          turns={turns}
          passages={held}
          // One more on either side: what is drawn in sight would move what is read.
          isDrawn={
            !isLong ||
            [i - 1, i, i + 1].some((one) => near.has(one)) ||
            held.some(({ id }) => wanted.has(id))
          }
          emphasis={emphasis}
          draw={() =>
            turns.map((turn) => {
              const first = passages[turn[0] ?? 0];
              return (
                first && (
                  <ReaderTurn key={first.id} first={first}>
                    {turn.map((i) => passageAt(passages, i, emphasis, actions))}
                  </ReaderTurn>
                )
              );
            })
          }
        />
      ))}
    </div>
  );
}

/** What is printed is drawn whole. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useLayoutEffect(() => {
    const heed = ({ type }: Event) => setPrinting(type === 'beforeprint');
    for (const type of ['beforeprint', 'afterprint']) addEventListener(type, heed);
    return () => {
      for (const type of ['beforeprint', 'afterprint']) removeEventListener(type, heed);
    };
  }, []);
  return isPrinting;
}

/** As many whole turns as make a block. */
function blocksOf(
  turns: readonly number[][],
  passages: readonly AttributedPassage[],
): number[][][] {
  const blocks: number[][][] = [];
  let size = BLOCK;
  for (const turn of turns) {
    if (size >= BLOCK) {
      blocks.push([]);
      size = 0;
    }
    blocks.at(-1)?.push(turn);
    for (const i of turn) size += sizeOf(passages[i] as AttributedPassage);
  }
  return blocks;
}

/** The first passage that is in sight below the tools. */
export function passageAtTop(text: Element | null): Element | undefined {
  const [first] = text?.getElementsByClassName('reader-passage') ?? [];
  if (!first) return undefined;
  // Where a passage that is scrolled to comes to lie.
  const top = Number.parseFloat(getComputedStyle(first).scrollMarginBlockStart) + 1;
  const isBelow = (element: Element) => element.getBoundingClientRect().bottom > top;
  // Block by block: the browser would lay out whatever else it is asked about.
  const block = [...(text?.querySelectorAll('.reader-block') ?? [])].find(isBelow);
  return [...(block?.getElementsByClassName('reader-passage') ?? [])].find(isBelow);
}

interface ReaderBlockProps {
  /** Null in a short source, which is laid out whole. */
  number: number | null;
  turns: readonly number[][];
  passages: readonly AttributedPassage[];
  isDrawn: boolean;
  emphasis: Emphasis;
  draw(): ComponentChildren;
}

function ReaderBlock({ number, turns, passages, isDrawn, emphasis, draw }: ReaderBlockProps) {
  return useMemo(
    () => (
      <div
        class="reader-block"
        {...(number !== null && {
          'data-block': number,
          style: { containIntrinsicBlockSize: `auto ${heightOf(turns, passages)}rem` },
        })}
      >
        {isDrawn ? draw() : passages.map(plain)}
      </div>
    ),
    [passages, number === null, isDrawn, isDrawn ? emphasis : null],
  );
}

/** About as high as it will be; rem. */
function heightOf(turns: readonly number[][], passages: readonly AttributedPassage[]): number {
  const lines = passages.reduce((sum, { text }) => sum + Math.ceil(text.length / LINE), 0);
  return (
    turns.length * HEIGHT.turn + passages.length * HEIGHT.passage + Math.round(lines * HEIGHT.line)
  );
}

/** A passage far from the window. It is copied with its attribution like any. */
function plain({ id, text, source }: AttributedPassage) {
  return (
    <div class="reader-passage" id={id} key={id}>
      <p class="reader-words" dir="auto" lang={source.language} data-words={`${id} 0`}>
        {text}
      </p>
    </div>
  );
}

function passageAt(
  passages: readonly AttributedPassage[],
  i: number,
  { marks, places, finding, current, linked, hedges, questions }: Emphasis,
  actions: PassageActions,
) {
  const passage = passages[i];
  if (!passage) return null;
  const { id, turn } = passage;
  const here = places.get(id) ?? NONE;
  const isLinked = linked === id;
  return (
    <ReaderPassage
      key={id}
      passage={passage}
      before={passages[i - 1]}
      marks={marks.get(id) ?? NO_MARKS}
      places={here}
      found={finding}
      current={current?.passage === id ? current : null}
      hedges={hedges}
      // What was asked for is never folded away.
      folded={!questions && turn === 'question' && !isLinked && here === NONE}
      linked={isLinked}
      {...actions}
    />
  );
}
