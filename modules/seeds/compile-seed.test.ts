import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { seed, seedFiles } from '../../tests/fixtures/seed';
import { compileSeed } from './compile-seed';

describe('the bundled source', () => {
  test('compiles', () => {
    expect(seed.entities).toHaveLength(71);
    expect(seed.passages).toHaveLength(56);
    expect(seed.mentions).toHaveLength(216);
    expect(seed.text).toBe(seedFiles.document);
    expect(seed.source.hash).toBe(createHash('sha256').update(seedFiles.document).digest('hex'));
    expect(seed.source).toMatchObject({ titleIsOurs: true, date: null, holding: 'bundled' });
  });

  test('slices at every mention, within its passage', () => {
    for (const { start, end, surface, passage } of seed.mentions) {
      expect(seed.text.slice(start, end)).toBe(surface);
      const within = seed.passages.find(({ id }) => id === passage);
      expect(within?.start).toBeLessThanOrEqual(start);
      expect(within?.end).toBeGreaterThanOrEqual(end);
    }
  });

  test('slices at every hedge and quotation as the reviewer wrote them', () => {
    const reviewed = [...seedFiles.source.matchAll(/\[(\d+), (\d+), [^\n]*"([^"\n]+)"\]/g)].map(
      ([, start, end, surface]) => `${start} ${end} ${surface}`,
    );
    const compiled = seed.passages.flatMap((passage) =>
      [...passage.hedges, ...passage.quotes].map(({ start, end }) => {
        const [from, to] = [passage.start + start, passage.start + end];
        return `${from} ${to} ${seed.text.slice(from, to)}`;
      }),
    );
    expect(compiled.length).toBeGreaterThan(40);
    expect(compiled.sort()).toEqual(reviewed.sort());
  });

  test('names every entity, passage and person that it refers to', () => {
    const passages = new Set(seed.passages.map(({ id }) => id));
    const entities = new Set(seed.entities.map(({ id }) => id));
    const people = new Set(seed.source.people.map(({ id }) => id));
    expect(passages.size).toBe(56);
    expect(entities.size).toBe(71);
    for (const { entity, passage } of seed.mentions) {
      expect(entities).toContain(entity);
      expect(passages).toContain(passage);
    }
    for (const { speaker, answers } of seed.passages) {
      if (speaker) expect(people).toContain(speaker);
      if (answers) expect(passages).toContain(answers);
    }
  });

  test('gives no written form to two entities', () => {
    const owners = new Map<string, string>();
    for (const { id, names } of seed.entities) {
      for (const text of names.flatMap((name) => [name.text, ...name.forms])) {
        expect([id, undefined], text).toContain(owners.get(text));
        owners.set(text, id);
      }
    }
    expect(owners.size).toBeGreaterThan(4000);
  });
});

const DOCUMENT = 'Anna Lee spoke of Xinjiang.\n\n– Is it so?\n\n– I think so, in China.\n';
const SOURCE = `title: A short talk
titleIsOurs: true
kind: interview
language: en
publisher: null
date: null
origin: Made for a test.
licence: Free.
note: Short.
people:
  - {id: anna, name: Anna Lee, role: null}
passages:
  - {start: 0, end: 27, turn: narration, quotes: [[18, 26, Anna Lee, Xinjiang]]}
  - {start: 29, end: 40, turn: question}
  - {start: 42, end: 65, turn: answer, speaker: anna, answers: 2, hedges: [[44, 51, opinion, I think]]}
`;
const ENTITIES = `- id: anna-lee
  kind: person
  canonical: Anna Lee
  names:
    en: [Anna Lee]
  mentions:
    - [0, 8, Anna Lee]
- id: xinjiang
  kind: place
  canonical: Xinjiang
  names:
    en: [Xinjiang]
    zh: [新疆, 维吾尔]
  mentions:
    - [18, 26, Xinjiang]
- id: china
  kind: place
  canonical: China
  names:
    en: [China, PRC]
    ru: [Китай]
  not: {en: [China Sea], ru: [Южно-Китайское море], kk: [Оңтүстік Қытай теңізі], zh: [南中国边]}
  mentions:
    - [59, 64, China]
`;

