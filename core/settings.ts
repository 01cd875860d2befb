/**
 * What a reader can choose. Stored is only what was changed, so that a fresh install never overwrites
 * choices that another device has synchronised.
 */
export const SETTINGS_VERSION = 1;

export interface Settings {
  /** `first-in-section`: the first of each entity under each heading. `none`: nothing is painted. */
  density: 'first-in-section' | 'every' | 'none';
  /** Off on every page. */
  isOff: boolean;
  /** Hosts on which Sidelight is off. */
  sitesOff: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  density: 'first-in-section',
  isOff: false,
  sitesOff: [],
};

/** What lies in storage: some settings, and the version that wrote them. */
export type StoredSettings = Partial<Settings> & { version?: number };

/**
 * Settings from whatever storage holds. A part that is damaged falls back to its default and is named.
 */
export function parseSettings(stored: unknown): { settings: Settings; damaged: string[] } {
  const settings = { ...DEFAULT_SETTINGS };
  if (stored === undefined || stored === null) return { settings, damaged: [] };
  if (typeof stored !== 'object' || Array.isArray(stored))
    return { settings, damaged: ['settings'] };
  const damaged: string[] = [];
  const { density, isOff, sitesOff } = stored as Record<string, unknown>;
  if (density === 'first-in-section' || density === 'every' || density === 'none') {
    settings.density = density;
  } else if (density !== undefined) damaged.push('density');
  if (typeof isOff === 'boolean') settings.isOff = isOff;
  else if (isOff !== undefined) damaged.push('isOff');
  if (Array.isArray(sitesOff) && sitesOff.every((site) => typeof site === 'string')) {
    settings.sitesOff = sitesOff;
  } else if (sitesOff !== undefined) damaged.push('sitesOff');
  return { settings, damaged };
}

/** What to store after a change: the changed keys only, without those that are back at their default. */
export function storeChange(stored: unknown, change: Partial<Settings>): StoredSettings {
  const kept = typeof stored === 'object' && stored !== null ? stored : {};
  const merged: Record<string, unknown> = { ...kept, ...change, version: SETTINGS_VERSION };
  for (const [key, value] of Object.entries(DEFAULT_SETTINGS)) {
    if (JSON.stringify(merged[key]) === JSON.stringify(value)) delete merged[key];
  }
  return merged;
}

export function isOffOn(settings: Settings, site: string | null): boolean {
  return settings.isOff || (site !== null && settings.sitesOff.includes(site));
}

/** The change that switches a site. */
export function switchSite(settings: Settings, site: string, on: boolean): Partial<Settings> {
  const others = settings.sitesOff.filter((other) => other !== site);
  return { sitesOff: on ? others : [...others, site] };
}
