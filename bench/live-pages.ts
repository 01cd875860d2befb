/** Pages that never stand still. Each begins when it is told to (`/go`), counts its frames, and ends by time. */
import { Random } from './random.ts';

/** How long a live page is measured. */
export const LIVE_MS = 2500;
const NAMES =
  'China, Kazakhstan, Xinjiang, Beijing, Russia, Tibet, Almaty, Kyrgyzstan, Turkey, Syria'.split(
    ', ',
  );

/** Runs on the page. `begin(step)` calls step with the frame's number until the time is over. */
const FRAMES = `
let frames = 0;
function begin(step) {
  addEventListener('bench-go', () => {
    const end = performance.now() + ${LIVE_MS};
    const frame = (now) => {
      if (now > end) { document.title = 'frames ' + frames; return; }
      step(frames++, now);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
const names = ${JSON.stringify(NAMES)};
const words = 'the talks were held as planned and no date was given for the next round'.split(' ');
const text = (i) => words.slice(i % 7).join(' ') + ' in ' + names[i % names.length] + ' on day ' + i + '.';
`;

type Filler = (random: Random, count: number) => string;

export function livePages(paragraphs: Filler): Array<{ id: string; html: string }> {
  const random = new Random(4);
  const cells = Array.from({ length: 20 }, (_, i) => `<td id="c${i}">0</td>`).join('');
  const named = (count: number) =>
    Array.from({ length: count }, (_, i) => `${NAMES[i % NAMES.length]} item ${i}`).join(', ');
  const page = (body: string, script: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Live</title></head><body>${body}<script>${FRAMES}${script}</script></body></html>`;
  const tick =
    'begin((n) => { for (let i = 0; i < 20; i++) document.getElementById("c" + i).firstChild.data = String(n * 7 + i); });';
  return [
    {
      id: 'tick',
      html: page(`<table><tr>${cells}</tr></table><p>${named(40)}</p>`, tick),
    },
    {
      id: 'chat',
      html: page(
        '<div id="chat" style="height:600px;overflow:auto"></div>',
        `let last = -1; begin((n, now) => {
          const due = Math.floor(now / (1000 / 15));
          if (due === last) return;
          last = due;
          const line = document.createElement('p');
          line.innerHTML = '<b>user ' + (due % 9) + '</b> ' + text(due);
          const chat = document.getElementById('chat');
          chat.append(line);
          chat.scrollTop = chat.scrollHeight;
        });`,
      ),
    },
    {
      id: 'feed',
      html: page(
        '<main id="feed"></main>',
        `begin((n) => {
          if (n % 6 !== 0 || n >= 120) return;
          const batch = document.createDocumentFragment();
          for (let i = 0; i < 100; i++) {
            const item = document.createElement('article');
            item.innerHTML = '<h3>' + text(n + i) + '</h3><p>' + text(n * 3 + i) + ' <a href="#">' + words[i % words.length] + '</a></p>';
            batch.append(item);
          }
          document.getElementById('feed').append(batch);
        });`,
      ),
    },
    {
      id: 'scroll',
      html: page(paragraphs(random, 600), 'begin(() => scrollBy(0, 40));'),
    },
    {
      id: 'idle',
      html: page(paragraphs(random, 60), 'begin(() => {});'),
    },
  ];
}
