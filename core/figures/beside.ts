/**
 * Which figures of a passage stand beside which of the paragraph being read. Nothing is said of who is right, so the
 * rule has to be sure of one thing alone: that both are of the same thing.
 *
 * For all: the same kind; one clause and the other sentence do not each name something that the other text leaves out
 * (Almaty here and Aktau there), and where only one does, more has to be shared; not so many a day beside so many a
 * year; not the second or another of a kind beside the first. Beyond that
 *
 * - count: the nouns share a stem, or both are words for people at large; neither is narrowed by what the other leaves
 *   out ("the council of elders"); the words for what is done agree (ordered, delivered; killed, employed), of victims
 *   the event and its year too; none is of what has not ("no water"); and a further content word or name is shared,
 *   for people at large two, unless both speak of who lives there.
 * - share: the same whole, and the same part: a word before the share that no preposition governs, or else after it.
 *   Turnout and the like are wholes of their own. By how much something grew goes only with by how much it grew.
 * - money: the same currency, the same purpose (loan, fine, "on roads"), and a shared word or name.
 * - measure: the same family of units and dimension (long, high, away…), of the same stuff ("tonnes of cotton") or of
 *   the same subject. Distances and temperatures need a shared name, spans of time two words and "lasted" or the like.
 * - date: the same event in both clauses, no more than ten years between the two; of what comes again (floods, fires)
 *   the same date. Or the same deed (founded, signed…) to the same thing.
 * - rank: the same scale ("among the nationalities of Russia"), and a shared word or name beside it.
 *
 * Chinese has no spaces: three shared pairs of characters, and the same head before 全长, part before 占, or purpose.
 *
 * Texts of two languages have no words to compare. Shares, money and measures are paired there where a name is written
 * the same in both sentences and both clauses speak of a common concept; nothing else is.
 */
import type { Span } from '../model/source';
import { conceptsIn } from '../text/concepts';
import { type Context, figuresWithContext, type Words } from './context';
import { stem } from './figures';

export interface FiguresPair {
  /** In the paragraph. */
  read: Span;
  /** In the passage. */
  source: Span;
}

const MOST_PAIRS = 2;
/** Of each text, the first: a table of numbers is not compared number by number. */
const MOST_FIGURES = 40;
const MOST_LENGTH = 10_000;
/** Dates further apart are of two events of one kind. */
const MOST_YEARS_APART = 10;
/** Two Chinese characters in a row that both clauses hold; fewer are shared by chance. */
const LEAST_SHARED_HAN = 3;

/** The surest first, at most two; each figure once. */
export function figuresBeside(read: string, passage: string): FiguresPair[] {
  const here = figuresWithContext(opening(read), MOST_FIGURES);
  const there = here.length === 0 ? [] : figuresWithContext(opening(passage), MOST_FIGURES);
  const scored = here.flatMap((a) =>
    there.flatMap((b) => {
      const score = sureness(a, b);
      return score > 0 ? [{ a: a.figure, b: b.figure, score }] : [];
    }),
  );
  scored.sort((x, y) => y.score - x.score || x.a.start - y.a.start || x.b.start - y.b.start);
  const taken = new Set<unknown>();
  const pairs: FiguresPair[] = [];
  for (const { a, b } of scored) {
    if (taken.has(a) || taken.has(b) || pairs.length === MOST_PAIRS) continue;
    taken.add(a).add(b);
    pairs.push({
      read: { start: a.start, end: a.end },
      source: { start: b.start, end: b.end },
    });
  }
  return pairs;
}

/** No paragraph is longer; whatever is, ends between two words here. */
function opening(text: string): string {
  if (text.length <= MOST_LENGTH) return text;
  const space = text.lastIndexOf(' ', MOST_LENGTH);
  return text.slice(0, space > 0 ? space : 0);
}

