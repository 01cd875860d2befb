import { afterEach, expect, test, vi } from 'vitest';
import { AskedWorker, answerTasks, WorkerEnded } from './ask-worker';

afterEach(() => vi.unstubAllGlobals());

test('an answer that cannot be taken ends the waiting', async () => {
  const worker = { postMessage() {}, terminate: vi.fn() } as unknown as Worker;
  const asked = new AskedWorker<string>(
    () => worker,
    () => new Error('refused'),
  );
  const answer = asked.ask('what');
  worker.onmessageerror?.call(worker, new MessageEvent('messageerror'));
  await expect(answer).rejects.toBeInstanceOf(WorkerEnded);
  expect(worker.terminate).toHaveBeenCalled();
});

test('an answer that cannot be sent is told as a failure', async () => {
  const told: unknown[] = [];
  const listeners: Array<(event: unknown) => void> = [];
  vi.stubGlobal('addEventListener', (_: string, listen: (event: unknown) => void) =>
    listeners.push(listen),
  );
  vi.stubGlobal('postMessage', (message: { carried: { kind: string } }) => {
    if (message.carried.kind === 'answer') throw new DOMException('It is too much.');
    told.push(message);
  });
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  answerTasks(
    async () => 'much',
    () => null,
  );
  listeners[0]?.({ data: { number: 7, carried: 'what' } });
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]).toMatchObject({ number: 7, carried: { kind: 'failed', code: null } });
  quiet.mockRestore();
});
