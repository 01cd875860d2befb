/** What a draft is, and who says each of its passages: what reviewers write of a bundled source, found by rule. */
import * as v from 'valibot';
import { findByline } from '../attribution/byline';
import { findHedges } from '../attribution/hedges';
import type { Speaker } from '../attribution/interviewee';
import { findReportedSpeech } from '../attribution/reported-speech';
import { type BlockTurn, findTurns } from '../attribution/turns';
import type { Block, Draft } from '../model/draft';
import type { Shape, SourceKind } from '../model/source';
import { slugOf } from '../text/slug';
import { type SourceDescription, sourceSchema } from './descriptions';
import { uniqueId } from './settle-names';

type PassageDescription = SourceDescription['passages'][number];

/** A list is read whole, as long as it is short. UTF-16 units. */
const LONGEST_LIST = 1200;
/** More are members of something. */
const MOST_AUTHORS = 100;
/** Of an ISO 8601 date, as far as the day. */
const DAY = '2024-01-31'.length;
/** An address may be longer; a source shows no more of it. */
const LONGEST_ORIGIN = 1000;
/** A longer first line is no title. */
const LONGEST_TITLE = 150;

const SHAPE_OF: Record<Block['kind'], Shape | null> = {
  heading: 'heading',
  paragraph: null,
  item: 'list',
  quotation: null,
  table: 'table',
  code: 'code',
  note: 'note',
  cue: null,
};

/**
 * @param cameFrom the name of the file, or the address of the page
 * @param names of persons that stand in the document
 */
export function describe(
  draft: Draft,
  cameFrom: string,
  names: readonly string[] = [],
): SourceDescription {
  const origin = cameFrom.slice(0, LONGEST_ORIGIN).trim() || '–';
  const turns = findTurns(draft, names);
  const people = new People();
  const groups = groupsOf(draft.blocks, turns);
  let question: number | null = null;
  const passages = groups.map((blocks, number): PassageDescription => {
    const [block, { turn, speaker, doubt }] = blocks[0];
    const { start } = block;
    const before = groups[number - 1]?.at(-1)?.[0].end ?? start;
    const isAfterGap = draft.text.slice(before, start).split('\n').length > 3;
    const end = blocks.at(-1)?.[0].end ?? block.end;
    const words = draft.text.slice(start, end);
    if (turn === 'question') question = number + 1;
    if (turn !== 'question' && turn !== 'answer') question = null;
    const shape = SHAPE_OF[block.kind];
    return {
      start,
      end,
      turn,
      ...(speaker && { speaker: people.idOf(speaker) }),
      ...(turn === 'answer' && question !== null && { answers: question }),
      ...(doubt && { doubt }),
      ...(shape && { shape }),
      ...(block.page !== undefined && { page: block.page }),
      ...(block.time !== undefined && { time: block.time }),
      sectionBreak: block.kind === 'heading' || (number > 0 && isAfterGap),
      hedges: findHedges(words).map((hedge) => {
        const surface = words.slice(hedge.start, hedge.end);
        return [start + hedge.start, start + hedge.end, hedge.kind, surface];
      }),
      quotes: findReportedSpeech(words).map((quote) => {
        const surface = words.slice(quote.start, quote.end);
        return [start + quote.start, start + quote.end, quote.speaker, surface];
      }),
    };
  });
  const title = titleOf(draft);
  const isSaid = ({ turn }: BlockTurn) => turn === 'question' || turn === 'answer';
  const firstTurn = turns.findIndex(isSaid);
  const opening = firstTurn < 0 ? draft.blocks : draft.blocks.slice(0, firstTurn);
  const byline = findByline(draft.text, opening);
  const authors = draft.authors.length > 0 ? draft.authors : byline.authors;
  return v.parse(sourceSchema, {
    title: title ?? origin,
    titleIsOurs: title === null,
    kind: kindOf(draft, passages),
    language: draft.language ?? 'und',
    authors: authors.slice(0, MOST_AUTHORS),
    publisher: draft.publisher,
    // A moment is more than is known of a document's day.
    date: draft.date?.slice(0, DAY) ?? byline.date,
    origin,
    licence: '',
    note: '',
    people: people.all,
    passages,
  } satisfies SourceDescription);
}

type Group = [[Block, BlockTurn], ...Array<[Block, BlockTurn]>];

/** What is read as one: a block, or a short list. */
function groupsOf(blocks: readonly Block[], turns: readonly BlockTurn[]): Group[] {
  const groups: Group[] = [];
  blocks.forEach((block, number) => {
    const turn = turns[number];
    if (!turn) return;
    const group = groups.at(-1);
    const [first, before] = group?.[0] ?? [];
    const goesOn =
      first?.kind === 'item' &&
      block.kind === 'item' &&
      before?.turn === turn.turn &&
      before.speaker === turn.speaker &&
      turn.wordsAt === 0 &&
      block.end - first.start <= LONGEST_LIST;
    if (goesOn) group?.push([block, turn]);
    else groups.push([[block, turn]]);
  });
  return groups;
}

/** As the file says, or as the document begins; null where neither names it. */
function titleOf({ title, blocks, text }: Draft): string | null {
  if (title) return title;
  const [first] = blocks;
  if (!first) return null;
  const words = text.slice(first.start, first.end).replace(/\s+/g, ' ');
  const isTitle =
    words.length <= LONGEST_TITLE &&
    (first.kind === 'heading' || (first.kind === 'paragraph' && !/[.!:;,]$/.test(words)));
  return isTitle ? words : null;
}

function kindOf(draft: Draft, passages: readonly PassageDescription[]): SourceKind {
  if (draft.format === 'subtitles') return 'transcript';
  const speakers = new Set(
    passages.flatMap(({ turn, speaker }) => (turn === 'answer' ? (speaker ?? []) : [])),
  );
  const asked = passages.filter(({ turn }) => turn === 'question').length;
  if (speakers.size > 2) return 'transcript';
  if (speakers.size > 0 && asked > 0) return 'interview';
  if (draft.format === 'epub') return 'book';
  return draft.format === 'html' ? 'article' : 'document';
}

class People {
  readonly all: SourceDescription['people'] = [];

  idOf({ name, role }: Speaker): string {
    const known = this.all.find((person) => person.name === name);
    if (known) return known.id;
    const isTaken = (id: string) => this.all.some((person) => person.id === id);
    const id = uniqueId(slugOf(name) || 'speaker', isTaken);
    this.all.push({ id, name, role });
    return id;
  }
}
