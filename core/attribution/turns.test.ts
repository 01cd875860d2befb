import { describe, expect, test } from 'vitest';
import type { Block } from '../model/draft';
import { findTurns } from './turns';

/** Blocks are divided by blank lines; one in asterisks is bold, one after a # a heading. */
function turnsOf(document: string, people: string[] = []): string[] {
  let text = '';
  const blocks = document
    .trim()
    .split(/\n\s*\n/)
    .map((part): Block => {
      const words = part
        .trim()
        .replace(/^# /, '')
        .replace(/^\*(.*)\*$/s, '$1');
      const start = text.length;
      text += `${words}\n\n`;
      const end = start + words.length;
      const kind = part.trim().startsWith('# ') ? 'heading' : 'paragraph';
      return { kind, start, end, ...(part.trim().startsWith('*') && { strong: [{ start, end }] }) };
    });
  return findTurns({ text, blocks }, people).map(({ turn, speaker, doubt }) =>
    [turn, speaker?.name, doubt && `(${doubt})`].filter(Boolean).join(' '),
  );
}

describe('turns', () => {
  test.each<[string, string, string[]]>([
    [
      'are not found in narration',
      'It rained.\n\nNote: it rained long.\n\nCapital: Astana',
      ['narration', 'narration', 'narration'],
    ],
    [
      'with names before them are theirs',
      'ALICE: It rained.\n\nNEMO: It did not.\n\nALICE: It did.\n\nIt was wet.\n\nNEMO: No.',
      ['answer ALICE', 'answer NEMO', 'answer ALICE', 'answer ALICE', 'answer NEMO'],
    ],
    [
      'belong to the names as the document writes them',
      'Captain Nemo came late.\n\nNEMO: Water.\n\nHOST: Which?\n\nNEMO: Salt.\n\nHOST: Why?',
      ['narration', 'answer Captain Nemo', 'question Host', 'answer Captain Nemo', 'question Host'],
    ],
    [
      'after letters are nobody’s where nobody is named',
      'Q: Is it dry?\n\nA: Yes.\n\nQ: And now?\n\nA: No.',
      ['question', 'narration (speaker-unsaid)', 'question', 'narration (speaker-unsaid)'],
    ],
    [
      'after letters are the one’s who is interviewed',
      'An interview with Alice Liddell, a guide.\n\nQ: Is it dry?\n\nA: Yes.\n\nQ: And now?\n\nA: No.',
      ['narration', 'question', 'answer Alice Liddell', 'question', 'answer Alice Liddell'],
    ],
    [
      'belong to names with a hyphen',
      'We met Jean-Luc Bek, a guide.\n\nJEAN-LUC: It rained.\n\nNEMO: No.\n\nJEAN-LUC: Yes.\n\nNEMO: No.',
      ['narration', 'answer Jean-Luc', 'answer NEMO', 'answer Jean-Luc', 'answer NEMO'],
    ],
    [
      'of one question and one answer are two',
      'An interview with Alice Liddell, a guide.\n\nQ: Is it dry?\n\nA: Yes.',
      ['narration', 'question', 'answer Alice Liddell'],
    ],
    [
      'of one question belong to whoever is named',
      'Journalist: Is it dry?\n\nAlice Liddell: Yes.\n\nVery.',
      ['question Journalist', 'answer Alice Liddell', 'answer Alice Liddell'],
    ],
    [
      'in italics, or in asterisks, between turns are nobody’s',
      'Wells: Is it dry?\n\nAitkaliev: Yes.\n\nVery.\n\nWells: And now?\n\nAitkaliev: No.\n\n_The talk was shortened._\n\n[Laughter]',
      [
        'question Wells',
        'answer Aitkaliev',
        'answer Aitkaliev',
        'question Wells',
        'answer Aitkaliev',
        'narration',
        'narration',
      ],
    ],
    [
      'are not found where nobody answers a question',
      'Question: Is it dry?\n\nIt rained.\n\nCapital: Astana',
      ['narration', 'narration', 'narration'],
    ],
    [
      'are known by the words for them',
      'Question: Is it dry?\n\nAnswer: Yes.\n\nQuestion: And now?\n\nAnswer: No.',
      ['question', 'narration (speaker-unsaid)', 'question', 'narration (speaker-unsaid)'],
    ],
    [
      'are known by the words for them in Russian',
      'Вопрос: Сухо?\n\nОтвет: Да.\n\nВопрос: А теперь?\n\nОтвет: Нет.',
      ['question', 'narration (speaker-unsaid)', 'question', 'narration (speaker-unsaid)'],
    ],
    [
      'with a small word in a label are no questions',
      'Глава в Семее: Нет.\n\nNEMO: Да.\n\nГлава в Семее: Нет.\n\nNEMO: Да.',
      ['answer Глава в Семее', 'answer NEMO', 'answer Глава в Семее', 'answer NEMO'],
    ],
    [
      'after bold questions too',
      'An interview with Alice, who knows.\n\n*Is it dry?*\n\nYes.\n\nVery.\n\n*And now?*\n\nNo.\n\n# About\n\nIt is a book.',
      [
        'narration',
        'question',
        'answer Alice',
        'answer Alice',
        'question',
        'answer Alice',
        'narration',
        'narration',
      ],
    ],
    [
      'after dashes are nobody’s in a tale',
      'Night fell.\n\n– Who goes there?\n\n– Nobody.\n\n– Then go.',
      [
        'narration',
        'narration (speaker-unsaid)',
        'narration (speaker-unsaid)',
        'narration (speaker-unsaid)',
      ],
    ],
    [
      'that go on after a gap are in doubt',
      'We talked with Aldar Köse.\n\n– Is it dry?\n\n– Yes.\n\nVery.\n\n– And now?\n\n– No.\n\n– Why?\n\n– It rained.',
      [
        'narration',
        'question',
        'answer Aldar Köse',
        'answer Aldar Köse',
        'question',
        'answer Aldar Köse',
        'question',
        'answer Aldar Köse',
      ],
    ],
    ['of editors are told', 'It rained.\n\n[Editor’s note: it did not.]', ['narration', 'editor']],
    [
      'of sites are boilerplate',
      'It rained.\n\nAll rights reserved.',
      ['narration', 'boilerplate'],
    ],
  ])('%s', (_, document, turns) => {
    expect(turnsOf(document)).toEqual(turns);
  });

  test('know a person whose name follows another name', () => {
    const [, , answer] = turnsOf(
      'The head of the Museum of Kazakhstan Aidar Bek shared his view.\n\n– Is it dry?\n\n– Yes.\n\n– And now?\n\n– No.',
      ['Aidar Bek'],
    );
    expect(answer).toBe('answer Aidar Bek');
  });
});
