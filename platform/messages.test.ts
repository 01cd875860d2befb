import { beforeEach, describe, expect, test, vi } from 'vitest';

type Listener = (message: unknown, sender: unknown) => Promise<unknown> | undefined;

/** The extension API as far as messages need it; `send` decides how sending ends. */
const fake = vi.hoisted(() => {
  const state = {
    listeners: new Set<(message: unknown, sender: unknown) => Promise<unknown> | undefined>(),
    sent: [] as unknown[][],
    send: (_try: number): Promise<unknown> => Promise.resolve({ is: 'answered' }),
    runtime: undefined as unknown,
  };
  const record = (...args: unknown[]) => {
    state.sent.push(args);
    return state.send(state.sent.length);
  };
  const browser = {
    get runtime() {
      return state.runtime;
    },
    tabs: { sendMessage: record },
  };
  const runtime = {
    id: 'sidelight',
    getURL: (path: string) => `ext://own${path || '/'}`,
    sendMessage: record,
    onMessage: {
      addListener: (listener: Listener) => state.listeners.add(listener),
      removeListener: (listener: Listener) => state.listeners.delete(listener),
    },
  };
  return { state, browser, runtime };
});
vi.mock('wxt/browser', () => ({ browser: fake.browser }));

import {
  askBackground,
  fromBackground,
  fromExtension,
  fromPage,
  isExtensionAlive,
  Refusal,
  type Routes,
  receive,
  routes,
  type Sender,
  type SenderRule,
  tellCard,
  tellPage,
  tellPopup,
} from './messages';

const PAGE = { id: 'sidelight', url: 'https://news.org/', tab: { id: 1 } } as Sender;
const POPUP = { id: 'sidelight', url: 'ext://own/popup.html' } as Sender;
const CARD = { id: 'sidelight', url: 'ext://own/card.html', tab: { id: 1 } } as Sender;
const WORKER = { id: 'sidelight', url: 'ext://own/background.js' } as Sender;
const STRANGER = { id: 'other', url: 'ext://own/popup.html', tab: { id: 1 } } as Sender;

const answered = (answer: unknown) => ({ is: 'answered', answer });
const closed = () =>
  new Error('A listener indicated an asynchronous response, but the message channel closed');
const absent = () => new Error('Could not establish connection. Receiving end does not exist.');

beforeEach(() => {
  fake.state.listeners.clear();
  fake.state.sent = [];
  fake.state.send = () => Promise.resolve(answered(undefined));
  fake.state.runtime = fake.runtime;
});

/** Delivers a message as the browser does. */
function deliver(message: unknown, sender: Sender = PAGE): Promise<unknown> | undefined {
  const [listener] = fake.state.listeners;
  if (!listener) throw new Error('nobody listens');
  return listener(message, sender);
}

/** Doubles numbers, at the background, for whom the rule allows. */
interface Doubling {
  double: { carries: number; answer: number };
}
const doubling = (from: SenderRule): Routes =>
  routes<Doubling>(from, {
    double(carried) {
      if (typeof carried !== 'number') throw new Error('not a number');
      return carried * 2;
    },
  });