/** How much both share; 0 where they may be of two things. */
function sureness(a: Context, b: Context): number {
  if (a.figure.kind !== b.figure.kind || a.figure.unit !== b.figure.unit) {
    if (a.figure.kind !== 'date' || b.figure.kind !== 'date') return 0;
  }
  // So many a day, and so many a year.
  if (a.figure.per !== '' && b.figure.per !== '' && a.figure.per !== b.figure.per) return 0;
  if (a.script !== b.script) return acrossLanguages(a, b);
  if (a.script === 'han') return inChinese(a, b);
  if (namesDiffer(a, b)) return 0;
  const { kind } = a.figure;
  if (
    kind !== 'share' &&
    kind !== 'rank' &&
    OTHERS.test(a.clause.line) !== OTHERS.test(b.clause.line)
  )
    return 0;
  const mayDeny = kind === 'count' || kind === 'share';
  if (mayDeny && denies(a) !== denies(b)) return 0;
  const score = scoreOf(a, b);
  return isLopsided(a, b) && score < LEAST_LOPSIDED ? 0 : score;
}

/** Two shared words or names and a little more. */
const LEAST_LOPSIDED = 3;

function scoreOf(a: Context, b: Context): number {
  switch (a.figure.kind) {
    case 'count':
      return counts(a, b);
    case 'share':
      return shares(a, b);
    case 'money':
      return money(a, b);
    case 'measure':
      return measures(a, b);
    case 'date':
      return dates(a, b);
    case 'rank':
      return ranks(a, b);
  }
}

const DENIALS =
  /\s(?:no|not|without|neither|nor|never|against|против|lack|lacks|lacking|не|нет|без|жоқ|емес)\s/;
/** One more of a kind is not the first of it. */
const OTHERS = /\s(?:another|other|second|third|further)\s/;
const BOUNDS = /\s(?:no (?:more|fewer|less) than|not (?:more|less) than|не (?:более|менее))\s/g;

function denies({ clause }: Context): boolean {
  return DENIALS.test(clause.line.replace(BOUNDS, ' '));
}

/** One clause and the sentence of the other each name what the other text does not. */
function namesDiffer(a: Context, b: Context): boolean {
  const ownInClause = (one: Context, other: Context) => own(one.clause, other);
  const ownInSentence = (one: Context, other: Context) => own(one.sentence, other);
  return (ownInClause(a, b) && ownInSentence(b, a)) || (ownInClause(b, a) && ownInSentence(a, b));
}

/** Only one names something more: then what is shared has to weigh more. */
function isLopsided(a: Context, b: Context): boolean {
  return own(a.clause, b) || own(b.clause, a);
}

function own({ names }: Words, { named }: Context): boolean {
  return [...names].some((name) => !named.has(name));
}

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

/** What is done to, or done by, what is counted. */
const FATES = groupsOf(`
victim killed kill kills dead died die dies death deaths perished fatalities drowned погиб* убит* умер* қаза
hurt injured wounded hurt injuring пострада* ранен*
captive arrested detained jailed imprisoned held interned locked detention арестова* задержа* осужд*
moved resettled displaced relocated evacuated deported переселен* переселил* эвакуир* депортир*
missing missing vanished disappeared пропал*
work employs employed employ works worked hire hired работа* трудятся
dismissed laid dismissed sacked fired redundant cut уволи* уволен* сократи*
lost lost lose loses losing потерял* утрат*
born born родил*
speak speak speaks spoke speaking говор*
vote voted vote votes голосова*
flee fled flee бежал*
learn study studied studying graduated taught учат* учил* обуча*
sick infected ill sick заболе* болел*
poor poor poverty unemployed jobless hungry starving безработн* бедн*
closed closed close shut closing закры*
built built build building opened open opens planned founded постро* откры*
destroyed destroyed burned burnt demolished razed flooded damaged разруш* сгоре*
sold sold sell sells exported export exports sends sent продал* экспорт*
bought bought buy buys imported import imports купил* импорт*
made produced produce produces gave give gives brought harvested mined grew grown picked yields добы* произв* собра* собирал*
took took taken take takes received accepted приня*
protest protested marched demonstrated protesters struck rally rallied бастова* протест*
freed freed released escaped освобо*
owed owed owes pay paid pays
donated donated gave
`);

