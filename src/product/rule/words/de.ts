import type { ruleEn } from './en.ts'

export const ruleDe: Record<keyof typeof ruleEn, string> = {
  'rule.sentence':
    'Kleiner Einsatz: Es lässt sich rückgängig machen, kostet höchstens {most} und berührt weder andere Teams noch personenbezogene Daten. Also darf man es einfach ausprobieren.',
  'rule.not-author':
    'Einfach ausprobieren kann eine Idee nur, wer sie geschrieben hat. Eine Leitung kann sie mit einer Begründung freigeben.',
  'rule.refused':
    'Die Regel deckt das nicht ab: {count, plural, one {Eine Angabe braucht} other {# Angaben brauchen}} eine zweite Meinung. Nichts geht verloren; die Idee bleibt offen, und eine Leitung kann sie beantworten.',
  'rule.not-reversible': 'Es lässt sich nicht innerhalb eines Tages rückgängig machen. Eine Leitung kann es freigeben.',
  'rule.too-dear': 'Es kostet mehr, als die Regel erlaubt. Eine Leitung kann es freigeben, oder Sie fangen kleiner an.',
  'rule.other-teams': 'Es berührt ein anderes Team. Eine Leitung kann es freigeben und mit dem Team sprechen.',
  'rule.personal-data': 'Es berührt personenbezogene Daten. Eine Leitung kann es freigeben.',
  'rule.told-use': '{by} probiert „{title}“ nach der Regel für kleine Einsätze aus',

  'rule.may-try': 'Das dürfen Sie einfach ausprobieren.',
  'rule.may-try-if':
    'Wenn es sich innerhalb eines Tages rückgängig machen lässt, höchstens {most} kostet und weder andere Teams noch personenbezogene Daten berührt, muss es niemand freigeben.',
  'rule.just-try': 'Einfach ausprobieren',
  'rule.questions':
    'Kreuzen Sie an, was zutrifft. Zustimmen muss vorher niemand; eine Leitung erfährt es und kann es nachlesen.',
  'rule.is-reversible': 'Es lässt sich innerhalb eines Tages rückgängig machen',
  'rule.is-ours-alone': 'Es berührt kein anderes Team',
  'rule.is-impersonal': 'Es berührt keine personenbezogenen Daten',
  'rule.cost': 'Was kostet das Ausprobieren?',
  'rule.cost-help': 'Alles, was dafür bezahlt wird. 0, wenn es nichts kostet.',
  'rule.cost-missing': 'Bitte einen Betrag angeben, 0, wenn es nichts kostet.',
  'rule.ask-a-lead': 'Hier bitte auf eine Leitung warten. Ihre Idee bleibt offen, nichts geht verloren.',
  'rule.start': 'Ich probiere es aus',
  'rule.used': 'Sie dürfen loslegen.',
  'rule.used-and-told': 'Sie dürfen loslegen. Ihre Leitung weiß Bescheid.',
  'rule.small-bet': 'Kleiner Einsatz',
  'rule.cost-short': 'Kosten',
  'rule.reversible-short': 'Lässt sich rückgängig machen',
  'rule.teams-short': 'Berührt andere Teams',
  'rule.data-short': 'Berührt personenbezogene Daten',
  'rule.yes': 'ja',
  'rule.no': 'nein',
}
