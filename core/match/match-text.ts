/** Finds names in a text that is no page: the matcher's whole path, as a page takes it, without a document. */

import type { Form } from '../model/form';
import { encodeNameIndex } from '../names/encode-name-index';
import { mayHold } from '../names/head-filter';
import { makeSieve } from '../names/head-sieve';
import { type HeadSieve, NameIndex, type PageAnswer } from '../names/name-index';
import { foldWords, JOINT } from '../text/fold';
import { collectWords, wordFinder } from '../text/heads';
import { lookup } from './lookup';
import { type Candidate, type FlowsAcross, Matcher } from './matcher';
import { Evidence, resolve, sureMatches } from './resolve';

type Search = (text: string, flows?: FlowsAcross) => Candidate[];

const flowing: FlowsAcross = () => true;

/** The words of a text that a library may know, each with its head. */
export function headsIn(text: string, sieve: HeadSieve): Map<string, string> {
  const words = [...collectWords(text, wordFinder(sieve.expressions))];
  const heads = new Map<string, string>();
  foldWords(words).forEach((head, i) => {
    if (mayHold(sieve.filter, head)) heads.set(words[i] as string, head);
  });
  return heads;
}

/** The candidates in a text, by what a library answers to its heads. */
export function candidatesBy(
  answers: PageAnswer['forms'],
  heads: ReadonlyMap<string, string>,
  text: string,
  flows = flowing,
): Candidate[] {
  const matcher = new Matcher();
  for (const [head, forms] of answers) matcher.add(head, forms);
  for (const [word, head] of heads) matcher.watch(word, head);
  return matcher.find(text, flows);
}

/** Those of the candidates that count. Blocks are told apart by joints that break. */
export function matchesAmong(
  candidates: Candidate[],
  text: string,
  evidence = new Evidence(),
  flows = flowing,
): Candidate[] {
  const sure = sureMatches(candidates);
  for (const { entity } of sure) evidence.add(entity);
  const blockOf = (offset: number) => {
    let block = 0;
    for (let i = 0; i < offset; i++) if (text[i] === JOINT && !flows(i)) block++;
    return block;
  };
  return resolve({ text, flowsAcross: flows, blockOf }, candidates, sure, evidence).matches;
}

/** Finds the candidates of these forms in any text. */
export function candidatesOf(forms: readonly Form[]): Search {
  const { buffer, entities, heads: filed } = encodeNameIndex(forms);
  const index = new NameIndex(buffer);
  const sieve = makeSieve([filed]);
  return (text, flows) => {
    const heads = headsIn(text, sieve);
    return candidatesBy(lookup(index, entities, heads.values()), heads, text, flows);
  };
}

/** Finds the matches in a text as if it were a page of its own. */
export function matchesOf(forms: readonly Form[]): Search {
  const candidatesOfText = candidatesOf(forms);
  return (text, flows) => matchesAmong(candidatesOfText(text, flows), text, new Evidence(), flows);
}
