/** The rules cannot tell without a hint. */
export class HintMissing extends Error {}

/** How a reviewer tells the rule what the ending of a name does not. */
export type InflectionHint = 'no' | 'm' | 'f' | 'n' | 'pl' | 'adj' | 'person-m' | 'person-f';
