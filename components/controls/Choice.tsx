/** One of several, or some of several, as native radio buttons and checkboxes under one legend. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '../../core/choices/settings';
import './choice.css';

export interface Option<Value> {
  value: Value;
  label: string;
  hint?: string;
  /** BCP 47, where the label is in another language than the page. */
  lang?: string;
}

export interface ChoiceProps<Value> {
  legend: string;
  /** A heading says it already. */
  isLegendHidden?: boolean;
  options: readonly Option<Value>[];
  value: Value;
  onChange(value: Value): void;
  children?: ComponentChildren;
}

export function Choice<Value extends string | boolean>({
  legend,
  isLegendHidden = false,
  options,
  value,
  onChange,
  children,
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class={isLegendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {options.map((option) => (
        <label key={String(option.value)} class="choice-row">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            <span lang={option.lang}>{option.label}</span>
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}

/** @param off the values that are not chosen */
export function Checks<Value extends string>({
  legend,
  isLegendHidden = false,
  options,
  off,
  onChange,
  children,
}: Omit<ChoiceProps<Value>, 'value' | 'onChange'> & {
  off: readonly Value[];
  onChange(off: Value[]): void;
}) {
  return (
    <fieldset class="choice">
      <legend class={isLegendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {options.map(({ value, label, hint, lang }) => (
        <label key={value} class="choice-row">
          <input
            type="checkbox"
            checked={!off.includes(value)}
            onChange={({ currentTarget: { checked } }) => {
              const others = off.filter((other) => other !== value);
              onChange(checked ? others : [...others, value]);
            }}
          />
          <span>
            <bdi lang={lang}>{label}</bdi>
            {hint && <small>{hint}</small>}
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}

/** What options and welcome page offer alike. */
export interface SettingProps {
  settings: Settings;
  onChange(change: Partial<Settings>): void;
}

export function DensityChoice({ settings, onChange }: SettingProps) {
  return (
    <Choice
      legend={i18n.t('choice.density')}
      value={settings.density}
      onChange={(density) => onChange({ density })}
      options={[
        {
          value: 'first-in-section',
          label: i18n.t('choice.firstInSection'),
          hint: i18n.t('choice.firstInSectionHint'),
        },
        { value: 'every', label: i18n.t('choice.every') },
        { value: 'none', label: i18n.t('choice.none'), hint: i18n.t('choice.noneHint') },
      ]}
    />
  );
}

export function TriggerChoice({ settings, onChange }: SettingProps) {
  return (
    <Choice
      legend={i18n.t('choice.trigger')}
      value={settings.trigger}
      onChange={(trigger) => onChange({ trigger })}
      options={[
        { value: 'hover', label: i18n.t('choice.hover') },
        { value: 'alt-hover', label: i18n.t('choice.altHover') },
        { value: 'click', label: i18n.t('choice.click'), hint: i18n.t('choice.clickHint') },
      ]}
    />
  );
}

/** On all sites, or on none. */
export function WhereChoice({ settings, onChange }: SettingProps) {
  return (
    <Choice
      legend={i18n.t('choice.where')}
      value={settings.isOff}
      onChange={(isOff) => onChange({ isOff })}
      options={[
        { value: false, label: i18n.t('choice.allSites'), hint: i18n.t('choice.allSitesHint') },
        { value: true, label: i18n.t('choice.nowhere'), hint: i18n.t('choice.nowhereHint') },
      ]}
    />
  );
}
