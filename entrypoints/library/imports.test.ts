import { afterEach, expect, test, vi } from 'vitest';
import type { Adding } from './adding';
import { Imports } from './imports';

/** Reads every document in a moment. */
class QuickWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  postMessage({ number }: { number: number }): void {
    queueMicrotask(() => {
      this.onmessage?.({ data: { number, carried: { kind: 'progress', done: 0.5 } } });
      this.onmessage?.({ data: { number, carried: { kind: 'answer', answer: { like: null } } } });
    });
  }
  terminate(): void {}
}

afterEach(() => vi.unstubAllGlobals());

test('of a thousand documents not every step is drawn, and what they are read against is asked once', async () => {
  vi.stubGlobal('Worker', QuickWorker);
  const context = vi.fn(async () => ({ library: [], known: [], language: 'en' }));
  const imports = new Imports(
    {} as Adding,
    async () => {},
    context,
    async () => {},
  );
  const drawn = vi.fn();
  imports.watch(drawn);
  const file = { bytes: new Blob(['Rain.']), address: null, as: 'file' } as const;
  imports.put(Array.from({ length: 1000 }, (_, at) => ({ ...file, name: `${at}.txt` })));
  await vi.waitFor(() => expect(imports.items().every(({ state }) => state === 'read')).toBe(true));
  expect(context).toHaveBeenCalledTimes(1);
  expect(drawn.mock.calls.length).toBeLessThan(100);
});
