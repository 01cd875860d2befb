import { fold } from './fold';
import { latinOf } from './sounds';

const LONGEST = 80;

/** A kebab-case slug of a text; empty where it holds no letters that are written in Latin ones. */
export function slugOf(text: string): string {
  return latinOf(fold(text))
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
}
