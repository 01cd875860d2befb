/**
 * A passage, verbatim: the text content of what `PassageText` renders is the passage's text, or the
 * `part` of it, and nothing else. Our labels travel as descriptions and generated content, so that
 * neither a copied selection nor a reader of the markup takes them for the source's words.
 */
import { i18n } from '#i18n';
import type { EntityId, Hedge, Quote, Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';
import { hedgeText, numberText } from '../words/wording';
import { countWords, nestSpans, type Piece } from './spans';
import { Translated } from './Translated';
import './passage-text.css';

type Shown = Span &
  (
    | { as: 'quote'; quote: Quote }
    | { as: 'hedge'; hedge: Hedge }
    | { as: 'mark'; mark: NameMark }
    | { as: 'name' }
    | { as: 'hit' }
  );

/** A name whose card can be opened. Marks do not overlap. */
export interface NameMark extends Span {
  entity: EntityId;
  /** Reached by Tab. */
  isStop: boolean;
}

interface PassageTextProps {
  passage: AttributedPassage;
  /** The part to render; the whole passage unless given. */
  part?: Span;
  /** Emphasised as names; `passage.emphasis` unless given. */
  names?: readonly Span[];
  marks?: readonly NameMark[];
  /** Emphasised as found. */
  hits?: readonly Span[];
  /** The one of `names` or `hits` that is being stepped to. */
  current?: Span | null;
  /** False leaves the hedges without their underlines and labels. */
  hedges?: boolean;
  /** Inside a button or link: nothing in the text takes focus. */
  still?: boolean;
}

/**
 * The words of a passage with its quotes, hedges, names and hits marked. The block around them has
 * `dir="auto"`, and what else it holds is in `<bdi>`, which does not count for the direction.
 */
export function PassageText({
  passage,
  part,
  names = passage.emphasis,
  marks = [],
  hits = [],
  current = null,
  hedges = true,
  still = false,
}: PassageTextProps) {
  const speakers = quotedSpeakers(passage);
  const spans: Shown[] = [
    ...passage.quotes.map((quote) => ({ ...bounds(quote), as: 'quote' as const, quote })),
    ...(hedges ? passage.hedges : []).map((hedge) => ({
      ...bounds(hedge),
      as: 'hedge' as const,
      hedge,
    })),
    ...marks.map((mark) => ({ ...bounds(mark), as: 'mark' as const, mark })),
    ...names.map((span) => ({ ...bounds(span), as: 'name' as const })),
    ...hits.map((span) => ({ ...bounds(span), as: 'hit' as const })),
  ];

  const render = (pieces: Piece<Shown>[]) =>
    pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      const { span, first } = piece;
      const inside = render(piece.pieces);
      switch (span.as) {
        case 'quote': {
          // Numbers point to `PassageNotes`, which a snippet has not.
          const numbered = first && !still && speakers.length > 1;
          const note = numbered ? speakers.indexOf(span.quote.speaker) + 1 : undefined;
          return (
            <span class="pt-quote" data-note={note}>
              {inside}
            </span>
          );
        }
        case 'hedge': {
          const label = i18n.t('passage.hedgeLabel', [hedgeText(span.hedge.kind)]);
          return (
            <mark
              class="pt-hedge"
              data-label={label}
              aria-description={first ? label : undefined}
              tabIndex={first && !still ? 0 : undefined}
            >
              {inside}
            </mark>
          );
        }
        case 'mark':
          return (
            // biome-ignore lint/a11y/useSemanticElements: text in a button or link cannot be selected from within.
            <span
              class="pt-mark"
              role="button"
              aria-haspopup="dialog"
              data-entity={span.mark.entity}
              tabIndex={first && span.mark.isStop ? 0 : -1}
            >
              {inside}
            </span>
          );
        default: {
          const here = current?.start === span.start && current.end === span.end;
          return (
            <mark class={`pt-${span.as}`} data-current={here || undefined}>
              {inside}
            </mark>
          );
        }
      }
    });

  return (
    <span
      class="pt"
      lang={passage.source.language}
      data-shape={passage.shape ?? undefined}
      // Read by `selectedPart`.
      data-words={`${passage.id} ${part?.start ?? 0}`}
    >
      {render(nestSpans(passage.text, spans, part))}
    </span>
  );
}

/**
 * Stands where words are left out. Counts the hedges among them: a fold must not make a claim
 * firmer than it is. `brief` does not count the words.
 */
export function LeftOut({
  passage,
  part,
  brief = false,
}: {
  passage: AttributedPassage;
  part: Span;
  brief?: boolean;
}) {
  const left = passage.text.slice(part.start, part.end);
  if (left.trim() === '') return null;
  const words = countWords(left);
  const hedges = passage.hedges.filter(
    (hedge) => hedge.start < part.end && hedge.end > part.start,
  ).length;
  const hedged = hedges > 0 && i18n.t('passage.hedgesLeftOut', hedges, [numberText(hedges)]);
  return (
    <bdi class="pt-left-out">
      {brief || words === 0 ? '⋯' : i18n.t('passage.wordsLeftOut', words, [numberText(words)])}
      {hedged && ` · ${hedged}`}
    </bdi>
  );
}

const bounds = ({ start, end }: Span): Span => ({ start, end });

const quotedSpeakers = ({ quotes }: AttributedPassage): string[] => [
  ...new Set(quotes.map((quote) => quote.speaker)),
];

/** Whose words a quote holds and who reports them, each name in the language of the source. */
export function QuoteBy({ quote, passage }: { quote: Quote; passage: AttributedPassage }) {
  const { speaker, source } = passage;
  // Languages order the two names as they like.
  return i18n
    .t('passage.quoteLabel', ['{quoted}', '{reporter}'])
    .split(/(\{quoted\}|\{reporter\})/)
    .map((part) => {
      if (part === '{quoted}') return <Translated text={quote.speaker} lang={source.language} />;
      if (part !== '{reporter}') return part;
      return speaker ? (
        <Translated text={speaker.name} lang={source.language} />
      ) : (
        <bdi>{i18n.t('passage.thisSource')}</bdi>
      );
    });
}

/**
 * Below a passage: whose words it repeats, and how its claims are limited. Always in sight, because
 * a label that needs hovering does not exist on a touch screen.
 * Whoever reads a whole source may hide the hedges on the screen, not on paper.
 */
export function PassageNotes({ passage }: { passage: AttributedPassage }) {
  const speakers = quotedSpeakers(passage);
  const kinds = [...new Set(passage.hedges.map((hedge) => hedge.kind))];
  if (speakers.length === 0 && kinds.length === 0) return null;
  return (
    <ul class="pt-notes">
      {speakers.map((speaker, i) => {
        const quote = passage.quotes.find((each) => each.speaker === speaker);
        return (
          quote && (
            <li key={speaker}>
              <span class="pt-key pt-quote" aria-hidden="true">
                {speakers.length > 1 ? i + 1 : ''}
              </span>
              <span>
                <QuoteBy quote={quote} passage={passage} />
              </span>
            </li>
          )
        );
      })}
      {kinds.length > 0 && (
        <li class="pt-hedged">
          <span class="pt-key pt-key-hedge" aria-hidden="true" />
          {i18n.t('passage.hedged', [kinds.map(hedgeText).join(' · ')])}
        </li>
      )}
    </ul>
  );
}
