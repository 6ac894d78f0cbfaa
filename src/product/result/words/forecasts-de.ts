import type { forecastsEn } from './forecasts-en.ts'

export const forecastsDe: Record<keyof typeof forecastsEn, string> = {
  'result.forecasts': 'Wer es kommen sah',
  'result.forecasts-lead':
    'Vor dem Beginn mit Namen aufgeschrieben. Es ist kein Wettbewerb: Es zeigt, wie gut wir vorhersehen.',
  'result.forecasts-lead-after': 'Mit dem Plan aufgeschrieben, als die Werte schon da waren.',
  'result.forecasts-lead-nobody': 'Was vor dem Beginn erwartet wurde. Namen bleiben im Haus.',
  'result.forecasts.right':
    '{isAll, select, yes {{all, plural, =1 {Was erwartet wurde, ist eingetreten.} =2 {Beide hatten recht.} other {Alle # hatten recht.}}} other {{count, plural, =1 {Von {all} hatte eine Person} other {# von {all} hatten}} recht.}}',
  'result.forecasts.possible':
    '{isAll, select, yes {{all, plural, =1 {Was erwartet wurde, ist nicht ausgeschlossen.} other {Nichts von dem, was erwartet wurde, ist ausgeschlossen.}}} other {{count, plural, =1 {Von {all} kann eine Person} other {# von {all} können}} recht gehabt haben.}}{right, plural, =0 {} one { Eine Person hatte recht.} other { # hatten recht.}}',
  'result.forecasts.more':
    '{isAll, select, yes {{all, plural, =1 {Es wurde mehr davon erwartet, als es brachte.} =2 {Beide erwarteten mehr davon, als es brachte.} other {Alle # erwarteten mehr davon, als es brachte.}}} other {{count, plural, =1 {Von {all} erwartete eine Person} other {# von {all} erwarteten}} mehr davon, als es brachte.}}{right, plural, =0 {} one { Eine Person hatte recht.} other { # hatten recht.}}',
  'result.forecasts.less':
    '{isAll, select, yes {{all, plural, =1 {Es wurde weniger davon erwartet, als es brachte.} =2 {Beide erwarteten weniger davon, als es brachte.} other {Alle # erwarteten weniger davon, als es brachte.}}} other {{count, plural, =1 {Von {all} erwartete eine Person} other {# von {all} erwarteten}} weniger davon, als es brachte.}}{right, plural, =0 {} one { Eine Person hatte recht.} other { # hatten recht.}}',
  'result.forecasts.open': 'Wer recht hatte, lässt sich nicht sagen: Die Werte geben es nicht her.',
  'result.foreseen.right': 'Hatte recht',
  'result.foreseen.possible': 'Nicht ausgeschlossen',
  'result.foreseen.more': 'Erwartete mehr davon',
  'result.foreseen.less': 'Erwartete weniger davon',
  'result.foreseen.open': 'Lässt sich nicht sagen',
  'result.forecast-who': 'Wer',
  'result.forecast-nobody': 'Jemand',
  'result.forecast-expected': 'Erwartet',
  'result.forecast-outcome': 'Wie es kam',
  'result.forecast-found': 'Was es war',
  'result.worse-end': 'schlechter',
  'result.better-end': 'besser',
  'result.forecast-of': '{name}: {range}. {outcome}.',
  'result.forecast-nothing': 'keine Änderung',
  'result.forecast-picture': 'Nebeneinander',
}
