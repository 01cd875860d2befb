/**
 * Made-up names of places, of one word and of two, to grow a library with. None of them stands on a page of
 * the benchmark, so that every size of library finds the same matches.
 */
import { Random } from './random.ts';

const STARTS =
  'Al An Ar Bal Bar Bel Bor Bra Cal Car Cas Cor Dal Dar Del Dor El Er Fal Fen Gal Gor Hal Har Hol Il Is Jal Kal Kar Kel Kor Lan Lar Lem Lor Mal Mar Mel Mor Nal Nar Nor Ol Or Pal Par Pel Por Ral Ras Ros Sal San Sel Sor Tal Tar Tel Tor Ul Ur Val Var Vel Vor Wal War Wel Yar Zal Zar Zel'.split(
    ' ',
  );
const MIDDLES =
  'a e i o u ba da ga la ma na ra sa ta va be de ge le me ne re se te ve bi di li mi ni ri si ti vi bo do lo mo no ro so to vo bu du lu mu nu ru su tu'.split(
    ' ',
  );
const ENDS =
  'bach berg bridge burg bury cester dale den dorf field ford gard grad ham haven holm hurst kirk land ley minster mouth nagar pool port pur sk stad stan stead sund thorpe ton vale ville vik wick wold worth'.split(
    ' ',
  );
/** Words that pages hold, so that the sieve passes them and the library is asked: as real places would. */
const COMMON =
  'Academy Africa America April August Bank Bay Black Blue Board Book Brown Business Center Central Church City College Council County Day December East English Europe February Field First Forest Free French Friday General German Gold Government Great Green Group High Hill House International January Jones July June King Lake Law Little London Long March Market May Media Middle Monday Mount National New North November October Old Paris Park Paul Police President Press Prince Queen Red Research River Royal Saint Saturday School Science September Smith South Spring State Street Sunday Thomas Thursday Times Tuesday Union University Valley Washington Wednesday West White William World York'.split(
    ' ',
  );
const SECONDS = 'Barrow Creek Falls Gorge Hamlet Heights Hollow Junction Landing Springs'.split(
  ' ',
);

/** Deterministic and distinct. @param pageText text in which none of them may stand */
export function placeNames(count: number, pageText: string): string[] {
  const random = new Random(1);
  const taken = new Set(pageText.toLowerCase().match(/[\p{L}\p{M}]+/gu));
  const names = new Set<string>();
  const word = (): string => {
    for (;;) {
      const middle = random.next() < 0.5 ? '' : random.pick(MIDDLES);
      const made = random.pick(STARTS) + random.pick(MIDDLES) + middle + random.pick(ENDS);
      if (!taken.has(made.toLowerCase())) return made;
    }
  };
  for (const first of COMMON) {
    for (const second of SECONDS) {
      if (!pageText.includes(`${first} ${second}`)) names.add(`${first} ${second}`);
      if (names.size >= count / 10) break;
    }
  }
  while (names.size < count) {
    const kind = random.next();
    if (kind < 0.6) names.add(word());
    else if (kind < 0.8) names.add(`${random.pick(COMMON)} ${word()}`);
    else names.add(`${word()} ${random.pick(SECONDS)}`);
  }
  return [...names];
}
