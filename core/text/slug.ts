import { fold } from './fold';
import { latinOf } from './sounds';

/** Of those that are made; what is added to tell two apart has room. */
const LONGEST_MADE = 80;
const LONGEST = 99;

/** Small letters, digits and single hyphens. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** A kebab-case slug of a text; empty where it holds no letters that are written in Latin ones. */
export function slugOf(text: string): string {
  return latinOf(fold(text))
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_MADE)
    .replace(/^-|-$/g, '');
}
