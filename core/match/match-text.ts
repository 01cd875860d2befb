/** Finds names in a text that is no page: the matcher's whole path, as a page takes it, without a document. */

import type { Form } from '../model/form';
import { encodeNameIndex } from '../names/encode-name-index';
import { mayHold } from '../names/head-filter';
import { makeSieve } from '../names/head-sieve';
import { NameIndex } from '../names/name-index';
import { foldWords, JOINT } from '../text/fold';
import { collectWords, wordFinder } from '../text/heads';
import { lookup } from './lookup';
import { type Candidate, type FlowsAcross, Matcher } from './matcher';
import { Evidence, resolve, sureMatches } from './resolve';

type Search = (text: string, flows?: FlowsAcross) => Candidate[];

/** Finds the candidates of these forms in any text. */
export function candidatesOf(forms: readonly Form[]): Search {
  const { buffer, entities, heads: filed } = encodeNameIndex(forms);
  const index = new NameIndex(buffer);
  const sieve = makeSieve([filed]);
  return (text, flows = () => true) => {
    const words = [...collectWords(text, wordFinder(sieve.expressions))];
    const heads = new Map<string, string>();
    foldWords(words).forEach((head, i) => {
      if (mayHold(sieve.filter, head)) heads.set(words[i] as string, head);
    });
    const matcher = new Matcher();
    for (const [head, answers] of lookup(index, entities, heads.values()))
      matcher.add(head, answers);
    for (const [word, head] of heads) matcher.watch(word, head);
    return matcher.find(text, flows);
  };
}

/** Finds the matches in a text as if it were a page of its own. Blocks are told apart by joints that break. */
export function matchesOf(forms: readonly Form[]): Search {
  const candidatesOfText = candidatesOf(forms);
  return (text, flows = () => true) => {
    const candidates = candidatesOfText(text, flows);
    const evidence = new Evidence();
    const sure = sureMatches(candidates);
    for (const { entity } of sure) evidence.add(entity);
    const blockOf = (offset: number) => {
      let block = 0;
      for (let i = 0; i < offset; i++) if (text[i] === JOINT && !flows(i)) block++;
      return block;
    };
    return resolve({ text, flowsAcross: flows, blockOf }, candidates, sure, evidence).matches;
  };
}
