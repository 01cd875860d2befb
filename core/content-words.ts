/** Content words of English prose, for comparing a paragraph with a passage. */
import { fold } from './fold';

/** Function words, and general words that any news item may hold. */
const STOP_WORDS = new Set(
  `about above after again against also although always among another because been before being between both
  could does doing done down during each even ever every from further have having here hers herself himself into
  itself just least less like made make makes many more most much must myself never none only other others ours
  over part same shall should since some such than that their theirs them themselves then there these they this
  those though through thus today toward under until upon very want well were what when where whether which while
  whom whose will with within without would year years your yours said says saying told according including
  called known take taken give given come came goes going gone does year month week time times people country
  countries state states one two three around away back begin began begins best better brought case cases find
  found half held hold holds keep keeps kept last later lead leads leave leaves leaving left live lived lives look
  looked looks next number numbers official officials part parts place places quite rather second seem seemed
  seems side sides still thing things ways`.split(/\s+/),
);
const LEAST_LENGTH = 4;

/** A word that carries meaning, and its stem for comparison. */
export interface ContentWord {
  /** As written. */
  text: string;
  stem: string;
}

/** The distinct content words of a text, in order of first occurrence. */
export function contentWords(text: string): ContentWord[] {
  const words = new Map<string, ContentWord>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu)) {
    const folded = fold(word);
    if (folded.length < LEAST_LENGTH || STOP_WORDS.has(folded.replace(/'s$/, ''))) continue;
    const stem = stemOf(folded);
    if (!words.has(stem)) words.set(stem, { text: word, stem });
  }
  return [...words.values()];
}

const PLURAL = /(?<=[^s])s$/;
const ENDINGS = /(?:i[sz](?:ation|ing|ed|e)|ation|ing|ied|ie|ed|y|e)$/;
const LEAST_STEM = 4;

/**
 * Takes off the commonest English endings: enough to see that "camps" and "camp" are one word, and so
 * "labour" and "labor".
 * @param word folded
 */
export function stemOf(word: string): string {
  const bare = word.replace(/'s$/, '').replace(/(?<=\p{L}{3})our(?=s?$|ed$|ing$)/u, 'or');
  const stem = bare.replace(PLURAL, '').replace(ENDINGS, '');
  return stem.length >= LEAST_STEM ? stem : bare;
}
