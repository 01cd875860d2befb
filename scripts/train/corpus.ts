/** Reads the training data: JSON lines of documents with words and labels. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hashText } from '../../core/extract/hash';
import { PEOPLES } from '../../core/extract/peoples';
import { TYPES } from '../../core/extract/tags';
import { type Word, wordsOf } from '../../core/extract/words';

export interface GoldSpan {
  start: number;
  end: number;
  /** Index in `TYPES`. */
  type: number;
}

export interface TrainingSentence {
  words: Word[];
  spans: GoldSpan[];
}

export interface TrainingDocument {
  file: string;
  id: string;
  text: string;
  sentences: TrainingSentence[];
  /** Types that the corpus does not mark. */
  unmarked: readonly number[];
  isHeldBack: boolean;
}

type Line = {
  src: string;
  doc: string;
  text: string;
  sents: Array<Array<[number, number, string]>>;
};

const [PER, NORP, MISC] = [0, 3, 4] as const;

/** Parties to a contract, which the SEC corpus marks as persons. */
const ROLES =
  /^(?:the )?(?:lenders?|borrowers?|company|bank|agent|holders?|executive|employee|trustee|parent|subsidiary|guarantors?|party|parties|employer|secured party|administrative agent|buyer|seller|landlord|tenant|purchaser|investor|issuer|maker|payee|assignee|assignor|obligor|grantor|officer|director|consultant|member|manager|owner|contractor)s?$/i;

/** One document in five is held back, by its name. */
const isHeldBack = (src: string, doc: string) => hashText(`${src}/${doc}`) % 5 === 0;

export function readCorpus(folder: string, wanted: (file: string) => boolean): TrainingDocument[] {
  const documents: TrainingDocument[] = [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  for (const name of files) {
    const file = name.replace('.jsonl', '');
    if (!wanted(file)) continue;
    const lines = readFileSync(resolve(folder, name), 'utf8').split('\n').filter(Boolean);
    lines.forEach((line, at) => {
      const { src, doc, text, sents } = JSON.parse(line) as Line;
      // Corpora of single sentences give many of them one number.
      const id = `${doc}#${at}`;
      documents.push({
        file,
        id,
        text,
        sentences: sents
          .filter((sent) => sent.length > 0)
          .map((sent) => readSentence(text, sent, file)),
        unmarked: file.startsWith('btc') ? [NORP, MISC] : [],
        isHeldBack: file === 'kaznerd-valid' ? at >= 0.8 * lines.length : isHeldBack(src, id),
      });
    });
  }
  return documents;
}

function readSentence(
  text: string,
  sent: Array<[number, number, string]>,
  file: string,
): TrainingSentence {
  const spans: GoldSpan[] = [];
  let open: GoldSpan | null = null;
  for (const [start, end, tag] of sent) {
    const type = TYPES.indexOf(tag.slice(2) as never);
    if (tag.startsWith('I-') && open && open.type === type) open.end = end;
    else {
      if (open) spans.push(open);
      open = tag === 'O' ? null : { start, end, type };
    }
  }
  if (open) spans.push(open);
  const from = sent[0]?.[0] ?? 0;
  const to = sent.at(-1)?.[1] ?? from;
  const kept: GoldSpan[] = [];
  for (const span of spans) {
    const name = text.slice(span.start, span.end);
    if (/^[@#]/.test(name) || text[span.start - 1] === '@') continue;
    if (file.startsWith('sec') && span.type === PER && ROLES.test(name)) continue;
    if (!/\p{Lu}/u.test(name)) {
      // Terms in small letters are no names; the tweets' "twitter" are.
      if (span.type === MISC && file !== 'kaznerd-valid') continue;
    }
    if (span.type === MISC && PEOPLES.has(name.toLowerCase())) span.type = NORP;
    kept.push(span);
  }
  const words = wordsOf(text, from, to);
  if (file !== 'kaznerd-valid') {
    // Only some corpora mark peoples, and not all of them.
    for (const { start, end, text: word } of words) {
      if (!/^\p{Lu}\p{Ll}/u.test(word) || !PEOPLES.has(word.toLowerCase())) continue;
      if (kept.some((span) => span.start < end && start < span.end)) continue;
      kept.push({ start, end, type: NORP });
    }
    kept.sort((a, b) => a.start - b.start);
  }
  return { words, spans: kept };
}
