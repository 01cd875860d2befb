import { describe, expect, test } from 'vitest';
import { contentWords } from './content-words';

const texts = (text: string) => contentWords(text).map((word) => word.text);
const stems = (text: string) => contentWords(text).map((word) => word.stem);

describe('content words', () => {
  test.each<[string, string, string[]]>([
    [
      'are given as written, in order',
      'Torture takes hours in the Camps',
      ['Torture', 'takes', 'hours', 'Camps'],
    ],
    ['are given once, as first written', 'camps, a camp, CAMPS', ['camps']],
    ['are no function words', 'because they should have been there before', []],
    ['are no function words with capitals', 'Because They SHOULD', []],
    ['are no verbs of saying', 'he said, according to what was told', []],
    ['have four letters or more', 'war red cow camp', ['camp']],
    ['are no numbers', '2018 and 1916', []],
    ['hold hyphens', 'political re-education', ['political', 're-education']],
    ['hold apostrophes', 'Xi’an’s walls', ['Xi’an’s', 'walls']],
    ['are words in other scripts too', 'лагеря перевоспитания', ['лагеря', 'перевоспитания']],
    ['are not there in an empty text', '', []],
  ])('%s', (_, text, words) => {
    expect(texts(text)).toEqual(words);
  });

  test.each([
    ['camps', 'camp'],
    ['policies', 'policy'],
    ['educating', 'educated'],
    ['teaching', 'teach'],
    ['organization', 'organisation'],
    ['sterilised', 'sterilization'],
    ['labour', 'labor'],
    ['China’s', "china's"],
    ['minority’s', 'minority'],
    ['Ürümqi', 'urumqi'],
    ['police', 'police’s'],
    ['factories', 'factory'],
    ['stories', 'story'],
    ['stores', 'store'],
    ['counties', 'county'],
    ['studied', 'studying'],
    ['forced', 'forces'],
    ['settled', 'settling'],
    ['included', 'include'],
    ['required', 'requires'],
    ['united', 'uniting'],
    ['planned', 'plan'],
    ['controlled', 'control'],
    ['killed', 'kill'],
    ['pressed', 'presses'],
    ['visited', 'visit'],
    ['treated', 'treat'],
    ['claimed', 'claim'],
    ['education', 'educate'],
    ['organising', 'organizations'],
    ['agreed', 'agree'],
    ['indexes', 'index'],
    ['marches', 'march'],
    ['houses', 'house'],
    ['heroes', 'hero'],
    ['labours', 'labored'],
    ['crisis', 'crisis’s'],
  ])('“%s” and “%s” are one word', (one, other) => {
    expect(stems(one)).toHaveLength(1);
    expect(stems(one)).toEqual(stems(other));
  });

  test.each([
    ['camp', 'campaign'],
    ['king', 'kings-road'],
    ['used', 'uses'],
    ['china', 'chinese'],
    ['labour', 'labs'],
    ['police', 'policy'],
    ['polices', 'policies'],
    ['organ', 'organisation'],
    ['organs', 'organized'],
    ['factor', 'factory'],
    ['factors', 'factories'],
    ['county', 'count'],
    ['counties', 'counted'],
    ['story', 'store'],
    ['stories', 'stores'],
    ['territory', 'terror'],
    ['army', 'arms'],
    ['unit', 'united'],
    ['human', 'humane'],
    ['moral', 'morale'],
    ['local', 'locale'],
    ['general', 'generation'],
    ['general', 'generalisation'],
    ['inform', 'informal'],
    ['author', 'authority'],
    ['minor', 'minority'],
    ['major', 'majority'],
    ['station', 'stated'],
    ['relate', 'relative'],
    ['form', 'formation'],
    ['custom', 'customs'],
    ['good', 'goods'],
    ['plane', 'plans'],
    ['past', 'paste'],
    ['cast', 'caste'],
    ['mayor', 'mayoral'],
    ['ministry', 'minister'],
    ['industry', 'industrious'],
    ['inventory', 'inventor'],
    ['directory', 'director'],
    ['entry', 'enter'],
  ])('“%s” and “%s” are two words', (one, other) => {
    expect(stems(one)).not.toEqual(stems(other));
  });

  test('a stem keeps four letters at least', () => {
    for (const stem of stems('sing string bees trees rated needed city pities')) {
      expect(stem.length).toBeGreaterThanOrEqual(4);
    }
  });
});
