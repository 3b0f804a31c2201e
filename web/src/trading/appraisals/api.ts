import { http } from '@/app/http'
import type { Money } from '@/ui/money'
import type { Page } from '../api'

/** Wire types of /openapi/trading.json: appraisal reports and reference values. */
export type AppraisalMethod = 'MARKET' | 'INCOME' | 'COST'

export interface Appraisal {
  id: string
  achievementId: string
  method: AppraisalMethod
  agency: string
  reportNumber: string
  reportedOn: string
  validUntil: string
  expired: boolean
  value: Money
  purpose: string
  filingNumber?: string | null
  fileName: string
  recordedByName: string
  recordedAt: string
}

export interface CostInputs {
  items: { title: string; amount: number }[]
  indexRate: number
  profitRate: number
  obsolescenceRate: number
}

export interface IncomeInputs {
  revenues: number[]
  sharingRate: number
  taxRate: number
  discountRate: number
}

export interface Valuation {
  id: string
  title: string
  method: AppraisalMethod
  reference: boolean
  cost?: CostInputs | null
  income?: IncomeInputs | null
  value: Money
  years: { year: number; revenue: number; share: number; factor: number; presentValue: number }[]
  sensitivity?: { sharingRates: number[]; discountRates: number[]; values: number[][] } | null
  madeByName: string
  madeAt: string
}

export interface Comparables {
  count: number
  leastCases: number
  lower?: Money | null
  median?: Money | null
  upper?: Money | null
  since?: string | null
}

export const listAppraisals = (query: { page: number; size: number }, signal?: AbortSignal) => http.get<Page<Appraisal>>('/api/trading/appraisals', { query, signal })
export const appraisalFileUrl = (id: string) => `/api/trading/appraisals/${id}/file`

export function recordAppraisal(id: string, fields: Record<string, string>, file: File) {
  const form = new FormData()
  form.append('file', file)
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value)
  return http.upload<Appraisal>(`/api/trading/appraisals/${id}`, form, { method: 'PUT' })
}

export const calculate = (id: string, request: { title: string; cost?: CostInputs; income?: IncomeInputs }) => http.put<Valuation>(`/api/trading/valuations/${id}`, request)
export const getValuation = (id: string, signal?: AbortSignal) => http.get<Valuation>(`/api/trading/valuations/${id}`, { signal })
export const listValuations = (query: { page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<{ id: string; title: string; method: AppraisalMethod; value: Money; madeByName: string; madeAt: string }>>('/api/trading/valuations', { query, signal })
export const getComparables = (query: Record<string, string>, signal?: AbortSignal) => http.get<Comparables>('/api/trading/comparables', { query, signal })
