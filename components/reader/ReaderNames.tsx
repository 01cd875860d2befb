/** Who speaks in a source, and its names by kind; each with how often and where in the text. */
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ENTITY_KINDS, type EntityId } from '../../core/model/source';
import type { SourceContent } from '../../core/model/views';
import { numbersText, numberText } from '../words/wording';
import './reader-names.css';

interface ReaderNamesProps {
  content: SourceContent;
  chosen: EntityId | null;
  /** Of a person of the source. */
  speaker: string | null;
  onChoose(id: EntityId | null): void;
  onChooseSpeaker(id: string | null): void;
}

/** The numbers of passages, as words and as a strip. */
interface Row {
  title: string;
  strip: string;
}

export function ReaderNames(props: ReaderNamesProps) {
  const { content, chosen, speaker, onChoose, onChooseSpeaker } = props;
  const { source, entities, mentions, passages } = content;
  const kinds = useMemo(() => {
    const found = Map.groupBy(entities, ({ kind }) => kind);
    return ENTITY_KINDS.flatMap((kind) => {
      const list = found.get(kind);
      return list ? [[kind, list] as const] : [];
    });
  }, [entities]);
  const speakers = useMemo(
    () =>
      [...Map.groupBy(passages, (passage) => passage.speaker?.id ?? '')].flatMap(([id, spoken]) => {
        const person = spoken[0]?.speaker;
        const at = spoken.map(({ ordinal }) => ordinal);
        return person
          ? [{ id, name: person.name, count: at.length, row: rowOf('spoken', at, at.length) }]
          : [];
      }),
    [passages],
  );
  // Of all names, since a keystroke in the field above draws them again.
  const rows = useMemo(() => {
    const ordinalOf = new Map(passages.map(({ id, ordinal }) => [id, ordinal]));
    return new Map(
      [...Map.groupBy(mentions, ({ entity }) => entity)].map(([entity, list]) => {
        const at = new Set(list.map(({ passage }) => ordinalOf.get(passage) ?? 0));
        return [
          entity,
          rowOf(
            'mentions',
            [...at].sort((a, b) => a - b),
            list.length,
          ),
        ] as const;
      }),
    );
  }, [passages, mentions]);
  // Beside the text there is room for it; above the text it would bar the way.
  const [open] = useState(() => matchMedia('(min-width: 60rem)').matches);
  const button = (
    isChosen: boolean,
    onClick: () => void,
    name: { shown: string; original?: string },
    count: number,
    row: Row | undefined,
  ) => (
    <button type="button" aria-pressed={isChosen} title={row?.title} onClick={onClick}>
      <bdi lang={name.original ? undefined : source.language} title={name.original}>
        {name.shown}
      </bdi>{' '}
      <span>{numberText(count)}</span>
      {/* The source from its first passage to its last; the title says it in numbers. */}
      <svg
        class="reader-strip"
        viewBox={`0 0 ${passages.length} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={row?.strip} />
      </svg>
    </button>
  );
  return (
    <nav class="reader-names" aria-label={i18n.t('reader.names')}>
      <details open={open}>
        <summary>{i18n.t('reader.names')}</summary>
        {speakers.length > 0 && (
          <section aria-labelledby="speakers">
            <h2 id="speakers">{i18n.t('reader.speakers')}</h2>
            <ul>
              {speakers.map(({ id, name, count, row }) => (
                <li key={id}>
                  {button(
                    id === speaker,
                    () => onChooseSpeaker(id === speaker ? null : id),
                    shownName(name),
                    count,
                    row,
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {kinds.map(([kind, list]) => (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{i18n.t(`kinds.${kind}`)}</h2>
            <ul>
              {list.map(({ id, canonical, local, mentions: count }) => (
                <li key={id}>
                  {button(
                    id === chosen,
                    () => onChoose(id === chosen ? null : id),
                    { shown: local ?? canonical, ...(local && { original: canonical }) },
                    count,
                    rows.get(id),
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
    </nav>
  );
}

/** @param at numbers of passages, in order */
function rowOf(what: 'mentions' | 'spoken', at: readonly number[], count: number): Row {
  return {
    title: i18n.t(`reader.${what}`, count, [numberText(count), numbersText(at)]),
    strip: at.map((ordinal) => `M${ordinal - 1} 0h1v1h-1z`).join(''),
  };
}

/** Of a speaker, as the makers have translated it. */
function shownName(name: string): { shown: string; original?: string } {
  const translated = i18n.translated(name);
  return translated === null ? { shown: name } : { shown: translated, original: name };
}
