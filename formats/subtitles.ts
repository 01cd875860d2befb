/**
 * Subtitles, SubRip and WebVTT. Cues are cut to fit a screen; here they are joined to what is said: a block ends with a
 * sentence, a speaker or a pause, and has the time of its first cue.
 */
import { type Draft, type DraftWarning, RefusedDocument } from '../core/model/draft';
import { DraftText } from './draft-text';
import { emptyDraft } from './empty-draft';
import { languageOf, wordsOf } from './said-of-itself';

interface Cue {
  time: number;
  end: number;
  lines: string[];
  speaker: string | null;
}

/** A silence of this many seconds ends a block. */
const PAUSE = 3;
/** A block goes on over sentences until it is worth reading alone. */
const WORTH = 120;
/** A speaker who makes no sentences. */
const LONGEST = 600;

const TIMES =
  /^\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})/;
const SENTENCE_END = /[.!?…。！？؟۔]["'”’»)\]」』]*$/;
/** Whoever speaks next is told by a dash or by a name. */
const NEXT_SPEAKER = /^(?:[-–—]\s?\S|>>|\p{Lu}[\p{L}\p{M}.'’\- ]{0,40}[:：]\s)/u;

/** @param warnings what came of decoding it */
export function readSubtitles(text: string, warnings: DraftWarning[]): Draft {
  const draft = new DraftText();
  for (const { words, time, speaker } of joined(withoutRolling(cuesOf(text)))) {
    draft.add('cue', words, { time, ...(speaker !== null && { speaker }) });
  }
  if (draft.blocks.length === 0) throw new RefusedDocument('empty', 'No cue of it says anything.');
  return {
    ...emptyDraft('subtitles'),
    text: draft.text,
    blocks: draft.blocks,
    language: languageOf(/^Language:\s*([\w-]+)\s*$/m.exec(text.slice(0, 500))?.[1]),
    warnings,
  };
}

function cuesOf(text: string): Cue[] {
  const cues: Cue[] = [];
  // What stands before the first times, or before others, is a header, a note, a style or a number.
  let cue: Cue | null = null;
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const times = TIMES.exec(line);
    if (times) {
      // Where no empty line stands between, the number of this cue was taken for words of the last.
      if (cue && cue.lines.length > 1 && /^\d+$/.test(cue.lines.at(-1) ?? '')) cue.lines.pop();
      cue = {
        time: seconds(times[1] ?? ''),
        end: seconds(times[2] ?? ''),
        lines: [],
        speaker: null,
      };
      cues.push(cue);
    } else if (line.trim() === '') {
      // A cue ends with an empty line; some files have one before the words.
      if (cue && cue.lines.length > 0) cue = null;
    } else if (cue) {
      const voice = wordsOf(/<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(line)?.[1]);
      if (voice && cue.lines.length > 0) {
        const { time, end }: Cue = cue;
        cue = { time, end, lines: [], speaker: null };
        cues.push(cue);
      }
      if (voice) cue.speaker = voice;
      const words = plain(line);
      if (words !== '') cue.lines.push(words);
    }
  }
  return cues.filter(({ lines }) => lines.length > 0);
}

function seconds(time: string): number {
  const total = time
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return Math.round(total * 1000) / 1000;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
};

function plain(line: string): string {
  return line
    .replace(/\{\\[^}]*\}/g, '')
    .replace(/<\/?(?:[a-z]+(?:[.\s][^>]*)?|\d[\d:.,]*)>/gi, '')
    .replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/^[♪♫#\s]+$/, '')
    .trim();
}

/** Live captions roll: a cue shows the line of the one before once more, above its own. */
function withoutRolling(cues: readonly Cue[]): Cue[] {
  const kept: Cue[] = [];
  let shown: string[] = [];
  let shownUntil = 0;
  for (const cue of cues) {
    const follows = cue.time <= shownUntil + 0.5;
    const rolled = follows ? overlap(shown, cue.lines) : 0;
    const lines = cue.lines.slice(rolled);
    shown = cue.lines;
    shownUntil = cue.end;
    const last = kept.at(-1);
    const [first] = lines;
    if (first === undefined) continue;
    const lastLine = last?.lines.at(-1);
    // A line that is typed as it is spoken grows from cue to cue.
    if (follows && last && lastLine && lastLine !== first && first.startsWith(`${lastLine} `)) {
      last.lines.splice(-1, 1, ...lines);
      last.end = cue.end;
    } else {
      kept.push({ ...cue, lines });
    }
  }
  return kept;
}

/** How many lines at the end of one are those at the start of the other. */
function overlap(shown: readonly string[], next: readonly string[]): number {
  for (let count = Math.min(shown.length, next.length); count > 0; count--) {
    const isSame = next
      .slice(0, count)
      .every((line, at) => line === shown[shown.length - count + at]);
    if (isSame) return count;
  }
  return 0;
}

interface Said {
  words: string;
  time: number;
  end: number;
  speaker: string | null;
}

function joined(cues: readonly Cue[]): Said[] {
  const all: Said[] = [];
  let last: Said | null = null;
  for (const cue of cues) {
    for (const line of cue.lines) {
      const goesOn: boolean =
        last !== null &&
        last.speaker === cue.speaker &&
        cue.time - last.end < PAUSE &&
        !NEXT_SPEAKER.test(line) &&
        !(SENTENCE_END.test(last.words) && last.words.length >= WORTH) &&
        last.words.length < LONGEST;
      if (goesOn && last) {
        last.words += gap(last.words, line) + line;
        last.end = cue.end;
      } else {
        last = { words: line, time: cue.time, end: cue.end, speaker: cue.speaker };
        all.push(last);
      }
    }
  }
  return all;
}

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。！？、：；「」『』]/u;

function gap(before: string, after: string): string {
  return NO_SPACES.test(before.at(-1) ?? '') && NO_SPACES.test(after[0] ?? '') ? '' : ' ';
}
