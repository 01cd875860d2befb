/** From the model's types to the kinds of entities. */
import type { EntityKind } from '../model/source';
import { EVENT_HEADS, POLICY_HEADS, WORK_HEADS } from './trigger-words';

/** Indices in `TYPES`. */
export const [PERSON, PLACE, ORGANISATION, PEOPLE, MISC] = [0, 1, 2, 3, 4] as const;

const POLICY = /\b(?:belt and road|belt .{0,8}one road|one road|silk road)\b/i;
const FAITH = /(?:ism|anity|phobia|ology)$|^islam$/i;

/**
 * @param name as the document writes it
 * @param isQuoted in quotation marks
 * @param hasAcronym the document also calls it by an acronym
 */
export function kindOf(
  type: number,
  name: string,
  isQuoted: boolean,
  hasAcronym = false,
): EntityKind {
  if (FAITH.test(name) && (type === PEOPLE || type === MISC)) return 'idea';
  if (type === PERSON) return 'person';
  if (type === PLACE) return 'place';
  if (type === ORGANISATION) return 'organisation';
  if (type === PEOPLE) return 'people';
  const words = name.toLowerCase().split(/[\s-]+/);
  const last = words.at(-1) ?? '';
  const hasOne = (set: ReadonlySet<string>) =>
    set.has(last) ||
    words.some((word, i) => set.has(word) && /^(?:of|on|for|in)$/.test(words[i + 1] ?? ''));
  if (POLICY.test(name)) return 'policy';
  if (hasOne(EVENT_HEADS)) return 'event';
  if (hasOne(POLICY_HEADS)) return 'policy';
  if (hasAcronym && !isQuoted) return 'organisation';
  if (isQuoted || hasOne(WORK_HEADS)) return 'work';
  if (/^\d{4}\b|\b\d{4}$/.test(name)) return 'event';
  return 'work';
}
