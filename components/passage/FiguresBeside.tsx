/** Figures of one thing in what is read and in a passage, each as it stands: never a word on which is right. */
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { figuresBeside } from '../../core/figures/beside';
import type { AttributedPassage } from '../../core/model/views';
import { isolate } from '../words/wording';
import './figures-beside.css';

export function FiguresBeside({ read, passage }: { read: string; passage: AttributedPassage }) {
  const pairs = useMemo(
    () => (read === '' ? [] : figuresBeside(read, passage.text)),
    [read, passage.text],
  );
  if (pairs.length === 0) return null;
  return (
    <ul class="figures-beside" aria-label={i18n.t('figures.label')}>
      {pairs.map((pair) => (
        <li key={pair.read.start}>
          {i18n.t('figures.beside', [
            isolate(read.slice(pair.read.start, pair.read.end)),
            isolate(passage.text.slice(pair.source.start, pair.source.end)),
          ])}
        </li>
      ))}
    </ul>
  );
}