describe('a receiver', () => {
  let refused: unknown[];
  beforeEach(() => {
    refused = [];
  });
  const listen = (...all: Routes[]) => receive('background', all, (error) => refused.push(error));

  test('answers what is addressed to it', async () => {
    listen(doubling(fromPage));
    await expect(deliver({ to: 'background', kind: 'double', carries: 21 })).resolves.toEqual(
      answered(42),
    );
    expect(refused).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['for another addressee', { to: 'card', kind: 'double', carries: 21 }],
    ['for nobody', { kind: 'double', carries: 21 }],
    ['of another kind altogether', 'hello'],
    ['that are null', null],
    ['that are undefined', undefined],
  ])('leaves messages %s alone', (_, message) => {
    listen(doubling(fromPage));
    expect(deliver(message)).toBeUndefined();
    expect(refused).toEqual([]);
  });

  test.each<[string, unknown, Sender, string]>([
    ['an unknown kind', { kind: 'triple' }, PAGE, 'Sidelight does not know the message “triple”.'],
    ['no kind', {}, PAGE, 'does not know the message “undefined”'],
    [
      'a kind that every object has',
      { kind: 'constructor' },
      PAGE,
      'does not know the message “constructor”',
    ],
    [
      'a wrong sender',
      { kind: 'double', carries: 1 },
      POPUP,
      'Sidelight refuses “double” from ext://own/popup.html.',
    ],
    ['another extension', { kind: 'double', carries: 1 }, STRANGER, 'refuses “double”'],
    ['a sender without address', { kind: 'double', carries: 1 }, {} as Sender, 'refuses “double”'],
    ['a malformed message', { kind: 'double', carries: '1' }, PAGE, 'not a number'],
  ])('refuses and reports %s', async (_, message, sender, why) => {
    listen(doubling(fromPage));
    await expect(deliver({ ...(message as object), to: 'background' }, sender)).resolves.toEqual({
      is: why === 'not a number' ? 'failed' : 'refused',
      why: expect.stringContaining(why),
    });
    expect(refused).toEqual([expect.objectContaining({ message: expect.stringContaining(why) })]);
  });

  test('does not hand on what was refused', async () => {
    const handled: number[] = [];
    const open = routes<Doubling>(fromPage, {
      double: (carried) => handled.push(carried),
    });
    listen(open);
    await expect(
      deliver({ to: 'background', kind: 'double', carries: 1 }, POPUP),
    ).resolves.toMatchObject({ is: 'refused' });
    expect(handled).toEqual([]);
    await deliver({ to: 'background', kind: 'double', carries: 1 }, PAGE);
    expect(handled).toEqual([1]);
  });

  test('reports a handler that fails', async () => {
    const failing = routes<Doubling>(fromPage, {
      double: () => Promise.reject(new Error('broken')),
    });
    listen(failing);
    await expect(deliver({ to: 'background', kind: 'double', carries: 1 })).resolves.toEqual({
      is: 'failed',
      why: 'broken',
    });
    expect(refused).toHaveLength(1);
  });

  test('takes the routes that is open to the sender, of two with the same kind', async () => {
    const zero = routes<Doubling>(fromExtension, { double: () => 0 });
    listen(
      doubling((sender) => sender === PAGE),
      zero,
    );
    await expect(deliver({ to: 'background', kind: 'double', carries: 4 }, PAGE)).resolves.toEqual(
      answered(8),
    );
    await expect(deliver({ to: 'background', kind: 'double', carries: 4 }, POPUP)).resolves.toEqual(
      answered(0),
    );
  });

  test('hears nothing after it was stopped', () => {
    const stop = listen(doubling(fromPage));
    expect(fake.state.listeners.size).toBe(1);
    stop();
    expect(fake.state.listeners.size).toBe(0);
  });
});

test.each<[string, Sender, boolean, boolean, boolean]>([
  ['a content script', PAGE, false, true, false],
  ['the popup', POPUP, true, false, true],
  ['a card frame', CARD, true, true, false],
  ['the background', WORKER, true, false, true],
  ['another extension', STRANGER, false, false, false],
  [
    'an address that only begins like ours',
    { id: 'sidelight', url: 'ext://owner/' },
    false,
    false,
    true,
  ],
  ['a sender of ours without address', { id: 'sidelight' }, false, false, true],
])('%s is told from the others', (_, sender, extension, page, background) => {
  expect([fromExtension(sender), fromPage(sender), fromBackground(sender)]).toEqual([
    extension,
    page,
    background,
  ]);
});

const CHINA = { site: 'a.org', page: null, heads: ['china'] };

