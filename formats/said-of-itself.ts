/** Tidies what files say of themselves: dates, languages, addresses, names. What cannot be read is not guessed. */

import { MAX_LABEL, MAX_LINE } from './limits';

/** ISO 8601 as precise as it was said, or null. */
export function dateOf(said: string | null | undefined): string | null {
  const match =
    /^\s*(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?(?:Z|[+-]\d\d:?\d\d))?))?)?)?\s*$/i.exec(
      said ?? '',
    );
  const slashed = /^\s*(\d{4})\/(\d\d?)\/(\d\d?)\s*$/.exec(said ?? '');
  const [, year, month, day, time] = match ?? slashed ?? [];
  if (!year || year === '0000') return null;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const monthly = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return monthly;
  const daily = `${monthly}-${day.padStart(2, '0')}`;
  const isReal =
    !Number.isNaN(Date.parse(daily)) && new Date(daily).toISOString().startsWith(daily);
  if (!isReal) return null;
  return time === undefined || !/Z|[+-]\d\d:?\d\d$/i.test(time)
    ? daily
    : `${daily}T${time.replace(/\s/g, '')}`;
}

/** The longest tag that software must bear (RFC 5646). */
const LONGEST_TAG = 35;

/** BCP 47 in its usual case, or null. */
export function languageOf(said: string | null | undefined): string | null {
  const tag = (said ?? '').trim().replaceAll('_', '-');
  if (tag.length > LONGEST_TAG) return null;
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) || /^(?:und|zxx|mul)$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // Well-formed to the eye, not to the standard: the file has said nothing.
    return null;
  }
}

/** http or https, or null. */
export function addressOf(said: string | null | undefined, base?: string | null): string | null {
  if (!said) return null;
  if (!URL.canParse(said.trim(), base ?? undefined)) return null;
  const url = new URL(said.trim(), base ?? undefined);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

/** One line without padding, or null. What is too long for a line is a text, or a fault of the file. */
export function wordsOf(said: string | null | undefined): string | null {
  const words = (said ?? '').replace(/\s+/g, ' ').trim();
  return words === '' || words.length > MAX_LINE ? null : words;
}

/** How the document numbers a page, or null. */
export function pageLabelOf(said: string | null | undefined): string | null {
  const label = wordsOf(said);
  return label && label.length <= MAX_LABEL ? label : null;
}

/** Programs and forms name nobody. */
const NOBODY =
  /^(?:unknown|anonymous|author|authors|user|users?\d*|admin(?:istrator)?|owner|пользователь|автор|админ|пользователь windows|windows user|microsoft office user|n\/a|none|-+)$/iu;

/** The names in what is said of authors; several in one are parted where that is plain. */
export function namesOf(said: ReadonlyArray<string | null | undefined>): string[] {
  const names = new Set<string>();
  for (const one of said) {
    for (const part of (one ?? '').replace(/^\s*by\s+/i, '').split(/\s*[;；、]\s*/)) {
      for (const name of parted(part)) {
        const words = wordsOf(name.replace(/\s*\(https?:[^)]*\)$/, ''));
        const isName =
          words && words.length <= 100 && !NOBODY.test(words) && !/^https?:/.test(words);
        if (isName) names.add(words);
      }
    }
  }
  return [...names];
}

/** “Akmatova, Aigul” and “Water & Land” are one name, “Aigul Akmatova, Timur Saparov and Li Wen” are three. */
function parted(part: string): string[] {
  const parts = part
    .split(/\s*[,，]\s*(?:and\s+)?|\s+(?:and|und|et|и|және|&)\s+/u)
    .filter((one) => one !== '');
  const areNames = parts.length > 1 && parts.every((one) => /^[^()]*\S\s+\S[^()]*$/.test(one));
  return areNames ? parts : [part];
}

/** Programs name a document after its file, or after themselves. */
const NO_TITLE =
  /^(?:about:|microsoft (?:word|powerpoint|excel)\b|untitled|без имени|без названия|document\d*$|документ\d*$|title$|slide 1$|powerpoint presentation|print$|layout 1$|new document)|\.(?:docx?|pdf|rtf|odt|txt|tex|dvi|indd|qxd|p65|html?|epub|pages|pptx?|xlsx?|wpd|md|cdr|ps|eps|tiff?|jpe?g|png)$|^[^\s]*[\\/][^\s]*$|^[^\p{L}]+$/iu;

/** A title that somebody gave, or null. */
export function titleOf(said: string | null | undefined): string | null {
  const words = wordsOf(said);
  return words && !NO_TITLE.test(words) ? words : null;
}
