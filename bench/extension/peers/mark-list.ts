/** Peer: mark.js with the list of names. Whole words, punctuation beside them allowed. */
import Mark from 'mark.js';
import { measure, timed } from '../harness';
import { names } from './peer-names';

measure(() =>
  timed(() => {
    let found = 0;
    new Mark(document.body).mark([...names], {
      separateWordSearch: false,
      caseSensitive: true,
      diacritics: false,
      accuracy: { value: 'exactly', limiters: [...'.,;:!?()[]{}"“”‘’\'«»—–-/、。，！？；：（）'] },
      each: () => found++,
    });
    return found;
  }),
);
