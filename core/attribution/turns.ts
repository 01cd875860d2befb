/**
 * Turns: who says each block of a document. What marks them: voices of subtitles, labels ("NAME:", "Q."), dashes,
 * questions in bold. A document without such marks is narration. Nobody is credited with words on a guess: where the
 * document does not say who speaks, the passage is narration, and says why it is in doubt.
 */
import type { Block, Draft } from '../model/draft';
import type { Doubt, Turn } from '../model/source';
import { asks } from './asks';
import { findDashTurns } from './dashes';
import { findInterviewee, fullNameOf, roleOf, type Speaker } from './interviewee';
import { findLabels, isAnswering, isAsking } from './labels';

export interface BlockTurn {
  turn: Turn;
  speaker: Speaker | null;
  doubt: Doubt | null;
  /** Where the words begin, in the block, after a label or a dash. */
  wordsAt: number;
}

const NARRATION: BlockTurn = { turn: 'narration', speaker: null, doubt: null, wordsAt: 0 };

/** What the marks of turns are sought in. */
interface Page {
  text: string;
  blocks: readonly Block[];
  /** Names of persons that stand in it. */
  people: readonly string[];
  /** Whether a wider gap than usual stands before each block. */
  gaps: boolean[];
}

/**
 * @param people names of persons that stand in the document
 * @returns one for each block
 */
export function findTurns(
  { text, blocks }: Pick<Draft, 'text' | 'blocks'>,
  people: readonly string[],
): BlockTurn[] {
  const page: Page = { text, blocks, people, gaps: findGaps(text, blocks) };
  const turns = byVoice(page) ?? byLabel(page) ?? byBoldQuestion(page) ?? byDash(page);
  return blocks.map((block, number) => {
    const words = text.slice(block.start, block.end);
    const turn = turns?.[number] ?? NARRATION;
    if (EDITOR.test(words) || GLOSS.test(words)) return { ...NARRATION, turn: 'editor' };
    if (
      turn.wordsAt === 0 &&
      turn.turn !== 'question' &&
      isBoilerplate(words, number, blocks.length)
    ) {
      return { ...NARRATION, turn: 'boilerplate' };
    }
    return turn;
  });
}

/** A document with more who speak is a list of something. */
const MOST_SPEAKERS = 1000;

/** A block without a mark is whoever spoke before, but after a gap it may be a note. */
function goingOn(before: BlockTurn, isAfterGap: boolean): BlockTurn {
  const doubt =
    before.doubt ?? (isAfterGap && before.turn !== 'narration' ? 'turn-continued' : null);
  return { ...before, doubt, wordsAt: 0 };
}

/** Where gaps are wide throughout, they say nothing. */
const MOST_GAPS = 0.3;

function findGaps(text: string, blocks: readonly Block[]): boolean[] {
  const gaps = blocks.map(
    ({ start }, at) => text.slice(blocks[at - 1]?.end ?? start, start).split('\n').length > 3,
  );
  const wide = gaps.filter(Boolean).length;
  return wide <= blocks.length * MOST_GAPS ? gaps : gaps.map(() => false);
}

