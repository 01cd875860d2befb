/** The card page, in an iframe of a page. It reads, copies, navigates, and sets what it can take back. */
import '../../assets/theme.css';
import { render } from 'preact';
import { speak } from '#i18n';
import { Card } from '../../components/card/Card';
import { citationWords } from '../../components/words/wording';
import { cite } from '../../core/card/citation';
import {
  type CorrectionScope,
  correctionAt,
  withCorrection,
  withoutCorrection,
} from '../../core/choices/corrections';
import { muteAt, withMute, withoutMute } from '../../core/choices/mutes';
import { turned } from '../../core/choices/off';
import { NOTHING_READ, type WhatIsRead } from '../../core/library/what-is-read';
import { Failure } from '../../core/model/failure';
import type { PageLocation } from '../../core/model/location';
import type { Span } from '../../core/model/source';
import type { AttributedPassage, CardContent, CardView } from '../../core/model/views';
import { changeChoices } from '../../platform/choices';
import { copyText } from '../../platform/clipboard';
import { askBackground, fromBackground, receive, routes } from '../../platform/messages';
import { keepPassage } from '../../platform/notebook';
import { openReader, tabInFront } from '../../platform/our-pages';
import { canOpenPanel, openPanel } from '../../platform/panel';
import type { BackgroundToCard } from '../../platform/protocol';
import { readSettings } from '../../platform/settings';

const token = location.hash.slice(1);
const root = document.getElementById('root') as HTMLElement;

/** The entities that were walked through before this one. */
let trail: CardContent[] = [];
let current: CardContent | null = null;
let pageLocation: PageLocation = { site: null, page: null };
/** What the reader reads around the mark. */
let reading: WhatIsRead = NOTHING_READ;
/** What is chosen in a private window is not stored. */
let isPrivate = false;
/** Asked whenever the card opens, since a tab may move: a side panel opens only while the press is handled. */
let ownWindow: number | undefined;

const report = (error: unknown) => console.error('Sidelight:', error);

function show(content: CardContent): void {
  current = content;
  render(
    <Card
      content={content}
      pageLocation={pageLocation}
      isPrivate={isPrivate}
      read={trail.length === 0 ? reading.paragraph : ''}
      onClose={() => askBackground('cardClosed', { token }).catch(report)}
      onOpenInSource={(passage) => openReader(passage).catch(report)}
      onOpenEntity={(entity) => walkTo(entity).catch(report)}
      onOpenView={(entity, view) => turnTo(entity, view).catch(report)}
      onTurn={(passage) => askBackground('passageTurned', { token, passage }).catch(report)}
      onCopy={(passage, format) => copyText(cite(format, passage, citationWords(passage)))}
      onPin={(isPinned) => askBackground('cardPinned', { token, isPinned }).catch(report)}
      onCorrect={correct}
      onMute={mute}
      onKeep={keep}
      onSwitchOff={switchOff}
      {...(canOpenPanel && { onPanel: () => openPanel(ownWindow) })}
      {...(trail.length > 0 && { onBack: back })}
    />,
    root,
  );
}

/** What another source says of the subject that is shown, or what the person says, to a reader of the same. */
async function turnTo(entity: string, view: CardView): Promise<void> {
  const before = current;
  if (!before) return;
  const { matchedAs, asked } = before;
  const read = trail.length === 0 ? reading : NOTHING_READ;
  const request = { entity, isSourceChosen: true, view, matchedAs, ...read };
  const content = await askBackground('card', request);
  if (current === before) show({ ...content, asked, sources: before.sources });
}

async function walkTo(entity: string): Promise<void> {
  const content = await askBackground('card', {
    entity,
    isSourceChosen: false,
    view: 'about',
    matchedAs: null,
    ...NOTHING_READ,
  });
  if (current) trail.push(current);
  show(content);
}

function back(): void {
  const before = trail.pop();
  if (before) show(before);
}

/** Keeps that the page's form does not mean this entity. @returns what takes it back */
async function correct(scope: CorrectionScope): Promise<() => Promise<void>> {
  if (!current?.matchedName) throw new Error('This card was reached from another one.');
  const correction = correctionAt(current.entity.id, current.matchedName, scope, pageLocation);
  const change = (changed: typeof withCorrection) =>
    changeChoices(
      ({ corrections }) => ({ corrections: changed(corrections, correction) }),
      isPrivate,
    );
  await change(withCorrection);
  return () => change(withoutCorrection);
}

/** Puts a passage, or a part of it, into the notebook. */
async function keep({ id }: AttributedPassage, part: Span | null) {
  if (isPrivate) throw new Failure('private-window', 'The card lies in a private window.');
  const { notesAddress } = await readSettings(report);
  return keepPassage(id, part, notesAddress ? pageLocation.page : null);
}

/** Keeps that a subject is marked no more. @returns what takes it back */
async function mute(where: 'site' | 'everywhere'): Promise<() => Promise<void>> {
  if (!current) throw new Error('There is no card.');
  const muted = muteAt(current.entity.id, where, pageLocation);
  const change = (changed: typeof withMute) =>
    changeChoices(
      ({ settings }) => ({
        settings: { subjectsMuted: changed(settings.subjectsMuted, muted) },
      }),
      isPrivate,
    );
  await change(withMute);
  return () => change(withoutMute);
}

async function switchOff(where: 'page' | 'site'): Promise<() => Promise<void>> {
  const turn = (on: boolean) =>
    changeChoices(
      ({ settings }) => ({ settings: turned(settings, where, on, pageLocation, new Date()) }),
      isPrivate,
    );
  await turn(false);
  return () => turn(true);
}

receive(
  'card',
  [
    routes<BackgroundToCard>(fromBackground, {
      async showCard(told) {
        // Other frames of the tab hear it too.
        if (told.token !== token) return;
        const asked = await askBackground('cardContent', { token });
        // The background has ended since: it is told again what to show when the card says that it is ready.
        if (!asked) return askBackground('cardReady', { token });
        const { content, tone, room, takesFocus } = asked;
        pageLocation = { site: asked.site, page: asked.page };
        reading = { paragraph: asked.paragraph, at: asked.at, named: asked.named };
        isPrivate = asked.isPrivate;
        document.documentElement.dataset.tone = tone;
        root.style.setProperty('--card-max-height', `${room}px`);
        trail = [];
        highest = 0;
        askWindow().catch(report);
        scrollTo(0, 0);
        show(content);
        // The page shows the card once it has heard what it is about; the next frame is the first to show it.
        requestAnimationFrame(tellSize);
        if (takesFocus) {
          window.focus();
          root.querySelector('h1')?.focus();
        }
      },
    }),
  ],
  report,
);

/** What the card has been at its highest since it opened: one that shrinks would pull its buttons from under the pointer. */
let highest = 0;

/** Tells what is shown, and how high it wants to be. */
function tellSize(): void {
  const card = root.querySelector<HTMLElement>('.card');
  if (!card || !current) return;
  const { asked } = current;
  // By its contents: it fills the frame, however high that is.
  card.style.minBlockSize = '0';
  highest = Math.max(highest, Math.ceil(card.getBoundingClientRect().height));
  card.style.minBlockSize = '';
  askBackground('cardSized', { token, entity: asked, height: highest }).catch(report);
}

new ResizeObserver(tellSize).observe(root);

async function start(): Promise<void> {
  await speak((await readSettings(report)).language);
  await askBackground('cardReady', { token });
}

async function askWindow(): Promise<void> {
  if (canOpenPanel) ownWindow = (await tabInFront()).window;
}

start().catch(report);
