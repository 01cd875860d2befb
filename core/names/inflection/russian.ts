/**
 * Russian: the case forms of a name given in the nominative.
 *
 * Declines leading adjectives and the head noun, each by its own ending, and leaves what follows
 * the head as it is (Республики Казахстан). Where nothing follows, a second phrase after «и», a
 * comma or a dash declines too (Пояса и пути). A name keeps its own number: the plural of уйгур is
 * a name of its own. The last part of a hyphenated word declines. Every word of a person declines; a
 * Chinese name also with its last word only.
 *
 * Without a hint, acronyms and capitalised words in -и, -ы, -у, -ю, -э and most in -о stay as they
 * are; so a capitalised plural (Эмираты), and any in -а or -я (лагеря), needs `pl`. Left out: -ою
 * beside -ой, the second locative (в Крыму), numerals but один, possessive adjectives (соломоново), double nouns that both decline (государства-участника), Ростов-на-Дону, and names whose
 * first word stays though it looks like a head (Нур Отан).
 */
import { HintMissing, type InflectionHint } from './hint';

type Gender = 'm' | 'f' | 'n' | 'pl';

/**
 * Seven cells, each with the forms in use: nominative, genitive, dative, accusative of things,
 * accusative of persons, instrumental, prepositional. Adjective and noun agree cell by cell.
 */
type Paradigm = ReadonlyArray<readonly string[]>;

const CELLS = 7;
const ACCUSATIVE_OF_THINGS = 3;

/** Nouns in the singular: the first row that fits. `cut` letters give way to endings; - is none. */
const NOUNS: ReadonlyArray<[ending: RegExp, genders: string, cut: number, endings: string]> = [
  [/(^|-)путь$/i, 'm', 1, 'ь и и ь и ём и'],
  [/ий$/, 'm', 1, 'й я ю й я ем и'],
  [/й$/, 'm', 1, 'й я ю й я ем е'],
  [/ь$/, 'm', 1, 'ь я ю ь я ем е'],
  [/[бвгджзклмнпрстфхцчшщ]$/, 'm', 0, '- а у - а ом е'],
  [/ь$/, 'f', 1, 'ь и и ь ь ью и'],
  [/мя$/, 'n', 1, 'я ени ени я я енем ени'],
  [/ия$/, 'mf', 1, 'я и и ю ю ей и'],
  [/я$/, 'mf', 1, 'я и е ю ю ей е'],
  [/а$/, 'mf', 1, 'а ы е у у ой е'],
  [/[жшчщц]е$/, 'n', 1, 'е а у е е ем е'],
  [/ие$/, 'n', 1, 'е я ю е е ем и'],
  [/е$/, 'n', 1, 'е я ю е е ем е'],
  [/о$/, 'n', 1, 'о а у о о ом е'],
];

/** Adjectives by the sound before the ending, «третий» and its like, and «один». */
const ADJECTIVES = {
  hard: {
    m: 'ый ого ому ый ого ым ом',
    f: 'ая ой ой ую ую ой ой',
    n: 'ое ого ому ое ое ым ом',
    pl: 'ые ых ым ые ых ыми ых',
  },
  soft: {
    m: 'ий его ему ий его им ем',
    f: 'яя ей ей юю юю ей ей',
    n: 'ее его ему ее ее им ем',
    pl: 'ие их им ие их ими их',
  },
  third: {
    m: 'ий ьего ьему ий ьего ьим ьем',
    f: 'ья ьей ьей ью ью ьей ьей',
    n: 'ье ьего ьему ье ье ьим ьем',
    pl: 'ьи ьих ьим ьи ьих ьими ьих',
  },
  one: {
    m: '- ого ому - ого им ом',
    f: 'а ой ой у у ой ой',
    n: 'о ого ому о о им ом',
    pl: 'и их им и их ими их',
  },
};

const SURNAMES = { m: '- а у - а ым е', f: 'а ой ой у у ой ой' };