/** A note on a word: "Fazia [school of lawyers] – a philosophical school". */
const GLOSS = /^\p{Lu}[\p{L}’'-]*(?: [\p{L}’'-]+){0,3} \[[^\]]{2,80}\] [–—-] /u;
const EDITOR =
  /^[[(]?(?:Editor[’']?s[’']? note|Editors[’'] note|Ed\. note|Прим(?:ечание|\.) ред|От редакции|Редакциядан|编者按|编者注|編者按)/iu;

/** What sites put around a text. It is long nowhere, and stands at its ends. */
const BOILERPLATE =
  /^(?:subscribe|sign up|follow us|share (?:this|on)|read (?:more|also|next)|related (?:articles|stories|topics)|advertisement|sponsored|cookie|©|\(c\) |copyright|all rights reserved|loading|print this|(?:number of )?(?:shows|views)\s*[:：]?\s*\d|more on this|подпи(?:шитесь|саться)|читайте (?:также|ещё|еще)|(?:количество )?просмотр(?:ы|ов)\s*[:：]?\s*\d|поделиться|все права защищены|реклама|жазылыңыз|бөлісу|барлық құқықтар|订阅|訂閱|版权所有|版權所有|分享到)/iu;
const BOILERPLATE_LENGTH = 160;
const AT_THE_ENDS = 6;

function isBoilerplate(words: string, number: number, of: number): boolean {
  return (
    words.length <= BOILERPLATE_LENGTH &&
    (number < AT_THE_ENDS || number >= of - AT_THE_ENDS) &&
    BOILERPLATE.test(words)
  );
}

function areTooMany(speakers: ReadonlyArray<string | undefined>): boolean {
  return new Set(speakers).size > MOST_SPEAKERS;
}

function byVoice({ text, blocks }: Page): BlockTurn[] | null {
  const voices = blocks.map(({ speaker }) => speaker);
  if (!voices.some(Boolean) || areTooMany(voices)) return null;
  const askers = askingSpeakers(
    blocks.flatMap(({ speaker, start, end }) =>
      speaker ? [{ key: speaker, words: text.slice(start, end) }] : [],
    ),
  );
  return blocks.map(({ speaker }) =>
    speaker
      ? {
          ...NARRATION,
          turn: askers.has(speaker) ? 'question' : 'answer',
          speaker: { name: speaker, role: null },
        }
      : NARRATION,
  );
}

function byLabel({ text, blocks, people, gaps }: Page): BlockTurn[] | null {
  const labels = findLabels(text, blocks);
  if (!labels || areTooMany(labels.map((label) => label?.key))) return null;
  const first = labels.findIndex((label) => label !== null);
  const said = blocks.flatMap(({ start, end }, at) => {
    const label = labels[at];
    return label ? [{ key: label.key, words: text.slice(start + label.length, end) }] : [];
  });
  const askers = askingSpeakers(said);
  const interviewee = findInterviewee(text.slice(0, blocks[first]?.start ?? 0), text, people);
  const known = new Map<string, Speaker>();
  let now: BlockTurn = NARRATION;
  return blocks.map((block, at) => {
    const label = labels[at];
    const words = text.slice(block.start, block.end);
    if (!label) {
      // A heading or a table ends what somebody says.
      if (block.kind === 'heading' || block.kind === 'table') now = NARRATION;
      now = goingOn(now, gaps[at] ?? false);
      return isAside(block, words) ? NARRATION : now;
    }
    const { key } = label;
    if (isAnswering(key)) {
      now = answerOf(interviewee);
    } else {
      const isNamed = !isAsking(key) || key.split(' ').length > 1 || label.text.length > 2;
      let speaker = known.get(key) ?? null;
      if (!speaker && isNamed) {
        const name = isAsking(key) ? titled(label.text) : fullNameOf(label.text, text);
        speaker = { name, role: roleOf(name, text) };
        known.set(key, speaker);
      }
      const isQuestion = isAsking(key) || askers.has(key);
      now = {
        ...NARRATION,
        turn: isQuestion ? 'question' : 'answer',
        speaker: NAMELESS.test(label.text) ? null : speaker,
      };
    }
    return { ...now, wordsAt: label.length };
  });
}

/** What stands in brackets or in italics by itself, between what people say, is nobody's: a remark, or a closing. */
function isAside({ isItalic }: Block, words: string): boolean {
  return isItalic === true || /^(?:[[(][^\])]*[\])]|([*_])(?![*_ ])[^*_]*\1)$/u.test(words);
}

/** "Q" and "Question" name nobody. */
const NAMELESS = /^(?:Q|В|Question|Вопрос|Сұрақ|问|問)$/iu;

/** A label in capitals as names are written. */
function titled(label: string): string {
  return label === label.toUpperCase()
    ? label.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    : label;
}

function answerOf(interviewee: ReturnType<typeof findInterviewee>): BlockTurn {
  if (!interviewee) return { ...NARRATION, doubt: 'speaker-unsaid' };
  const { speaker, isGuess } = interviewee;
  return { ...NARRATION, turn: 'answer', speaker, doubt: isGuess ? 'speaker-from-opening' : null };
}

/** Most of what they say are questions; and somebody else is there who does not ask. */
function askingSpeakers(said: ReadonlyArray<{ key: string; words: string }>): Set<string> {
  const counts = new Map<string, { turns: number; questions: number }>();
  for (const { key, words } of said) {
    const count = counts.get(key) ?? { turns: 0, questions: 0 };
    count.turns++;
    if (asks(words)) count.questions++;
    counts.set(key, count);
  }
  const askers = [...counts]
    .filter(([, { turns, questions }]) => turns > 1 && questions >= turns * 0.5)
    .map(([key]) => key);
  const isAlone = askers.length === counts.size;
  // Whoever is called a host asks, even if he says good evening.
  const called = [...counts.keys()].filter((key) => isAsking(key.toLowerCase()));
  return new Set([...(isAlone ? [] : askers), ...called]);
}

/** Fewer are emphasis. */
const LEAST_QUESTIONS = 2;

function byBoldQuestion({ text, blocks, people }: Page): BlockTurn[] | null {
  const isBold = blocks.map(isAllBold);
  const isQuestion = blocks.map(
    (block, at) =>
      (isBold[at] || block.kind === 'heading') && asks(text.slice(block.start, block.end)),
  );
  const first = isQuestion.indexOf(true);
  const bold = isQuestion.filter(
    (is, at) => is && isBold[at] && blocks[at]?.kind !== 'heading',
  ).length;
  const interviewee = findInterviewee(text.slice(0, blocks[first]?.start ?? 0), text, people);
  // Headings that ask are common in leaflets, where nobody answers.
  const isInterview =
    bold >= LEAST_QUESTIONS ||
    (interviewee !== null &&
      !interviewee.isGuess &&
      isQuestion.filter(Boolean).length > LEAST_QUESTIONS);
  if (!isInterview) return null;
  let now: BlockTurn = NARRATION;
  return blocks.map((block, at) => {
    const isAsked =
      isQuestion[at] ||
      (at > first && isBold[at] && block.kind === 'paragraph' && bold >= LEAST_QUESTIONS);
    if (isAsked) {
      now = answerOf(interviewee);
      return { ...NARRATION, turn: 'question' };
    }
    if (block.kind === 'heading' || block.kind === 'table') now = NARRATION;
    return isAside(block, text.slice(block.start, block.end)) ? NARRATION : now;
  });
}

function isAllBold({ start, end, strong = [], kind }: Block): boolean {
  const length = strong.reduce((sum, span) => sum + span.end - span.start, 0);
  return kind !== 'heading' && length >= (end - start) * 0.9;
}

function byDash({ text, blocks, people, gaps }: Page): BlockTurn[] | null {
  const dashes = findDashTurns(text, blocks);
  if (!dashes) return null;
  const first = dashes.findIndex((dash) => dash !== null);
  const interviewee = findInterviewee(text.slice(0, blocks[first]?.start ?? 0), text, people);
  // Tales are full of dashes: without a question, or anybody who is said to answer, nobody is credited.
  let now: BlockTurn = NARRATION;
  return blocks.map((block, at) => {
    const dash = dashes[at];
    if (!dash) {
      if (block.kind === 'heading' || block.kind === 'table') now = NARRATION;
      now = goingOn(now, gaps[at] ?? false);
      const words = text.slice(block.start, block.end);
      return now.turn === 'question' || isAside(block, words) ? NARRATION : now;
    }
    now = interviewee
      ? dash.turn === 'question'
        ? { ...NARRATION, turn: 'question' }
        : answerOf(interviewee)
      : { ...NARRATION, doubt: 'speaker-unsaid' };
    const doubt = now.doubt ?? (dash.isSure ? null : 'turn-unsure');
    return { ...now, doubt, wordsAt: dash.length };
  });
}
