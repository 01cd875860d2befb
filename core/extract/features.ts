/**
 * What the model looks at for each word, as hashes. The trainer and the reader's browser run this same code; a change
 * needs new weights (`npm run train`).
 */
import { CASES, type Form, type Forms } from './forms';
import { hashPair, hashText } from './hash';
import type { ReadForms } from './recase';
import { classBit, EVERYDAY, LONGEST_PHRASE } from './word-classes';
import type { Word } from './words';

/** How a document writes a word, wherever it stands. */
export interface CaseCount {
  small: number;
  /** With a capital, not at the beginning of a sentence. */
  capital: number;
}
/** By folded word. */
export type CaseCounts = ReadonlyMap<string, CaseCount>;

/** A sentence as the model sees it. */
export interface Sentence {
  shouting: number;
  words: readonly Word[];
  forms: readonly Form[];
}

/** More than any word has. */
const MOST_FEATURES = 160;
/** The first features of each word say which word it is; training hides them now and then. */
export const TELLING = 8;

const EDGE = hashText('edge');
const NOTHING = hashText('nothing');

/** Adds a sentence to the counts. */
export function countCases({ forms, shouting }: ReadForms, counts: Map<string, CaseCount>): void {
  if (shouting) return;
  let start = true;
  for (const { folded, letterCase, text } of forms) {
    if (letterCase === CASES.none) {
      if (/^["“”„«‘’'([–—:-]$/.test(text)) start = true;
      continue;
    }
    let count = counts.get(folded);
    if (!count) {
      count = { small: 0, capital: 0 };
      counts.set(folded, count);
    }
    if (letterCase === CASES.small) count.small++;
    else if (!start) count.capital++;
    start = false;
  }
}

const NAME_LISTS =
  classBit('first-name') |
  classBit('surname') |
  classBit('public-figure') |
  classBit('city') |
  classBit('region') |
  classBit('people') |
  classBit('organisation');
const NEAR = 2;

/**
 * Which words may belong to a name: those with a capital and their neighbours, and those that are in small letters but
 * only in lists of names. Of the others nothing is asked, which is most of a text.
 */
export function openWords(forms: readonly Form[]): Uint8Array {
  const open = new Uint8Array(forms.length);
  forms.forEach(({ isCapital, classes }, i) => {
    if (isCapital) open.fill(1, Math.max(0, i - NEAR), i + NEAR + 1);
    else if (classes & NAME_LISTS && !(classes & EVERYDAY)) open[i] = 1;
  });
  return open;
}

/** Classes of words that say what something is. */
const HEADS =
  classBit('title') |
  classBit('organisation-head') |
  classBit('place-head') |
  classBit('event-head');
/** Words after a name among which one is sought. */
const AHEAD = 7;

/** What the next word in small letters says that says what something is, if a name is not nearer. */
function headAhead(forms: readonly Form[], from: number): number {
  const opening = forms[from]?.text ?? '';
  if (!/^(?:is|was|are|were|,|\(|became|has)$/.test(opening)) return 0;
  for (let i = from + 1; i < Math.min(from + AHEAD, forms.length); i++) {
    const form = forms[i];
    if (!form || /^[.;!?]$/.test(form.text)) return 1;
    if (form.letterCase === CASES.small && form.classes & HEADS) return form.classes & HEADS;
  }
  return 2;
}

/** What is the same for several words of a sentence, computed once. */
interface Layout {
  shouting: number;
  /** Of each word: the run of capitalised words that it stands in. */
  runFrom: Int16Array;
  runTo: Int16Array;
  /** The lists that a phrase of several words is in, and the word's part in it. */
  phrase: Int32Array;
  part: Uint8Array;
  quoted: Uint8Array;
  bracketed: Uint8Array;
}

function layOut({ words, forms, shouting }: Sentence, lists: Forms['lists']): Layout {
  const n = forms.length;
  const layout: Layout = {
    shouting,
    runFrom: new Int16Array(n).fill(-1),
    runTo: new Int16Array(n).fill(-1),
    phrase: new Int32Array(n),
    part: new Uint8Array(n),
    quoted: new Uint8Array(n),
    bracketed: new Uint8Array(n),
  };
  let quote = 0;
  let bracket = 0;
  for (let i = 0; i < n; i++) {
    const text = forms[i]?.text ?? '';
    if (text === '“' || text === '«' || text === '"') quote = text === '"' && quote ? 0 : 1;
    else if (text === '”' || text === '»') quote = 0;
    else if (text === '(') bracket = 1;
    else if (text === ')') bracket = 0;
    layout.quoted[i] = quote;
    layout.bracketed[i] = bracket;
  }
  for (let i = 0; i < n; ) {
    if (!forms[i]?.isCapital) {
      i++;
      continue;
    }
    let to = i + 1;
    while (to < n) {
      const form = forms[to];
      if (form?.isCapital) to++;
      else if (form?.text === '-' && words[to]?.glued && forms[to + 1]?.isCapital) to += 2;
      else if (form?.text === '&' && forms[to + 1]?.isCapital) to += 2;
      else break;
    }
    for (let j = i; j < to; j++) {
      layout.runFrom[j] = i;
      layout.runTo[j] = to;
    }
    i = to;
  }
  for (let i = 0; i < n - 1; i++) {
    const first = forms[i];
    if (!first?.isCapital || layout.part[i]) continue;
    let phrase = first.folded;
    let best = 0;
    let mask = 0;
    for (let length = 2; length <= LONGEST_PHRASE && i + length <= n; length++) {
      const next = forms[i + length - 1];
      if (!next || next.letterCase === CASES.none) break;
      phrase += ` ${next.folded}`;
      const found = lists.of(phrase);
      if (found) {
        best = length;
        mask = found;
      }
    }
    for (let j = 0; j < best; j++) {
      layout.phrase[i + j] = mask;
      layout.part[i + j] = j === 0 ? 1 : j === best - 1 ? 3 : 2;
    }
  }
  return layout;
}

/**
 * Calls `take` for each open word with its features, see `openWords`.
 * @param take the array is used again: copy what is to stay
 */
export function eachWord(
  sentence: Sentence,
  open: Uint8Array,
  forms: Forms,
  counts: CaseCounts,
  take: (index: number, features: Int32Array, count: number) => void,
): void {
  const layout = layOut(sentence, forms.lists);
  const { shouting, runFrom, runTo } = layout;
  const list = sentence.forms;
  const n = list.length;
  const out = new Int32Array(MOST_FEATURES);
  for (let i = 0; i < n; i++) {
    const form = list[i];
    if (!form || !open[i]) continue;
    let count = 0;
    let template = 0;
    const add = (value: number) => {
      out[count++] = hashPair(value, template++);
    };
    const before = list[i - 1];
    const after = list[i + 1];
    const before2 = list[i - 2];
    const after2 = list[i + 2];
    const w = form.low;
    const p = before?.low ?? EDGE;
    const q = after?.low ?? EDGE;
    const p2 = before2?.low ?? EDGE;
    const q2 = after2?.low ?? EDGE;
    const s = form.brief;
    const ps = before?.brief ?? EDGE;
    const qs = after?.brief ?? EDGE;
    const m = form.classes;
    const pm = before?.classes ?? 1 << 20;
    const qm = after?.classes ?? 1 << 20;
    // Which word it is: `TELLING` of them.
    add(w);
    add(form.exact);
    add(hashPair(p, w));
    add(hashPair(w, q));
    add(form.affixes[3] ?? 0);
    add(form.affixes[7] ?? 0);
    add(hashPair(w, ps));
    add(hashPair(w, qs));
    // What it looks like.
    add(form.affixes[0] ?? 0);
    add(form.affixes[1] ?? 0);
    add(form.affixes[2] ?? 0);
    add(form.affixes[4] ?? 0);
    add(hashPair(form.affixes[5] ?? 0, form.letterCase));
    add(hashPair(form.affixes[6] ?? 0, form.letterCase));
    add(s);
    add(form.shape);
    add(hashPair(ps, s));
    add(hashPair(s, qs));
    add(hashPair(hashPair(ps, s), qs));
    add(hashPair(hashPair(s, qs), after2?.brief ?? EDGE));
    add(hashPair(hashPair(before2?.brief ?? EDGE, ps), s));
    // What stands beside it.
    add(p);
    add(q);
    add(p2);
    add(q2);
    add(hashPair(p, s));
    add(hashPair(q, s));
    add(hashPair(hashPair(p2, p), s));
    add(hashPair(hashPair(q, q2), s));
    add(hashPair(hashPair(p, q), s));
    add(hashPair(before?.affixes[6] ?? EDGE, s));
    add(hashPair(after?.affixes[6] ?? EDGE, s));
    // What lists say.
    add(hashPair(m, form.letterCase));
    add(hashPair(hashPair(pm, m), form.letterCase));
    add(hashPair(hashPair(m, qm), form.letterCase));
    add(pm);
    add(qm);
    add(hashPair(hashPair(pm, s), qm));
    add(hashPair(m & ~EVERYDAY, hashPair(p, form.letterCase)));
    add(hashPair(m & ~EVERYDAY, hashPair(q, form.letterCase)));
    for (let bit = 0; bit < 16; bit++) {
      if (m & (1 << bit)) out[count++] = hashPair(hashPair(bit, form.letterCase), 100);
      if (pm & (1 << bit)) out[count++] = hashPair(hashPair(bit, s), 101);
      if (qm & (1 << bit)) out[count++] = hashPair(hashPair(bit, s), 102);
    }
    template = 110;
    const phrase = layout.phrase[i] ?? 0;
    if (phrase) add(hashPair(phrase, layout.part[i] ?? 0));
    // Where it stands.
    template = 120;
    const starts = i === 0 || (i === 1 && before?.letterCase === CASES.none);
    if (starts) add(hashPair(s, m ? 1 : 0));
    if (starts) add(hashPair(m, form.letterCase));
    template = 124;
    if (shouting) add(hashPair(shouting, s));
    if (shouting) add(hashPair(shouting, m));
    template = 128;
    if (form.isCapital) {
      const known = counts.get(form.folded);
      const small = known ? (known.small > 0 ? 1 : 0) : 0;
      const capital = known ? Math.min(known.capital - (starts ? 0 : 1), 2) : 0;
      add(
        hashPair(hashPair(small, Math.max(capital, 0)), hashPair(starts ? 1 : 0, form.letterCase)),
      );
      const from = runFrom[i] ?? i;
      const to = runTo[i] ?? i + 1;
      const length = Math.min(to - from, 5);
      const first = list[from];
      const last = list[to - 1];
      const beforeRun = list[from - 1];
      const afterRun = list[to];
      const bp = beforeRun?.low ?? EDGE;
      const ap = afterRun?.low ?? EDGE;
      let whole = 0;
      let classes = 0;
      for (let j = from; j < to; j++) {
        whole = hashPair(whole, list[j]?.low ?? 0);
        classes |= list[j]?.classes ?? 0;
      }
      add(hashPair(whole, i - from));
      add(hashPair(classes, hashPair(i - from, to - i)));
      add(hashPair(length, i - from));
      add(hashPair(length, to - i));
      add(bp);
      add(ap);
      add(hashPair(bp, length));
      add(hashPair(ap, length));
      add(hashPair(last?.low ?? EDGE, 1));
      add(hashPair(first?.low ?? EDGE, 2));
      add(hashPair(last?.classes ?? 0, i === to - 1 ? 1 : 0));
      add(hashPair(first?.classes ?? 0, i === from ? 1 : 0));
      add(hashPair(hashPair(beforeRun?.classes ?? 0, length), s));
      add(hashPair(hashPair(afterRun?.classes ?? 0, length), s));
      add(hashPair(list[from - 2]?.low ?? EDGE, bp));
      add(hashPair(ap, list[to + 1]?.low ?? EDGE));
      // "Ministry of Foreign Affairs", "Affairs of the Ministry".
      const isJoint = beforeRun?.letterCase === CASES.small && list[from - 2]?.isCapital;
      add(isJoint ? hashPair(list[from - 2]?.low ?? 0, bp) : NOTHING);
      add(isJoint ? hashPair(list[from - 2]?.classes ?? 0, bp) : NOTHING);
      const goesOn = afterRun?.letterCase === CASES.small && list[to + 1]?.isCapital;
      add(goesOn ? hashPair(ap, last?.low ?? 0) : NOTHING);
      add(goesOn ? hashPair(ap, last?.classes ?? 0) : NOTHING);
      // "Atwick is a village", "Ayr, the county town".
      const told = headAhead(list, to);
      add(hashPair(told, ap));
      add(hashPair(told, length));
      if (layout.quoted[i]) add(hashPair(length, s));
      template = 170;
      if (layout.bracketed[i]) add(hashPair(length, s));
    } else if (form.letterCase === CASES.small && before?.isCapital) {
      // Between capitals: of, and, for, de, bin.
      template = 180;
      add(hashPair(w, after?.isCapital ? 1 : 0));
      if (after?.isCapital || after2?.isCapital) {
        add(hashPair(w, before.low));
        add(hashPair(w, hashPair(before.classes, after?.classes ?? 0)));
        const from = runFrom[i - 1] ?? i - 1;
        add(hashPair(w, hashPair(list[from]?.low ?? 0, 1)));
        add(hashPair(w, after?.low ?? EDGE));
      }
    }
    template = 190;
    for (let n = 8; n < form.affixes.length; n++) add(form.affixes[n] ?? 0);
    template = 200;
    if (sentence.words[i]?.glued) add(hashPair(s, ps));
    take(i, out, count);
  }
}
