/** Whether two figures of one kind are of the same thing, kind by kind, as `beside.ts` states it. */
import type { Context, Words } from './context';
import type { FigureKind } from './place';
import {
  agree,
  CHANGES,
  DEEDS,
  DIMENSIONS,
  ENDS,
  FATES,
  groupsIn,
  PURPOSES,
  RATES,
  SEASONS,
} from './word-groups';
import { stem } from './words';

/** Dates further apart are of two events of one kind. */
const MOST_YEARS_APART = 10;

/** How much both share, by the kind of figure; 0 where they may be of two things. */
export const RULES: Record<FigureKind, (a: Context, b: Context) => number> = {
  count: counts,
  share: shares,
  money,
  measure: measures,
  date: dates,
  rank: ranks,
};

interface Shared {
  words: string[];
  names: string[];
  longNames: string[];
}

/** What the two sentences share beside what is left out. */
function sharedOf(a: Words, b: Words, without: Iterable<string> = []): Shared {
  const out = new Set(without);
  const kept = (stems: Iterable<string>) => [...stems].filter((stem) => !out.has(stem));
  // A capital at the start of a sentence may be that of a name.
  const names = new Set([
    ...a.names.intersection(b.names),
    ...a.names.intersection(b.content),
    ...a.content.intersection(b.names),
  ]);
  return {
    words: kept(a.content.intersection(b.content)),
    names: kept(names),
    longNames: kept(a.longNames.intersection(b.longNames)),
  };
}

function strength({ words, names }: Shared): number {
  return words.length + names.length;
}

/** Words for people at large: any of them counts the same. */
const PEOPLE = new Set(
  'people person population inhabitant resident citizen человек челове люди людей жител житель населени населен гражданин адам тұрғын халық'.split(
    ' ',
  ),
);

/** Nouns that name an event, by the beginning of the word. */
const EVENTS =
  /^(?:collapse|explosion|blast|fire$|fires$|flood|earthquake|quake|crash|attack|riot|uprising|rebellion|revolt|revolution|war$|wars$|famine|massacre|bombing|shooting|landslide|avalanche|epidemic|accident|disaster|independence|annexation|occupation|coup|mutiny|deportation|восстани|войн|голод|революци|взрыв|пожар|землетрясени|наводнени|обрушени|авари|независимост|көтеріліс|соғыс|ашаршылық)/;

/** Of these a people has few, so near dates are of one. */
const ONCE =
  /^(?:uprising|rebellion|revolt|revolution|war|famine|independence|annexation|occupation|coup|deportation|восстани|войн|голод|революци|независимост|көтеріліс|соғыс|ашаршылық)/;

function eventsIn({ keys }: Words): Set<string> {
  return new Set(
    [...keys].flatMap((key) => {
      const event = EVENTS.exec(key);
      return event ? [event[0].replace(/s$/, '')] : [];
    }),
  );
}

const POPULATION =
  /\s(?:live|lives|living|lived|population|inhabitants|residents|home to|number of|живут|жили|численность|население|проживают|тұрады|халқы)\s/;

/** "the number of Kazakhs in China is about one and a half million people" counts Kazakhs. */
const NUMBER_OF = /\s(?:number of|численность)\s(?:the |all )?(?<noun>[\p{L}-]{4,})\s/u;

function countedIn({ figure, clause, sentence }: Context): Set<string> {
  const counted = new Set(figure.of);
  if (![...counted].some((stem) => PEOPLE.has(stem))) return counted;
  const noun =
    NUMBER_OF.exec(clause.line)?.groups?.noun ?? NUMBER_OF.exec(sentence.line)?.groups?.noun;
  return noun && !PEOPLE.has(stem(noun)) ? new Set([stem(noun)]) : counted;
}

function counts(a: Context, b: Context): number {
  const [mine, theirs] = [countedIn(a), countedIn(b)];
  const arePeople = [mine, theirs].every((stems) => [...stems].some((one) => PEOPLE.has(one)));
  if (mine.isDisjointFrom(theirs) && !arePeople) return 0;
  if (differ(a.figure.by, b.figure.by) || deedsDiffer(a, b) || purposesDiffer(a, b)) return 0;
  if (isNarrower(a, b)) return 0;
  const fates = [groupsIn(a.clause, FATES), groupsIn(b.clause, FATES)] as const;
  if (!agree(...fates)) return 0;
  const shared = sharedOf(a.around, b.around, [...mine, ...theirs, ...PEOPLE, ...FATES.stems]);
  if (fates[0].has('victim') || fates[0].has('hurt')) {
    const events = eventsIn(a.around).intersection(eventsIn(b.around));
    return events.size > 0 && strength(shared) > 1 && sameYears(a, b) ? 2 + strength(shared) : 0;
  }
  if (strength(shared) === 0) return 0;
  const oneSided = a.figure.by.length > 0 !== b.figure.by.length > 0;
  if (oneSided && strength(shared) < 2) return 0;
  if (arePeople && fates[0].size === 0) {
    const areBoth = POPULATION.test(a.clause.line) && POPULATION.test(b.clause.line);
    if (!areBoth && strength(shared) < 2) return 0;
  }
  return 1 + strength(shared);
}

