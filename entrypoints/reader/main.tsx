/** The reader: `reader.html#<passage id>`, or `#<source>?entity=<entity id>`. */
import '../../assets/theme.css';
import { render } from 'preact';
import { speak } from '#i18n';
import { Reader } from '../../components/reader/Reader';
import { citationWords, failureText } from '../../components/words/wording';
import { cite } from '../../core/card/citation';
import { beginsWord } from '../../core/library/name-search';
import { Failure } from '../../core/model/failure';
import { LONGEST_QUERY, NO_FILTER } from '../../core/model/views';
import { fold } from '../../core/text/fold';
import { copyText } from '../../platform/clipboard';
import { askBackground } from '../../platform/messages';
import { keepPassage } from '../../platform/notebook';
import { isPrivatePage } from '../../platform/our-pages';
import { readReadingPlace, writeReadingPlace } from '../../platform/reading-place';
import { readSettings } from '../../platform/settings';

const root = document.getElementById('root') as HTMLElement;

/** What the address asks for. */
function readAddress() {
  const [path = '', search = ''] = decoded(location.hash.slice(1)).split('?');
  const source = path.split('/')[0] ?? '';
  return {
    source,
    passage: path.includes('/') ? path : null,
    entity: new URLSearchParams(search).get('entity'),
  };
}

/** An address that somebody has cut off is none of a source. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const report = (error: unknown) => console.error('Sidelight:', error);

/** How often something else was asked for. */
let asked = 0;

async function draw(): Promise<void> {
  const number = ++asked;
  const { source, passage, entity } = readAddress();
  const sources = await askBackground('sources', null);
  if (!sources.some(({ id }) => id === source)) {
    throw new Failure('no-source', `There is no source “${source}” in the library.`);
  }
  const [content, stoppedAt, { trigger, delay }] = await Promise.all([
    askBackground('sourceContent', { source }),
    readReadingPlace(source),
    readSettings(report),
  ]);
  if (number !== asked) return;
  document.title = `${content.source.title} – Sidelight`;
  render(
    <Reader
      key={source}
      content={content}
      focused={{ passage, entity }}
      stoppedAt={stoppedAt}
      delay={trigger === 'hover' ? delay : null}
      onReach={(id) => writeReadingPlace(source, id).catch(report)}
      onAsk={(entity, view, read) =>
        askBackground('card', { entity, isSourceChosen: true, view, matchedAs: null, ...read })
      }
      onGo={(id) => {
        location.hash = id;
      }}
      onFail={report}
      onCopy={(quoted, format) => copyText(cite(format, quoted, citationWords(quoted)))}
      onFocusEntity={(id) => {
        const path = passage ?? source;
        history.replaceState(null, '', `#${id ? `${path}?entity=${id}` : path}`);
        draw().catch(fail);
      }}
      onFind={async (query) => {
        const { names, passages, fit } = await askBackground('search', {
          query: query.slice(0, LONGEST_QUERY),
          filter: { ...NO_FILTER, source },
          tab: null,
        });
        const name = names.find(({ id }) => id.startsWith(`${source}/`));
        // One that is only like it is meant where nothing else is.
        const isMeant = name && beginsWord(fold(name.matchedName), fold(query));
        const entity = isMeant || passages.length === 0 ? name : null;
        return { entity: entity?.id ?? null, passages, fit };
      }}
      onKeep={async ({ id }, part) => {
        if (await isPrivatePage()) throw new Failure('private-window', 'The reader is private.');
        return keepPassage(id, part);
      }}
      onCopyLink={(id) => copyText(`${location.origin}${location.pathname}#${id}`)}
    />,
    root,
  );
}

function fail(error: unknown): void {
  report(error);
  render(<p role="alert">{failureText(error)}</p>, root);
}

addEventListener('hashchange', () => draw().catch(fail));
readSettings((parts) => console.error('Sidelight: damaged settings:', parts))
  .then(({ language }) => speak(language))
  .then(draw)
  .catch(fail);
