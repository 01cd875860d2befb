/** Keeps a passage in the notebook, or the words of it that are selected; pressed again, takes it back. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';
import { Icon } from '../controls/icons';
import type { Undo } from '../controls/notice';
import { failureText } from '../words/wording';
import { selectedPart } from './selected-part';

/** What has been kept since the page was opened, by passage and part: what is drawn anew knows of it. */
const kept = new Map<string, Undo>();

interface KeepButtonProps {
  passage: AttributedPassage;
  /** @param part selected in the text; null for all of it. @returns null where it is kept already */
  onKeep(part: Span | null): Promise<Undo | null> | undefined;
  /** The key that does the same. */
  by?: keyof typeof KEYS;
  /** One of several: the key means the one that has the focus. */
  within?: RefObject<HTMLElement | null>;
}

const KEYS = {
  /** While nothing is being typed. The place of the key: it bears other letters in other scripts. */
  k: {
    shown: 'K',
    is: ({ code, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent) =>
      code === 'KeyK' &&
      !(ctrlKey || metaKey || altKey || shiftKey) &&
      !(target instanceof Element && target.matches('input,textarea,select')),
  },
  /** Where something is being typed. */
  save: {
    shown: /Mac/.test(navigator.userAgent) ? '⌘S' : 'Ctrl+S',
    is: ({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
      code === 'KeyS' && (ctrlKey || metaKey) && !(altKey || shiftKey),
  },
};

export function KeepButton({ passage, onKeep, by = 'k', within }: KeepButtonProps) {
  /** What was kept last of the passage, as `kept` has it. */
  const [last, setLast] = useState(keyOf(passage, null));
  const isKept = kept.has(last);
  const isBusy = useRef(false);
  const [said, setSaid] = useState({ text: '', isShown: false });
  const say = (text: string, isShown = false) => setSaid({ text, isShown });
  const press = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    const part = selectedPart(passage);
    // With another part selected, that is kept too; with none, the last is taken back.
    const key = part ? keyOf(passage, part) : last;
    try {
      const undo = kept.get(key);
      if (undo) {
        await undo();
        kept.delete(key);
        say(i18n.t('notebook.unkept'));
      } else {
        const taken = await onKeep(part);
        if (taken) kept.set(key, taken);
        if (taken === null) say(i18n.t('notebook.keptBefore'), true);
        else say(i18n.t('notebook.kept'));
      }
      setLast(key);
    } catch (error) {
      console.error('Sidelight:', error);
      say(failureText(error), true);
    }
    isBusy.current = false;
  };
  const latest = useRef(press);
  latest.current = press;
  // What is seen must answer to its key.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isMeant = !within || within.current?.contains(document.activeElement);
      if (!isMeant || !KEYS[by].is(event)) return;
      event.preventDefault();
      if (!event.repeat) latest.current();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [by, within]);
  const label = i18n.t(isKept ? 'notebook.unkeep' : 'notebook.keep', [KEYS[by].shown]);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-pressed={isKept}
        onClick={press}
      >
        <Icon name="keep" />
      </button>
      {/* That it is kept the button shows; why it is not, or was before, nothing else. */}
      <span class={said.isShown ? undefined : 'visually-hidden'} role="status">
        {said.text}
      </span>
    </>
  );
}

function keyOf({ id }: AttributedPassage, part: Span | null): string {
  return part ? `${id} ${part.start}-${part.end}` : id;
}
