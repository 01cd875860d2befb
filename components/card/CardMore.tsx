/** What is wanted of a card less often: why it shows this, other formats, "do not mark this", "not this one", and off. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CitationFormat } from '../../core/card/citation';
import type { CorrectionScope } from '../../core/choices/corrections';
import type { PageLocation } from '../../core/model/location';
import type { CardContent, RankedPassage } from '../../core/model/views';
import { OTHER_FORMATS } from '../controls/CopyButton';
import type { Undo } from '../controls/notice';
import { failureText, isolate, nameOf, whyText } from '../words/wording';
import { CardChips } from './CardChips';

interface CardMoreProps {
  content: CardContent;
  passage: RankedPassage;
  pageLocation: PageLocation;
  /** In a private window, from which nothing is stored. */
  isPrivate?: boolean;
  onCopy(passage: RankedPassage, format: CitationFormat): void | Promise<void>;
  onOpenEntity(entityId: string): void;
  onCorrect?: (scope: CorrectionScope) => Promise<Undo>;
  onMute?: (where: 'site' | 'everywhere') => Promise<Undo>;
  onSwitchOff?: (where: 'page' | 'site') => Promise<Undo>;
  onPanel?: () => Promise<unknown>;
}

/** What is done here can be undone here. */
export function CardMore({
  content: { entity, sources, matchedAs, matchedName },
  passage,
  pageLocation: { page, site },
  isPrivate,
  onCopy,
  onOpenEntity,
  onCorrect,
  onMute,
  onSwitchOff,
  onPanel,
}: CardMoreProps) {
  const [done, setDone] = useState<{ text: string; undo: Undo | null } | null>(null);
  const act = async (text: string, action: () => Promise<Undo | null>) => {
    try {
      setDone({ text, undo: await action() });
    } catch (error) {
      console.error('Sidelight:', error);
      setDone({ text: failureText(error), undo: null });
    }
  };
  const scopes = [
    ...(page ? [['page', i18n.t('card.onPage')] as const] : []),
    ...(site ? [['site', i18n.t('card.onSite', [isolate(site)])] as const] : []),
  ];
  const everywhere = ['everywhere', i18n.t('card.everywhere')] as const;
  const name = isolate(matchedAs ?? nameOf(entity));
  const why = whyText(passage.why, passage.company);
  return (
    <div class="card-more">
      {why && <p>{i18n.t('card.why', [why])}</p>}
      <CardChips
        label={i18n.t('card.together')}
        entities={passage.company}
        lang={passage.source.language}
        onOpenEntity={onOpenEntity}
      />
      <Choices label={i18n.t('card.copyAs')}>
        {OTHER_FORMATS.map(([format, label]) => (
          <button
            key={format}
            type="button"
            class="chip"
            onClick={() =>
              act(i18n.t('card.copied'), async () => {
                await onCopy(passage, format);
                return null;
              })
            }
          >
            {label ?? i18n.t('card.copyFull')}
          </button>
        ))}
      </Choices>
      {onMute && (
        <Choices label={i18n.t('card.mute', [isolate(nameOf(entity))])}>
          {[...scopes.filter(([where]) => where === 'site'), everywhere].map(([where, label]) => (
            <button
              key={where}
              type="button"
              class="chip"
              onClick={() =>
                act(i18n.t('card.muted', [isolate(nameOf(entity)), label]), () =>
                  onMute(where as 'site' | 'everywhere'),
                )
              }
            >
              {label}
            </button>
          ))}
        </Choices>
      )}
      {matchedName && onCorrect && (
        <Choices label={i18n.t('card.notThis', [name])}>
          {[...scopes, everywhere].map(([scope, label]) => (
            <button
              key={scope}
              type="button"
              class="chip"
              onClick={() =>
                act(i18n.t('card.corrected', [name, isolate(nameOf(entity)), label]), () =>
                  onCorrect(scope),
                )
              }
            >
              {label}
            </button>
          ))}
        </Choices>
      )}
      {scopes.length > 0 && onSwitchOff && (
        <Choices label={i18n.t('card.off')}>
          {scopes.map(([where, label]) => (
            <button
              key={where}
              type="button"
              class="chip"
              onClick={() => act(i18n.t('card.switchedOff', [label]), () => onSwitchOff(where))}
            >
              {label}
            </button>
          ))}
        </Choices>
      )}
      {onPanel && (
        <button
          type="button"
          class="button"
          onClick={() =>
            act('', async () => {
              await onPanel();
              return null;
            })
          }
        >
          {i18n.t('panel.open')}
        </button>
      )}
      {sources.length > 1 && <p>{i18n.t('card.sourcesOrder')}</p>}
      <p class="card-done" role="status">
        {done?.text} {done?.undo && isPrivate && i18n.t('whilePrivate')}{' '}
        {done?.undo && (
          <button
            type="button"
            class="button"
            onClick={() =>
              act(i18n.t('card.undone'), async () => {
                await done.undo?.();
                return null;
              })
            }
          >
            {i18n.t('card.undo')}
          </button>
        )}
      </p>
    </div>
  );
}

function Choices({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <fieldset class="card-choices">
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
