/** The names of a source by kind, each with how often and where it stands. */
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EntityId, EntityKind } from '../../core/model/source';
import type { SourceContent } from '../../core/model/views';
import { groupBy } from '../passage/spans';
import { numbersText, numberText } from '../words/wording';
import './reader-names.css';

interface ReaderNamesProps {
  content: SourceContent;
  chosen: EntityId | null;
  onChoose(id: EntityId | null): void;
}

export function ReaderNames({ content, chosen, onChoose }: ReaderNamesProps) {
  const { source, entities, mentions, passages } = content;
  const kinds = useMemo(() => groupBy(entities, ({ kind }) => kind), [entities]);
  // Numbers of the passages that hold each name; of all, since a keystroke in the field above draws them again.
  const rows = useMemo(() => {
    const ordinalOf = new Map(passages.map(({ id, ordinal }) => [id, ordinal]));
    const rowOf = (at: number[], count: number) => ({
      title: i18n.t('reader.mentions', count, [numberText(count), numbersText(at)]),
      strip: at.map((ordinal) => `M${ordinal - 1} 0h1v1h-1z`).join(''),
    });
    return new Map(
      [...groupBy(mentions, ({ entity }) => entity)].map(([entity, list]) => {
        const at = new Set(list.map(({ passage }) => ordinalOf.get(passage) ?? 0));
        return [
          entity,
          rowOf(
            [...at].sort((a, b) => a - b),
            list.length,
          ),
        ] as const;
      }),
    );
  }, [passages, mentions]);
  // Beside the text there is room for it; above the text it would bar the way.
  const [open] = useState(() => matchMedia('(min-width: 60rem)').matches);
  return (
    <nav class="reader-names" aria-label={i18n.t('reader.names')}>
      <details open={open}>
        <summary>{i18n.t('reader.names')}</summary>
        {[...kinds].map(([kind, list]: [EntityKind, typeof entities]) => (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{i18n.t(`kinds.${kind}`)}</h2>
            <ul>
              {list.map(({ id, canonical, local, mentions: count }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-pressed={id === chosen}
                    title={rows.get(id)?.title}
                    onClick={() => onChoose(id === chosen ? null : id)}
                  >
                    <bdi lang={local ? undefined : source.language} title={canonical}>
                      {local ?? canonical}
                    </bdi>{' '}
                    <span>{numberText(count)}</span>
                    {/* The source from its first passage to its last; the title says it in numbers. */}
                    <svg
                      class="reader-strip"
                      viewBox={`0 0 ${passages.length} 1`}
                      preserveAspectRatio="none"
                      aria-hidden="true"
                    >
                      <path d={rows.get(id)?.strip} />
                    </svg>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
    </nav>
  );
}
