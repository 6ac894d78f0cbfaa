import type { teamEn } from './en.ts'

export const teamDe: Record<keyof typeof teamEn, string> = {
  'team.none': 'Dieses Team gibt es nicht.',
  'team.taken': 'Ein Team mit diesem Namen gibt es schon.',
  'team.one': 'Team',
  'team.all': 'Teams',
  'team.add': 'Team anlegen',
  'team.name': 'Name',
  'team.department': 'Abteilung',
  'team.department-help': 'Mehrere Teams können dieselbe haben.',
  'team.none-chosen': 'Kein Team',
  'team.empty': 'Noch keine Teams',
  'team.empty-help':
    'Mit Teams geht eine Idee an die Leitung des Teams, aus dem sie kommt. „Nachtschicht, Station 3“ ist ein Team. Ohne Teams beantwortet jede Leitung jede Idee.',
}
