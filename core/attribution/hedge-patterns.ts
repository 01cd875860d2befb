/** The lexicon of hedges, English, Russian and Kazakh. Expressions; a space stands for white space. */
import type { HedgeKind } from '../model/source';

export type HedgePattern = readonly [HedgeKind, string];

/** A word that may stand in a noun phrase after its first one. */
const WORD =
  "(?!(?:the|a|an|it|he|she|they|we|I|this|that|there|is|are|was|were|has|have|had|will)(?![\\p{L}]))[\\p{L}’'-]+";
/** Words up to the next comma, or as many as can only be one noun phrase. */
const WHOM = `(?:(?:(?! (?:is|are|was|were|has|have|had|will|would) )[^,.;:!?()“”«»\\n—–]){2,90}(?=,)|(?:(?:the|a|an|his|her|their|our|its|some|many|several|most|official|local|numerous|recent|\\d+) )?${WORD}(?: ${WORD}){0,3})`;
const WHO =
  '(?:[Tt]he |[Ss]ome |[Mm]any |[Mm]ost |[Oo]ther |[Ss]everal |[Aa] few )?(?:(?:[Ww]estern|[Ll]ocal|[Ss]tate|[Ff]oreign|[Hh]uman rights|[Ii]ndependent|[Oo]fficial|[Aa]nonymous|[Uu]nnamed) )?(?:[Mm]edia|[Pp]ress|[Nn]ewspapers|[Rr]eports|[Ss]ources|[Oo]bservers|[Ee]xperts|[Aa]nalysts|[Cc]ritics|[Aa]ctivists|[Ll]ocals|[Vv]illagers|[Rr]esidents|[Ww]itnesses|[Oo]fficials|[Ss]cholars|[Rr]esearchers|[Hh]istorians|[Ff]ishermen|[Ff]armers|[Tt]raders|[Nn]eighbou?rs|[Oo]pponents|[Ss]upporters)';
const SAY =
  '(?:say|says|said|claims?|claimed|reports?|reported|writes?|wrote|believes?|believed|thinks?|argues?|argued|alleges?|alleged|suggests?|suggested|estimates?|estimated|insists?|warns?|warned)';
const BE = '(?:is|are|was|were|has been|have been)';
const I = '(?:I|[Ww]e)';