/** Stems that change before an ending, where no rule says how. */
const STEMS: Record<string, string> = {
  ден: 'дн',
  лев: 'льв',
  павел: 'павл',
  пётр: 'петр',
  ханец: 'ханьц',
  тайванец: 'тайваньц',
};

/** Genitives of plurals whose nominative does not tell them. */
const GENITIVE_PLURALS: Record<string, readonly string[]> = Object.fromEntries(
  `азоры азор|альпы альп|анды анд|апеннины апеннин|арденны арденн|афины афин|багамы багам
  балканы балкан|башкиры башкир|бермуды бермуд|болгары болгар|буряты бурят бурятов|войны войн
  гавайи гавайев|горы гор|города городов|грузины грузин|друзья друзей|земли земель|канары канар
  карпаты карпат|князья князей|кордильеры кордильер|курилы курил|мальдивы мальдив|меры мер
  мужья мужей|осетины осетин|острова островов|префектуры префектур|республики республик|реформы реформ
  румыны румын|саяны саян|сейшелы сейшел|силы сил|страны стран|судеты судет|сыновья сыновей
  татары татар|татры татр|туркмены туркмен туркменов|тюрьмы тюрем
  филиппины филиппин|школы школ`
    .split(/[|\n]\s*/)
    .map((line) => line.split(' '))
    .map(([nominative = '', ...genitives]) => [nominative, genitives]),
);

const UNCHANGING = /^[\p{Lu}.]+$|(?:^|-)цзы$|(?:бюро|кино|метро)$/u;
const NOUNS_IN_OY = /(?:герой|строй|бой|покой|слой)$/i;

/** A Chinese name in Russian letters: a surname of one syllable, and the rest. */
const SYLLABLE = '(?:цз|чж|[бвгджклмнпстфхцчш])?[аоуэыюяеи]+(?:й|нь?)?';
const CHINESE_NAME = new RegExp(`^${SYLLABLE}(?: (?:${SYLLABLE}[-ъ]?)+)+$`, 'i');
/** So also a Korean or Vietnamese one: Ким Чен Ын, Ким Чен-ын. */
const THREE_SYLLABLES = /^(?:[^\sаоуэыюяеиё-]*[аоуэыюяеиё][^\sаоуэыюяеиё-]*(?:[ -]|$)){3}$/iu;

/** @throws when the gender of a noun in -ь is not told by its adjective or the hint */
export function russianForms(name: string, hint?: Exclude<InflectionHint, 'no'>): string[] {
  if (hint === 'person-m' || hint === 'person-f') {
    return personParadigms(name, hint === 'person-m' ? 'm' : 'f').flat(2);
  }
  if (hint === 'adj') {
    const words = name.split(' ');
    const declined = (['m', 'f', 'n', 'pl'] as const).flatMap((gender) =>
      joined(words.map((word) => adjective(word, gender) ?? unchanged(word))).flat(),
    );
    // As the first part of a compound: китайско-казахстанский.
    return /^[^\s-]+[сц]кий$/.test(name) ? [...declined, name.replace(/ий$/, 'о')] : declined;
  }
  return nameParadigm(name, hint).flat();
}

/** One phrase, or several side by side. */
function nameParadigm(name: string, gender: Gender | undefined): Paradigm {
  const [, first = name, joint = '', rest = ''] = /^(.*?)( и |, | [-–—] )(.*)$/.exec(name) ?? [];
  const words = first.split(' ');
  const paradigms: Paradigm[] = [];
  let agreed: Gender | undefined;
  for (const [i, word] of words.entries()) {
    const described = isAdjective(word, i === words.length - 1) ? adjective(word) : null;
    paradigms.push(described ?? noun(word, gender ?? agreed ?? genderOf(word)));
    if (!described) break;
    agreed = adjectiveKind(word)?.gender;
  }
  const tail = words.slice(paradigms.length);
  const whole = joined([...paradigms, ...tail.map(unchanged)]);
  if (!joint) return whole;
  return joined([whole, tail.length > 0 ? unchanged(rest) : nameParadigm(rest, gender)], joint);
}

