/**
 * The words of third parties inside a passage: in quotation marks or in a clause with "that", with a verb of saying, and
 * with whoever says them named in the same sentence. Where it is only "he", nobody is named, and nothing is credited.
 */
import type { Quote } from '../model/source';

/** Whoever speaks is named so near to the words, in UTF-16 units. */
const NEAR = 300;
/** At most so many words name somebody. */
const LONGEST_NAME = 9;

const VERB =
  '(?:said|says|say|told|tells|claims?|claimed|writes?|wrote|reports?|reported|states?|stated|announce[sd]?|argue[sd]?|insist(?:s|ed)?|warn(?:s|ed)?|estimate[sd]?|confirm(?:s|ed)?|explain(?:s|ed)?|note[sd]?|add(?:s|ed)|acknowledge[sd]?|admit(?:s|ted)?|allege[sd]?|suggest(?:s|ed)?|predict(?:s|ed)?|promise[sd]?|declare[sd]?|recall(?:s|ed)?|maintain(?:s|ed)?|complain(?:s|ed)?|remark(?:s|ed)?|emphasi[sz]e[sd]?|stress(?:es|ed)?|repl(?:ies|ied)|answer(?:s|ed)|asks?|asked)';
const NAMES = '(?:called|calls|described|describes|termed|labelled|dismissed|praised)';
const RU_VERB =
  '(?:сказал[аи]?|говорит|говорят|заявил[аи]?|заявляет|отметил[аи]?|отмечает|сообщил[аи]?|сообщает|подчеркнул[аи]?|подч[её]ркивает|добавил[аи]?|пояснил[аи]?|поясняет|ответил[аи]?|написал[аи]?|пишет|считает|считают|утверждает|утверждают|признал[аи]?|уверяет|рассказал[аи]?|предупредил[аи]?|напомнил[аи]?)';
const KK_VERB =
  '(?:деді|дейді|деген|деп (?:айтты|хабарлады|мәлімдеді|жазды|жауап берді|атап өтті))';

