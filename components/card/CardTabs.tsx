/** The sources that have something to say of a subject: each shows its own passages. */
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CardContent } from '../../core/model/views';
import { numberText } from '../words/wording';

/** As many as one line holds; the rest unfolds. */
const FEW = 3;

export function CardSources({
  content: { entity, sources },
  onOpenSource,
}: {
  content: CardContent;
  onOpenSource: ((entityId: string) => void) | undefined;
}) {
  const [isWhole, setWhole] = useState(false);
  const label = useId();
  if (sources.length < 2 || !onOpenSource) return null;
  const at = sources.findIndex((one) => one.entity === entity.id);
  const most = Math.max(FEW, at + 1);
  const shown = isWhole || sources.length === most + 1 ? sources : sources.slice(0, most);
  return (
    <div class="card-sources">
      <span id={label} class="visually-hidden">
        {i18n.t('card.sources')}
      </span>
      <ul aria-labelledby={label} title={i18n.t('card.sourcesOrder')}>
        {shown.map(({ entity: id, title, language, passages }) => (
          <li key={id}>
            <button
              type="button"
              class="chip"
              aria-pressed={id === entity.id}
              title={title}
              aria-label={i18n.t('card.sourceTab', [title, numberText(passages)])}
              onClick={() => id === entity.id || onOpenSource(id)}
            >
              <bdi lang={language}>{title}</bdi>
              <span>{numberText(passages)}</span>
            </button>
          </li>
        ))}
        {shown.length < sources.length && (
          <li>
            <button type="button" class="button" onClick={() => setWhole(true)}>
              {i18n.t('card.moreTogether', sources.length - shown.length)}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
