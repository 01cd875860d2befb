/** What an index of names answers to a page when nothing is left out. */
import { notOf } from '../model/form';
import type { EntityId } from '../model/source';
import { type NameIndex, NOT, type PageAnswer } from '../names/name-index';

/** @param entities by the numbers of the index */
export function lookup(
  index: NameIndex,
  entities: readonly EntityId[],
  heads: Iterable<string>,
): PageAnswer['forms'] {
  return [...new Set(heads)].flatMap((head): PageAnswer['forms'] => {
    const forms = index.formsUnder(head);
    if (forms.length === 0) return [];
    return [
      [
        head,
        Array.from(forms, (form) => {
          const id = entities[index.entityOf(form)] ?? '';
          const flags = index.flagsOf(form);
          return [
            index.textOf(form),
            index.headAt(form),
            flags & NOT ? notOf(id) : id,
            flags & ~NOT,
          ];
        }),
      ],
    ];
  });
}
