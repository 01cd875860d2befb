/** The shapes of `source.yaml` and `entities.yaml`, as seeds/README.md describes them. */
import * as v from 'valibot';
import { DOUBTS as NAME_DOUBTS } from '../extract/found';
import { ENTITY_KINDS, HEDGE_KINDS, SHAPES, SOURCE_KINDS, TURNS } from '../model/source';
import { isSlug } from '../text/slug';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(20_000));
/** What may be left unsaid. */
const remark = v.pipe(v.string(), v.trim(), v.maxLength(20_000));
/** What stands in one line is no longer. */
export const LONGEST_LINE = 1000;
const line = v.pipe(text, v.maxLength(LONGEST_LINE));
/** Longer ones are no names. */
export const LONGEST_NAME = 300;
const name = v.pipe(text, v.maxLength(LONGEST_NAME));
/** A date of ISO 8601, or its year, or year and month. */
export const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;
const slug = v.pipe(v.string(), v.check(isSlug, 'must be a kebab-case slug of at most 99 letters'));

const passage = v.strictObject({
  start: offset,
  end: offset,
  turn: v.picklist(TURNS),
  speaker: v.optional(text),
  /** Ordinal of the passage that asks. */
  answers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  doubt: v.optional(text),
  shape: v.optional(v.picklist(SHAPES)),
  page: v.optional(v.pipe(text, v.maxLength(20))),
  /** Seconds. */
  time: v.optional(v.pipe(v.number(), v.minValue(0))),
  sectionBreak: v.optional(v.boolean(), false),
  hedges: v.optional(v.array(v.tuple([offset, offset, v.picklist(HEDGE_KINDS), text])), []),
  quotes: v.optional(v.array(v.tuple([offset, offset, text, text])), []),
});

export const sourceSchema = v.strictObject({
  title: line,
  titleIsOurs: v.boolean(),
  kind: v.picklist(SOURCE_KINDS),
  language: line,
  authors: v.optional(v.pipe(v.array(line), v.maxLength(100)), []),
  publisher: v.nullable(line),
  date: v.nullable(v.pipe(text, v.regex(DATE, 'must be an ISO 8601 date'))),
  origin: text,
  licence: remark,
  note: remark,
  people: v.pipe(
    v.array(v.strictObject({ id: slug, name: line, role: v.nullable(line) })),
    v.maxLength(1000),
  ),
  passages: v.pipe(v.array(passage), v.minLength(1, 'needs at least one passage')),
});

const nameObject = v.strictObject({
  text: name,
  rule: v.optional(v.picklist(['exact', 'any-case', 'acronym'])),
  'needs-company': v.optional(v.boolean(), false),
  inflect: v.optional(v.picklist(['no', 'm', 'f', 'n', 'pl', 'adj', 'person-m', 'person-f'])),
  forms: v.optional(v.pipe(v.array(name), v.maxLength(200))),
});
const names = v.pipe(v.array(v.union([name, nameObject])), v.maxLength(200));
const namesByLanguage = v.strictObject({
  en: v.optional(names),
  ru: v.optional(names),
  kk: v.optional(names),
  zh: v.optional(names),
  'zh-Hant': v.optional(names),
  ug: v.optional(names),
});

export const entitiesSchema = v.array(
  v.strictObject({
    id: slug,
    kind: v.picklist(ENTITY_KINDS),
    canonical: name,
    wikidata: v.optional(v.pipe(text, v.regex(/^Q\d+$/, 'must be a Wikidata id such as Q148'))),
    note: v.optional(text),
    contested: v.optional(text),
    names: namesByLanguage,
    not: v.optional(namesByLanguage, {}),
    /** Why whoever found it is not sure of it. None is a reviewer's. */
    doubts: v.optional(v.pipe(v.array(v.picklist(NAME_DOUBTS)), v.maxLength(NAME_DOUBTS.length))),
    mentions: v.pipe(
      v.array(v.tuple([offset, offset, v.string()])),
      v.minLength(1, 'needs at least one mention in the document'),
    ),
  }),
);

export type SourceDescription = v.InferOutput<typeof sourceSchema>;
export type EntityDescription = v.InferOutput<typeof entitiesSchema>[number];
export type NameDescription = v.InferOutput<typeof nameObject>;

export function textOf(name: string | NameDescription): string {
  return typeof name === 'string' ? name : name.text;
}

/** True where a reader should look: a name of one word, or one that stands once, is doubtful only with another doubt. */
export function isDoubtful({ doubts = [] }: Pick<EntityDescription, 'doubts'>): boolean {
  return doubts.some((doubt) => doubt !== 'one-word' && doubt !== 'seen-once');
}

/** For sorting: doubtful ones first, then what is named most. */
export function byDoubt(a: EntityDescription, b: EntityDescription): number {
  return Number(isDoubtful(b)) - Number(isDoubtful(a)) || b.mentions.length - a.mentions.length;
}
