/** Our own words around a passage, put together from `locales/`; what a source says stays as it is. */
import { i18n } from '#i18n';
import type { CitationWords } from '../../core/card/citation';
import { foundPassages } from '../../core/library/found-passages';
import { Failure, type FailureCode } from '../../core/model/failure';
import type { Doubt, HedgeKind, Quote, Span } from '../../core/model/source';
import type {
  AttributedPassage,
  EntitySummary,
  SearchFit,
  SearchResults,
  SourceSummary,
  Why,
} from '../../core/model/views';
import { runsOf } from '../passage/spans';

/** Keeps a name in another direction of writing from turning around the words beside it. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

/** "2 names, 5 passages" */
export function resultCounts(results: SearchResults): string {
  const names = results.names.length;
  const passages = foundPassages(results).length;
  return commas([
    i18n.t('popup.namesCount', names, [numberText(names)]),
    i18n.t('popup.passagesCount', passages, [numberText(passages)]),
  ]);
}

/** What the reader calls an entity: in their language, where the source writes it otherwise. */
export function nameOf({ local, canonical }: Pick<EntitySummary, 'local' | 'canonical'>): string {
  return local ?? canonical;
}

/** A title as the reader is told it: translated where it is the makers' own, since a document's own never is. */
export function titleText({
  title,
  titleIsOurs,
}: Pick<SourceSummary, 'title' | 'titleIsOurs'>): string {
  return (titleIsOurs && i18n.translated(title)) || title;
}

/** Parts of one line. */
export const commas = (parts: readonly string[]): string => parts.join(i18n.t('comma'));

/** "Kashgar, Hong Kong and Tibet", in the language of our words. */
export function listText(items: string[]): string {
  return new Intl.ListFormat(i18n.t('locale'), { type: 'conjunction' }).format(items.map(isolate));
}

export function numberText(number: number): string {
  return number.toLocaleString(i18n.conventions().locale);
}

/** "1, 3, 6–8" */
export function numbersText(numbers: readonly number[]): string {
  const format = new Intl.NumberFormat(i18n.conventions().locale);
  return new Intl.ListFormat(i18n.t('locale'), { type: 'unit', style: 'short' }).format(
    runsOf(numbers).map(([first, last]) =>
      first === last ? format.format(first) : format.formatRange(first, last),
    ),
  );
}

/** An ISO 8601 date, as precise as it is given; "date unknown" for null. */
export function dateText(date: string | null): string {
  if (date === null) return i18n.t('passage.dateUnknown');
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date.slice(0, 10)) ?? [];
  if (!year) return date;
  const { locale, hasMonths } = i18n.conventions();
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: hasMonths ? 'long' : '2-digit' }),
    ...(day && { day: 'numeric' }),
  }).format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
}

/** The name of a language by its code: in ours, else its own. */
export function languageText(code: string): string {
  if (isOurs(code)) return i18n.t(`languages.${code}`);
  const nameIn = (locale: string) =>
    new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(code);
  return nameIn(i18n.t('locale')) ?? nameIn(code) ?? code;
}

const OURS = ['en', 'ru', 'kk', 'zh', 'ug'] as const;
const isOurs = (code: string): code is (typeof OURS)[number] => OURS.some((one) => one === code);

/** Reviewers write what they add to a source, its notes and doubts, in English. BCP 47. */
export const NOTE_LANGUAGE = 'en';

/** A text of the makers of a source, and its language where that is not the reader's. */
export interface Remark {
  text: string;
  lang: string | undefined;
}

/** What the makers of a source say about it, in the reader's language where they have translated it. */
export function remarkText(remark: string): Remark {
  const translation = i18n.translated(remark);
  return translation === null
    ? { text: remark, lang: NOTE_LANGUAGE }
    : { text: translation, lang: undefined };
}

const FAILURE_KEYS = {
  'copy-refused': 'failure.copyRefused',
  'no-address': 'failure.noAddress',
  'page-not-read': 'failure.pageNotRead',
  'private-window': 'failure.privateWindow',
  'no-source': 'failure.noSource',
  'storage-full': 'failure.storageFull',
  'storage-damaged': 'failure.storageDamaged',
  'storage-blocked': 'failure.storageBlocked',
  'storage-later': 'failure.storageLater',
} as const satisfies Record<FailureCode, string>;

/** What went wrong, in a sentence. Errors that are not the reader's to know are all told alike. */
export function failureText(error: unknown): string {
  return i18n.t(error instanceof Failure ? FAILURE_KEYS[error.code] : 'failure.unknown');
}

const quoted = (words: string): string => i18n.t('passage.quoted', [words]);

/** Who says a passage: a name as the source has it, or whose words they are when it names nobody. */
export function speakerText({
  speaker,
  turn,
}: Pick<AttributedPassage, 'speaker' | 'turn'>): string {
  return speaker?.name ?? i18n.t(`unnamed.${turn}`);
}

const HEDGE_KEYS = {
  reported: 'hedge.reported',
  opinion: 'hedge.opinion',
  uncertain: 'hedge.uncertain',
  'not-first-hand': 'hedge.notFirstHand',
  distanced: 'hedge.distanced',
  limited: 'hedge.limited',
} as const satisfies Record<HedgeKind, string>;

export const hedgeText = (kind: HedgeKind): string => i18n.t(HEDGE_KEYS[kind]);

