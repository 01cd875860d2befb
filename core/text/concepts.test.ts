import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONCEPT_TABLE, CONCEPTS, conceptsIn } from './concepts';
import { stemOf } from './content-words';
import { fold } from './fold';

const LANGUAGES = ['English', 'Russian', 'Kazakh', 'Chinese', 'Uyghur'] as const;
type Language = (typeof LANGUAGES)[number];

/** Every entry of the table, read without the code under test. */
const entries = CONCEPT_TABLE.split('\n')
  .filter((line) => line.includes('|'))
  .flatMap((line, concept) =>
    line.split('|').flatMap((words, column) =>
      words
        .trim()
        .split(/\s+/)
        .filter((entry) => entry !== '')
        .map((entry) => ({ concept, language: LANGUAGES[column] as Language, entry })),
    ),
  );

const written = (entry: string) => entry.replaceAll('$', '').replaceAll('_', ' ');
const shared = (one: string, other: string) => {
  const concepts = conceptsIn(other);
  return [...conceptsIn(one).keys()].filter((concept) => concepts.has(concept));
};

describe('the table', () => {
  test('has as many concepts as it says', () => {
    expect(CONCEPTS).toBe(new Set(entries.map(({ concept }) => concept)).size);
    expect(CONCEPTS).toBeGreaterThanOrEqual(350);
    expect(CONCEPTS).toBeLessThanOrEqual(450);
  });

  test('has five columns in every line, English and Russian not empty', () => {
    for (const line of CONCEPT_TABLE.split('\n').filter((line) => /^[^#]/.test(line))) {
      const columns = line.split('|').map((column) => column.trim());
      expect(columns, line).toHaveLength(5);
      expect(columns[0], line).not.toBe('');
      expect(columns[1], line).not.toBe('');
    }
  });

  test.each<[Language, RegExp]>([
    ['English', /^[a-z]+(_[a-z]+)*$/],
    ['Russian', /^[а-я]+(_[а-я]+)*\$?$/],
    ['Kazakh', /^[а-яәіңғүұқөһ]+(_[а-яәіңғүұқөһ]+)*\$?$/],
    ['Chinese', /^[\u4e00-\u9fff]{2,4}$/],
    ['Uyghur', /^[\u0626-\u06d5]+(_[\u0626-\u06d5]+)*\$?$/],
  ])('holds %s in its own letters, folded', (language, form) => {
    for (const { entry } of entries.filter((one) => one.language === language)) {
      expect(entry).toMatch(form);
      expect(fold(entry)).toBe(entry);
    }
  });

  test('holds no entry in more than two lines, nor twice in one', () => {
    const lines = new Map<string, number[]>();
    for (const { concept, language, entry } of entries) {
      const key = language === 'English' ? entry.split('_').map(stemOf).join('_') : entry;
      lines.set(key, [...(lines.get(key) ?? []), concept]);
    }
    for (const [entry, concepts] of lines) {
      expect(concepts.length, entry).toBeLessThanOrEqual(2);
      expect(new Set(concepts).size, entry).toBe(concepts.length);
    }
  });

  test('is found again, every entry of it', () => {
    for (const { concept, entry } of entries) {
      expect(conceptsIn(written(entry)).get(concept), entry).toBe(written(entry));
    }
  });
});

describe('two texts share a concept', () => {
  test.each([
    ['hunger was everywhere', 'the famine of 1932'],
    ['a verdict is expected', 'the judges of the tribunal'],
    ['they were jailed', 'in prison for ten years'],
    ['forced labour', 'they lived as slaves'],
    ['forced-labor programmes', 'Slavery was abolished'],
    ['re-education', 'the Gulag'],
    ['wages fell', 'his salary'],
    ['the herdsmen', 'Nomadic life'],
    ['The mosque was closed', 'a Muslim'],
    ['two wars', 'on the battlefield'],
    ['taxes', 'a taxpayer'],
    ['спасались от голода', 'the famine'],
    ['Заключённые', 'in prison'],
    ['торговля с Китаем', 'trade'],
    ['права человека', 'human rights'],
    ['о правах человека', 'human-rights lawyers'],
    ['железнодорожный путь', 'a new railway'],
    ['военно-морской флот', 'ships'],
    ['ашаршылық жылдары', 'the years of famine'],
    ['түрмеде отыр', 'prisoners'],
    ['адам құқығы', 'human rights'],
    ['ауыл шаруашылығы', 'farmers'],
    ['мұнай бағасы', 'oil'],
    ['тәуелсіздік күні', 'independence'],
    ['大饥荒时期', 'famine'],
    ['他被关押在监狱', 'the jail'],
    ['强迫劳动', 'forced labour'],
    ['少数民族', 'an ethnic minority'],
    ['天然气管道', 'a pipeline'],
    ['維吾爾族難民', 'refugees'],
    ['ئاچارچىلىق يىللىرى', 'famine'],
    ['تۈرمىدە', 'prison'],
    ['كىشىلىك ھوقۇق', 'human rights'],
    ['مەسچىتلەر', 'mosques'],
    ['пахал в колхозе', '集体化'],
    ['беженцы', '难民营'],
    ['сайлау өтті', '总统选举'],
    ['голодомор', 'ашаршылық'],
    ['پاختا', 'хлопок'],
  ])('%s – %s', (one, other) => {
    expect(shared(one, other)).not.toEqual([]);
  });
});

describe('two texts share no concept', () => {
  test.each([
    ['re-education', 'a school'],
    ['再教育', 'a school'],
    ['a reporter said', 'in a factory'],
    ['party leaders', 'a birthday'],
    ['Silk Road', 'a motorway'],
    ['cultural revolution', 'heritage'],
    ['поэтому', 'a poem'],
    ['закончить', 'the law'],
    ['консультация', 'the consulate'],
    ['степень', 'the steppe'],
    ['уголовный', 'coal'],
    ['землетрясение', 'farmland'],
    ['героин', 'heroes'],
    ['друг друга', 'friends'],
    ['библиотека', 'the Bible'],
    ['богатырь', 'wealth'],
    ['газета', 'natural gas'],
    ['сотрудник', 'the court'],
    ['судьба', 'the court'],
    ['с помощью', 'aid'],
    ['қауіпсіздік', 'a threat'],
    ['көлік', 'a lake'],
    ['тауып алды', 'the mountains'],
    ['كۆلىمى', 'a lake'],
    ['ئەرزان', 'a complaint'],
    ['运动员', 'mobilisation'],
    ['中国企业', 'state-owned'],
    ['中国会议', 'parliament'],
    ['种族灭绝', 'extinct'],
    ['非政府', 'ministers'],
    ['shared', 'shareholders'],
    ['factors', 'factories'],
    ['', 'famine'],
  ])('%s – %s', (one, other) => {
    expect(shared(one, other)).toEqual([]);
  });
});

describe('the word that speaks of a concept', () => {
  const words = (text: string) => [...conceptsIn(text).values()];

  test.each<[string, string, string[]]>([
    ['is the first, as written', 'Famine, hunger; FAMINES', ['Famine']],
    ['is a phrase where one speaks', 'the Forced  Labour of women', ['Forced  Labour', 'women']],
    ['may hold a hyphen', 'of human-rights groups', ['human-rights']],
    ['is no phrase across a stop', 'They are human. Rights', []],
    ['may be possessive', 'Parliament’s vote', ['Parliament’s', 'vote']],
    ['is whole, where its beginning speaks', 'О голодающих', ['голодающих']],
    ['is a part with a hyphen around', 'торгово-экономический', ['торгово', 'экономический']],
    ['folds ё', 'заключённый', ['заключённый']],
    ['is what was sought in Chinese', '他们在监狱里', ['监狱']],
    ['may overlap another in Chinese', '自由和平等', ['自由', '和平', '平等']],
    ['hides what lies within in Chinese', '言论自由', ['言论自由']],
    ['is found in mixed scripts', 'GDP增长 и экспорт', ['GDP', '增长', 'экспорт']],
    ['is not inside of another', 'antiwar нефтегазовый безграничный', ['нефтегазовый']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

interface Hit {
  concept: number;
  start: number;
  end: number;
  isChinese: boolean;
}

/** Every entry sought at every place; then what lies within a longer one is left out, from left to right. */
function naive(text: string): Map<number, string> {
  const words = Array.from(text.matchAll(/[^\s,.\-\u4e00-\u9fff]+/g), ({ 0: word, index }) => {
    const folded = fold(word);
    return { start: index, end: index + word.length, folded, stem: stemOf(folded) };
  });
  const hits = entries.flatMap(({ concept, language, entry }): Hit[] => {
    if (language === 'Chinese') {
      return Array.from(text, (_, start) => start)
        .filter((start) => text.startsWith(entry, start))
        .map((start) => ({ concept, start, end: start + entry.length, isChinese: true }));
    }
    const parts = entry.split('_');
    return words.flatMap(({ start }, at) => {
      const end = words[at + parts.length - 1]?.end;
      if (end === undefined || /[,.\u4e00-\u9fff]/.test(text.slice(start, end))) return [];
      const fit = parts.every((part, i) => {
        const { folded = '', stem = '' } = words[at + i] ?? {};
        if (language === 'English') return stem === stemOf(part);
        return part.endsWith('$') ? `${folded}$` === part : folded.startsWith(part);
      });
      return fit ? [{ concept, start, end, isChinese: false }] : [];
    });
  });
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const found = new Map<number, string>();
  let kept = { start: -1, end: 0 };
  for (const { concept, start, end, isChinese } of hits) {
    const isSame = start === kept.start && end === kept.end;
    const isHidden = isChinese ? end <= kept.end : start < kept.end;
    if (isHidden && !isSame) continue;
    kept = { start, end };
    if (!found.has(concept)) found.set(concept, text.slice(start, end));
  }
  return found;
}

test('what a plain search for each entry finds, is found', () => {
  const sometimes = fc.constantFrom('', '', 's', 'ed', 'ов', 'лар', 'ный', 'لار', '的', '国');
  const word = fc
    .tuple(fc.constantFrom(...entries.map(({ entry }) => written(entry))), sometimes)
    .map(([entry, ending]) => entry + ending);
  const cut = fc.tuple(word, fc.nat(3)).map(([text, from]) => text.slice(from));
  const other = fc.constantFrom('the', 'В', 'Қазір', 'Ёлка', '中', 'rights', 'labour', 'человека');
  const piece = fc.oneof({ weight: 4, arbitrary: word }, cut, other);
  const gap = fc.constantFrom(' ', ' ', '  ', '-', ', ', '. ', '\n');
  const texts = fc
    .array(fc.tuple(piece, gap), { maxLength: 12 })
    .map((pieces) => pieces.flat().join(''));
  fc.assert(
    fc.property(texts, (text) => {
      expect([...conceptsIn(text)].sort()).toEqual([...naive(text)].sort());
    }),
    { numRuns: 60 },
  );
});
