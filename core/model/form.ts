/** What a page is answered with: the written forms of entities. */
import type { CaseRule, EntityId } from './source';

/** The id of words that hold a name of this entity and are another's: it is not marked there, others may be. */
export function notOf(entity: EntityId): EntityId {
  return `${NOT}${entity}`;
}
const NOT = '!';

/** True for an id that `notOf` made. */
export function isNot(id: EntityId): boolean {
  return id.startsWith(NOT);
}

/** The entity that an id, or one that `notOf` made, is about. */
export function entityMeant(id: EntityId): EntityId {
  return isNot(id) ? id.slice(NOT.length) : id;
}

/** One written form of an entity, ready for matching: the answer to a head. */
export interface Form {
  /** As written, not folded. */
  text: string;
  /** `notOf` the entity for words that only look like a name of it. */
  entity: EntityId;
  rule: CaseRule;
  needsCompany: boolean;
  /** Which of the entity's names it belongs to, from 0. */
  name: number;
}