function unchanged(text: string): Paradigm {
  return Array.from({ length: CELLS }, () => [text]);
}

function isUnchanged(paradigm: Paradigm): boolean {
  return new Set(paradigm.flat()).size === 1;
}

/** The paradigms side by side, cell by cell, in every combination of variants. */
function joined(paradigms: readonly Paradigm[], by = ' '): Paradigm {
  return paradigms.reduce((left, right) =>
    left.map((cell, i) => cell.flatMap((a) => (right[i] ?? []).map((b) => a + by + b))),
  );
}

/** Both readings, cell by cell. */
function either(one: Paradigm, other: Paradigm): Paradigm {
  return one.map((cell, i) => [...cell, ...(other[i] ?? [])]);
}

// Nouns

/** Null when the word does not decline. */
function genderOf(word: string): Gender | null {
  if (UNCHANGING.test(word)) return null;
  const isCommon = /^\p{Ll}/u.test(word);
  if (/(^|-)(?:путь|день)$/i.test(word) || /[бвгджзйклмнпрстфхцчшщ]$/.test(word)) return 'm';
  if (/(?:[жшчщ]|[аео]ст)ь$/.test(word)) return 'f';
  if (word.endsWith('ь')) {
    throw new HintMissing(
      `The ending of “${word}” does not tell its gender: the hint “m” or “f” is missing.`,
    );
  }
  if (isCommon && /(?:[ыи]|[ая]не)$/.test(word)) return 'pl';
  if (/мя$/.test(word) || /(?:[иьщц]|мор|пол)е$/i.test(word)) return 'n';
  if (isCommon ? /[бвгджзклмнпрстфхцчшщ]о$/.test(word) : /(?:тв|[ое]в|ин)о$/.test(word)) return 'n';
  return /[^аоуэиы]а$|я$/.test(word) ? 'f' : null;
}

function noun(word: string, gender: Gender | null): Paradigm {
  if (gender === null || UNCHANGING.test(word)) return unchanged(word);
  if (gender === 'pl') return plural(word);
  const row = NOUNS.find(([ending, genders]) => genders.includes(gender) && ending.test(word));
  if (!row) return unchanged(word);
  const [, , cut, endings] = row;
  const stem = word.slice(0, word.length - cut);
  return withEndings(word, gender === 'm' ? obliqueStem(stem) : stem, endings);
}

function withEndings(word: string, stem: string, endings: string): Paradigm {
  const list = endings.split(' ');
  return list.map((ending) => (ending === list[0] ? [word] : spelled(stem, ending)));
}

/** Unstressed о is written е after sibilants and ц. */
function spelled(stem: string, ending: string): string[] {
  const written = respelled(stem, ending);
  if (!/[жшщчц]$/.test(stem) || !ending.startsWith('о')) return [written];
  const unstressed = `${stem}е${ending.slice(1)}`;
  return isShort(stem) ? [unstressed, written] : [unstressed];
}

/** Whether the ending after a sibilant or ц may be stressed: врачом, бойцом; not китайцем. */
function isShort(stem: string): boolean {
  return !/ьц$/.test(stem) && syllables(stem) <= (stem.endsWith('ц') ? 1 : 2);
}

function respelled(stem: string, ending: string): string {
  let written = ending;
  if (/[гкхжшщч]$/.test(stem)) written = written.replace(/^ы/, 'и');
  if (/[жшщчц]$/.test(stem)) written = written.replace(/^я/, 'а').replace(/^ю/, 'у');
  return stem + written;
}

/** The stem before an ending, where a vowel is lost: китаец, китайца. */
function obliqueStem(stem: string): string {
  const part = lastPart(stem);
  const known = STEMS[part.toLowerCase()];
  if (known) return stem.slice(0, stem.length - part.length) + part.charAt(0) + known.slice(1);
  if (/ец$/.test(part)) {
    if (/[аоуэыюяеи]ец$/.test(part)) return stem.replace(/ец$/, 'йц');
    if (/лец$/.test(part)) return stem.replace(/ец$/, 'ьц');
    const keepsVowel = syllables(part) <= 2 && /[^аоуэыюяеиё]{2}ец$/i.test(part);
    return keepsVowel ? stem : stem.replace(/ец$/, 'ц');
  }
  return stem.replace(/(ч|рын|поряд|пос[её]л|участ|подрост|реб[её]н)ок$/, '$1к');
}

