/** The card page, in an iframe of a page. It only reads, copies and navigates. */
import '../../assets/theme.css';
import { render } from 'preact';
import { i18n } from '#i18n';
import { Card } from '../../components/Card';
import { dateText, hedgeText, speakerText } from '../../components/wording';
import { citePlain } from '../../core/citation';
import type { CardContent, RankedPassage } from '../../core/types';
import { copyText } from '../../platform/clipboard';
import { askBackground, desk, fromBackground, receive } from '../../platform/messages';
import { openReader } from '../../platform/pages';
import type { BackgroundToCard } from '../../platform/protocol';

const token = location.hash.slice(1);
const root = document.getElementById('root') as HTMLElement;
document.documentElement.lang = i18n.t('locale');

/** The entities that were walked through before this one. */
let trail: CardContent[] = [];
let current: CardContent | null = null;

const report = (error: unknown) => console.error('Sidelight:', error);

function show(content: CardContent): void {
  current = content;
  render(
    <Card
      content={content}
      onClose={() => askBackground('cardClosed', { token }).catch(report)}
      onOpenInSource={(passage) => openReader(passage).catch(report)}
      onOpenEntity={(entity) => walkTo(entity).catch(report)}
      onCopy={(passage) => copyText(cite(passage))}
      {...(trail.length > 0 && { onBack: back })}
    />,
    root,
  );
}

async function walkTo(entity: string): Promise<void> {
  const request = { entity, matchedAs: null, paragraph: '', entities: [] };
  const content = await askBackground('card', request);
  if (current) trail.push(current);
  show(content);
}

function back(): void {
  const before = trail.pop();
  if (before) show(before);
}

function cite(passage: RankedPassage): string {
  return citePlain(passage, {
    speaker: speakerText(passage),
    place: i18n.t('passage.place', [String(passage.ordinal), String(passage.source.passages)]),
    date: dateText(passage.source.date),
    hedges: passage.hedges.map(({ start, end, kind }) =>
      i18n.t('passage.hedged', [`“${passage.text.slice(start, end)}” (${hedgeText(kind)})`]),
    ),
  });
}

receive(
  'card',
  [
    desk<BackgroundToCard>(fromBackground, {
      async showCard(asked) {
        // Other frames of the tab hear it too.
        if (asked.token !== token) return;
        const { content, tone, room, takesFocus } = await askBackground('cardContent', { token });
        document.documentElement.dataset.tone = tone;
        root.style.setProperty('--card-max-height', `${room}px`);
        trail = [];
        scrollTo(0, 0);
        show(content);
        if (takesFocus) {
          window.focus();
          root.querySelector('h1')?.focus();
        }
      },
    }),
  ],
  report,
);

new ResizeObserver(() => {
  const height = root.querySelector('.card')?.getBoundingClientRect().height;
  if (height) askBackground('cardSized', { token, height: Math.ceil(height) }).catch(report);
}).observe(root);

askBackground('cardReady', { token }).catch(report);
