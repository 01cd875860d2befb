/** Names that are made of everyday words, and that this library is much about. */
import { MISC } from '../kinds';
import { placeSpan, type ReadSentence } from '../reading';

const PHRASES = [
  /One Belt ?,? ?(?:and |– ?|- ?|— ?)?One Road/,
  /Belt and Road(?: Initiative| Forum| Summit)?/,
  /(?:New |Maritime )?Silk Road(?: Economic Belt)?/,
];

export function markPhrases(sentence: ReadSentence, text: string): void {
  const { words } = sentence;
  const start = words[0]?.start ?? 0;
  const written = text.slice(start, words.at(-1)?.end ?? start).replace(/\s/g, ' ');
  if (!/Belt|Silk/.test(written)) return;
  for (const phrase of PHRASES) {
    const match = phrase.exec(written);
    if (!match) continue;
    const from = words.findIndex((word) => word.start === start + match.index);
    const end = start + match.index + match[0].length;
    const to = words.findIndex((word) => word.end === end) + 1;
    if (from < 0 || to <= from) continue;
    const wider = sentence.spans.find((span) => span.from <= from && span.to >= to);
    // "Silk Road Fund" is a body.
    if (!wider) placeSpan(sentence, { from, to, type: MISC, chance: 0.9 });
  }
}
