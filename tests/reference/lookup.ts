/** What an index of names answers to a page when nothing is left out. */
import { notOf } from '../../core/model/form';
import type { EntityId } from '../../core/model/source';
import { type NameIndex, NOT, type PageAnswer } from '../../core/names/name-index';

/** @param entities by the numbers of the index */
export function lookup(
  index: NameIndex,
  entities: readonly EntityId[],
  heads: Iterable<string>,
): PageAnswer['forms'] {
  return [...new Set(heads)].flatMap((head): PageAnswer['forms'] => {
    const filed = index.filedUnder(head);
    if (filed.length === 0) return [];
    return [
      [
        head,
        filed.map((form) => {
          const { headAt, entity, flags } = form;
          const id = entities[entity] ?? '';
          return [index.textOf(form), headAt, flags & NOT ? notOf(id) : id, flags & ~NOT];
        }),
      ],
    ];
  });
}