/** What the number counts is told or had, no more. */
const NEUTRAL = new Set(
  `count counted counts show shows showed shown find finds found see saw seen know name names named list lists listed
estimate estimates estimated thought believed reported feared say says said number numbers reach reached has have had hold holds holding includes include contain contains remain remained stand
live lives lived once today now lasted last lasts went gone continued ended есть тұрады`.split(
    /\s+/,
  ),
);
const NEUTRAL_CYRILLIC = /^(?:составл|состави|насчит|достиг|жив|жил|прожив|имел|имее|стал)/;

/** Planes ordered, and planes delivered. */
function deedsDiffer(a: Context, b: Context): boolean {
  const own = ({ deeds }: Context, other: Context) =>
    [...deeds].filter(
      (key) => !NEUTRAL.has(key) && !NEUTRAL_CYRILLIC.test(key) && !other.around.keys.has(key),
    );
  const stems = (keys: string[]) => new Set(keys.map(stem));
  const [mine, theirs] = [own(a, b), own(b, a)];
  // Wolves shot, and wolves there are.
  if (mine.length === 0 || theirs.length === 0) return mine.length !== theirs.length;
  if (!stems(mine).isDisjointFrom(stems(theirs))) return false;
  const groups = (keys: string[]) => groupsIn({ keys: new Set(keys) }, FATES);
  return groups(mine).isDisjointFrom(groups(theirs));
}

/** Millions for roads, and millions for schools. */
function purposesDiffer(a: Context, b: Context): boolean {
  return differ([...a.purpose], [...b.purpose]);
}

/** "unemployment among the young" is not all unemployment. */
function isNarrower(a: Context, b: Context): boolean {
  const own = ({ narrowed }: Context, { around }: Context) =>
    [...narrowed].some((one) => !around.content.has(one) && !around.names.has(one));
  return own(a, b) || own(b, a);
}

/** An event of a year is not that of another, nor surely that of none. */
function sameYears({ years }: Context, { years: others }: Context): boolean {
  return years.length === 0 && others.length === 0
    ? true
    : years.some((year) => others.includes(year));
}

/** Both say which, and not the same. */
function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
}

function shares(a: Context, b: Context): number {
  const [mine, theirs] = [changeOf(a), changeOf(b)];
  if (mine !== theirs || isNarrower(a, b) || purposesDiffer(a, b)) return 0;
  const [x, y] = [new Set(a.figure.of), new Set(b.figure.of)];
  const wholes = x.intersection(y);
  const without = [...CHANGES.stems, ...RATES.stems, ...PART_VERBS, ...x, ...y];
  const shared = sharedOf(a.clause, b.clause, without);
  const subjects = [a, b].map(({ subject }) => subject.difference(new Set(without))) as [
    Set<string>,
    Set<string>,
  ];
  const isSameSubject = !subjects[0].isDisjointFrom(subjects[1]);
  if (mine !== '') return isSameSubject && strength(shared) > 1 ? 1 + strength(shared) : 0;
  const rates = groupsIn(a.clause, RATES).intersection(groupsIn(b.clause, RATES));
  if (rates.size > 0) return strength(shared) > 0 ? 1 + strength(shared) : 0;
  if (wholes.size === 0 || strength(shared) === 0) return 0;
  // Where the part stands before the share it has to be the same; where it follows, what is shared tells.
  const areBefore = subjects[0].size > 0 || subjects[1].size > 0;
  const isSame = areBefore
    ? isSameSubject
    : !a.rest.difference(new Set(without)).isDisjointFrom(b.rest.difference(new Set(without)));
  return isSame ? 1 + wholes.size + strength(shared) : 0;
}

/** What a part does to its whole; it does not tell which part. */
const PART_VERBS = new Set(
  'hold give produce make account provide supply form cover constitute own составля занима'.split(
    ' ',
  ),
);

/** Whether a share says by how much something grew or shrank. */
function changeOf({ figure, clause }: Context): string {
  if (figure.of.length > 0) return '';
  return [...groupsIn(clause, CHANGES)].sort().join();
}

function money(a: Context, b: Context): number {
  const [mine, theirs] = [groupsIn(a.sentence, PURPOSES), groupsIn(b.sentence, PURPOSES)];
  if (!agree(mine, theirs) || deedsDiffer(a, b)) return 0;
  const shared = sharedOf(a.around, b.around, PURPOSES.stems);
  if (isNarrower(a, b) || purposesDiffer(a, b)) return 0;
  const isSame = mine.size > 0 || !a.subject.isDisjointFrom(b.subject);
  return isSame && strength(shared) > 0 ? mine.size + strength(shared) : 0;
}

