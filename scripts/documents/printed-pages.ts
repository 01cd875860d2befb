/** Pages that Chromium prints. Each sheet is laid out by hand, as a typesetter would, so that the awkward parts are there. */
import type { PDFOptions } from 'puppeteer-core';

export interface Printed {
  html: string;
  options?: PDFOptions;
}

const sheet = (
  head: string,
  columns: string,
  notes: string,
  number: number,
  wide = '',
) => `<section>
<header><span>${head}</span><span>${number}</span></header>
${wide}
<div class="columns">${columns}</div>
${notes && `<div class="notes">${notes}</div>`}
</section>`;

const JOURNAL = `<!doctype html><html lang="en"><head><title>Sharing a river that is not there</title><style>
@page { size: A5; margin: 0 }
* { margin: 0; padding: 0; box-sizing: border-box }
body { font: 9px/12px 'Noto Serif', serif }
section { position: relative; width: 148mm; height: 209mm; padding: 14mm 14mm; overflow: hidden; break-after: page }
header { display: flex; justify-content: space-between; font-size: 7px; margin-bottom: 8mm }
h1 { font-size: 16px; line-height: 20px; text-align: center; margin-bottom: 4px }
.by { text-align: center; font-style: italic; margin-bottom: 14px }
h2 { font-size: 11px; line-height: 14px; margin: 10px 0 5px }
.columns { columns: 2; column-gap: 16px; column-fill: auto; height: 100mm; text-align: justify }
.first .columns { height: 80mm }
p { text-indent: 12px } h2 + p, .flush { text-indent: 0 }
.notes { position: absolute; bottom: 20mm; left: 14mm; right: 14mm; border-top: 1px solid; padding-top: 4px; font-size: 7px; line-height: 9px }
.notes p { text-indent: 0 }
sup { font-size: 6px; line-height: 0 }
table { font-size: 8px; width: 100%; margin: 6px 0; border-collapse: collapse } td, th { text-align: left; padding: 0 14px 0 0 }
</style></head><body>
<div class="first">${sheet(
  'Annals of Imagined Hydrology',
  `<h2>1. The question</h2>
<p>Two towns share a river that has not reached them for eleven years. They share it all the same: each spring their councils meet, divide the water that would come, and write the shares into a book.<sup>1</sup> The shares are sold, lent and inherited.</p>
<p>Visitors find this odd. The towns do not. A share, they say, is a promise about the upper val&shy;ley, and promises are kept in books whether or not they are kept in canals. The Ili&#8209;Kazakh house at the ford has held the book since it was begun, and lets nobody turn its pages with wet hands.</p>
<p>What follows is an attempt to say how such an arrange&shy;ment holds, what it costs, and who would be the poorer without it. It draws on the book itself, on <b>forty-one conversations</b>, and on three summers of sitting by a dry bed with a measuring rod.</p>
<h2>2. The book</h2>
<p>The book is bound in felt. Its first third lists house&shy;holds; the second, shares; the last is left for quarrels, and is nearly full.<sup>2</sup> A quarrel is entered by both parties in turn, each in its own ink, and ends when one of them leaves a line blank. Nobody remembers why. In the years when water came, few quarrels were written; in the years with&shy;out it they grew longer, more learned, and on the whole more polite, so that a reader who knew nothing of the river could tell from the`,
  '<p><sup>1</sup> The councils met in the mill until it was sold; since then they have met in front of it.</p><p><sup>2</sup> Of 212 leaves, 9 are empty.</p>',
  1,
  '<h1>Sharing a river that is not there</h1><p class="by">Saule Bekova and Timur Ferry</p>',
)}</div>
${sheet(
  'Annals of Imagined Hydrology',
  `<p class="flush">handwriting alone how the harvest had been.</p>
<p>The clerk who showed it to me turned the leaves with a wooden blade. She had read all of it, she said, and had found in it four poems and one recipe.<sup>3</sup></p>
<h2>3. What is divided</h2>
<p>A share is a length of time: so long may a house leave its gate open. Since the gates stand open now in any case, the time is counted by the shadow of a post, as though the water stood before it.</p>
<p>Shares move. A widow lends hers to the baker; the baker gives bread for it; the bread is real. In this way a river that is not there feeds, by my count, nineteen people.</p>`,
  '<p><sup>3</sup> For a soup without water. It is very dry.</p>',
  2,
  '',
)}
${sheet(
  'Annals of Imagined Hydrology',
  `<p>The table gives the shares of the three largest houses. It was copied twice and compared by lamplight, and agrees with the book in all but one place, which the clerk has asked me not to name.</p>
