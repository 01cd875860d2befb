/** Peer: mark.js with one regular expression. */
import Mark from 'mark.js';
import { measure, timed } from '../harness';
import { oneExpression } from './peer-names';

measure(() =>
  timed(() => {
    let found = 0;
    new Mark(document.body).markRegExp(oneExpression(), { each: () => found++ });
    return found;
  }),
);
