/** Says that something was done, with what takes it back; or that it failed. */
import type { RefObject, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { failureText } from '../words/wording';
import { IconButton } from './IconButton';
import './page.css';

/** Long enough to be read twice; what can be undone stays. */
const NOTICE_MS = 5000;

interface Done {
  text(): string;
  undo?: Undo;
}

/** Takes back what was done. */
export type Undo = () => Promise<unknown>;

/** Does something and tells that it is done, with what takes it back; tells also when it failed. */
export type Act = (
  /** In the language of that moment, which may be what has changed. */
  done: () => string,
  action: () => Promise<unknown>,
  undo?: Undo,
) => Promise<void>;

/** How the parts of a page tell what was done. */
export interface Tells {
  act: Act;
  say(text: () => string): void;
  fail(error: unknown): void;
}

/** @param rest takes the focus when the button of the notice goes */
export function useNotice(rest: RefObject<HTMLElement | null>): Tells & { notice: VNode } {
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => {
    if (!done || done.undo) return;
    const timer = setTimeout(() => setDone(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const say = (text: () => string) => setDone({ text });
  const fail = (error: unknown) => {
    console.error('Sidelight:', error);
    say(() => failureText(error));
  };
  const act: Act = async (text, action, undo) => {
    try {
      await action();
      setDone({ text, ...(undo && { undo }) });
    } catch (error) {
      fail(error);
    }
  };
  const notice = (
    <p class="page-notice" role="status">
      {done && (
        <>
          <bdi>{done.text()}</bdi>
          {done.undo && (
            <>
              <button
                type="button"
                class="button page-button"
                onClick={() => {
                  act(() => i18n.t('options.undone'), done.undo as Undo);
                  rest.current?.focus({ preventScroll: true });
                }}
              >
                {i18n.t('options.undo')}
              </button>
              <IconButton
                name="close"
                label={i18n.t('card.close')}
                onClick={() => {
                  setDone(null);
                  rest.current?.focus({ preventScroll: true });
                }}
              />
            </>
          )}
        </>
      )}
    </p>
  );
  return { act, say, fail, notice };
}
