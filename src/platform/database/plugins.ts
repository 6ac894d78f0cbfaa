import {
  CamelCasePlugin,
  type KyselyPlugin,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely'

/** snake_case in the database, camelCase in the code. What is inside a JSON column keeps its own names. */
export const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

/** Takes `workspaceId` out of every row that is read: no schema has it, and strict schemas would refuse it. */
export const withoutWorkspace: KyselyPlugin = {
  transformQuery: ({ node }): RootOperationNode => node,
  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    for (const row of result.rows) delete row['workspaceId']
    return Promise.resolve(result)
  },
}