export const ENGLISH_HEDGES: readonly HedgePattern[] = [
  [
    'reported',
    `[Aa]ccording to (?!(?:the |those |these |its |their |our )?(?:norms?|rules?|canons?|laws?|principles?|plans?|schedules?|criteria|traditions?|terms|needs?|abilities)\\b)${WHOM}`,
  ],
  ['reported', '[Rr]eportedly|[Aa]llegedly|[Pp]urportedly|[Bb]y all accounts|[Rr]umou?r has it'],
  [
    'reported',
    `[Ii]t ${BE} (?:widely |often |also )?(?:said|believed|thought|reported|alleged|rumou?red|claimed|understood) that`,
  ],
  [
    'reported',
    `${BE} (?:widely |often )?(?:said|believed|thought|reported|alleged|rumou?red|claimed|understood|considered) to`,
  ],
  [
    'reported',
    '(?:[Tt]hey|[Pp]eople|[Ss]ome|[Mm]any|[Oo]thers) (?:say|claim|believe|allege)(?: that)?',
  ],
  ['reported', '[Tt]hey (?:said|claimed) that'],
  ['reported', `${WHO} ${SAY} that`],
  [
    'reported',
    '[Aa]s (?:presented|described|reported|stated|explained|claimed|told) (?:in|by) [^,.;:!?()“”]{2,60}',
  ],
  [
    'opinion',
    `I (?:do not |don[’']t |personally |still |also |rather )?(?:think|believe|feel|suppose|guess|reckon|assume|suspect)(?: that)?`,
  ],
  [
    'opinion',
    "I (?:doubt|am convinced|am sure|am certain)(?: it| that)?|I(?: woul|[’'])d (?:say|argue)(?: that)?",
  ],
  ['opinion', '[Ww]e (?:think|believe|suspect)(?: that)?'],
  [
    'opinion',
    '[Ii]n my (?:own |humble |personal )?(?:view|opinion|judge?ment|experience)|[Tt]o my mind|[Aa]s I see it|[Ff]rom my (?:own )?(?:point of view|perspective)',
  ],
  [
    'opinion',
    '[Mm]y (?:individual |personal |own )?(?:point of view|opinion|view|impression|guess) is|[Mm]y (?:individual|personal) (?:point of view|opinion|view)',
  ],
  ['opinion', '[Ii]t (?:seems|seemed|appears|appeared) to (?:me|us)(?: that)?'],
  [
    'uncertain',
    '[Pp]erhaps|[Mm]aybe|[Pp]robably|[Pp]ossibly|[Pp]resumably|[Cc]onceivably|[Aa]pparently|[Ss]eemingly|[Aa]rguably',
  ],
  [
    'uncertain',
    `(?:[Ii]t )?(?:${BE}|may be|might be|seems) (?:also |quite |very |highly |not )?(?:possible|likely|unlikely|probable|conceivable)(?: that| to)?`,
  ],
  [
    'uncertain',
    `(?:[Ii]t )?(?:${BE}|remains?|remained) (?:still |not |far from |quite )?(?:unclear|uncertain|unknown|ambiguous|clear whether|certain)(?: whether| that| how| who| why)?(?<!is clear|is certain|are certain|was clear|was certain|are clear|were clear|were certain|quite clear|quite certain|still clear|still certain)`,
  ],
  [
    'uncertain',
    'might (?:not |well |also |still |even )?(?:be|have|\\p{Ll}{3,})|may (?:not |well |also |still |even )?(?:be|have|lead|mean|take|become|need|cause|change|turn|prove|seem)|[Ii]t may be',
  ],
  [
    'uncertain',
    '(?<!\\b(?:I|we|We|you|You|he|He|she|She|they|They|who) )could (?:also |still |even |soon |well )?(?!not|see\\b|hear\\b|only\\b)(?:be|have|\\p{Ll}{3,})',
  ],
  ['uncertain', '(?:[Ii]t )?(?:seems?|seemed|appears?|appeared) (?:that|to (?!me|us)|as if)'],
  [
    'uncertain',
    '[Ii]t (?:can|could) be said that|[Tt]here is no (?:clear|firm|direct) (?:evidence|proof)',
  ],
  [
    'not-first-hand',
    `${I} (?:have|had) (?:not|never) (?:been|seen|visited|heard|met|read|checked|verified)(?: (?:to|there|it|them|this|that|these|those|any) ?[^,.;:!?()“”]{0,40})?`,
  ],
  ['not-first-hand', `${I}(?: have|[’']ve)n[’']t (?:been|seen|visited|heard|met|read|checked)`],
  [
    'not-first-hand',
    `${I} (?:did not|didn[’']t|never) (?:see|saw|hear|heard|visit|visited|witness|meet|met|check)`,
  ],
  [
    'not-first-hand',
    `${I} (?:do not|don[’']t) (?:know|have (?:such|any|the|these) (?:data|information|figures|evidence|knowledge))(?! how to)[^,.;:!?()“”]{0,40}`,
  ],
  [
    'not-first-hand',
    `${I} (?:cannot|can[’']t|could not|couldn[’']t) (?:say|tell|judge|verify|confirm|know|prove)[^,.;:!?()“”]{0,40}`,
  ],
  ['not-first-hand', `${I} can only (?:judge|guess|speak|speculate|assume)[^,.;:!?()“”]{0,50}`],
  [
    'not-first-hand',
    '(?:[Tt]his|[Ii]t|which|that|[Tt]he (?:report|claim|figure)s?) could not (?:immediately )?be (?:independently )?(?:verified|confirmed|checked)|no independent confirmation',
  ],
  [
    'distanced',
    '[Ss]o-called|[Ss]upposed(?:ly)?(?! to)|[Oo]stensibly|self-styled|self-proclaimed|[Ww]hat (?:is|are|they|he|she) calls?(?:ed)?|[Ww]hen they talk about',
  ],
  [
    'limited',
    '[Aa]s (?:I|far as (?:I|we)) (?:know|can tell|understand|can see|remember)|[Aa]s far as is known|[Tt]o (?:my|our|the best of (?:my|our)) knowledge',
  ],
  [
    'limited',
    '[Tt]o (?:some|a certain|a large|a great) (?:extent|degree)|[Ii]n (?:some|certain|many|most) (?:cases|respects|ways|sense)|[Ii]n a sense|[Ii]n general|[Gg]enerally speaking|[Aa]s a rule|[Ii]n principle|[Ii]n part|[Pp]artly|[Mm]ore or less|[Ff]or the most part|[Bb]y and large',
  ],
  ['limited', '(?:a kind|a sort|some kind|some sort) of(?= (?:\\p{Ll}|[“«]))'],
  ['limited', '[Ff]rom the point of view of [^,.;:!?()“”]{2,60}'],
  [
    'limited',
    '[Ii]f we (?:take|consider|look at|count|assume|believe)[^,.;:!?()“”]{2,60}|(?<=^|[.!?…]\\s)If (?!you |the reader )[^,.;:!?()“”]{3,70}(?=,)',
  ],
  ['limited', '[Ii]t (?:all )?depends on [^,.;:!?()“”]{2,60}'],
  [
    'limited',
    '(?:[Tt]he )?(?:data|evidence|figures|sample|records?) (?:(?:do|does|did) not (?:allow|permit|support|show)|(?:is|are|was|were) (?:incomplete|insufficient|limited|preliminary|scarce))[^,.;:!?()“”]{0,50}',
  ],
  ['limited', '[Ss]ome of (?:these|those|the) [^,.;:!?()“”]{2,30} have (?:certain|some) grounds'],
];

/** Up to the next comma or dash; or two words, in Russian the genitive that follows. */
const КОГО = '(?:[^,.;:!?()«»“”\\n—–]{2,80}(?=,)|[\\p{L}-]+(?: [\\p{L}-]+)?)';
const ЧЕЙ = '[^,.;:!?()«»“”\\n—–]{2,60}?';

