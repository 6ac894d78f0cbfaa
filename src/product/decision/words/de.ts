import type { decisionEn } from './en.ts'

export const decisionDe: Record<keyof typeof decisionEn, string> = {
  'decision.none': 'Über diesen Versuch ist noch nichts entschieden.',
  'decision.no-result':
    'Es gibt noch kein Ergebnis, über das Sie entscheiden könnten. Es wird berechnet, wenn der Versuch zu Ende ist; nichts wurde entschieden.',
  'decision.newer-result':
    'Während Sie gelesen haben, kam ein neueres Ergebnis. Nichts wurde entschieden; bitte sehen Sie es sich an und entscheiden Sie dann noch einmal.',
  'decision.taken-already':
    'Jemand hat über diesen Versuch schon entschieden. Nichts wurde geändert; laden Sie neu, um es zu sehen.',
  'decision.needs-adoption':
    'Bitte sagen Sie, an wie vielen Orten die Änderung übernommen wird, ab welchem Tag, und wie oft die Zahlen kommen.',
  'decision.other-cadence':
    'Die Zahlen dieses Versuchs kommen {every, select, day {täglich} week {wöchentlich} month {monatlich} quarter {vierteljährlich} other {jährlich}}, also wird der Gewinn so gezählt. Nichts wurde entschieden.',
  'decision.too-many-sites':
    'Gemessen wurde an {count, plural, one {einem Ort} other {# Orten}}; gebucht werden können höchstens {limit, number}: Darüber hinaus weiß niemand, ob es hilft. Nichts wurde entschieden; bitte nennen Sie weniger Orte.',
  'decision.other-time':
    'Dieser Versuch kann für eine Änderung sprechen, die zwischen {from} und {to} übernommen wurde. Nichts wurde entschieden; bitte wählen Sie einen Tag aus dieser Zeit.',
  'decision.told-adopt': '{by} hat „{title}“ übernommen',
  'decision.told-adapt': '{by} möchte „{title}“ anpassen und noch einmal versuchen',
  'decision.told-drop': '{by} hat „{title}“ verworfen',
  'decision.what-to-do': 'Was tun',
  'decision.advice-proved': 'Die Zahlen sprechen dafür, es zu übernehmen.',
  'decision.advice-small': 'Es hilft, aber weniger, als sich nach Ihren Worten lohnt.',
  'decision.advice-unclear':
    'Die Zahlen können es nicht sagen. Passen Sie es an und versuchen Sie es mit mehr Orten oder länger, oder verwerfen Sie es.',
  'decision.advice-harm': 'Es hat etwas schlechter gemacht. Die Zahlen sprechen dafür, es zu verwerfen.',
  'decision.advice-help-proved':
    'Besser, als es Zufall wäre, und keine Grenze wurde verletzt. Wo es bleibt, wird der Gewinn gebucht.',
  'decision.advice-help-unclear':
    'Es wird kein Betrag gebucht. Günstig herauszufinden, dass etwas nicht hilft, ist gute Arbeit.',
  'decision.advice-help-harm':
    'Es wird kein Betrag gebucht. Der Schaden steht neben den Gewinnen, damit es niemand noch einmal versucht.',
  'decision.who-decides': '{name} entscheidet.',
  'decision.why': 'Warum? Die Beteiligten lesen es.',
  'decision.who-reads':
    'Es geht an die Person mit der Idee, an die mit dem Ziel, an die mit dem Versuch und an alle, die geantwortet haben.',
  'decision.adopt': 'Übernehmen',
  'decision.adapt': 'Anpassen und noch einmal versuchen',
  'decision.drop': 'Verwerfen',
  'decision.adopting-unclear':
    'Wenn Sie es trotzdem übernehmen, steht für immer „ohne Beleg übernommen“ dabei, und es wird kein Betrag gebucht.',
  'decision.adopting-harm':
    'Wenn Sie es trotzdem übernehmen, steht für immer „ohne Beleg übernommen“ dabei, und es wird kein Betrag gebucht.',
  'decision.if-adopted': 'Wenn Sie es übernehmen',
  'decision.sites': 'An wie vielen Orten',
  'decision.units': 'Für wie viele Einheiten jedes Mal',
  'decision.from': 'Ab',
  'decision.per': 'Die Zahlen kommen',
  'decision.per-day': 'täglich',
  'decision.per-week': 'wöchentlich',
  'decision.per-month': 'monatlich',
  'decision.per-quarter': 'vierteljährlich',
  'decision.per-year': 'jährlich',
  'decision.per-period': 'je Zeitraum',
  'decision.books': 'Bucht {amount} {per} ({low} bis {high}), Plus heißt besser.',
  'decision.books-bare': 'Bucht {amount} {per}, ohne Intervall, Plus heißt besser.',
  'decision.books-open': 'Sagen Sie, an wie vielen Orten, um zu sehen, was gebucht wird.',
  'decision.rolls-out-units':
    'Gemessen wurde an {count, plural, one {einer Einheit} other {# Einheiten}}; im Gewinnbuch wird stehen, dass es für {sites} gilt.',
  'decision.rolls-out':
    'Gemessen wurde an {count, plural, one {einem Ort} other {# Orten}}; im Gewinnbuch wird stehen, dass es an {sites, number} übernommen ist.',
  'decision.books-nothing': 'Bucht eine Zeile ohne Betrag: Es ist nichts belegt.',
  'decision.adopt-harm': 'Übernehmen, was geschadet hat?',
  'decision.lost': 'Jemand anderes hat zuerst entschieden. Ihre Wahl ({choice}) wurde nicht gespeichert.',
  'decision.lost-reason': 'Sie hatten geschrieben: {reason}',
  'decision.done-adopt': 'Übernommen. Die Beteiligten wissen, warum.',
  'decision.done-adapt':
    'Die Idee hat eine neue Fassung und darf noch einmal versucht werden. Die Beteiligten wissen, warum.',
  'decision.done-drop': 'Verworfen. Die Beteiligten wissen, warum.',
  'decision.decided': 'Was entschieden wurde',
  'decision.was-adopt': 'Übernommen',
  'decision.was-adapt': 'Angepasst, wird noch einmal versucht',
  'decision.was-drop': 'Verworfen',
  'decision.without-proof': 'ohne Beleg',
}