type File = 'source' | 'entities' | 'document';
type Edit = [file: File, from: string, to: string];

/** Compiles the small source after edits, each of which must change something. */
function compile(...edits: Edit[]) {
  const files = { slug: 'talk', document: DOCUMENT, source: SOURCE, entities: ENTITIES };
  for (const [file, from, to] of edits) {
    if (!files[file].includes(from)) throw new Error(`${file} does not hold ${from}`);
    files[file] = files[file].replace(from, to);
  }
  return compileSeed(files);
}

/** What stops the build, one entry for each problem. */
function faults(...edits: Edit[]): string[] {
  try {
    compile(...edits);
  } catch (error) {
    const [heading, ...lines] = (error as Error).message.split(/\n(?=seeds\/)/);
    expect(heading).toBe(`The source “talk” has ${lines.length} problem(s):`);
    return lines;
  }
  return [];
}

describe('a small source', () => {
  const index = compile();
  const names = (entity: number) => index.entities[entity]?.names ?? [];

  test('has passages with their places, speakers, questions and hedges', () => {
    expect(index.passages[2]).toEqual({
      id: 'talk/3',
      source: 'talk',
      ordinal: 3,
      start: 42,
      end: 65,
      turn: 'answer',
      speaker: 'anna',
      answers: 'talk/2',
      hedges: [{ start: 2, end: 9, kind: 'opinion' }],
      quotes: [],
      doubt: null,
      shape: null,
      page: null,
      time: null,
      sectionBreak: false,
    });
    expect(index.passages[0]?.quotes).toEqual([{ start: 18, end: 26, speaker: 'Anna Lee' }]);
  });

  test('has mentions in the order of the document', () => {
    expect(
      index.mentions.map(({ entity, passage, surface }) => [entity, passage, surface]),
    ).toEqual([
      ['talk/anna-lee', 'talk/1', 'Anna Lee'],
      ['talk/xinjiang', 'talk/1', 'Xinjiang'],
      ['talk/china', 'talk/3', 'China'],
    ]);
  });

  test('knows which names it writes itself, and which are acronyms', () => {
    expect(names(2).map(({ text, origin, rule }) => [text, origin, rule])).toEqual([
      ['China', 'source', 'exact'],
      ['PRC', 'curated', 'acronym'],
      ['Китай', 'curated', 'exact'],
    ]);
  });

  test('has the traditional forms of Chinese names and the cases of Russian ones', () => {
    expect(names(1)[2]?.forms).toEqual(['維吾爾']);
    expect(names(2)[2]?.forms).toEqual(expect.arrayContaining(['Китая', 'Китаем']));
    expect(names(0)[0]?.forms).toEqual([]);
  });

  test('keeps words that only hold a name', () => {
    expect(index.entities[2]?.notNames).toContain('China Sea');
  });

  test.each([
    ['Южно-Китайское море'],
    ['Южно-Китайского моря'],
    ['Южно-Китайскому морю'],
    ['Южно-Китайским морем'],
    ['Южно-Китайском море'],
    ['Оңтүстік Қытай теңізі'],
    ['Оңтүстік Қытай теңізінің'],
    ['Оңтүстік Қытай теңізіне'],
    ['Оңтүстік Қытай теңізінде'],
    ['Оңтүстік Қытай теңізіндегі'],
    ['南中国边'],
    ['南中國邊'],
  ])('inflects and converts such words as it does names: %s', (form) => {
    expect(index.entities[2]?.notNames).toContain(form);
  });

  test('leaves a name to the entity that a reviewer gave it to, not to a generated form', () => {
    const edited = compile(['entities', 'en: [Xinjiang]', 'en: [Xinjiang]\n    ru: [Китая]']);
    expect(edited.entities[1]?.names.map(({ text }) => text)).toContain('Китая');
    const china = edited.entities[2]?.names.find(({ text }) => text === 'Китай');
    expect(china?.forms).not.toContain('Китая');
    expect(china?.forms).toContain('Китаем');
  });
});

const inSource = (line: number) => `seeds/talk/source.yaml:${line}: `;
const inEntities = (line: number) => `seeds/talk/entities.yaml:${line}: `;

