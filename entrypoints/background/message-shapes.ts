/** Checks of what messages carry. Content scripts may be under a page's control: limits hold for all. */
import * as v from 'valibot';
import { ENTITY_KINDS, TURNS } from '../../core/model/types';
import { LONGEST_HEAD } from '../../core/text/heads';
import { Refusal, type Sender } from '../../platform/messages';

/** Longer questions than a page can have are an attack or a fault. */
const MAX_HEADS = 60_000;
const MAX_TEXT = 4000;
/** Pages leave out longer ones. */
const MAX_ADDRESS = 2000;

const entity = v.pipe(v.string(), v.maxLength(200));
const entities = v.pipe(v.array(entity), v.maxLength(2000));
const source = v.pipe(v.string(), v.maxLength(200));
const token = v.pipe(v.string(), v.regex(/^\d+(-\d+){3}$/));
const tab = v.pipe(v.number(), v.integer());
const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(10_000));
const address = v.pipe(v.string(), v.maxLength(MAX_ADDRESS));
const shortText = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const place = { site: v.nullable(address), page: v.nullable(address) };
const cardRequest = {
  entity,
  matchedAs: v.nullable(shortText),
  paragraph: shortText,
  entities,
};

export const shapes = {
  names: v.strictObject({
    ...place,
    // One that is too long is none of a name, and takes no other with it.
    heads: v.pipe(
      v.array(v.string()),
      v.maxLength(MAX_HEADS),
      v.transform((heads) => heads.filter(({ length }) => length <= LONGEST_HEAD)),
    ),
  }),
  matches: v.strictObject({
    ...place,
    state: v.picklist([
      'reading',
      'done',
      'off-everywhere',
      'off-for-now',
      'off-here',
      'off-on-page',
    ]),
    counts: v.pipe(v.array(v.tuple([entity, v.number()])), v.maxLength(20_000)),
  }),
  showCard: v.strictObject({
    ...cardRequest,
    ...place,
    token,
    tone: v.picklist(['light', 'dark']),
    room: pixels,
    takesFocus: v.boolean(),
  }),
  token: v.strictObject({ token }),
  cardSized: v.strictObject({ token, entity, height: pixels }),
  cardPinned: v.strictObject({ token, isPinned: v.boolean() }),
  card: v.strictObject(cardRequest),
  pageList: v.strictObject({ tab }),
  jump: v.strictObject({ tab, entity, by: v.picklist([1, -1]) }),
  nothing: v.null(),
  search: v.strictObject({
    query: v.pipe(v.string(), v.maxLength(300)),
    filter: v.strictObject({
      source: v.nullable(source),
      speaker: v.nullable(entity),
      kind: v.nullable(v.picklist([...ENTITY_KINDS, ...TURNS])),
    }),
    tab: v.nullable(tab),
  }),
  sources: v.null(),
  entities: v.strictObject({ entities }),
  sourceContent: v.strictObject({ source }),
};

/** A route that takes nothing but this shape. It throws an error that tells what is wrong with the rest. */
export function checked<Schema extends v.GenericSchema, Answer>(
  kind: string,
  schema: Schema,
  route: (carried: v.InferOutput<Schema>, sender: Sender) => Answer,
) {
  return (carried: unknown, sender: Sender): Answer => {
    const result = v.safeParse(schema, carried);
    if (result.success) return route(result.output, sender);
    const issue = result.issues[0];
    throw new Refusal(
      `Sidelight refuses “${kind}”: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}`,
    );
  };
}