/** A quotation of words, not a title or a word held at a distance. */
const QUOTED = /[“"«„]([^“”"«»„]{2,2000})[”"»“]/gu;
/** Sentences end there, also before a quotation mark that closes. */
const SENTENCE_END =
  /(?<!(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|\p{Lu}))[.!?…。！？][”"»’')\]]*(?=\s|$)/gu;

const expression = (pattern: string) => new RegExp(pattern.replaceAll(' ', '\\s+'), 'u');

/** What may stand before the subject: "For example, the press writes that …" */
const LEAD = '(?:(?:But|And|Yet) )?(?:[\\p{L}\\p{N}\\s]{2,30}, )?';
const TOKEN =
  "(?:(?:\\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov)\\.|[\\p{L}\\p{N}’'&-]+)";
const NP = `(?<who>${TOKEN}(?: ${TOKEN}){0,8}?)`;
/** Between whoever speaks and the verb: "X, who leads the traders, said". */
const ASIDE = '(?:, (?<aside>[^,.;!?“”«»]{2,120}),)?';
const AUXILIARY = '(?: has| have| had| also| then| later| once| recently| repeatedly)*';
const ADDRESSEE =
  '(?: (?:to )?(?:us|me|him|her|them|reporters|journalists|parliament|the [\\p{L}’-]+(?: [\\p{L}’-]+){0,2}|[\\p{Lu}][\\p{L}’-]+(?: [\\p{Lu}][\\p{L}’-]+)?))?(?: (?:on|in|at|last) [\\p{L}\\p{N} ]{2,30}?)?';

/** Stands before a quotation: X said (that): “…” */
const BEFORE = [
  expression(
    `(?:^|[.!?…:;,”»–—] )${LEAD}${NP}${ASIDE}${AUXILIARY} ${VERB}${ADDRESSEE}(?: that|,|:)? $`,
  ),
  expression(`(?:^|[.!?…:;,”»–—] )${NP}${ASIDE}${AUXILIARY} ${NAMES} [^.!?“”«»]{1,60}? ?(?:as )?$`),
  expression(
    `(?:^|[.!?…:;,”»–—] )(?<who>[\\p{L}-]+(?: [\\p{L}-]+){0,8}?)(?:, [^,.;!?]{2,120},)? ${RU_VERB}(?:[^.!?«»,:]{0,40})?(?:, что|:) $`,
  ),
];
/** Stands after a quotation: “…,” said X. “…,” X said. */
const AFTER = [
  expression(
    `^,? ?${VERB} ${NP}(?=,|\\.|;|$| (?:in|on|at|to|of the|during|after|who|when|while|last|as) )`,
  ),
  expression(`^,? ?${NP}${ASIDE}${AUXILIARY} ${VERB}(?=[ ,.;:]|$)`),
  expression(
    `^,? ?[–—-] ${RU_VERB} (?:[^.!?«»,]{0,40}? )??(?<who>(?:\\p{Lu}[\\p{L}-]+|\\p{Ll}[\\p{L}-]+(?: [\\p{L}-]+){0,5}? \\p{Lu}[\\p{L}-]+)(?: \\p{Lu}[\\p{L}-]+){0,3})`,
  ),
  expression(`^,? ?[–—-]? ?${KK_VERB} (?<who>\\p{Lu}[\\p{L}-]+(?: [\\p{L}-]+){0,3})`),
];
/** X said that … , to the end of the sentence. */
const CLAUSE = [
  new RegExp(
    `(?:^|(?<=[.!?…:”»–—]\\s+))${LEAD}${NP}${ASIDE}${AUXILIARY} ${VERB}${ADDRESSEE} that (?<said>[^.!?…“”]+(?:“[^”]*”[^.!?…“”]*)*)`.replaceAll(
      ' ',
      '\\s+',
    ),
    'gu',
  ),
  new RegExp(
    `(?:^|(?<=[.!?…:”»–—]\\s+))(?:Но |А |И )?(?<who>[\\p{L}-]+(?: [\\p{L}-]+){0,8}?)(?:, [^,.;!?]{2,120},)? ${RU_VERB}(?:[^.!?«»,:]{0,40})?, что (?<said>[^.!?…«»]+(?:«[^»]*»[^.!?…«»]*)*)`.replaceAll(
      ' ',
      '\\s+',
    ),
    'gu',
  ),
];

/** Nobody's name, and whoever speaks anyway. */
const NO_NAME =
  /^(?:I|we|you|he|she|it|they|this|that|these|those|there|here|who|what|which|one|some|many|others?|people|nobody|somebody|everybody|if|when|while|as|although|because|and|but|so|then|not|я|мы|ты|вы|он|она|оно|они|это|кто|что|который|многие|некоторые|ол|біз|мен|олар)(?![\p{L}’'])/iu;
/** When and how they say it. */
const CIRCUMSTANCE =
  /(?: (?:in (?:such|these|some|many|most) \p{L}+|always|never|often|usually|now|today|again|\p{L}+ly))+$/u;
/** A noun phrase holds no verb. */
const VERBAL =
  /(?:^|\s)(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|not|that|because|when|if|to)(?=\s|$)/u;

/** @returns in order, none within another; offsets in the text */
export function findReportedSpeech(text: string): Quote[] {
  const found: Quote[] = [];
  const add = (start: number, end: number, who: string | undefined) => {
    const speaker = nameOf(who);
    const isFree = found.every((other) => end <= other.start || start >= other.end);
    if (speaker && isFree && end > start) found.push({ start, end, speaker });
  };
  for (const rule of CLAUSE) {
    for (const { groups, 0: whole, index } of text.matchAll(rule)) {
      const said = (groups?.said ?? '').trimEnd();
      const start =
        index + whole.indexOf(groups?.said ?? '', whole.length - (groups?.said ?? '').length);
      if (said.split(/\s+/).length > 2) add(start, start + said.length, namedIn(groups));
    }
  }
  let lastAttributed = { end: -1, who: '' };
  for (const { index, 0: quoted, 1: words = '' } of text.matchAll(QUOTED)) {
    const end = index + quoted.length;
    const isSpeech = words.trim().split(/\s+/).length > 2 || /[,.!?…]$/.test(words.trim());
    const before = text.slice(Math.max(sentenceStart(text, index), index - NEAR), index);
    const after = text.slice(end, Math.min(sentenceEnd(text, end), end + NEAR));
    const who =
      first(BEFORE.slice(0, isSpeech ? undefined : 2), before) ??
      (isSpeech ? first(AFTER, after) : undefined);
    if (nameOf(who)) {
      add(index, end, who);
      lastAttributed = { end: sentenceEnd(text, end), who: who ?? '' };
    } else if (
      isSpeech &&
      lastAttributed.end >= 0 &&
      text.slice(lastAttributed.end, index).trim() === ''
    ) {
      // “…,” X said. “…” goes on.
      add(index, end, lastAttributed.who);
      lastAttributed = { ...lastAttributed, end };
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function first(rules: readonly RegExp[], text: string): string | undefined {
  for (const rule of rules) {
    const who = namedIn(rule.exec(text)?.groups);
    if (nameOf(who)) return who;
  }
  return undefined;
}

/** "The chairman, Baron Munchausen, said": the name, if it stands beside the office. */
function namedIn(groups: Record<string, string> | undefined): string | undefined {
  const { who, aside } = groups ?? {};
  return aside && PROPER.test(aside) ? aside : who;
}
const PROPER = /^\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*){1,3}$/u;

function nameOf(who: string | undefined): string | null {
  const name = (who ?? '').replace(/\s+/g, ' ').replace(CIRCUMSTANCE, '').trim();
  const isName =
    name !== '' &&
    !NO_NAME.test(name) &&
    !VERBAL.test(name) &&
    name.split(' ').length <= LONGEST_NAME;
  return isName && /\p{L}{2}/u.test(name) ? name : null;
}

function sentenceStart(text: string, at: number): number {
  let start = 0;
  for (const { index, 0: end } of text.slice(0, at).matchAll(SENTENCE_END)) {
    if (/\S/.test(text.slice(index + end.length, at))) start = index + end.length;
  }
  return start + (/^\s*/.exec(text.slice(start, at))?.[0].length ?? 0);
}

function sentenceEnd(text: string, at: number): number {
  SENTENCE_END.lastIndex = at;
  const end = SENTENCE_END.exec(text);
  return end ? end.index + end[0].length : text.length;
}
