/** The byline: who has written a document, and when, where its opening says so in a line of its own. */
import type { Block } from '../model/draft';

/** Bylines stand above the text. */
const OPENING = 6;
const LONGEST = 150;

const NAME = String.raw`\p{Lu}[\p{L}’'.-]*(?:\s+(?:\p{Lu}[\p{L}’'.-]*|de|van|von|al|bin|uly|qyzy|ұлы|қызы)){1,3}`;
const BETWEEN = String.raw`\s*(?:[,，、&]|\s(?:and|и|және)\s)\s*`;
const BYLINE = new RegExp(
  String.raw`^(?:(?:[Bb]y|BY|[Ww]ritten by|[Тт]екст|[Аа]втор(?:ы|лар)?|Мәтін)\s*:?\s+(?<names>${NAME}(?:${BETWEEN}${NAME})*)|(?:作者|文)\s*[:：/／]\s*(?<han>\p{Script=Han}{2,4}(?:[、，\s]\p{Script=Han}{2,4})*))(?:\s*[,，|·•–—-]\s*(?<rest>.+))?$`,
  'u',
);
const PUBLISHED =
  /^(?:published|posted|updated|опубликовано|дата|жарияланды|发布时间|發佈時間|日期)\s*(?:on\s+|[:：]\s*)?/iu;

/** How the names of the months begin, in English, Russian and Kazakh. */
const MONTHS = (
  'jan янв қаң|feb фев ақп|mar мар нау|apr апр сәу|may мая май мам|jun июн мау|' +
  'jul июл шіл|aug авг там|sep сен қыр|oct окт қаз|nov ноя қар|dec дек жел'
)
  .split('|')
  .map((names) => names.split(' '));

/** What the opening says; empty and null where it says nothing. @param blocks of the text, up to its first turn */
export function findByline(
  text: string,
  blocks: readonly Block[],
): { authors: string[]; date: string | null } {
  let authors: string[] = [];
  let date: string | null = null;
  for (const { start, end } of blocks.slice(0, OPENING)) {
    const line = text.slice(start, end).trim();
    if (line.length > LONGEST) continue;
    const { names, han, rest } = BYLINE.exec(line)?.groups ?? {};
    if (authors.length === 0 && (names ?? han)) {
      const parts = names ? names.split(new RegExp(BETWEEN, 'u')) : (han ?? '').split(/[、，\s]/u);
      authors = parts.filter(Boolean);
    }
    date ??= dateIn(rest ?? line.replace(PUBLISHED, ''));
  }
  return { authors, date };
}

/** A day that is all of a line: "14 May 2019", "May 14, 2019", "14 мая 2019 г.", "14.05.2019", "2019年5月14日". */
function dateIn(line: string): string | null {
  const said = line.trim().replace(/\s*(?:г\.|ж\.|года|жылы?)?$/u, '');
  const [, year, month, day] =
    /^(\d{4})-(\d\d)-(\d\d)$/.exec(said) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(said) ?? [];
  if (year && month && day) return isoDay(year, month, day);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(said);
  if (dotted) return isoDay(dotted[3], dotted[2], dotted[1]);
  const { d, m, y } =
    /^(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?<m>\p{L}{3,})\.?,?\s+(?<y>\d{4})$/u.exec(said)?.groups ??
    /^(?<m>\p{L}{3,})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})$/u.exec(said)?.groups ??
    {};
  const at = MONTHS.findIndex((names) => names.some((name) => m?.toLowerCase().startsWith(name)));
  return at < 0 ? null : isoDay(y, String(at + 1), d);
}

/** Null where there is no such day. */
function isoDay(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isReal = !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso);
  return isReal ? iso : null;
}
