import type { rollOutEn } from './en.ts'

export const rollOutDe: Record<keyof typeof rollOutEn, string> = {
  'roll-out.none': 'Diese Verbreitung gibt es nicht.',
  'roll-out.no-site': 'Diesen Ort gibt es in dieser Verbreitung nicht.',
  'roll-out.not-adopted': 'Verbreitet wird nur, was übernommen wurde. Es wurde nichts gespeichert.',
  'roll-out.begun-already':
    'Jemand anders hat eben damit begonnen. Es wurde nichts geändert; bitte sehen Sie es sich noch einmal an.',
  'roll-out.too-many-sites': 'Eine Verbreitung hat höchstens {limit, number} Orte. Keiner wurde hinzugefügt.',
  'roll-out.future': 'Dieser Tag kommt erst noch. Was Sie schrieben, ist da; wählen Sie heute oder einen früheren Tag.',
  'roll-out.not-live':
    'Die Änderung ist dort noch nicht in Gebrauch, also wird noch nichts so gemacht. Es wurde nichts gespeichert.',
  'roll-out.say-why': 'Bitte sagen Sie, warum es dort aufgegeben wird: Wer als Nächstes kommt, will es wissen.',
  'roll-out.told-owner': '{name} bittet Sie, „{title}“ nach {site} zu bringen.',
  'roll-out.title': 'Verbreitung',
  'roll-out.lead':
    '{live, number} von {sites, plural, one {einem Ort} other {# Orten}} {live, plural, one {hat} other {haben}} es; {share} der Arbeit wird so gemacht.{late, plural, =0 {} one { Einer ist über seinen Tag.} other { # sind über ihren Tag.}}',
  'roll-out.not-begun':
    'Die Änderung ist übernommen. Schreiben Sie auf, wie jetzt gearbeitet wird, und bringen Sie sie an die anderen Orte, einen nach dem anderen: wer sich kümmert, bis wann, und wie viel der Arbeit so gemacht wird.',
  'roll-out.begin': 'Verbreitung beginnen',
  'roll-out.standard-work': 'Wie jetzt gearbeitet wird',
  'roll-out.standard-work-help':
    'Ein paar Schritte, denen jemand Neues folgen kann. Das lesen alle an einem Ort zuerst.',
  'roll-out.describe': 'Worte ändern',
  'roll-out.described': 'Neu geschrieben.',
  'roll-out.more-sites': 'Weitere Orte',
  'roll-out.more-sites-help': 'Ein Name je Zeile.',
  'roll-out.add': 'Orte hinzufügen',
  'roll-out.site': 'Ort',
  'roll-out.owner': 'Wer sich kümmert',
  'roll-out.nobody': 'Noch niemand',
  'roll-out.due': 'Bis',
  'roll-out.state': 'Steht bei',
  'roll-out.state.planned': 'Geplant',
  'roll-out.state.trained': 'Leute geschult',
  'roll-out.state.live': 'In Gebrauch',
  'roll-out.state.given-up': 'Aufgegeben',
  'roll-out.share': 'So gemacht',
  'roll-out.change': 'Ändern',
  'roll-out.change-site': '{site} ändern',
  'roll-out.step': 'Was wurde erreicht?',
  'roll-out.step.trained': 'Die Leute sind geschult',
  'roll-out.step.live': 'Es ist in Gebrauch',
  'roll-out.step.adoption': 'Wie viel der Arbeit so gemacht wird',
  'roll-out.step.given-up': 'Es wird hier aufgegeben',
  'roll-out.on': 'Seit',
  'roll-out.percent': 'Prozent der Arbeit',
  'roll-out.note': 'Notiz',
  'roll-out.save': 'Speichern',
  'roll-out.saved': 'Gespeichert.',
  'roll-out.only-plan': 'Nichts Neues, nur wer und wann',
  'roll-out.effect':
    'Während es sich verbreitet: {size}, {range}, aus {live, plural, one {einem Ort, der} other {# Orten, die}} es {live, plural, one {hat} other {haben}}, und {waiting, number} noch ohne.',
  'roll-out.effect-bare': 'Während es sich verbreitet: {size}; für eine Spanne sind es zu wenige Orte.',
  'roll-out.effect.no-figures':
    'Damit sich die Wirkung beim Verbreiten verfolgen lässt, bringen Sie die Zahlen dieser Orte unter der Messgröße des Versuchs zu den Messgrößen.',
  'roll-out.effect.none-live': 'Noch kein Ort mit Zahlen hat es, also gibt es keine Wirkung zu verfolgen.',
  'roll-out.effect.all-live':
    'Jeder Ort mit Zahlen hat es, also zeigt niemand, wie es ohne wäre. Ob es hält, zeigen die späteren Prüfungen.',
  'roll-out.effect.no-answer': 'Vorher und nachher sind zu wenige Zahlen da, um die Wirkung zu verfolgen.',
}