describe('the build stops, with the line and a remedy, at', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'a mention at a wrong place',
      [['entities', '[59, 64, China]', '[58, 63, China]']],
      [`${inEntities(24)}offsets 58–63 hold “ Chin”, not “China”. The words stand at 59–64.`],
    ],
    [
      'a mention that the document does not hold',
      [['entities', '[59, 64, China]', '[59, 64, Tibet]']],
      [
        `${inEntities(24)}offsets 59–64 hold “China”, not “Tibet”. The document does not hold these words near there: correct the text.`,
      ],
    ],
    [
      'a hedge at a wrong place',
      [['source', '[44, 51,', '[45, 52,']],
      [`${inSource(15)}offsets 45–52 hold “ think ”, not “I think”. The words stand at 44–51.`],
    ],
    [
      'a quotation at a wrong place',
      [['source', '[18, 26,', '[17, 25,']],
      [`${inSource(13)}offsets 17–25 hold “ Xinjian”, not “Xinjiang”. The words stand at 18–26.`],
    ],
    [
      'a hedge of another passage',
      [['source', '[44, 51, opinion, I think]', '[18, 26, opinion, Xinjiang]']],
      [`${inSource(15)}“Xinjiang” lies outside of ¶ 3. Move it to its own passage.`],
    ],
    [
      'an unknown speaker',
      [['source', 'speaker: anna', 'speaker: bert']],
      [
        `${inSource(15)}the speaker “bert” is not among the people of this source. Add the person under “people”, or use one of: anna.`,
      ],
    ],
    [
      'an answer that nobody gives',
      [['source', 'speaker: anna, ', '']],
      [`${inSource(15)}an answer names no speaker. Add “speaker”.`],
    ],
    ...[1, 3, 9].map((ordinal): [string, Edit[], string[]] => [
      `an answer to ¶ ${ordinal}, which asks nothing`,
      [['source', 'answers: 2', `answers: ${ordinal}`]],
      [
        `${inSource(15)}¶ ${ordinal} is not a question. Give the ordinal of the passage that asks, or leave “answers” out.`,
      ],
    ]),
    [
      'a name that two entities claim',
      [['entities', 'en: [China, PRC]', 'en: [China, PRC, Xinjiang]']],
      [
        `${inEntities(20)}the name “Xinjiang” belongs to talk/china and to talk/xinjiang (line 12). Leave it with the one that a reader would mean.`,
      ],
    ],
    [
      'a mention outside of the passages',
      [
        ['document', 'China.\n', 'China.\n\nChina'],
        ['entities', '[59, 64, China]', '[67, 72, China]'],
      ],
      [
        `${inSource(15)}the text “China” (65–72) lies in no passage. Add a passage for it; boilerplate is a turn of its own.`,
        `${inEntities(24)}“China” lies in no passage. Correct its offsets.`,
      ],
    ],
    [
      'a mention across two passages',
      [['entities', '[18, 26, Xinjiang]', '[18, 40, "Xinjiang.\\n\\n– Is it so?"]']],
      [`${inEntities(15)}“Xinjiang.\n\n– Is it so?” lies in no passage. Correct its offsets.`],
    ],
    [
      'text between passages',
      [['source', '{start: 29,', '{start: 34,']],
      [
        `${inSource(14)}the text “– Is” (27–34) lies in no passage. Add a passage for it; boilerplate is a turn of its own.`,
      ],
    ],
    [
      'passages that overlap',
      [['source', '{start: 29,', '{start: 26,']],
      [`${inSource(14)}¶ 2 overlaps the one before. Correct its offsets.`],
    ],
    [
      'a name of a single Han character',
      [['entities', '维吾尔', '维']],
      [
        `${inEntities(13)}“维” cannot be found in a page. A name needs a word, or two characters of a script without spaces.`,
      ],
    ],
  ])('%s', (_, edits, problems) => {
    expect(faults(...edits)).toEqual(problems);
  });

  test.each<[string, Edit, string, RegExp]>([
    ['a missing title', ['source', 'title: A short talk\n', ''], inSource(1), /title.*README/],
    ['an empty title', ['source', 'A short talk', '" "'], inSource(1), /must not be empty/],
    ['a missing kind', ['source', 'kind: interview\n', ''], inSource(1), /kind.*README/],
    ['an unknown kind', ['source', 'kind: interview', 'kind: poem'], inSource(3), /kind.*poem/],
    [
      'a missing origin',
      ['source', 'origin: Made for a test.\n', ''],
      inSource(1),
      /origin.*README/,
    ],
    ['a missing licence', ['source', 'licence: Free.\n', ''], inSource(1), /licence.*README/],
    ['a date in words', ['source', 'date: null', 'date: last May'], inSource(6), /ISO 8601/],
    [
      'a missing turn',
      ['source', ', turn: question', ''],
      inSource(14),
      /passages\.1\.turn.*README/,
    ],
    ['an unknown turn', ['source', 'turn: question', 'turn: aside'], inSource(14), /turn.*aside/],
    [
      'an unknown key',
      ['source', 'note: Short.', 'note: Short.\nauthor: Me'],
      inSource(10),
      /author/,
    ],
    ['an unknown key of an entity', ['entities', '  not:', '  nott:'], inEntities(22), /nott/],
    [
      'a key that is missing',
      ['source', 'note: Short.\n', ''],
      inSource(1),
      /: note: is missing\. See/,
    ],
    [
      'a value of another kind',
      ['source', 'note: Short.', 'note: [Short]'],
      inSource(9),
      /note: must be a text, not a list\. See/,
    ],
    [
      'an unknown key of a name',
      ['entities', '[China, PRC]', '[China, {text: PRC, rules: acronym}]'],
      inEntities(20),
      /“china”, names\.en\.1\.rules: the key "rules" is not of this format/,
    ],
    ['an unknown language', ['entities', '    ru:', '    fr:'], inEntities(21), /names\.fr/],
    [
      'an id that is no slug',
      ['entities', 'id: china', 'id: China!'],
      inEntities(16),
      /kebab-case/,
    ],
    [
      'no mentions',
      ['entities', '\n    - [59, 64, China]', ' []'],
      inEntities(23),
      /at least one mention/,
    ],
    [
      'source.yaml that is not YAML',
      ['source', 'kind: interview', 'kind: [interview'],
      inSource(4),
      /not YAML/,
    ],
    [
      'entities.yaml that is not YAML',
      ['entities', '[China, PRC]', '[China, PRC'],
      inEntities(21),
      /not YAML/,
    ],
    [
      'a key that stands twice',
      ['source', 'note: Short.', 'note: A.\nnote: B.'],
      inSource(10),
      /not YAML.*unique/,
    ],
    [
      'a Russian name whose gender is open',
      ['entities', 'Китай', 'Казань'],
      inEntities(21),
      /Казань.*Add “inflect” or “forms”\.$/,
    ],
  ])('%s', (_, edit, place, problem) => {
    const found = faults(edit);
    expect(found).toContainEqual(expect.stringMatching(problem));
    expect(found.filter((line) => problem.test(line))[0]?.startsWith(place), found.join('\n')).toBe(
      true,
    );
  });

  test.each([
    ['a hint', '{text: Казань, inflect: f}'],
    ['forms by hand', '{text: Казань, forms: [Казани]}'],
  ])('not at a Russian name that has %s', (_, name) => {
    const edited = compile(['entities', '[Китай]', `[${name}]`]);
    expect(edited.entities[2]?.names.at(-1)?.forms).toContain('Казани');
  });

  test('all faults of both files at once', () => {
    const problems = faults(
      ['source', 'speaker: anna', 'speaker: bert'],
      ['source', '{start: 29,', '{start: 34,'],
      ['entities', '[59, 64, China]', '[58, 63, China]'],
      ['entities', '[0, 8, Anna Lee]', '[1, 9, Anna Lee]'],
    );
    expect(problems.map((line) => line.split(': ')[0])).toEqual([
      'seeds/talk/source.yaml:15',
      'seeds/talk/source.yaml:14',
      'seeds/talk/entities.yaml:7',
      'seeds/talk/entities.yaml:24',
    ]);
  });
});
