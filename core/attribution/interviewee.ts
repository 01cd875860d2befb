/** Who answers where answers bear no name: the one whom the document says it talked to. */
import type { Person } from '../model/source';
import { escaped } from '../text/escaped';

/** One who speaks, as the document names them. */
export type Speaker = Pick<Person, 'name' | 'role'>;

/** Each part is as long as such words are: over a run without end, engines run out of stack, or of time. */
const WORD = "\\p{Lu}[\\p{L}’'.-]{0,60}";
const SMALL = '[\\p{Ll}, -]{1,200} ';
const NAME = `${WORD}(?: (?:(?:al|bin|ben|de|der|la|of|van|von|kyzy|uulu|ogly) )?${WORD}){0,3}`;
const FULL_NAME = `${WORD}(?: (?:(?:al|bin|ben|de|der|la|van|von|kyzy|uulu|ogly) )?${WORD}){1,3}`;

/** In each the name is a group of its own. Those with words that can only be an interview's come first. */
const SAYS_SO = [
  `[Ii]nterview(?:ed)? (?:with |by [^.?!]{2,40} with )?(?:${SMALL})?(${NAME})`,
  `(?:[Ww]e|[Ww]ho|[Cc]orrespondents?|[Rr]eporters?) (?:spoke|talked|met|sat down) (?:to|with) (?:${SMALL})?(${NAME})`,
  `[Cc]onversation with (?:${SMALL})?(${NAME})`,
  `(${FULL_NAME})(?:, [^.?!]{2,140},)? (?:told us|told our|tells us|shared|answered (?:our|the) questions|answers (?:our|the) questions|spoke (?:to|with) (?:us|our)|talked (?:to|with) (?:us|our)|talks to us|gave an interview)`,
  `(?:рассказ(?:ал|ала|ывает)|поделил(?:ся|ась)|ответил(?:а)?(?: на (?:наши )?вопросы)?|отвечает на (?:наши )?вопросы)(?: нам| нашему корреспонденту)? (?:[\\p{Ll}\\s-]{1,200} )?(${FULL_NAME})`,
  `(${FULL_NAME})(?:, [^.?!]{2,140},)? (?:рассказ(?:ал|ала|ывает)|поделил(?:ся|ась)|ответил(?:а)? на (?:наши )?вопросы|отвечает на (?:наши )?вопросы)`,
  `(?:[Сс]обеседни(?:к|ца)|[Гг]ость|[Гг]остья) [^.?!]{0,30}[–—-] (?:${SMALL})?(${FULL_NAME})`,
  `(${FULL_NAME})(?:, [^.?!]{2,140},)? [^.?!]{0,60}(?:айтып берді|сұхбат берді|әңгімелеп берді|жауап берді)`,
].map((pattern) => new RegExp(pattern.replaceAll(' ', '\\s+'), 'u'));

/** So near before the first turn stands whom the document talked to. UTF-16 units. */
const NEAR = 20_000;
/** Longer ones are no names, and no offices. */
const LONGEST = 200;
/** Forenames stand so near before a surname. */
const FORENAMES = 200;

const NO_NAMES =
  /^(?:The|A|An|On|In|At|It|We|He|She|They|About|This|That|But|And|Our|His|Her|With|For|From|By|Present|О|В|На|Об|Он|Она|Мы|Из)\b/u;

export interface Interviewee {
  speaker: Speaker;
  /** Nothing but the opening names them; whoever answers may be another. */
  isGuess: boolean;
}

/**
 * @param before what stands before the first turn
 * @param people names of persons that stand in the document: "of Kazakhstan Aidar Amrebayev" holds one of two words
 */
export function findInterviewee(
  before: string,
  text: string,
  people: readonly string[],
): Interviewee | null {
  const opening = before.slice(-NEAR);
  for (const expression of SAYS_SO) {
    const words = trimmedName(expression.exec(opening)?.[1]);
    const name = people.find((person) => words?.endsWith(` ${person}`)) ?? words;
    if (name) return { speaker: { name, role: roleOf(name, text) }, isGuess: false };
  }
  const named = new Set(
    Array.from(opening.matchAll(new RegExp(FULL_NAME.replaceAll(' ', '\\s+'), 'gu')), ([words]) =>
      trimmedName(words),
    ),
  );
  named.delete(null);
  // Only one is named in the opening by more than one word, and is named as the subject of a sentence.
  const subjects = [...named].filter((name): name is string =>
    new RegExp(`(?:^|[.!?…]\\s+|\\n\\s*)${escaped(name ?? '')}(?:,[^.!?]*,)?\\s+\\p{Ll}`, 'u').test(
      opening,
    ),
  );
  const [only] = subjects;
  return subjects.length === 1 && only
    ? { speaker: { name: only, role: roleOf(only, text) }, isGuess: true }
    : null;
}

