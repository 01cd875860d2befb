/** Peer: findAndReplaceDOMText with one regular expression and its preset for prose. */
import findAndReplaceDOMText from 'findandreplacedomtext';
import { measure, timed } from '../harness';
import { oneExpression } from './peer-names';

measure(() =>
  timed(() => {
    findAndReplaceDOMText(document.body, {
      find: oneExpression(),
      wrap: 'mark',
      wrapClass: 'bench',
      preset: 'prose',
    });
    return document.body.getElementsByClassName('bench').length;
  }),
);
