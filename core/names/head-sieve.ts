/** The sieve of a library: what pages need in order to know which words to ask about, made of the heads of its segments. */
import { ANY_WORD } from '../text/heads';
import { encodeHeadFilter } from './head-filter';
import { wordExpressions } from './lower-names';
import { type HeadSieve, VERSION } from './name-index';

/** The heads of one segment, as hashes: a filter is made of them without a name being read. */
export interface HeadPart {
  all: Uint32Array;
  /** Of names that count by themselves. */
  sure: Uint32Array;
  /** Names that pages seek whole, while the library has few of them. */
  whole: string[];
  /** Their heads for pages that collect every word, because the library has many. */
  wordsOfWhole: Uint32Array;
  sureWordsOfWhole: Uint32Array;
}

export function makeSieve(parts: readonly HeadPart[]): HeadSieve {
  const expressions = wordExpressions(parts.flatMap(({ whole }) => whole));
  const everyWord = expressions.words === ANY_WORD;
  const hashes = (plain: 'all' | 'sure', ofWhole: 'wordsOfWhole' | 'sureWordsOfWhole') =>
    parts.flatMap((part) => [...part[plain], ...(everyWord ? part[ofWhole] : [])]);
  return {
    version: VERSION,
    filter: encodeHeadFilter(hashes('all', 'wordsOfWhole')),
    sureFilter: encodeHeadFilter(hashes('sure', 'sureWordsOfWhole')),
    expressions,
  };
}
