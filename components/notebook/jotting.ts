/** A field that saves what is typed without being asked: after a pause, and when it is left. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** Felt as at once, and longer than between two letters. */
const PAUSE_MS = 400;

interface Jotting {
  onJot(typed: string): Promise<unknown>;
  /** The reader has left the field, and something else stands in it. */
  onJotted(): void;
  onFail(error: unknown): void;
}

/** @param stored what is saved. @returns what the field is given */
export function useJotting(stored: string, { onJot, onJotted, onFail }: Jotting) {
  const [typed, setTyped] = useState<string | null>(null);
  const before = useRef(stored);
  const waiting = useRef<(() => Promise<void>) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const save = () => {
    clearTimeout(timer.current);
    return waiting.current?.();
  };
  useEffect(() => {
    // The panel may be closed at any moment.
    const leave = () => void save();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    value: typed ?? stored,
    onFocus: () => {
      before.current = stored;
    },
    onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setTyped(value);
      waiting.current = async () => {
        waiting.current = null;
        await onJot(value).catch(onFail);
      };
      clearTimeout(timer.current);
      timer.current = setTimeout(save, PAUSE_MS);
    },
    onBlur: async () => {
      if (typed === null) return;
      await save();
      setTyped(null);
      if (typed !== before.current) onJotted();
    },
  };
}
