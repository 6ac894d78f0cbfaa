import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { personApi } from '#product/person/person-api.ts'

/** The name of a person by id; empty until it is known. */
export function useNames(): (id: string | null) => string {
  const people = useEndpoint(personApi.list, {})
  const names = new Map<string, string>(people.data?.map(({ id, name }) => [id, name]))
  return (id) => (id === null ? '' : (names.get(id) ?? ''))
}
