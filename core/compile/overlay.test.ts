import { describe, expect, test } from 'vitest';
import type { EntityDescription } from './descriptions';
import { anchorOf, applyOverlay, type Described, mentionsOf, type Overlay } from './overlay';

const document =
  'Ada Wells spoke in Astana. Wells are dry.\n\nThe Wells Fund (WF) paid. Astana is far.';

function mentions(...texts: string[]): EntityDescription['mentions'] {
  return texts.flatMap((text) => mentionsOf(text, document));
}

const found: Described = {
  document,
  about: {
    title: 'Wells',
    titleIsOurs: true,
    kind: 'document',
    language: 'en',
    authors: [],
    publisher: null,
    date: null,
    origin: 'wells.txt',
    licence: '',
    note: '',
    people: [],
    passages: [
      { start: 0, end: 41, turn: 'narration', sectionBreak: false, hedges: [], quotes: [] },
      {
        start: 43,
        end: document.length,
        turn: 'narration',
        doubt: 'speaker-unsaid',
        sectionBreak: false,
        hedges: [],
        quotes: [],
      },
    ],
  },
  entities: [
    {
      id: 'person-ada-wells',
      kind: 'person',
      canonical: 'Ada Wells',
      names: { en: ['Ada Wells', { text: 'Wells', 'needs-company': true }] },
      not: {},
      mentions: [...mentions('Ada Wells'), [27, 32, 'Wells']],
      doubts: ['everyday-word'],
    },
    {
      id: 'place-astana',
      kind: 'place',
      canonical: 'Astana',
      names: { en: ['Astana'] },
      not: {},
      mentions: mentions('Astana'),
    },
    {
      id: 'organisation-wells-fund',
      kind: 'organisation',
      canonical: 'Wells Fund',
      names: { en: ['Wells Fund'] },
      not: {},
      mentions: mentions('Wells Fund'),
    },
  ],
};

/** What is left, a line each: id, kind, names, and how often it is named. */
function after(overlay: Overlay): string[] {
  return applyOverlay(found, overlay).entities.map(({ id, kind, names, mentions: all }) => {
    const written = Object.values(names)
      .flatMap((list) => list ?? [])
      .map((name) => (typeof name === 'string' ? name : name.text));
    return `${id} ${kind} [${written.join(', ')}] ${all.length}`;
  });
}

const ADA = 'person-ada-wells person [Ada Wells, Wells] 2';
const ASTANA = 'place-astana place [Astana] 2';
const FUND = 'organisation-wells-fund organisation [Wells Fund] 1';