function plural(word: string): Paradigm {
  if (!/(?:[ыиая]|[ая]не)$/.test(word)) return unchanged(word);
  const stem = word.slice(0, -1) + (/(?:[гкхжшщч]и|[ыае])$/.test(word) ? 'а' : 'я');
  const genitives = genitivePlurals(word);
  const instrumental = /(?:^|-)(?:дет|люд)и$/i.test(word) ? `${word.slice(0, -1)}ьми` : `${stem}ми`;
  return [[word], genitives, [`${stem}м`], [word], genitives, [instrumental], [`${stem}х`]];
}

function genitivePlurals(word: string): readonly string[] {
  const part = lastPart(word);
  const known = GENITIVE_PLURALS[part.toLowerCase()];
  const stem = word.slice(0, -1);
  if (known) {
    const before = word.slice(0, word.length - part.length) + part.charAt(0);
    return known.map((genitive) => before + genitive.slice(1));
  }
  if (/(?:[ая]не|ицы|а)$/.test(word)) return [stem];
  if (/цы$/.test(word)) return isShort(stem) ? [`${stem}ев`, `${stem}ов`] : [`${stem}ев`];
  if (/и[ия]$/.test(word)) return [`${stem}й`];
  if (/[аоуэюяе]и$|ья$/.test(word)) return [`${stem}ев`];
  if (/ьи$/.test(word)) return [`${stem.slice(0, -1)}ей`];
  // Of men and of women: турков, турок; уйгурков, уйгурок.
  const women = /[бвджзлмнпрстчшьй]ки$/.test(word) ? [`${womenStem(stem)}к`] : [];
  if (/[гкх]и$|ы$/.test(word)) return [`${stem}ов`, ...women];
  return [`${stem}ей`];
}

function womenStem(stem: string): string {
  const before = stem.slice(0, -1);
  if (/[ьй]$/.test(before)) return `${before.slice(0, -1)}е`;
  return before + (/[жчш]$/.test(before) ? 'е' : 'о');
}

function lastPart(word: string): string {
  return word.slice(word.lastIndexOf('-') + 1);
}

function syllables(text: string): number {
  return lastPart(text).match(/[аоуэыюяеиё]/gi)?.length ?? 0;
}

// Adjectives

const THIRD = /^(трет|казач)(ий|ья|ье|ьи)$/i;

/** Whether a word of a name is an adjective to what follows, or (Поднебесная) stands for a noun. */
function isAdjective(word: string, isLast: boolean): boolean {
  if (/^один$|^одн[аои]$/i.test(word) || THIRD.test(word)) return true;
  if (/ой$/.test(word) && (isLast || NOUNS_IN_OY.test(word))) return false;
  return /.{3}(?:ый|ой|ая|яя|ое|ее|ые)$|.{2}(?:[гкхжшщч]|[^аеияо]н)и[йе]$/.test(word);
}

function adjectiveKind(
  word: string,
): { stem: string; kind: keyof typeof ADJECTIVES; gender: Gender } | null {
  const one = /^(од)(?:ин|н([аои]))$/i.exec(word);
  if (one) return { stem: `${one[1]}н`, kind: 'one', gender: GENDERS[one[2] ?? ''] ?? 'm' };
  const third = THIRD.exec(word);
  if (third) return { stem: third[1] ?? '', kind: 'third', gender: GENDERS[third[2] ?? ''] ?? 'm' };
  const [, stem, ending] = /^(.+)(ый|ой|ий|ая|яя|ое|ее|ые|ие)$/.exec(word) ?? [];
  const gender = GENDERS[ending ?? ''];
  if (!stem || !ending || !gender) return null;
  const isSoft =
    ending === 'ая'
      ? /[жшщч]$/.test(stem) && !/(?:больш|чуж)$/i.test(stem)
      : /^[яие]/.test(ending) && !/[гкх]$/.test(stem);
  return { stem, kind: isSoft ? 'soft' : 'hard', gender };
}

