import type { siteEn } from './en.ts'

export const siteDe: Record<keyof typeof siteEn, string> = {
  'site.none': 'Diesen Ort gibt es nicht.',
  'site.taken':
    'Es gibt schon einen Ort namens „{name}“, vielleicht anders geschrieben. Nichts wurde gespeichert; nehmen Sie jenen, oder geben Sie diesem einen anderen Namen.',
  'site.twice':
    'Der Name „{name}“ steht zweimal da, vielleicht anders geschrieben. Nichts wurde gespeichert; nehmen Sie einen davon weg.',
  'site.too-many': 'Ein Arbeitsbereich hat höchstens {limit, number} Orte. Nichts wurde gespeichert.',
  'site.all': 'Orte',
  'site.lead': 'Die Filialen, Stationen, Linien, Teams oder Büros, zu denen Werte gehören.',
  'site.name': 'Name',
  'site.kind': 'Was es ist',
  'site.kind.shop': 'Filiale',
  'site.kind.ward': 'Station',
  'site.kind.line': 'Linie',
  'site.kind.team': 'Team',
  'site.kind.office': 'Büro',
  'site.kind.other': 'Etwas anderes',
  'site.team': 'Sein Team',
  'site.team-help': 'Seine Leute werden zuerst nach den Werten dieses Ortes gefragt.',
  'site.no-team': 'Keines',
  'site.attributes': 'Außerdem bekannt',
  'site.attributes-help': 'Je eine Zeile mit Doppelpunkt: „Region: Nord“. Höchstens 20.',
  'site.add': 'Orte anlegen',
  'site.add-count': '{count, plural, =0 {Anlegen} one {Einen Ort anlegen} other {# Orte anlegen}}',
  'site.names': 'Namen, einer je Zeile',
  'site.names-help':
    'Tippen oder einfügen. Auch eine Tabelle geht: die Namen in der ersten Spalte, eine Kopfzeile darüber; die anderen Spalten bleiben neben jedem Namen erhalten.',
  'site.names-many': 'Höchstens {limit, number} auf einmal.',
  'site.change': 'Ändern',
  'site.change-one': '„{name}“ ändern',
  'site.closed-on': 'Geschlossen seit',
  'site.closed-help': 'Der erste Tag ohne ihn. Seine Werte bleiben, und nach neuen wird nicht mehr gefragt.',
  'site.closed-since': 'Geschlossen seit {day}',
  'site.save': 'Speichern',
  'site.empty': 'Noch keine Orte',
  'site.empty-help':
    'Ein Ort ist, wozu Werte gehören: „Filiale Hafenstraße“, „Station 7“, „Nachtschicht Linie 2“. Legen Sie sie mit Namen an, oder lassen Sie sie von einer Tabelle mit Werten mitbringen.',
  'site.empty-ask': 'Bitten Sie eine Leitung, sie anzulegen.',
}
