/** The words of numbers, units and hedges that figures are read by: English, Russian and Kazakh. */

/** `one 1` and so on, with the forms that a word takes. */
function numbersOf(lines: string): Map<string, number> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [value, ...words] = line.trim().split(/\s+/);
        return words.map((word): [string, number] => [word, Number(value)]);
      }),
  );
}

export const SMALL = numbersOf(`
0.5 пол
1 one один одна одно одного одной бір
1.5 полтора полторы полутора
2 two два две двух екі
3 three три трех үш
4 four четыре четырех төрт
5 five пять пяти бес
6 six шесть шести алты
7 seven семь семи жеті
8 eight восемь восьми сегіз
9 nine девять девяти тоғыз
10 ten десять десяти он
11 eleven одиннадцать одиннадцати
12 twelve двенадцать двенадцати
13 thirteen тринадцать тринадцати
14 fourteen четырнадцать четырнадцати
15 fifteen пятнадцать пятнадцати
16 sixteen шестнадцать шестнадцати
17 seventeen семнадцать семнадцати
18 eighteen восемнадцать восемнадцати
19 nineteen девятнадцать девятнадцати
20 twenty двадцать двадцати жиырма
30 thirty тридцать тридцати отыз
40 forty сорок сорока қырық
50 fifty пятьдесят пятидесяти елу
60 sixty шестьдесят шестидесяти алпыс
70 seventy семьдесят семидесяти жетпіс
80 eighty восемьдесят восьмидесяти сексен
90 ninety девяносто тоқсан
100 сто ста
200 двести двухсот
300 триста трехсот
400 четыреста четырехсот
500 пятьсот пятисот
600 шестьсот шестисот
700 семьсот семисот
800 восемьсот восьмисот
900 девятьсот девятисот
`);

/** What multiplies the number before it. */
export const SCALES = numbersOf(`
12 dozen дюжина дюжины дюжин
100 hundred жүз
1e3 thousand тыс тысяча тысячи тысяч тысячу тысячам мың
1e6 million mn mln млн миллион миллиона миллионов миллиону
1e9 billion bn млрд миллиард миллиарда миллиардов миллиарду
1e12 trillion tn трлн триллион триллиона триллионов
500000 полмиллиона
`);

/** A whole number in one word: nothing multiplies it. */
export const WHOLE_WORDS = new Set(['полмиллиона']);

export const ORDINALS = numbersOf(`
1 first первое первом
2 second второе втором
3 third третье третьем
4 fourth четвертое четвертом
5 fifth пятое пятом
6 sixth шестое шестом
7 seventh седьмое седьмом
8 eighth восьмое восьмом
9 ninth девятое девятом
10 tenth десятое десятом
11 eleventh одиннадцатое одиннадцатом
12 twelfth двенадцатое двенадцатом
13 thirteenth тринадцатое тринадцатом
14 fourteenth четырнадцатое четырнадцатом
15 fifteenth пятнадцатое пятнадцатом
16 sixteenth шестнадцатое шестнадцатом
17 seventeenth семнадцатое семнадцатом
18 eighteenth восемнадцатое восемнадцатом
19 nineteenth девятнадцатое девятнадцатом
20 twentieth двадцатое двадцатом
`);

/** Parts of a whole, by the word for one of them. */
export const PARTS = numbersOf(`
2 half половина половину половины половине
3 third thirds треть трети
4 quarter quarters четверть четверти
5 fifth fifths
6 sixth sixths
7 seventh sevenths
8 eighth eighths
10 tenth tenths
`);

/** Family and what one is worth in the unit of the family: metres, square metres, kilograms, joules… */
type UnitOf = readonly [family: string, factor: number];
function unitsOf(lines: string): Map<string, UnitOf> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [family = '', factor, ...words] = line.trim().split(/\s+/);
        return words.map((word): [string, UnitOf] => [
          word.replaceAll('_', ' '),
          [family, Number(factor)],
        ]);
      }),
  );
}

/** A space is written _. Pounds are left out: weight or money. So is m: metres or millions. */
export const UNITS = unitsOf(`
length 0.001 mm millimetre millimetres millimeter millimeters
length 0.01 cm centimetre centimetres centimeter centimeters см сантиметр сантиметра сантиметров
length 0.0254 inch inches
length 0.3048 foot feet
length 0.9144 yard yards
length 1 metre metres meter meters метр метра метров метрах метрам
length 1000 km kilometre kilometres kilometer kilometers kms км километр километра километров километрах километрам шақырым
length 1609.344 mile miles миля мили миль
length 1852 nautical_miles
area 1 square_metre square_metres square_meter square_meters sq_m кв_м квадратных_метров
area 0.09290304 square_feet square_foot sq_ft
area 4046.86 acre acres акров
area 10000 ha hectare hectares га гектар гектара гектаров
area 1000000 km² square_kilometre square_kilometres square_kilometer square_kilometers sq_km кв_км квадратных_километров квадратных_километра шаршы_км шаршы_шақырым
area 2589988 square_mile square_miles sq_miles
weight 0.001 gram grams gramme grammes грамм граммов
weight 1 kg kilo kilos kilogram kilograms kilogramme kilogrammes кг килограмм килограмма килограммов
weight 1000 tonne tonnes ton tons тонна тонны тонн тонну
energy 3600000 kwh kilowatt-hour kilowatt-hours квтч
energy 3600000000 mwh megawatt-hour megawatt-hours
energy 3600000000000 gwh gigawatt-hour gigawatt-hours
energy 3600000000000000 twh terawatt-hour terawatt-hours
power 1000 kw kilowatt kilowatts квт киловатт
power 1000000 mw megawatt megawatts мвт мегаватт
power 1000000000 gw gigawatt gigawatts гвт гигаватт
volume 0.001 litre litres liter liters литр литра литров
volume 0.158987 barrel barrels баррель барреля баррелей
volume 1 cubic_metre cubic_metres cubic_meter cubic_meters кубометр кубометра кубометров куб_м кубических_метров
volume 1000000000 cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers
time 1 second seconds секунд секунды
time 60 minute minutes минут минуты
time 3600 hour hours час часа часов
time 86400 day days день дня дней сутки суток
time 604800 week weeks неделя недели недель неделю
time 2629800 month months месяц месяца месяцев
time 31557600 year years год года лет жыл
time 315576000 decade decades
time 3155760000 century centuries
`);