describe('asking the background', () => {
  test('sends one message and gives its answer', async () => {
    fake.state.send = () => Promise.resolve(answered([['china', []]]));
    await expect(askBackground('names', CHINA)).resolves.toEqual([['china', []]]);
    expect(fake.state.sent).toEqual([[{ to: 'background', kind: 'names', carries: CHINA }]]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['it ended before it answered', () => Promise.reject(closed())],
    ['it was not there', () => Promise.reject(absent())],
    ['a browser says so in other words', () => Promise.reject(new Error('Actor destroyed'))],
    ['another page of ours had nothing to say', () => Promise.resolve(undefined)],
    ['something came back that is no reply', () => Promise.resolve([])],
    ['null came back', () => Promise.resolve(null)],
  ])('asks again when %s', async (_, cutOff) => {
    fake.state.send = (count) => (count < 3 ? cutOff() : Promise.resolve(answered([])));
    await expect(askBackground('names', CHINA)).resolves.toEqual([]);
    expect(fake.state.sent).toHaveLength(3);
  });

  test('gives up after eight times', async () => {
    fake.state.send = () => Promise.reject(closed());
    await expect(askBackground('names', CHINA)).rejects.toThrow('message channel closed');
    expect(fake.state.sent).toHaveLength(8);
  });

  test('does not ask again when its extension is gone', async () => {
    fake.state.send = () => {
      fake.state.runtime = {};
      return Promise.reject(new Error('Extension context invalidated.'));
    };
    await expect(askBackground('names', CHINA)).rejects.toThrow('invalidated');
    expect(fake.state.sent).toHaveLength(1);
  });

  test.each([
    ['refused', true],
    ['failed', false],
  ])('does not ask again what was %s', async (is, isRefusal) => {
    fake.state.send = () => Promise.resolve({ is, why: 'There is no entity “x”' });
    const error = await askBackground('names', CHINA).catch((thrown) => thrown);
    expect(String(error)).toContain('There is no entity “x”');
    expect(error instanceof Refusal).toBe(isRefusal);
    expect(fake.state.sent).toHaveLength(1);
  });
});

describe.each<[string, () => Promise<boolean>, unknown[]]>([
  [
    'the frames of a tab',
    () => tellPage(7, null, 'report', null),
    [7, { to: 'page', kind: 'report', carries: null }, {}],
  ],
  [
    'one frame of a tab',
    () => tellPage(7, 0, 'report', null),
    [7, { to: 'page', kind: 'report', carries: null }, { frameId: 0 }],
  ],
  [
    'the card',
    () => tellCard(7, 'showCard', { token: 't' }),
    [7, { to: 'card', kind: 'showCard', carries: { token: 't' } }],
  ],
  [
    'the popup',
    () => tellPopup('pageListChanged', { tab: 7 }),
    [{ to: 'popup', kind: 'pageListChanged', carries: { tab: 7 } }],
  ],
])('telling %s', (_, tell, message) => {
  test('sends one message, and is true when it was heard', async () => {
    await expect(tell()).resolves.toBe(true);
    expect(fake.state.sent).toEqual([message]);
  });

  test.each([absent, closed])('is false when nobody hears', async (error) => {
    fake.state.send = () => Promise.reject(error());
    await expect(tell()).resolves.toBe(false);
    expect(fake.state.sent).toHaveLength(1);
  });

  test('passes on what the hearer could not do', async () => {
    fake.state.send = () => Promise.resolve({ is: 'failed', why: 'broken' });
    await expect(tell()).rejects.toThrow('broken');
  });
});

test.each<[string, unknown, boolean]>([
  ['as long as the extension has an id', { id: 'sidelight' }, true],
  ['not when its id is gone', {}, false],
  ['not when its whole runtime is gone', undefined, false],
])('the extension is alive %s', (_, runtime, alive) => {
  fake.state.runtime = runtime;
  expect(isExtensionAlive()).toBe(alive);
});