export const CYRILLIC_HEDGES: readonly HedgePattern[] = [
  [
    'reported',
    `(?:[Пп]о (?:данным|словам|сообщениям|сообщению|информации|сведениям|мнению|оценкам|оценке|версии|утверждению|свидетельству)|[Сс]огласно) (?!моему|нашему)${КОГО}`,
  ],
  [
    'reported',
    '[Пп]о (?:его|её|ее|их) (?:словам|мнению|данным|оценкам|оценке|информации)|[Пп]о слухам|[Хх]одят слухи',
  ],
  [
    'reported',
    `[Кк]ак (?:сообщает|сообщают|сообщил[аи]?|пишет|пишут|утверждает|утверждают|заявил[аи]?|отмечает|отмечают|считает|считают|говорят) ${КОГО}`,
  ],
  [
    'reported',
    '[Сс]ообщается|[Уу]тверждается|[Сс]читается|[Яя]кобы|[Гг]оворят(?=, )|[Гг]оворят, что|[Рр]ассказывают, что',
  ],
  [
    'opinion',
    '[Яя] (?:не |лично |всё же |по-прежнему )?(?:думаю|считаю|полагаю|уверена?|убежд[её]н|убеждена|верю|сомневаюсь)(?:, что)?(?!\\s+(?:картам|людям))',
  ],
  [
    'opinion',
    '(?<![Яя] )(?:[Дд]умаю|[Сс]читаю|[Пп]олагаю)(?=,)|[Пп]о-моему|[Пп]о моему мнению|[Нн]а мой взгляд|[Сс] моей точки зрения|[Кк]ак мне кажется|[Мм]не (?:кажется|думается|представляется)',
  ],
  [
    'uncertain',
    '[Вв]озможно|[Мм]ожет быть|[Вв]ероятно|[Нн]аверное|[Нн]аверно|[Вв]идимо|[Пп]о-видимому|[Пп]охоже|(?<![Мм]не )(?:[Кк]ажется)|[Пп]ожалуй|[Дд]олжно быть|[Сс]корее всего|[Нн]е исключено|[Вв]ряд ли|[Ее]два ли|[Пп]редположительно|[Вв]озможно ли',
  ],
  [
    'not-first-hand',
    '[Яя] (?:сам |сама |лично |там |этого |их |сам этого |сама этого |лично этого ){0,2}не (?:видела?|была?|знаю|слышала?|проверяла?|могу (?:сказать|судить|утверждать|подтвердить))',
  ],
  [
    'not-first-hand',
    '[Мм]не (?:это )?не ?известно|[Уу] (?:меня|нас) нет (?:таких |точных )?(?:данных|сведений|доказательств)|[Мм]огу судить (?:только|лишь)|[Нн]е могу (?:сказать|подтвердить|утверждать)',
  ],
  [
    'distanced',
    '[Тт]ак называем(?:ый|ая|ое|ые|ого|ой|ому|ым|ыми|ых|ую|ом)|т\\. ?н\\.|[Пп]ресловут(?:ый|ая|ое|ые|ого|ой|ому|ым|ыми|ых|ую)',
  ],
  [
    'limited',
    '[Нн]асколько (?:мне|нам) известно|[Нн]асколько (?:я|мы) (?:знаю|знаем|понимаю|могу судить|помню)|[Вв] (?:какой-то|некоторой|определ[её]нной) (?:мере|степени)|[Вв] (?:целом|основном)|[Оо]тчасти|[Кк]ак правило|[Сс]воего рода|[Вв] некотором (?:роде|смысле)|[Вв] большинстве случаев|[Вв] принципе|[Уу]словно говоря|[Пп]о большей части',
  ],
  [
    'reported',
    `(?:(?:^|(?<=[.!?…»]\\s))\\p{Lu}${ЧЕЙ}|[\\p{L}-]+) (?:айтуынша|мәліметінше|пікірінше|деуінше|айтуларынша|болжамынша|жазуынша)|[Хх]абарлануынша|(?:[\\p{L}-]+ )?(?:деректері|мәліметі|мәліметтері|дерегі) бойынша`,
  ],
  [
    'opinion',
    '[Мм]енің (?:ойымша|пікірімше|көзқарасымша)|[Мм]еніңше|деп (?:ойлаймын|санаймын|есептеймін)',
  ],
  ['uncertain', '[Мм]үмкін|[Бб]әлкім|[Шш]амасы|[Сс]ірә|[Ыы]қтимал'],
  [
    'not-first-hand',
    '(?:[Өө]зім )?көрген (?:жоқпын|емеспін)|[Бб]ілмеймін|айта алмаймын|(?:[Өө]зім )?болған (?:жоқпын|емеспін)',
  ],
  ['distanced', 'деп аталатын|[Мм]ыс-мыс'],
  [
    'limited',
    '(?:[Бб]іздің |[Мм]енің )?білуі(?:мізше|мше)|[Бб]елгілі бір дәрежеде|[Жж]алпы алғанда|[Нн]егізінен|[Іі]шінара|[Кк]өп жағдайда',
  ],
];
