/** What the options are given, and how their parts act. */
import type { Choices } from '../../core/choices/backup';
import type { Settings } from '../../core/choices/settings';
import type { EntitySummary, SourceSummary } from '../../core/model/views';
import type { Damage } from './OptionsDamage';

export interface OptionsProps extends Choices {
  sources: readonly SourceSummary[];
  /** The entities that corrections and mutes speak of, as far as the library holds them. */
  entities: readonly EntitySummary[];
  /** Those of these entities that the library holds. */
  entitiesOf(ids: string[]): Promise<readonly EntitySummary[]>;
  damage: Damage;
  /** What to tell of a problem, as text. */
  report: string;
  /** Keeps what was chosen; what is left out stays. */
  onChoose(
    choices: Partial<{ settings: Partial<Settings> } & Omit<Choices, 'settings'>>,
  ): Promise<void>;
  onRepair(): Promise<void>;
  onLibrary(): void;
  onCopy(text: string): Promise<void>;
  /** Hands the reader a file. */
  onSave(name: string, text: string): void;
}