interface Groups {
  words: ReadonlyMap<string, string>;
  /** How words begin: Russian and Kazakh have too many forms. */
  beginnings: ReadonlyArray<readonly [beginning: string, group: string]>;
  /** Of the words, to leave out of what is shared. */
  stems: ReadonlySet<string>;
}

/** A group a line: its name, then its words; with * how they begin. */
function groupsOf(lines: string): Groups {
  const entries = lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [group = '', ...words] = line.trim().split(/\s+/);
      return words.map((word): [string, string] => [word, group]);
    });
  const isWhole = ([word]: [string, string]) => !word.endsWith('*');
  return {
    words: new Map(entries.filter(isWhole)),
    beginnings: entries
      .filter((entry) => !isWhole(entry))
      .map(([word, group]) => [word.slice(0, -1), group] as const),
    stems: new Set(entries.map(([word]) => stem(word.replace('*', '')))),
  };
}

function groupsIn({ keys }: Pick<Words, 'keys'>, { words, beginnings }: Groups): Set<string> {
  const groups = new Set<string>();
  for (const key of keys) {
    const group = words.get(key) ?? beginnings.find(([start]) => key.startsWith(start))?.[1];
    if (group !== undefined) groups.add(group);
  }
  return groups;
}

function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === 0 && b.size === 0 ? true : !a.isDisjointFrom(b);
}

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

/** Shares by their own name: of what, is in the word. */
const RATES = groupsOf(`
turnout turnout явка
unemployment unemployment jobless безработица
inflation inflation инфляция
literacy literacy literate грамотность
poverty poverty бедность
approval approval
`);
const CHANGES = groupsOf(`
up rose rise rises risen grew grow grows grown growth increased increase up climbed jumped gained вырос* рост рос* увелич* өс*
down fell fall falls fallen dropped drop declined decline decreased decrease down shrank shrunk lost упал* сниз* сократ* төменде*
`);

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

const PURPOSES = groupsOf(`
loan loan loans lent borrowed credit credits кредит* заем займ* қарыз*
cost cost costs price prices priced стоимост* стоит стоил* обош*
budget budget budgets бюджет*
debt debt debts owes owed долг долга
income revenue revenues earned earnings income выручка доход
profit profit profits прибыль
pay salary salaries wage wages pension pensions зарплата
fine fine fines fined штраф
invest investment investments invested инвестиции инвестировал
trade trade exports export imports import turnover товарооборот экспорт импорт
aid aid grant grants donated
damage damage losses loss ущерб
bribe bribe bribes embezzled stolen
`);

function money(a: Context, b: Context): number {
  const [mine, theirs] = [groupsIn(a.sentence, PURPOSES), groupsIn(b.sentence, PURPOSES)];
  if (!agree(mine, theirs) || deedsDiffer(a, b)) return 0;
  const shared = sharedOf(a.around, b.around, PURPOSES.stems);
  if (isNarrower(a, b) || purposesDiffer(a, b)) return 0;
  const isSame = mine.size > 0 || !a.subject.isDisjointFrom(b.subject);
  return isSame && strength(shared) > 0 ? mine.size + strength(shared) : 0;
}

const DIMENSIONS = groupsOf(`
length long length run runs stretch stretches протяженност* длин* ұзынды*
depth deep depth глубин*
height high tall height высот*
width wide width ширин*
distance away distance расстояни*
area площад* area
`);
const GOES_ON =
  /\s(?:lasted|last|lasts|gone on|went on|go on|continued|ended after|took|taken|for|продлилась|длилась|длился|длилось)\s/;
const SEASONS = groupsOf(`
winter winter january december february зимой
summer summer july august june летом
`);

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

/** What happens once to a thing: with the thing, it is an event. */
const DEEDS = groupsOf(`
found founded founding established основан основана
open opened opens inaugurated открыт открыли
close closed shut закрыт закрыли
build built completed построен построили
sign signed подписан подписали
join joined вступил вступила
annex annexed incorporated
abolish abolished banned forbidden
`);