/** "Shohrat Zakir, as reported by Aidar Amrebayev" */
function quoteText(quote: Quote, passage: Pick<AttributedPassage, 'speaker'>): string {
  return i18n.t('passage.quoteLabel', [
    isolate(quote.speaker),
    isolate(passage.speaker?.name ?? i18n.t('passage.thisSource')),
  ]);
}

/** Whose words stand at a place of a passage: inside of a quote they are not those of whoever quotes. */
export function saidAt(at: Span | undefined, passage: AttributedPassage): string {
  const quote = quoteAt(at, passage);
  return quote ? quoteText(quote, passage) : speakerText(passage);
}

/** The quote that holds a place of a passage. */
export function quoteAt(at: Span | undefined, { quotes }: AttributedPassage): Quote | undefined {
  return quotes.find((quote) => at && quote.start <= at.start && at.end <= quote.end);
}

/** That passages do not hold all of what was typed; null when they do. */
export function fitText(fit: SearchFit, query: string): string | null {
  return fit === 'all' ? null : i18n.t(`popup.fit.${fit}`, [isolate(query.trim())]);
}

/**
 * Null when there is nothing to say.
 * @param company of the passage, with what the reader calls it
 */
export function whyText(
  { entities, words }: Why,
  company: readonly EntitySummary[],
): string | null {
  const named = listText(
    entities.map((name) => {
      const entity = company.find(({ canonical }) => canonical === name);
      return entity ? nameOf(entity) : name;
    }),
  );
  const said = listText(words.map(quoted));
  if (entities.length && words.length) return i18n.t('card.whyBoth', [named, said]);
  if (entities.length) return i18n.t('card.whyEntities', [named]);
  return words.length ? i18n.t('card.whyWords', [said]) : null;
}

/** "¶ 41 of 56", with the page or the time where the document has them. */
export function placeText(
  { ordinal, source, page, time }: AttributedPassage,
  written: (number: number) => string = numberText,
): string {
  const place = i18n.t('passage.place', [written(ordinal), written(source.passages)]);
  return commas([place, ...withinDocument({ page, time })]);
}

/** "¶ 41", with the page or the time where the document has them. */
export function spotText({ ordinal, page, time }: AttributedPassage): string {
  const place = i18n.t('passage.ordinal', [numberText(ordinal)]);
  return commas([place, ...withinDocument({ page, time })]);
}

function withinDocument({ page, time }: Pick<AttributedPassage, 'page' | 'time'>): string[] {
  return [
    // What an earlier version has stored has neither.
    ...(page ? [i18n.t('passage.page', [page])] : []),
    ...(typeof time === 'number' ? [timeText(time)] : []),
  ];
}

/** 754 as 12:34. */
function timeText(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const hours = Math.floor(whole / 3600);
  return [...(hours > 0 ? [hours] : []), ...parts].join(':');
}

const DOUBT_KEYS = {
  'speaker-unsaid': 'doubt.speakerUnsaid',
  'speaker-from-opening': 'doubt.speakerFromOpening',
  'turn-unsure': 'doubt.turnUnsure',
  'turn-continued': 'doubt.turnContinued',
} as const satisfies Record<Doubt, string>;

/** Why an attribution is not certain: in our words, or in the reviewer's own. */
export function doubtText(doubt: string | null): Remark | null {
  if (doubt === null) return null;
  return doubt in DOUBT_KEYS
    ? { text: i18n.t(DOUBT_KEYS[doubt as Doubt]), lang: undefined }
    : remarkText(doubt);
}

/** "interview, undated, publisher unknown": what a source is, and what limits it. */
export function limitsText({
  kind,
  date,
  publisher,
  entitiesFoundBy,
}: Pick<SourceSummary, 'kind' | 'date' | 'publisher' | 'entitiesFoundBy'>): string {
  // A machine has not found what may well be there.
  const [undated, unpublished] =
    entitiesFoundBy === 'machine'
      ? (['source.dateNotFound', 'source.publisherNotFound'] as const)
      : (['source.undated', 'source.publisherUnknown'] as const);
  return commas([
    i18n.t(`sourceKind.${kind}`),
    date === null ? i18n.t(undated) : dateText(date),
    publisher === null ? i18n.t(unpublished) : isolate(publisher),
  ]);
}

/** Our words around a quotation that is copied. */
export function citationWords(passage: AttributedPassage, now = new Date()): CitationWords {
  const { source, question, hedges, quotes, text } = passage;
  const readOn = now.toISOString().slice(0, 10);
  return {
    limits: limitsText(source),
    read: i18n.t('passage.read', [dateText(readOn)]),
    readOn,
    speaker: speakerText(passage),
    place: placeText(passage, String),
    doubt: doubtText(passage.doubt)?.text ?? '',
    questionDoubt: doubtText(question?.doubt ?? null)?.text ?? '',
    question: question ? i18n.t('card.question', [String(question.ordinal)]) : '',
    title: source.titleIsOurs ? i18n.t('passage.titleOurs') : '',
    hedges: hedges.map(({ start, end, kind }) =>
      i18n.t('passage.hedged', [`${quoted(text.slice(start, end))} (${hedgeText(kind)})`]),
    ),
    quotes: [...new Set(quotes.map((quote) => quoteText(quote, passage)))],
  };
}
