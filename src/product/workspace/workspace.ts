import { z } from 'zod'
import { WorkspaceId } from '#platform/anywhere/identity.ts'
import { languages } from '#platform/anywhere/message.ts'
import { instant } from '#platform/anywhere/time.ts'

const TimeZone = z.string().refine(isTimeZone)

/** An organisation's whole data. */
export const Workspace = z.strictObject({
  id: WorkspaceId,
  /** Its part of every address: `/w/acme`. Never changes, so that links last. */
  slug: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(80),
  language: z.enum(languages),
  /** ISO 4217. Amounts are kept in its minor unit (cents). */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** IANA name, such as Europe/Berlin. Days begin and end there. */
  timeZone: TimeZone,
  /** 1 is Monday, 7 is Sunday. */
  weekStart: z.int().min(1).max(7),
  /** The weekdays that count when a reply is promised "within 3 working days". */
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** Votes that one person may have out at a time; 0: nobody votes. */
  votesOut: z.int().min(0).max(20),
  /** A workspace of made-up people around real published data, to look at and throw away. */
  isSample: z.boolean(),
  createdAt: instant,
})
export type Workspace = z.output<typeof Workspace>

export const WorkspaceSettings = Workspace.pick({
  name: true,
  language: true,
  currency: true,
  timeZone: true,
  weekStart: true,
  workingDays: true,
  votesOut: true,
})
export type WorkspaceSettings = z.output<typeof WorkspaceSettings>

/** What the first page asks for; the rest has a default that fits most. */
export const NewWorkspace = Workspace.pick({ name: true, language: true, currency: true, timeZone: true })
export type NewWorkspace = z.output<typeof NewWorkspace>

export function newWorkspace(
  asked: NewWorkspace,
  edge: { id: WorkspaceId; slug: string; createdAt: Date; isSample?: boolean },
): Workspace {
  return { weekStart: 1, workingDays: [1, 2, 3, 4, 5], votesOut: 3, isSample: false, ...asked, ...edge }
}

/** The address part made from a name: "Bäckerei Müller & Co" becomes "baeckerei-mueller-co". */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  return plain || 'workspace'
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
