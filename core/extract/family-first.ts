/** Persons whose family name stands first, as in Chinese, Korean and Vietnamese names written in Latin letters. */

const FAMILIES = new Set(
  `bai bao cai cao chang chen cheng cui dai deng ding dong du duan fan fang feng fu gao gong gu guan guo han hao he hong
   hou hu huang jia jiang jin kang kong lai lei li liang liao lin liu long lu luo lü ma mao meng mo niu ouyang pan peng
   qian qiao qin qiu qu ren shao shen shi song su sun tan tang tao tian tong wan wang wei wen wu xi xia xiao xie xing
   xiong xu xue yan yang yao ye yin yu yuan yue zeng zhang zhao zheng zhong zhou zhu zhuang zou zuo
   ahn bae baek cho choi chung han hong hwang jang jeon jeong jung kim ko kwon lee lim min moon nam noh oh park rhee ryu
   seo shin son song yoo yoon yun bui dang dao dinh hoang ho huynh ngo nguyen pham phan tran trinh truong vo vu`.split(
    /\s+/,
  ),
);
/** One or two syllables as pinyin and its neighbours write them: "Jinping", "Jae-in", "Minh". */
const SYLLABLE =
  '(?:zh|ch|sh|ph|th|tr|kh|ng|[vbpmfdtnlgkhjqxrzcsyw])?[aeiouü]{1,3}(?:ng|nh|n|r|k|p|l|m)?';
const GIVEN = new RegExp(`^${SYLLABLE}(?:-?${SYLLABLE})?$`, 'i');

/** True for "Xi Jinping" and "Moon Jae-in", not for "Kim Kardashian". */
export function isFamilyFirst(name: string): boolean {
  const [family = '', ...given] = name.split(' ');
  return (
    FAMILIES.has(family.toLowerCase()) &&
    given.length >= 1 &&
    given.length <= 2 &&
    given.every((word) => GIVEN.test(word))
  );
}