function trimmedName(words: string | undefined): string | null {
  const name =
    words
      ?.replace(/\s+/g, ' ')
      .replace(/[.,’'-]+$/, '')
      .replace(/[’']s$/, '') ?? '';
  return name === '' || name.length > LONGEST || NO_NAMES.test(name) ? null : name;
}

/**
 * The fullest way in which the document writes whom a label calls "FOGG".
 * @returns the label's own words where the document has none, or several
 */
export function fullNameOf(label: string, text: string): string {
  const words = label.replace(TITLE, '').trim();
  const last = escaped(words.split(/\s+/).at(-1) ?? words);
  // "i" lets a name in capitals be found; what stands before it must still begin with one.
  const sought = new RegExp(`${last}(?![\\p{L}])(?!\\s*[:：])`, 'giu');
  const found = new Map<string, number>();
  for (const { 0: surname, index } of text.matchAll(sought)) {
    const before = WORDS_BEFORE.exec(text.slice(Math.max(0, index - FORENAMES), index))?.[0];
    if (before === undefined) continue;
    const forenames = before
      .split(/\s+/)
      .filter(
        (word) => /^\p{Lu}\p{Ll}/u.test(word) && !NO_NAMES.test(word) && !TITLE.test(`${word} `),
      );
    if (!/^\p{Lu}\p{Ll}/u.test(surname)) continue;
    const name = [...forenames, surname].join(' ');
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  const full = [...found.keys()].filter((name) => name.includes(' '));
  if (words.includes(' ') && words !== words.toUpperCase()) return words;
  const [one, other] = full;
  if (one && !other) return one;
  return found.size === 1 || full.length === 0
    ? ([...found.keys()].find((name) => !name.includes(' ')) ?? words)
    : words;
}

/** Sought from a surname back: forwards, every word of the document would be tried. */
const WORDS_BEFORE = /(?<![\p{L}.-])(?:\p{L}[\p{L}’'-]+\s+){0,2}$/u;

const TITLE = /^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Г-н|Г-жа|Господин|Госпожа)\.?\s+/iu;

/** What a person is, where it follows the name: "Captain Nemo, engineer." Verbatim; null where nothing does. */
export function roleOf(name: string, text: string): string | null {
  const expression = new RegExp(
    `${escaped(name).replaceAll(' ', '\\s+')}(?:,|\\s+\\(|\\s+[–—])\\s*((?:(?:the|a|an|former|deputy)\\s+)?\\p{Ll}[\\p{L}’-]{0,60}(?:\\s+[\\p{L}’-]{1,60}){0,14})(?=[,.;)]|\\s+[–—])`,
    'gu',
  );
  for (const [, role = ''] of text.matchAll(expression)) {
    if (
      role.length <= LONGEST &&
      ROLE.test(role) &&
      !/^(?:who|which|whose|said|says|told|is|was|has|had|and|or|but|который|которая)\b/.test(role)
    ) {
      return role.replace(/\s+/g, ' ');
    }
  }
  return null;
}

/** A word of office or trade stands in it. */
const ROLE =
  /\b(?:head|chief|chair|director|agent|clerk|guide|professor|minister|president|governor|mayor|deputy|member|expert|fellow|judge|general|colonel|captain|doctor|spokes\p{L}+|\p{L}{3,}(?:ist|ian|eer|man|woman|person|tor|yer|ger|per|cher|ner))s?\b|(?:директор|глава|руководител|президент|министр|профессор|эксперт|проводник|учёный|ученый|историк|журналист|эколог|инженер|депутат|председател|аналитик|политолог|экономист|основател|член|доктор|кандидат|бас\p{L}+|директоры|маман|сарапшы|ғалым|инженер)/iu;