/** A war that began, and a war that ended. Neither is said of "the uprising of 1916". */
const ENDS = groupsOf(`
begins began begin begins begun broke started start starts вспых* нача*
ends ended end ends over finished stopped законч* заверш*
`);

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

/** No words can be compared: a name in the same letters, and a concept of the tables, have to do. */
function acrossLanguages(a: Context, b: Context): number {
  const { kind } = a.figure;
  if (kind !== 'money' && kind !== 'measure' && kind !== 'share') return 0;
  if (a.figure.unit === 'time' || a.figure.unit === 'temperature') return 0;
  const all = ({ sentence }: Context) => sentence.names.union(sentence.content);
  const names = [...all(a).intersection(all(b))];
  if (names.length === 0) return 0;
  const [mine, theirs] = [a, b].map(({ clauseText }) => new Set(conceptsIn(clauseText).keys()));
  const concepts = mine && theirs ? mine.intersection(theirs).size : 0;
  return concepts > 0 ? names.length + concepts : 0;
}

function inChinese(a: Context, b: Context): number {
  const [mine, theirs] = [bigramsOf(a), bigramsOf(b)];
  const shared = mine.intersection(theirs);
  if (shared.size < LEAST_SHARED_HAN) return 0;
  switch (a.figure.kind) {
    case 'count':
      return a.clauseText.includes('人口') && b.clauseText.includes('人口') ? shared.size : 0;
    case 'share':
      return samePart(a.clauseText, b.clauseText) ? shared.size : 0;
    case 'measure':
      return sameHead(a.clauseText, b.clauseText) ? shared.size : 0;
    case 'money':
      return samePurpose(a.clauseText, b.clauseText) ? shared.size : 0;
    default:
      return 0;
  }
}

const HAN_GENERAL = new Set(
  '全长 总长 全長 總長 人口 亿元 万元 超过 至少 公里 中国 中國 目前 去年 今年 官方 数据'.split(' '),
);

/** Read once for each context, not for each pair. */
const knownBigrams = new WeakMap<Context, ReadonlySet<string>>();

/** Two characters in a row: of the clause, or of the whole sentence for a count. */
function bigramsOf(context: Context): ReadonlySet<string> {
  const known = knownBigrams.get(context);
  if (known) return known;
  const text = context.figure.kind === 'count' ? context.sentenceText : context.clauseText;
  const bigrams = new Set<string>();
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let i = 0; i + 2 <= run.length; i++) {
      const two = run.slice(i, i + 2);
      if (!HAN_GENERAL.has(two)) bigrams.add(two);
    }
  }
  knownBigrams.set(context, bigrams);
  return bigrams;
}

const HOLDS = /(?<part>\p{Script=Han}{2})(?:[只仅僅约約就已曾]{0,2})占/u;

/** 风电占全省发电量的三分之一: what stands before 占 is the part. */
function samePart(a: string, b: string): boolean {
  const [mine, theirs] = [HOLDS.exec(a)?.groups?.part, HOLDS.exec(b)?.groups?.part];
  return mine !== undefined && mine === theirs;
}

const LONG =
  /(?<head>\p{Script=Han}{2})(?:将|將|的)?(?:全长|全長|总长|總長|长度|長度|面积|面積|高度|深度)/u;

/** 天然气管道全长1700公里: what stands before 全长 is so long. */
function sameHead(a: string, b: string): boolean {
  const [mine, theirs] = [LONG.exec(a)?.groups?.head, LONG.exec(b)?.groups?.head];
  return mine !== undefined && mine === theirs;
}

const HAN_PURPOSES = [
  '投资',
  '贷款',
  '亏损',
  '造价',
  '罚款',
  '预算',
  '债务',
  '收入',
  '利润',
  '出口',
  '进口',
  '援助',
];

function samePurpose(a: string, b: string): boolean {
  const purposesOf = (text: string) => HAN_PURPOSES.filter((one) => text.includes(one)).join();
  return purposesOf(a) !== '' && purposesOf(a) === purposesOf(b);
}