/** ISO 4217, by what a currency is called after the number. */
export const CURRENCIES = new Map<string, string>(
  `
USD dollar dollars us_dollars usd доллар доллара долларов
AUD australian_dollars
CAD canadian_dollars
HKD hong_kong_dollars
SGD singapore_dollars
EUR euro euros eur евро еуро
GBP pounds_sterling gbp
CNY yuan renminbi rmb chinese_yuan cny юань юаня юаней юаньнан
JPY yen иен
KZT tenge kzt тенге теңге
RUB rouble roubles ruble rubles russian_roubles russian_rubles rub рубль рубля рублей
INR rupees indian_rupees
CHF swiss_francs
KGS сомов
UZS сумов
`
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [code = '', ...words] = line.trim().split(/\s+/);
      return words.map((word): [string, string] => [word.replaceAll('_', ' '), code]);
    }),
);

/** Before the number. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₽', 'RUB'],
  ['₸', 'KZT'],
  ['₹', 'INR'],
]);

export const MONTHS: ReadonlyMap<string, number> = numbersOf(`
1 january jan января январе январь
2 february feb февраля феврале февраль
3 march марта марте март
4 april apr апреля апреле апрель
5 may мая мае май
6 june jun июня июне июнь
7 july jul июля июле июль
8 august aug августа августе август
9 september sept sep сентября сентябре сентябрь
10 october oct октября октябре октябрь
11 november nov ноября ноябре ноябрь
12 december dec декабря декабре декабрь
`);

/** What hedges or bounds a number, before it; the longest that fits is taken, as often as one fits. */
export const HEDGES = new Set(
  `about|around|some|roughly|approximately|nearly|almost|more than|less than|fewer than|over|under|up to|at least
at most|no more than|no fewer than|no less than|not less than|not more than|only|just|just over|just under|well over
officially|reportedly|as many as|as much as|as few as|as little as|close to|estimated|an estimated|perhaps|maybe
possibly|probably|between|from|exactly|a mere|by|above|below|slightly more than|slightly less than|a little over
около|примерно|приблизительно|более|менее|больше|меньше|свыше|почти|до|не менее|не более|порядка|чуть более|чуть больше
чуть менее|чуть меньше|по меньшей мере|как минимум|официально|от|на|без малого|максимум|минимум|всего|более чем|менее чем
шамамен|кем дегенде|ресми түрде`
    .split(/[|\n]/)
    .map((hedge) => hedge.trim()),
);

/** After the number, or after what it counts. */
export const HEDGES_AFTER = new Set(['or more', 'or so', 'or less', 'at least', 'at most']);

/** What stands before a number that is a label, not an amount. */
export const LABELS = new Set(
  `article articles section sections chapter chapters no nos number numbers page pages p pp paragraph paragraphs
version volume vol group room flight route highway resolution item figure table line part act bill case channel
district school unit block platform gate phase stage level grade class type model size age aged ages
статья статьи статье ст стр страница страницы глава пункт пункта версия номер рейс дом школа школе возрасте`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** What ends the words that a number counts. */
export const FUNCTION_WORDS = new Set(
  `a an the of in on at to for from by with without and or but nor as than that which who whom whose when where while
if because although though since until after before during what whatever into onto over under about between among through against
is are was were be been being am has have had having do does did will would shall should can could may might must
not no nor this these those there here it its he she they them their his her our my your we you i us him me
what whatever so then now still also only just even more less fewer most least per each every all both some any out up down off
away ago later earlier last next other another such said says
в во на с со к ко о об от до из за по у и а но или что как не ни без для при над под через после
год года лет был была были было есть будет будут это тогда еще уже его ее их против раз есе аз көп дана
және мен бен пен деп да де бар жоқ еді болды болады болуы`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Before a small number in words: "the two republics" is no count. */
export const DETERMINERS = new Set(
  'the these those both our their his her its my your other last first next every any эти эта оба обе'.split(
    ' ',
  ),
);

/** Plurals without an s. */
export const PLURALS = new Set(
  'people children men women police staff cattle sheep fish personnel troops servicemen lawmen countrymen fishermen policemen herdsmen households'.split(
    ' ',
  ),
);

/** Words in -s that are no plurals. */
export const NO_PLURALS = new Set(
  'was has is his its does goes says gets runs lies this as us yes thus always perhaps sometimes towards besides across news less unless series gas gross mass class access process express press business loss bus various previous famous serious religious enormous dangerous'.split(
    ' ',
  ),
);