<p>It may be asked whether the towns believe that the river will return. I asked. Most looked at the hills, as people do who have been asked about a cousin.</p>
<p>The youngest of the clerks put it best: as long as the book is kept, she said, the bed is only empty, and not a road.</p>`,
  '',
  3,
  '<table><tr><th>House</th><th>Upper gate</th><th>Lower gate</th></tr><tr><td>Mill</td><td>3 hours</td><td>2 hours</td></tr><tr><td>Ford</td><td>5 hours</td><td>1 hour</td></tr><tr><td>Orchard</td><td>2 hours</td><td>6 hours</td></tr></table>',
)}
</body></html>`;

const UYGHUR = `<!doctype html><html lang="ug" dir="rtl"><head><title>كارىز ھەققىدە</title><style>
@page { size: A5; margin: 18mm } body { font: 12px/20px 'Noto Naskh Arabic', 'Noto Sans Arabic', serif } h1 { font-size: 20px; margin: 0 0 10px } p { margin: 0 0 10px }
</style></head><body><h1>كارىز ھەققىدە</h1>
<p>كارىز يەر ئاستىدا ئاقىدۇ. تاغدىن چىققان سۇ ئون كىلومېتىر يول يۈرۈپ كەنتكە كېلىدۇ، يولدا ھېچكىم ئۇنى كۆرمەيدۇ. ياز كۈنلىرى قۇدۇقنىڭ ئاغزىدىن سالقىن ھاۋا چىقىدۇ.</p>
<p>كەنتتە 24 قۇدۇق بار، ئۇنىڭ 3 ىنى Karez Trust جەمئىيىتى تازىلىغان. قالغانلىرىنى كەنت ئەھلى ئۆزى تازىلايدۇ.</p>
<h1>سۇ بۆلۈش</h1>
<p>ھەر يىلى ئەتىيازدا چوڭلار يىغىلىپ سۇنى بۆلىدۇ. يىراقتىكى ئېتىز ئاۋۋال سۇغىرىلىدۇ.</p>
</body></html>`;

const CHINESE = `<!doctype html><html lang="zh-CN"><head><title>口岸贸易</title><style>
@page { size: A5; margin: 20mm 18mm } body { font: 12px/20px 'Noto Sans CJK SC', sans-serif } h1 { font-size: 18px; margin: 0 0 8px } p { text-indent: 2em; margin: 0 } .next { break-before: page }
</style></head><body><h1>口岸贸易</h1>
<p>口岸每天清晨六点开门。第一批进来的是卖馕的人，第二批是赶车的人，最后才是买东西的人。货物在桥中间换车，因为两边的轨道不一样宽。</p>
<p>记账的先生有一块黑板，<b>价格用粉笔写</b>，一天要改好几次。他说黑板记得每一个数字。</p>
<h1 class="next">换轨</h1>
<p>换轨要用四个小时。车厢被抬起来，换上另一副轮子，再慢慢放下。</p>
</body></html>`;

const REPORT = `<!doctype html><html lang="ru"><head><title>Отчёт о каналах</title><style>
@page { size: A4; margin: 22mm } body { font: 11px/15px 'Noto Sans', sans-serif } p { margin: 0 0 7px } h2 { font-size: 11px; margin: 12px 0 4px }
td, th { padding: 3px 12px 3px 0; vertical-align: top; text-align: left } table { margin: 8px 0; width: 100% } ol { margin: 0 0 7px; padding-left: 24px } .plate { height: 90mm; break-after: page; break-before: page }
</style></head><body><h1>Отчёт о каналах</h1>
<p>Каналы чистят дважды в год. В таблице показано, кто и сколько дней работал на каждом участке, и что осталось сделать до первого снега.</p>
<table><tr><th>Участок</th><th>Что сделано за лето и осень</th><th>Дней</th></tr>
<tr><td>Верхний</td><td>Убраны камни у шлюза, укреплён левый берег, поставлены две новые доски вместо сгнивших, а старые отданы сторожу</td><td>12</td></tr>
<tr><td>Средний, с мостом и посёлком</td><td>Вычищен ил</td><td>40</td></tr>
<tr><td>Нижний</td><td>Ждали воды и писали письма, на которые ответят в следующем году</td><td>3</td></tr></table>
<h2>Что осталось</h2>
<ol><li>Покрасить мост, если найдётся краска того же цвета, каким он был, когда его красили в прошлый раз при старом смотрителе.</li><li>Починить шлюз</li><li>Вернуть лодку</li></ol>
<p>Юго-восточный участок не чистили: он существует только на карте, но по карте за него платят, и потому он упомянут.</p>
<div class="plate"></div>
<p>На этом отчёт кончается.</p>
</body></html>`;

export function printedPages(): Record<string, Printed> {
  return {
    'river-two-columns.pdf': { html: JOURNAL },
    'karez.ug.pdf': {
      html: UYGHUR,
      options: {
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate:
          '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span></div>',
      },
    },
    'trade.zh.pdf': { html: CHINESE },
    'report-tables.ru.pdf': { html: REPORT },
  };
}
