/** Where the passages of a card come from: each source that names the subject, and what a person says themselves. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CARD_VIEWS, type CardContent, type CardView } from '../../core/model/views';
import { Title } from '../passage/Translated';
import { numberText, titleText } from '../words/wording';

/** As many as one line holds; the rest unfolds. */
const FEW = 3;

export function CardTabs({
  content,
  onOpenView,
}: {
  content: CardContent;
  onOpenView(entityId: string, view: CardView): void;
}) {
  const { entity, sources, view, counts } = content;
  const [isWhole, setWhole] = useState(false);
  const at = sources.findIndex((one) => one.entity === entity.id);
  const most = Math.max(FEW, at + 1);
  const shown = isWhole || sources.length === most + 1 ? sources : sources.slice(0, most);
  return (
    <>
      {sources.length > 1 && (
        <Tabs label={i18n.t('card.sources')} title={i18n.t('card.sourcesOrder')}>
          {shown.map((one) => (
            <Tab
              key={one.entity}
              isShown={one.entity === entity.id}
              title={titleText(one)}
              onShow={() => onOpenView(one.entity, 'about')}
            >
              <Title source={one} /> <span aria-hidden="true">{numberText(one.passages)}</span>
              <span class="visually-hidden">{i18n.t('reader.passages', one.passages)}</span>
            </Tab>
          ))}
          {shown.length < sources.length && (
            <li>
              <button type="button" class="button" onClick={() => setWhole(true)}>
                {i18n.t('card.moreTogether', sources.length - shown.length)}
              </button>
            </li>
          )}
        </Tabs>
      )}
      {counts.says > 0 && (
        <Tabs label={i18n.t('card.views')}>
          {CARD_VIEWS.map((each) => {
            const label = i18n.t(`card.view.${each}`, counts[each], [numberText(counts[each])]);
            return (
              <Tab
                key={each}
                isShown={each === view}
                title={label}
                onShow={() => onOpenView(entity.id, each)}
              >
                <span>{label}</span>
              </Tab>
            );
          })}
        </Tabs>
      )}
    </>
  );
}

function Tabs({
  label,
  title,
  children,
}: {
  label: string;
  title?: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <div class="card-tabs">
      <span id={id} class="visually-hidden">
        {label}
      </span>
      <ul aria-labelledby={id} title={title}>
        {children}
      </ul>
    </div>
  );
}

function Tab({
  isShown,
  title,
  onShow,
  children,
}: {
  isShown: boolean;
  title: string;
  onShow(): void;
  children: ComponentChildren;
}) {
  return (
    <li>
      <button
        type="button"
        class="chip"
        aria-pressed={isShown}
        title={title}
        onClick={() => isShown || onShow()}
      >
        {children}
      </button>
    </li>
  );
}
