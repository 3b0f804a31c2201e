import { http } from '@/app/http'
import type { TextSegment } from '@/ui/HighlightText.vue'
import type { Money } from '@/ui/money'

/** The two sides of the market. */
export type Side = 'achievement' | 'demand'

export type Facet = 'field' | 'maturity' | 'region' | 'ipType' | 'pricingMode' | 'priceBand' | 'transferWay'

export interface FacetCount {
  code: string
  /** How many results this choice would leave. */
  count: number
}

export interface SearchItem {
  id: string
  number: string
  source?: string | null
  externalId?: string | null
  title: string
  highlight: { title: TextSegment[]; snippet: TextSegment[] }
  fieldCode: string
  keywords: string[]
  maturity: number
  areaCode?: string | null
  ipTypes: string[]
  pricingMode?: string | null
  transferWays: string[]
  price?: Money | null
  budget?: Money | null
  ownerName?: string | null
  /** False: the owner is unknown, the data source posted it. */
  ownerStated: boolean
  status: string
  demandType?: string | null
  validUntil?: string | null
  publishedAt: string
  /** Every word was found. */
  complete: boolean
}

export interface SearchAnswer {
  items: SearchItem[]
  total: number
  complete: number
  page: number
  size: number
  facets: Partial<Record<Facet, FacetCount[]>>
}

export type Filters = Record<Facet, string[]>

export interface SearchRequest extends Partial<Filters> {
  kind: Side
  q?: string
  owner?: string
  sort?: string
  page?: number
  size?: number
}

export const search = (request: SearchRequest, signal: AbortSignal) =>
  http.get<SearchAnswer>('/api/matching/search', { query: { ...request }, signal })

export interface Suggestion {
  text: string
  documents: number
}

export const suggest = (kind: Side, q: string) =>
  http.get<{ items: Suggestion[] }>('/api/matching/suggest', { query: { kind, q } })

export interface MatchReason {
  kind: 'SHARED_TERMS' | 'SAME_FIELD' | 'MATURITY_FITS' | 'PRICE_WITHIN_BUDGET' | 'SAME_REGION'
  contribution: number
  values: string[]
  text: string
  textEn: string
}

export interface Match {
  id: string
  number: string
  externalId?: string | null
  title: string
  fieldCode: string
  maturity: number
  areaCode?: string | null
  price?: Money | null
  budget?: Money | null
  ownerName?: string | null
  ownerStated: boolean
  /** 0 to 1. */
  score: number
  /** False: merely near, not an answer. */
  fits: boolean
  reasons: MatchReason[]
}

export interface MatchesAnswer {
  items: Match[]
  nothingFits: boolean
}

/** What fits a need, or whom an achievement could serve. */
export const getMatches = (of: Side, id: string, size: number, signal: AbortSignal) =>
  http.get<MatchesAnswer>(`/api/matching/${of}s/${id}/matches`, { query: { size }, signal })
