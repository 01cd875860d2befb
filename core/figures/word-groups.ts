/** Words that say the same of what is counted, by groups: what is done with it, what it is for, along what it is measured. */
import type { Words } from './context';
import { stem } from './words';

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

export function groupsIn(
  { keys }: Pick<Words, 'keys'>,
  { words, beginnings }: Groups,
): Set<string> {
  const groups = new Set<string>();
  for (const key of keys) {
    const group = words.get(key) ?? beginnings.find(([start]) => key.startsWith(start))?.[1];
    if (group !== undefined) groups.add(group);
  }
  return groups;
}

export function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === 0 && b.size === 0 ? true : !a.isDisjointFrom(b);
}

/** What is done to, or done by, what is counted. */
export const FATES = groupsOf(`
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

/** Shares by their own name: of what, is in the word. */
export const RATES = groupsOf(`
turnout turnout явка
unemployment unemployment jobless безработица
inflation inflation инфляция
literacy literacy literate грамотность
poverty poverty бедность
approval approval
`);
export const CHANGES = groupsOf(`
up rose rise rises risen grew grow grows grown growth increased increase up climbed jumped gained вырос* рост рос* увелич* өс*
down fell fall falls fallen dropped drop declined decline decreased decrease down shrank shrunk lost упал* сниз* сократ* төменде*
`);

export const PURPOSES = groupsOf(`
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

export const DIMENSIONS = groupsOf(`
length long length run runs stretch stretches протяженност* длин* ұзынды*
depth deep depth глубин*
height high tall height высот*
width wide width ширин*
distance away distance расстояни*
area площад* area
`);

export const SEASONS = groupsOf(`
winter winter january december february зимой
summer summer july august june летом
`);

/** What happens once to a thing: with the thing, it is an event. */
export const DEEDS = groupsOf(`
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
export const ENDS = groupsOf(`
begins began begin begins begun broke started start starts вспых* нача*
ends ended end ends over finished stopped законч* заверш*
`);