const GENDERS: Record<string, Gender> = {
  ый: 'm',
  ой: 'm',
  ий: 'm',
  ая: 'f',
  яя: 'f',
  ья: 'f',
  а: 'f',
  ое: 'n',
  ее: 'n',
  ье: 'n',
  о: 'n',
  ые: 'pl',
  ие: 'pl',
  ьи: 'pl',
  и: 'pl',
};

/** Null when the word has no adjective's ending. */
function adjective(word: string, wanted?: Gender): Paradigm | null {
  const found = adjectiveKind(word);
  if (!found) return null;
  const { stem, kind, gender } = found;
  const endings = ADJECTIVES[kind][wanted ?? gender];
  const nominative =
    wanted && wanted !== gender ? respelled(stem, endings.replace(/ .*/, '')) : word;
  const list = endings.split(' ');
  return list.map((ending) => [ending === list[0] ? nominative : respelled(stem, ending)]);
}

// Persons

interface Place {
  isLast: boolean;
  isOnly: boolean;
  isChinese: boolean;
}

function personParadigms(name: string, gender: 'm' | 'f'): Paradigm[] {
  const words = name.split(' ');
  const isChinese = CHINESE_NAME.test(name) || (words.length > 1 && THREE_SYLLABLES.test(name));
  if (isChinese && gender === 'f') return [];
  const paradigms = words.map((word, i) =>
    personWord(word, gender, {
      isLast: i === words.length - 1,
      isOnly: words.length === 1,
      isChinese,
    }),
  );
  const last = paradigms.pop();
  if (!last || (isChinese && isUnchanged(last))) return [];
  const readings = [joined([...paradigms, last])];
  if (isChinese) readings.unshift(joined([...words.slice(0, -1).map(unchanged), last]));
  return readings.map((reading) => reading.filter((_, cell) => cell !== ACCUSATIVE_OF_THINGS));
}

/** The last part declines, and a surname before it. */
function personWord(word: string, gender: 'm' | 'f', place: Place): Paradigm {
  const parts = word.split('-');
  return joined(
    parts.map((part, i) => {
      const declines = i === parts.length - 1 || /(?:[оеё]ва?|ина?|ск(?:ий|ая))$/.test(part);
      if (!declines || !(place.isChinese || /^\p{Lu}./u.test(part))) return unchanged(part);
      return gender === 'm' ? manWord(part, place) : womanWord(part, place);
    }),
    '-',
  );
}

function manWord(word: string, { isLast, isChinese }: Place): Paradigm {
  if (/ых$|[аоуэиы]а$/.test(word)) return unchanged(word);
  const surname = withEndings(word, word, SURNAMES.m);
  if (/^(?!яков$)..+[оеё]в$/i.test(word)) return surname;
  if (isLast && /[кх]ий$|ый$|.{3}ой$/.test(word)) return adjective(word) ?? surname;
  const declined = noun(word, 'm');
  // Карин, Кариным; but a foreign Дарвин, Дарвином.
  return isLast && !isChinese && /.[иы]н$/.test(word) ? either(declined, surname) : declined;
}

function womanWord(word: string, { isLast, isOnly }: Place): Paradigm {
  if (!/[^аоуэиы]а$|[яь]$/.test(word)) return unchanged(word);
  const surname = withEndings(word, word.slice(0, -1), SURNAMES.f);
  const declined = noun(word, 'f');
  if (/..[оеё]ва$/.test(word)) return surname;
  if (isLast && /.[иы]на$/.test(word)) return isOnly ? either(declined, surname) : surname;
  if (isLast && /.{3}(?:ая|яя)$/.test(word)) return adjective(word) ?? declined;
  return word.endsWith('ь') ? either(declined, unchanged(word)) : declined;
}
