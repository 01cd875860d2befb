import { expect, test } from 'vitest';
import type { Candidate } from './matcher';
import { Evidence, resolve, sureMatches } from './resolve';

const text = 'In Kashgar Rail Museum, and in Han';
const blocks = { text, flowsAcross: () => true, blockOf: () => 0 };
const candidate = (words: string, entity: string, change: Partial<Candidate> = {}): Candidate => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  entity,
  needsCompany: false,
  isAcronym: false,
  isUnpainted: false,
  ...change,
});
const resolved = (candidates: Candidate[]) => {
  const evidence = new Evidence();
  const sure = sureMatches(candidates);
  for (const { entity } of sure) evidence.add(entity);
  return resolve(blocks, candidates, sure, evidence).matches.map(({ entity }) => entity);
};
const unpainted = { isUnpainted: true };

test('what is not to be painted takes no place from what is', () => {
  const town = candidate('Kashgar', 's/town');
  const museum = candidate('Kashgar Rail Museum', 'own/museum', unpainted);
  expect(resolved([museum, town])).toEqual(['s/town']);
  expect(resolved([museum])).toEqual(['own/museum']);
  expect(resolved([candidate('Kashgar', 'own/town', unpainted), town])).toEqual(['s/town']);
});

test('what is not to be painted is no company for what is', () => {
  const han = candidate('Han', 's/han', { needsCompany: true });
  expect(resolved([candidate('Kashgar', 's/town'), han])).toEqual(['s/town', 's/han']);
  expect(resolved([candidate('Kashgar', 's/town', unpainted), han])).toEqual(['s/town']);
});
