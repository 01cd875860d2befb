/** Our words in an exported notebook. */
import { i18n } from '#i18n';
import type { Column, NotebookWords } from '../../core/notebook/notebook-file';
import { citationWords } from './wording';

const COLUMN_KEYS = {
  words: 'notebook.columns.words',
  speaker: 'notebook.columns.speaker',
  role: 'notebook.columns.role',
  turn: 'notebook.columns.turn',
  hedges: 'notebook.columns.hedges',
  quotes: 'notebook.columns.quotes',
  question: 'notebook.columns.question',
  doubt: 'notebook.columns.doubt',
  source: 'notebook.columns.source',
  limits: 'notebook.columns.limits',
  place: 'notebook.columns.place',
  note: 'notebook.columns.note',
  tags: 'notebook.columns.tags',
  metAt: 'notebook.columns.metAt',
  kept: 'notebook.columns.kept',
} as const satisfies Record<Column, string>;

export function notebookWords(): NotebookWords {
  const columns = Object.entries(COLUMN_KEYS).map(([column, key]) => [column, i18n.t(key)]);
  return {
    citation: (passage, kept) => citationWords(passage, new Date(kept)),
    turn: (turn) => i18n.t(`turn.${turn}`),
    note: i18n.t('notebook.note'),
    tags: i18n.t('notebook.tagsOf'),
    metAt: i18n.t('notebook.metAt'),
    columns: Object.fromEntries(columns) as Record<Column, string>,
  };
}
