import { http, toProblem, type ProblemError, type Query } from '@/app/http'

/** Every service that keeps an audit trail and failed messages of its own. */
export const services = ['identity', 'listings', 'demands', 'matching', 'trading', 'contracts', 'commissions', 'payments', 'notifications'] as const
export type ServiceName = (typeof services)[number]

export interface DeadLetter {
  id: string
  /** The queue that could not take the message: `trading.achievement-published`. */
  reaction: string
  /** The fact's wire name: `listings:achievement-published:1`. */
  fact: string
  body: unknown
  error: string
  failedAt: string
  attempts: number
}

export interface StuckLetter extends DeadLetter {
  service: ServiceName
}

/** What the services that answered have, and those that did not answer. */
export interface Gathered<T> {
  items: T[]
  failures: { service: ServiceName; problem: ProblemError }[]
}

export interface AuditEntry {
  sequence: number
  at: string
  personName: string | null
  organisationName: string | null
  subjectKind: string
  subjectId: string
  action: string
  fromState: string | null
  toState: string | null
  reason: string | null
  hash: string
}

export interface AuditPage {
  items: AuditEntry[]
  total: number
  page: number
  size: number
}

export interface ChainCheck {
  service: ServiceName
  records: number
  /** The first record that does not fit; null when all do. */
  firstBreak: number | null
}

export interface SearchIndex {
  achievements: number
  demands: number
  waiting: number
  rebuild: { done: number; total: number } | null
}

const operations = (service: string) => `/api/${service}/operations`

async function gather<T>(ask: (service: ServiceName) => Promise<T[]>): Promise<Gathered<T>> {
  const answers = await Promise.allSettled(services.map(ask))
  const gathered: Gathered<T> = { items: [], failures: [] }
  answers.forEach((answer, at) => {
    if (answer.status === 'fulfilled') gathered.items.push(...answer.value)
    else gathered.failures.push({ service: services[at]!, problem: toProblem(answer.reason) })
  })
  return gathered
}

/** The messages that are stuck in any service, latest first. */
export async function listDeadLetters(signal: AbortSignal): Promise<Gathered<StuckLetter>> {
  const gathered = await gather(async (service): Promise<StuckLetter[]> => {
    const { items } = await http.get<{ items: DeadLetter[] }>(`${operations(service)}/dead-letters`, { signal })
    return items.map((letter) => ({ ...letter, service }))
  })
  gathered.items.sort((a, b) => b.failedAt.localeCompare(a.failedAt) || a.id.localeCompare(b.id))
  return gathered
}

export const retryDeadLetter = (letter: StuckLetter) =>
  http.post<void>(`${operations(letter.service)}/dead-letters/${letter.id}/retry`)
export const discardDeadLetter = (letter: StuckLetter, reason: string) =>
  http.post<void>(`${operations(letter.service)}/dead-letters/${letter.id}/discard`, { reason })

export interface AuditQuery {
  service: string
  who: string
  action: string
  subjectKind: string
  subjectId: string
  from: string
  to: string
}

/** The filters as the service takes them. Days are China's: from the first moment of `from` to the last of `to`. */
export function auditFilter({ service: _, from, to, ...rest }: AuditQuery): Query {
  return { ...rest, from: from && `${from}T00:00:00+08:00`, until: to && `${dayAfter(to)}T00:00:00+08:00` }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

export const listAuditTrail = (query: AuditQuery & { page: number; size: number }, signal: AbortSignal) =>
  http.get<AuditPage>(`${operations(query.service)}/audit`, { query: { ...auditFilter(query), page: query.page, size: query.size }, signal })
export const exportAuditTrail = (query: AuditQuery) =>
  http.download(`${operations(query.service)}/audit/export.xlsx`, undefined, { query: auditFilter(query) })
export const listAuditTerms = (service: string, signal: AbortSignal) =>
  http.get<{ subjectKinds: string[]; actions: string[] }>(`${operations(service)}/audit/terms`, { signal })

/** Follows the hash chain of every service. */
export const verifyAuditTrails = (signal: AbortSignal): Promise<Gathered<ChainCheck>> =>
  gather(async (service) => [{ service, ...(await http.get<Omit<ChainCheck, 'service'>>(`${operations(service)}/audit/verification`, { signal })) }])

export const getSearchIndex = (signal: AbortSignal) => http.get<SearchIndex>('/api/matching/index', { signal })
export const rebuildSearchIndex = () => http.post<{ achievements: number; demands: number }>('/api/matching/index/rebuild')
