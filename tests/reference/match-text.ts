/** Short ways to matches in a text, for tables of cases. */

import { candidatesOf, matchesOf } from '../../core/match/match-text';
import type { Candidate, FlowsAcross } from '../../core/match/matcher';
import type { Form } from '../../core/model/form';

export function form(text: string, entity = text, change: Partial<Form> = {}): Form {
  return {
    text,
    entity: entity && `s/${entity}`,
    rule: 'exact',
    needsCompany: false,
    name: 0,
    ...change,
  };
}

export function candidatesIn(
  text: string,
  forms: readonly Form[],
  flows?: FlowsAcross,
): Candidate[] {
  return candidatesOf(forms)(text, flows);
}

export function matchesIn(text: string, forms: readonly Form[], flows?: FlowsAcross): Candidate[] {
  return matchesOf(forms)(text, flows);
}
