/** Plain texts, pages and subtitles in encodings that an editor would not keep. */

const RUSSIAN_LETTERS = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
const KOI8_R = [
  ...[
    0xe1, 0xe2, 0xf7, 0xe7, 0xe4, 0xe5, 0xf6, 0xfa, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xee, 0xef, 0xf0,
  ],
  ...[
    0xf2, 0xf3, 0xf4, 0xf5, 0xe6, 0xe8, 0xe3, 0xfe, 0xfb, 0xfd, 0xff, 0xf9, 0xf8, 0xfc, 0xe0, 0xf1,
  ],
];

function windows1251(text: string): Uint8Array {
  const others: Record<string, number> = {
    '«': 0xab,
    '»': 0xbb,
    '—': 0x97,
    '–': 0x96,
    '№': 0xb9,
    '…': 0x85,
    ё: 0xb8,
    Ё: 0xa8,
    '\u00a0': 0xa0,
  };
  return encoded(text, (one) => {
    const at = RUSSIAN_LETTERS.indexOf(one);
    return at >= 0 ? 0xc0 + at : others[one];
  });
}

function kz1048(text: string): Uint8Array {
  const kazakh: Record<string, number> = {
    Қ: 0x8d,
    Һ: 0x8e,
    қ: 0x9d,
    һ: 0x9e,
    Ұ: 0xa1,
    ұ: 0xa2,
    Ә: 0xa3,
    Ө: 0xa5,
    Ғ: 0xaa,
    Ү: 0xaf,
    І: 0xb2,
    і: 0xb3,
    ө: 0xb4,
    ғ: 0xba,
    ә: 0xbc,
    Ң: 0xbd,
    ң: 0xbe,
    ү: 0xbf,
    '«': 0xab,
    '»': 0xbb,
    '—': 0x97,
    '–': 0x96,
  };
  return encoded(text, (one) => {
    const at = RUSSIAN_LETTERS.indexOf(one);
    return at >= 0 ? 0xc0 + at : kazakh[one];
  });
}

function koi8r(text: string): Uint8Array {
  return encoded(text, (one) => {
    const at = RUSSIAN_LETTERS.indexOf(one);
    if (at < 0) return undefined;
    const upper = KOI8_R[at % 32];
    return upper === undefined ? undefined : at < 32 ? upper : upper - 0x20;
  });
}

function utf16le(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}

function encoded(text: string, code: (one: string) => number | undefined): Uint8Array {
  return Uint8Array.from(text, (one) => {
    const byte = one.charCodeAt(0) < 0x80 ? one.charCodeAt(0) : code(one);
    if (byte === undefined) throw new Error(`This encoding has no “${one}”.`);
    return byte;
  });
}

/** Paragraphs are told by their first lines, which are set in; some lines are wrapped. */
const FERRY_AT_ARALSK = `ПАРОМ БЕЗ МОРЯ

Записки о порте, от которого ушла вода

Глава 1

    Летом в порту стояла тишина. Паром, который когда-то ходил
к рыбацким посёлкам, лежал на песке, и дети забирались на него
по ржавой лестнице, чтобы посмотреть, не видно ли воды.
    Смотритель порта вёл журнал: он записывал уровень воды,
хотя записывать было уже нечего. В журнале семь лет подряд
стояло одно слово — «нет».
    — А зачем вы пишете? — спросил приезжий инженер.
    — Чтобы было видно, когда вернётся, — ответил смотритель.

Глава 2

    Плотину строили из песка, и первый паводок её унёс. Вторую
строили из камня. Когда вода поднялась, в посёлок приехала
комиссия из трёх человек и одной собаки.
    1. Измерили глубину.
    2. Записали цифры.
    3. Уехали.
`;

/** A line is a paragraph. */
const KAREZ = `坎儿井见闻
第一章　暗渠
暗渠从山脚一直通到村口，长的有十公里。水在地下流，不怕太阳晒。
修渠的人一代一代传下手艺，竖井每隔二三十米就有一口，从上面看像一串珠子。
第二章　分水
每年春天，村里的人坐在一起商量怎么分水。谁家的地远，谁家先用。
管水的老人说话不多，手里拿着一根刻了记号的木棍。
`;

const GUESTS = `ҚОНАҚ КЕЛГЕНДЕ

Ауылға қонақ келгенде, әуелі су береді. Құдықтың суы салқын,
өзеннің суы жұмсақ, ал бұлақтың суы — қонақтың үлесі дейді
үлкендер.

Көктемде арық тазаланады. Әр үйден бір адам шығады, шықпағандар
кейін шай қайнатады. Осылай ғасырлар бойы жалғасып келеді.

ҚҰДЫҚ

Құдықты қазған кісінің аты ұмытылмайды. Ескі құдықтардың көбі
әлі күнге дейін сол кісілердің атымен аталады.
`;

const MARKET_PAGE = `<!DOCTYPE html>
<html lang="ru">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">
<title>Пограничный рынок - Вестник переправы</title>
<meta name="author" content="Мария Верхова">
<meta property="og:site_name" content="Вестник переправы">
<style>td { vertical-align: top }</style>
</head>
<body>
<table width="100%"><tr>
<td width="150"><a href="/">Главная</a><br><a href="/news">Новости</a><br><a href="/arch">Архив</a></td>
<td>
<h1>Пограничный рынок</h1>
<p>Рынок у переправы открывается до рассвета. Первыми приходят пекари, потом возчики, и только когда солнце поднимается над рекой, появляются покупатели с другого берега.
<p>В базарные дни через мост проходит до трех тысяч человек. Таможенник <b>проверяет только мешки</b>, а корзины пропускает так.
<p>Цены пишут мелом на доске у входа, и к полудню они меняются раза три. Старый писарь говорит, что доска помнит каждую цифру, сколько ее ни стирай.
<h2>Что почем</h2>
<table border="1">
<tr><th>Товар<th>Утром<th>В полдень
<tr><td>Мука, мешок<td>40<td>42
<tr><td>Соль, мешок<td>12<td>11
<tr><td>Дыни, воз<td>100<td>75
</table>
<p>К вечеру торговцы складывают прилавки и пьют чай прямо на мосту, не споря, чей это берег.
</td></tr></table>
<p align="center"><font size="1">Вестник переправы, все права придуманы.</font></p>
</body>
</html>
`;

const FILM = `1
00:00:01,200 --> 00:00:03,400
{\\an8}<i>Река не знает,</i>
<i>что она граница.</i>

2
00:00:03,900 --> 00:00:06,000
- Ты давно здесь?
- С прошлого паводка.

3
00:01:12,500 --> 00:01:15,000
ПАРОМЩИК: Сегодня не пойдем,

4
00:01:15,100 --> 00:01:17,250
ветер с верховьев.
`;

export function inEncodings(): Record<string, Uint8Array> {
  return {
    'ferry.windows-1251.txt': windows1251(FERRY_AT_ARALSK.replace(/\n/g, '\r\n')),
    'karez.utf-16.txt': utf16le(KAREZ),
    'guests.kz-1048.txt': kz1048(GUESTS),
    'market.koi8-r.html': koi8r(MARKET_PAGE),
    'film.windows-1251.srt': windows1251(FILM),
  };
}
