import { http } from '@/app/http'
import type { Money } from '@/ui/money'

export interface NewestItem {
  id: string
  number: string
  title: string
  fieldCode?: string | null
  areaCode?: string | null
  publishedAt?: string | null
  price?: Money | null
  budget?: Money | null
}

export interface SearchAnswer {
  items: NewestItem[]
  total: number
  facets?: Record<string, { code: string; count: number }[]>
}

/** This year's registered turnover against the year's target; the server computes the share. */
export interface TurnoverSummary {
  year: number
  amount: Money
  technicalAmount?: Money | null
  count: number
  target?: Money | null
  /** Fraction of the target reached, `0.4312`. */
  progress?: number | null
  asOf?: string | null
}

export type SearchKind = 'achievement' | 'demand'

export const newest = (kind: SearchKind, signal: AbortSignal) =>
  http.get<SearchAnswer>('/api/matching/search', { signal, query: { kind, sort: 'newest', size: 6 } })

export const fieldCounts = (signal: AbortSignal) =>
  http.get<SearchAnswer>('/api/matching/search', { signal, query: { kind: 'achievement', size: 0 } })

export const turnoverSummary = (signal: AbortSignal) =>
  http.get<TurnoverSummary>('/api/contracts/turnover/summary', { signal })
