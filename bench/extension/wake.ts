/** Asks a background that has been stopped, then one that is awake. */
import { extension } from './extension-api';
import { measure, now, query } from './harness';
import type { LookupTimes, Question } from './messages';

const library = query.get('library') ?? 'seed';
const heads = Array.from({ length: 200 }, (_, i) =>
  i % 4 === 0 ? ['china', 'tibet', 'bank', 'green', 'monday'][(i / 4) % 5] : `word${i}`,
) as string[];

measure(async () => {
  const question: Question = { kind: 'names', library, heads };
  const from = now();
  await extension.runtime.sendMessage(question);
  const wake = now() - from;
  const awake: number[] = [];
  for (let i = 0; i < 15; i++) {
    const start = now();
    await extension.runtime.sendMessage(question);
    awake.push(now() - start);
  }
  awake.sort((a, b) => a - b);
  const times = (await extension.runtime.sendMessage({
    kind: 'time-lookups',
    library,
    heads,
  } satisfies Question)) as LookupTimes;
  return { wake, awake: awake[7], ...times };
});
