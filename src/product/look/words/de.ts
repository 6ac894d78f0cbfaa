import type { lookEn } from './en.ts'

export const lookDe: Record<keyof typeof lookEn, string> = {
  'look.of-schedule':
    '{elapsed, number} von {runsFor, plural, one {einer geplanten} other {# geplanten}} {units, select, units {Einheiten} other {Perioden}}',
  'look.open':
    'Der Plan sagt nicht, wie lange der Versuch läuft. Darum lässt sich vor seinem Ende nichts sagen, ohne durch häufiges Hinsehen zu irren. Die Zahlen unten stehen da, wie sie kamen.',
  'look.nothing-yet': 'Noch gibt es nichts zu sehen: Es ist keine Zahl mit der Änderung gekommen.',
  'look.too-early': 'Zu früh, um etwas zu sagen: {share} sind da.',
  'look.too-early-lead':
    'Das ist kein schlechtes Zeichen. Die ersten Zwischenstände brauchen eine sehr große Wirkung, jeder weitere eine kleinere.',
  'look.so-far':
    '{metric} bisher: {size}. Das ist {standing, select, better {besser} worse {schlechter} other {kein Unterschied}}.',
  'look.so-far-range': 'Möglich ist noch alles von {worse} schlechter bis {better} besser.',
  'look.clear':
    'Schon jenseits des Zufalls: {metric} ist {size}, {standing, select, better {also besser} other {also schlechter}}.',
  'look.clear-range': 'Plausibel sind {low} bis {high}.',
  'look.stop-harm': 'Bitte stoppen: {metric} wurde um {size} schlechter, plausibel um {low} bis {high}.',
  'look.stop-guardrail': 'Bitte stoppen: {guardrail} wurde um {size} schlechter, mehr als die tragbaren {margin}.',
  'look.harm-no-stop': 'Der Plan stoppt ihn bei Schaden nicht; Sie können es trotzdem, mit einem Grund.',
  'look.stop-futility': 'Der Versuch darf gestoppt werden: Er wird kaum noch eine Wirkung zeigen, die sich lohnt.',
  'look.stop-success': 'Der Versuch darf beendet werden: Das Erhoffte ist jenseits des Zufalls.',
  'look.goes-on': 'Der Plan geht bis zu seinem Ende weiter, damit die Größe besser bekannt ist.',
  'look.end': 'Die geplante Zeit ist um: Beenden Sie ihn, dann wird gemessen.',
  'look.at-end': 'Am Ende wird die Spanne wohl {reach} nach beiden Seiten sein.',
  'look.valid':
    'Hinsehen ist jeden Tag unbedenklich: Bis zum Ende ist die Spanne weiter als sonst, damit alle Zwischenstände zusammen höchstens in einem von zwanzig Versuchen irren.',
  'look.next':
    '{does, select, stop {Als Nächstes: {name} stoppt ihn, und wo es die Änderung gibt, wird sie rückgängig gemacht.} maystop {Als Nächstes: {name} stoppt ihn oder lässt ihn weiterlaufen.} mayend {Als Nächstes: {name} beendet ihn oder lässt ihn weiterlaufen.} end {Als Nächstes: {name} beendet ihn, dann wird gemessen.} open {Als Nächstes: Zahlen kommen, und {name} beendet ihn.} other {Als Nächstes: noch {left, plural, one {eine {units, select, units {Einheit} other {Periode}}} other {# {units, select, units {Einheiten} other {Perioden}}}} bis zur Antwort{on, select, open {} other {, etwa am {on}}}.}}',
  'look.title': 'Wie es steht',
  'look.history': 'Alle Zwischenstände bisher',
  'look.history-note': 'Der neueste zuerst. Besser ist rechts; die Spannen werden enger, je mehr Zahlen kommen.',
  'look.come': 'Gekommen',
  'look.effect': 'Wirkung und was noch passt',
  'look.picture': 'Bild',
  'look.on': 'Am',
  'look.none-yet': 'zu früh',
  'look.guardrails': 'Darf nicht schlechter werden',
  'look.guardrail':
    '{name}: {verdict, select, safe {innerhalb der Grenze} harm {Grenze überschritten} other {noch nicht klar}}',
  'look.now': 'Jetzt hinsehen',
  'look.same': 'Seit dem letzten Zwischenstand sind keine Zahlen gekommen.',
  'look.now-stop': 'Jeder weitere Tag macht mehr davon',
  'look.may-stop': 'Er muss nicht weitergehen',
  'look.stop-it': 'Jetzt stoppen',
  'look.reason-harm': 'Wegen Schaden gestoppt: {metric} wurde um {size} schlechter, plausibel um {low} bis {high}.',
  'look.reason-guardrail':
    'Wegen Schaden gestoppt: {guardrail} wurde um {size} schlechter, mehr als die tragbaren {margin}.',
  'look.reason-futility': 'Gestoppt, weil er kaum noch eine Wirkung zeigen würde, die sich lohnt.',
  'look.reason-success': 'Gestoppt, weil die Wirkung jenseits des Zufalls ist.',
  'look.saved':
    '{periods, number} von {runsFor, number} geplanten {units, select, units {Einheiten} other {Perioden}} vor dem Ende gestoppt.{sites, plural, =0 {} other { # Mal musste ein Ort eine Periode mit der Änderung nicht mitmachen.}}',
  'look.saved-money': 'Bei dem, was eine Einheit wert ist, hätte der Schaden in dieser Zeit {money} gekostet.',
  'look.saved-title': 'Was das Stoppen erspart hat',
  'look.told-harm': 'Ihr Versuch „{title}“ sollte gestoppt werden: Er schadet.',
  'look.told-futility':
    'Ihr Versuch „{title}“ darf gestoppt werden: Er wird kaum noch eine Wirkung zeigen, die sich lohnt.',
  'look.told-success': 'Ihr Versuch „{title}“ darf beendet werden: Das Erhoffte ist jenseits des Zufalls.',
  'look.told-end': 'Ihr Versuch „{title}“ hat seine geplante Zeit hinter sich. Beenden Sie ihn, dann wird gemessen.',
}