const GOES_ON =
  /\s(?:lasted|last|lasts|gone on|went on|go on|continued|ended after|took|taken|for|продлилась|длилась|длился|длилось)\s/;

function dimensionsOf({ clause, next }: Context): Set<string> {
  const dimensions = groupsIn(clause, DIMENSIONS);
  if (/^(?:from|away|between|above|below|off|beyond|behind|от|до|над)$/.test(next)) {
    dimensions.clear();
    dimensions.add('distance');
  }
  return dimensions;
}

function measures(a: Context, b: Context): number {
  const { unit } = a.figure;
  const [of, ofToo] = [a.figure.of, b.figure.of];
  if (differ(of, ofToo)) return 0;
  // Tonnes of cotton and mere tonnes: only where the other sentence speaks of cotton.
  const speaksOf = (stems: readonly string[], { sentence }: Context) =>
    stems.length === 0 || stems.some((one) => sentence.content.has(one) || sentence.names.has(one));
  if (!speaksOf(of, b) || !speaksOf(ofToo, a)) return 0;
  if (isNarrower(a, b)) return 0;
  const [mine, theirs] = [dimensionsOf(a), dimensionsOf(b)];
  if (!agree(mine, theirs)) return 0;
  const without = [...CHANGES.stems, ...DIMENSIONS.stems];
  const shared = sharedOf(a.around, b.around, without);
  if (unit === 'time') {
    if (deedsDiffer(a, b)) return 0;
    const goOn = GOES_ON.test(a.sentence.line) || /\safter\s/.test(a.sentence.line);
    const goOnToo = GOES_ON.test(b.sentence.line) || /\safter\s/.test(b.sentence.line);
    return goOn && goOnToo && shared.words.length > 1 ? strength(shared) : 0;
  }
  if (unit === 'temperature') {
    const seasons = [groupsIn(a.clause, SEASONS), groupsIn(b.clause, SEASONS)] as const;
    if (seasons[0].size > 0 && seasons[1].size > 0 && !agree(...seasons)) return 0;
    const moves = [groupsIn(a.clause, CHANGES), groupsIn(b.clause, CHANGES)] as const;
    if (moves[0].size > 0 && moves[1].size > 0 && !agree(...moves)) return 0;
    return shared.names.length > 0 && strength(shared) > 1 ? 1 + strength(shared) : 0;
  }
  const isOfStuff = of.length > 0 || ofToo.length > 0;
  if (isOfStuff) {
    const isSameDeed = agree(groupsIn(a.clause, FATES), groupsIn(b.clause, FATES));
    const rest = sharedOf(a.around, b.around, [...of, ...ofToo, ...FATES.stems]);
    return isSameDeed && !deedsDiffer(a, b) && strength(rest) > 0 ? 1 + strength(rest) : 0;
  }
  // What is so long or so large is what the sentence is about, not what it mentions.
  const subject = a.subject.intersection(b.subject).difference(new Set(without));
  if (subject.size === 0) return 0;
  // From the city and between two cities: only a name tells.
  if (mine.has('distance') && shared.names.length === 0) return 0;
  if (shared.longNames.length > 0) return 2 + strength(shared);
  return shared.words.length > 0 ? subject.size + strength(shared) : 0;
}

function dates(a: Context, b: Context): number {
  const apart = Math.max(
    a.figure.value.low - b.figure.value.high,
    b.figure.value.low - a.figure.value.high,
  );
  if (apart > MOST_YEARS_APART) return 0;
  const isInYear = ({ figure }: Context) => figure.unit !== 'day-of-year';
  if (!isInYear(a) || !isInYear(b)) return 0;
  const events = eventsIn(a.clause).intersection(eventsIn(b.clause));
  const shared = sharedOf(a.clause, b.clause, DEEDS.stems);
  const ends = [groupsIn(a.clause, ENDS), groupsIn(b.clause, ENDS)] as const;
  // Floods come again: those of two years are two.
  const areOnce = [...events].some((event) => ONCE.test(event)) || apart < 0;
  const isOneEnd = ends[0].size === 0 || ends[1].size === 0 || agree(...ends);
  if (events.size > 0) return isOneEnd && areOnce ? 1 + strength(shared) : 0;
  const deeds = groupsIn(a.clause, DEEDS).intersection(groupsIn(b.clause, DEEDS));
  return deeds.size > 0 && shared.words.length > 0 && strength(shared) > 1 ? strength(shared) : 0;
}

function ranks(a: Context, b: Context): number {
  const [of, ofToo] = [new Set(a.figure.of), new Set(b.figure.of)];
  const scale = [...of.intersection(ofToo)];
  // "largest" alone is no scale.
  if (scale.length === 0 || of.symmetricDifference(ofToo).size > 1) return 0;
  if (differ(a.figure.by, b.figure.by)) return 0;
  const shared = sharedOf(a.sentence, b.sentence, [...of, ...ofToo]);
  return strength(shared) > 0 ? scale.length + strength(shared) : 0;
}
