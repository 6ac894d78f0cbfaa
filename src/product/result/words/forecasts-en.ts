/** Who expected what before the start, and what became of it. */
export const forecastsEn = {
  'result.forecasts': 'Who foresaw it',
  'result.forecasts-lead': 'Written down by name before the start. It is no contest: it shows how well we foresee.',
  'result.forecasts-lead-after': 'Written down with the plan, when the figures were there already.',
  'result.forecasts-lead-nobody': 'What people expected before the start. Names stay inside the organisation.',
  'result.forecasts.right':
    '{isAll, select, yes {{all, plural, =1 {What was expected came true.} =2 {Both were right.} other {All # were right.}}} other {{count, plural, =1 {One} =2 {Two} =3 {Three} =4 {Four} other {#}} of {all, plural, =2 {two} =3 {three} =4 {four} =5 {five} other {#}} {count, plural, one {was} other {were}} right.}}',
  'result.forecasts.possible':
    '{isAll, select, yes {{all, plural, =1 {What was expected is not ruled out.} other {Nothing that was expected is ruled out.}}} other {{count, plural, =1 {One} =2 {Two} =3 {Three} =4 {Four} other {#}} of {all, plural, =2 {two} =3 {three} =4 {four} =5 {five} other {#}} may have been right.}}{right, plural, =0 {} one { One was right.} other { # were right.}}',
  'result.forecasts.more':
    '{isAll, select, yes {{all, plural, =1 {More was expected of it than it brought.} =2 {Both expected more of it than it brought.} other {All # expected more of it than it brought.}}} other {{count, plural, =1 {One} =2 {Two} =3 {Three} =4 {Four} other {#}} of {all, plural, =2 {two} =3 {three} =4 {four} =5 {five} other {#}} expected more of it than it brought.}}{right, plural, =0 {} one { One was right.} other { # were right.}}',
  'result.forecasts.less':
    '{isAll, select, yes {{all, plural, =1 {Less was expected of it than it brought.} =2 {Both expected less of it than it brought.} other {All # expected less of it than it brought.}}} other {{count, plural, =1 {One} =2 {Two} =3 {Three} =4 {Four} other {#}} of {all, plural, =2 {two} =3 {three} =4 {four} =5 {five} other {#}} expected less of it than it brought.}}{right, plural, =0 {} one { One was right.} other { # were right.}}',
  'result.forecasts.open': 'Nobody can say who was right: the figures do not tell.',
  'result.foreseen.right': 'Right',
  'result.foreseen.possible': 'Not ruled out',
  'result.foreseen.more': 'Expected more of it',
  'result.foreseen.less': 'Expected less of it',
  'result.foreseen.open': 'Nobody can say',
  'result.forecast-who': 'Who',
  'result.forecast-nobody': 'Somebody',
  'result.forecast-expected': 'Expected',
  'result.forecast-outcome': 'How it turned out',
  'result.forecast-found': 'What it was',
  'result.worse-end': 'worse',
  'result.better-end': 'better',
  'result.forecast-of': '{name}: {range}. {outcome}.',
  'result.forecast-nothing': 'no change',
  'result.forecast-picture': 'Beside each other',
} as const
