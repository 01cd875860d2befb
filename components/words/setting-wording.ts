/** Settings in words, for what a file would change and what is damaged. */
import { i18n } from '#i18n';
import type { SettingChange } from '../../core/choices/backup';
import type { Correction } from '../../core/choices/corrections';
import type { Settings } from '../../core/choices/settings';
import { isolate, listText, numberText } from './wording';

const NAMES = {
  density: 'choice.density',
  look: 'choice.look',
  trigger: 'choice.trigger',
  delay: 'setting.delay',
  kindsOff: 'setting.kindsOff',
  sourcesOff: 'setting.sourcesOff',
  sourcesPainted: 'setting.sourcesPainted',
  sourceOrder: 'setting.sourceOrder',
  subjectsApart: 'setting.subjectsApart',
  subjectsJoined: 'setting.subjectsJoined',
  subjectsMuted: 'setting.subjectsMuted',
  notesAddress: 'notebook.notesAddress',
  language: 'options.language',
  isOff: 'setting.isOff',
  offUntil: 'setting.offUntil',
  sitesOff: 'setting.sitesOff',
  pagesOff: 'setting.pagesOff',
} as const satisfies Record<keyof Settings, string>;

const DENSITY_KEYS = {
  'first-in-section': 'choice.firstInSection',
  every: 'choice.every',
  none: 'choice.none',
} as const;

/** Languages call themselves. */
export const LANGUAGE_NAMES = { en: 'English', ru: 'Русский', kk: 'Қазақша', zh: '中文' } as const;

export const settingName = (key: keyof Settings): string => i18n.t(NAMES[key]);

export function isSettingKey(key: string): key is keyof Settings {
  return Object.hasOwn(NAMES, key);
}

/** @param sourceTitle the title of a source by its id */
export function settingText(
  { key, value }: { key: keyof Settings; value: Settings[keyof Settings] },
  sourceTitle: (id: string) => string,
): string {
  const whole = { [key]: value } as unknown as Settings;
  switch (key) {
    case 'density':
      return i18n.t(DENSITY_KEYS[whole.density]);
    case 'look':
      return i18n.t(`choice.${whole.look}`);
    case 'trigger':
      return i18n.t(`choice.${whole.trigger === 'alt-hover' ? 'altHover' : whole.trigger}`);
    case 'delay':
      return millisecondsText(whole.delay);
    case 'kindsOff':
      return namesText(whole.kindsOff.map((kind) => i18n.t(`kinds.${kind}`)));
    case 'sourcesOff':
    case 'sourcesPainted':
    case 'sourceOrder':
      return namesText(whole[key].map(sourceTitle));
    case 'subjectsApart':
    case 'subjectsJoined':
    case 'subjectsMuted':
      return numberText(whole[key].length);
    case 'language':
      return whole.language ? LANGUAGE_NAMES[whole.language] : i18n.t('options.asBrowser');
    case 'notesAddress':
      return i18n.t(whole.notesAddress ? 'setting.on' : 'setting.off');
    case 'isOff':
      return i18n.t(whole.isOff ? 'setting.off' : 'setting.on');
    case 'offUntil':
      return whole.offUntil ? momentText(whole.offUntil) : i18n.t('setting.nothing');
    case 'sitesOff':
    case 'pagesOff':
      return namesText([...whole[key]]);
  }
}

/** "Delay of cards: from 300 ms to 500 ms" */
export function changeText(
  { key, from, to }: SettingChange,
  sourceTitle: (id: string) => string,
): string {
  const text = (value: Settings[keyof Settings]) => settingText({ key, value }, sourceTitle);
  return i18n.t('options.fromTo', [text(from), text(to)]);
}

/** @param canonical of the entity; null where the library does not hold it */
export function correctionText({ name, scope, at }: Correction, canonical: string | null): string {
  const where =
    scope === 'everywhere'
      ? i18n.t('options.everywhere')
      : i18n.t(scope === 'site' ? 'options.onSite' : 'options.onPage', [isolate(at ?? '')]);
  const entity = canonical === null ? i18n.t('options.gone') : isolate(canonical);
  return i18n.t('options.correction', [isolate(name), entity, where]);
}

export function millisecondsText(milliseconds: number): string {
  const format = { style: 'unit', unit: 'millisecond' } as const;
  return new Intl.NumberFormat(i18n.conventions().locale, format).format(milliseconds);
}

/** About how long: seconds under a minute and a half, then minutes. */
export function durationText(seconds: number): string {
  const isLong = seconds > 90;
  const format = {
    style: 'unit',
    unit: isLong ? 'minute' : 'second',
    unitDisplay: 'long',
  } as const;
  const value = Math.max(1, Math.round(isLong ? seconds / 60 : seconds));
  return new Intl.NumberFormat(i18n.conventions().locale, format).format(value);
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

export function bytesText(bytes: number): string {
  const size = Math.max(0, Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes || 1) / 3) - 1));
  const format = { style: 'unit', unit: UNITS[size], maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(i18n.conventions().locale, format).format(
    bytes / 1000 ** (size + 1),
  );
}

/** A moment as ISO 8601, by the clock of this device. */
export function momentText(moment: string): string {
  const { locale, hasMonths } = i18n.conventions();
  const format = { dateStyle: hasMonths ? 'medium' : 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(locale, format).format(Date.parse(moment));
}

function namesText(names: string[]): string {
  return names.length > 0 ? listText(names) : i18n.t('setting.nothing');
}