describe('an edit', () => {
  test.each<[string, Overlay, string[]]>([
    [
      'that accepts leaves all as it is',
      [{ edit: 'accept', entity: 'person-ada-wells' }],
      [ADA, ASTANA, FUND],
    ],
    ['drops an entity', [{ edit: 'drop', entity: 'place-astana' }], [ADA, FUND]],
    [
      'of what is not there does nothing',
      [{ edit: 'drop', entity: 'place-paris' }],
      [ADA, ASTANA, FUND],
    ],
    [
      'renames an entity, whose id stays',
      [{ edit: 'rename', entity: 'organisation-wells-fund', canonical: 'The Wells Fund' }],
      [ADA, ASTANA, 'organisation-wells-fund organisation [Wells Fund, The Wells Fund] 2'],
    ],
    [
      'changes a kind',
      [{ edit: 'kind', entity: 'place-astana', kind: 'organisation' }],
      [ADA, 'place-astana organisation [Astana] 2', FUND],
    ],
    [
      'joins two entities; what follows finds the one that is left',
      [
        { edit: 'join', entity: 'organisation-wells-fund', into: 'person-ada-wells' },
        { edit: 'kind', entity: 'organisation-wells-fund', kind: 'organisation' },
      ],
      ['person-ada-wells organisation [Ada Wells, Wells, Wells Fund] 3', ASTANA],
    ],
    [
      'finds what has become another by way of a third',
      [
        { edit: 'join', entity: 'organisation-wells-fund', into: 'person-ada-wells' },
        { edit: 'join', entity: 'person-ada-wells', into: 'place-astana' },
        { edit: 'kind', entity: 'organisation-wells-fund', kind: 'organisation' },
      ],
      ['place-astana organisation [Astana, Ada Wells, Wells, Wells Fund] 5'],
    ],
    [
      'gives what is parted from another no id that means the other one',
      [
        { edit: 'join', entity: 'person-ada-wells', into: 'place-astana' },
        { edit: 'kind', entity: 'place-astana', kind: 'person' },
        { edit: 'part', entity: 'place-astana', name: 'Ada Wells' },
        { edit: 'drop', entity: 'person-ada-wells-2' },
      ],
      ['place-astana person [Astana, Wells] 3', FUND],
    ],
    [
      'parts what is written otherwise',
      [{ edit: 'part', entity: 'person-ada-wells', name: 'Wells' }],
      ['person-ada-wells person [Ada Wells] 1', ASTANA, FUND, 'person-wells person [Wells] 3'],
    ],
    [
      'adds a name, with the places that hold it',
      [{ edit: 'add-name', entity: 'organisation-wells-fund', name: 'WF' }],
      [ADA, ASTANA, 'organisation-wells-fund organisation [Wells Fund, WF] 2'],
    ],
    [
      'adds a name that was another’s',
      [{ edit: 'add-name', entity: 'organisation-wells-fund', name: 'Wells' }],
      [
        'person-ada-wells person [Ada Wells] 1',
        ASTANA,
        'organisation-wells-fund organisation [Wells Fund, Wells] 3',
      ],
    ],
    [
      'drops a name',
      [{ edit: 'drop-name', entity: 'person-ada-wells', name: 'Wells' }],
      ['person-ada-wells person [Ada Wells] 2', ASTANA, FUND],
    ],
    [
      'that drops the last name drops the entity',
      [{ edit: 'drop-name', entity: 'place-astana', name: 'Astana' }],
      [ADA, FUND],
    ],
    [
      'adds an entity wherever the document names it',
      [{ edit: 'add', name: 'WF', kind: 'organisation' }],
      [ADA, ASTANA, FUND, 'organisation-wf organisation [WF] 1'],
    ],
    [
      'adds none that the document does not name',
      [{ edit: 'add', name: 'Paris', kind: 'place' }],
      [ADA, ASTANA, FUND],
    ],
  ])('%s', (_, overlay, expected) => {
    expect(after(overlay)).toEqual(expected);
  });

  test('says whether a name needs company', () => {
    const { entities } = applyOverlay(found, [
      { edit: 'company', entity: 'place-astana', name: 'Astana', needed: true },
      { edit: 'company', entity: 'person-ada-wells', name: 'Wells', needed: false },
    ]);
    expect(entities.map(({ names }) => names.en)).toEqual([
      ['Ada Wells', { text: 'Wells', 'needs-company': false }],
      [{ text: 'Astana', 'needs-company': true }],
      ['Wells Fund'],
    ]);
  });

  test('finds names with a hyphen', () => {
    expect(mentionsOf('Kim Jong-un', 'With Kim Jong-un, not Kim Jong-unx.')).toHaveLength(1);
  });

  test('takes doubts away', () => {
    const { entities } = applyOverlay(found, [{ edit: 'accept', entity: 'person-ada-wells' }]);
    expect(entities[0]?.doubts).toEqual([]);
  });

  test('says who speaks, found by how the passage begins', () => {
    const passage = anchorOf(document.slice(43));
    const { about } = applyOverlay(found, [
      { edit: 'speaker', passage, turn: 'answer', speaker: 'Ada Wells' },
    ]);
    expect(about.people).toEqual([{ id: 'ada-wells', name: 'Ada Wells', role: null }]);
    expect(about.passages[1]).toMatchObject({ turn: 'answer', speaker: 'ada-wells' });
    expect(about.passages[1]).not.toHaveProperty('doubt');
  });

  test('credits no passage that only begins as a short one', () => {
    const [passage] = found.about.passages;
    if (!passage) throw new Error('There is no passage.');
    const said = {
      ...found,
      document: 'Yes.\n\nYes. I was there.',
      about: {
        ...found.about,
        passages: [
          { ...passage, end: 4 },
          { ...passage, start: 6, end: 23 },
        ],
      },
    };
    const { about } = applyOverlay(said, [
      { edit: 'speaker', passage: 'Yes.', turn: 'answer', speaker: 'Ada Wells' },
    ]);
    expect(about.passages.map(({ turn }) => turn)).toEqual(['answer', 'narration']);
  });

  test('accepts whoever is credited, and nobody else', () => {
    const passages = found.about.passages.map((passage, at) => ({
      ...passage,
      doubt: 'turn-continued',
      ...(at === 0 && { speaker: 'ada-wells' }),
    }));
    const doubted = { ...found, about: { ...found.about, passages } };
    const { about } = applyOverlay(doubted, [{ edit: 'accept-speakers' }]);
    expect(about.passages.map(({ doubt }) => doubt)).toEqual([undefined, 'turn-continued']);
  });

  test('leaves no answer without a speaker', () => {
    const passage = anchorOf(document.slice(43));
    const { about } = applyOverlay(found, [
      { edit: 'speaker', passage, turn: 'answer', speaker: null },
    ]);
    expect(about.passages[1]?.turn).toBe('narration');
  });

  test('gives title, date and publisher', () => {
    const { about } = applyOverlay(found, [{ edit: 'about', title: 'On wells', date: '2020-05' }]);
    expect(about).toMatchObject({
      title: 'On wells',
      titleIsOurs: true,
      date: '2020-05',
      publisher: null,
    });
  });
});

test('nothing that is given is changed', () => {
  const before = JSON.stringify(found);
  after([
    { edit: 'join', entity: 'organisation-wells-fund', into: 'person-ada-wells' },
    { edit: 'part', entity: 'person-ada-wells', name: 'Wells' },
    { edit: 'about', title: 'On wells' },
  ]);
  expect(JSON.stringify(found)).toBe(before);
});
