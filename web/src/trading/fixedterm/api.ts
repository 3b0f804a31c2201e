import { http } from '@/app/http'
import type { Money } from '@/ui/money'
import { withoutBlanks, type HistoryEntry, type Page } from '../api'
import type { Period } from '../sales/api'

/** Wire types of /openapi/trading.json: fixed-term offers (先用后转, 专利开放许可) and what takers do with them. */
export type OfferKind = 'TRY_THEN_PAY' | 'OPEN_LICENSE'
export type OfferState = 'DRAFT' | 'UNIT_REVIEW' | 'SUBMITTED' | 'RETURNED' | 'NOTICE' | 'PUBLISHED' | 'EXPIRED' | 'WITHDRAWN'
export type OfferPossibility = 'WRITE' | 'SUBMIT' | 'APPROVE' | 'RETURN_TO_AUTHOR' | 'PUBLISH' | 'WITHDRAW'
export type UptakeState =
  | 'APPLIED' | 'REFUSED' | 'WITHDRAWN' | 'TRIAL' | 'TRIGGERED' | 'PAY_DUE' | 'CONVERTED' | 'EXITED' | 'DEFAULTED' | 'GUARANTEE_CLAIM'
export type UptakePossibility = 'SCREEN' | 'TAKE_BACK' | 'REPORT' | 'ANSWER' | 'DECIDE' | 'EXIT' | 'CONVERT' | 'CLAIM_GUARANTEE'
export type Trigger = 'TIME' | 'SALES' | 'DECISION'
export type ReportState = 'FILED' | 'DISPUTED' | 'CONFIRMED'

export interface PriceFormula {
  kind: 'FIXED' | 'ROYALTY'
  fee?: Money | null
  /** A fraction of the sales. */
  rate?: number | null
  entryFee?: Money | null
  minimum?: Money | null
  cap?: Money | null
}

export interface OfferTerms {
  category: string
  territory: string
  scope: string
  places: number
  validUntil: string
  price: PriceFormula
  paymentWay: string
  contact: string
  licenceExclusivity?: string | null
  periodMonths?: number | null
  reportMonths?: number | null
  trial?: {
    freeMonths: number
    trigger: Trigger
    payWithinDays: number
    exitTerms: string
    salesThreshold?: Money | null
    guarantee?: string | null
    priorityToBuy?: string | null
  } | null
  patent?: { number: string; declarationNumber: string; evaluationReport?: string | null } | null
  notes?: string | null
}

/** How a price comes about, as the server reckoned it. */
export interface Reckoning {
  sales: Money
  entryFee: Money
  royalty: Money
  sum: Money
  bound: 'NONE' | 'MINIMUM' | 'CAP'
  price: Money
}

export interface FixedTermOffer {
  id: string
  number: string
  kind: OfferKind
  state: OfferState
  version: number
  achievement: { id: string; number: string; title: string; status: string }
  sellerId: string
  sellerName: string
  terms: OfferTerms
  exclusive: boolean
  placesLeft: number
  examples: Reckoning[]
  returned?: { stage: 'unit' | 'platform' | 'notice'; reason: string; personName?: string | null; at: string } | null
  approvedByName?: string | null
  reviewedByName?: string | null
  notice?: { id: string; number: string; state: string; endsAt: string } | null
  draftedAt: string
  publishedAt?: string | null
  openedAt?: string | null
  endsAt: string
  endedAt?: string | null
  endReason?: string | null
  takers: { id: string; number: string; name: string; state: UptakeState; appliedAt: string; changedAt: string; relatedParty: boolean }[]
  may: OfferPossibility[]
}

export interface OfferItem {
  id: string
  number: string
  kind: OfferKind
  state: OfferState
  achievementNumber: string
  achievementTitle: string
  sellerName: string
  places: number
  taken: number
  applied: number
  endsAt: string
  changedAt: string
}

export interface OfferOpening {
  achievements: { id: string; number: string; title: string; patents: { kind: string; number: string; expiresOn?: string | null }[] }[]
  rules: {
    notice?: Period | null
    reportDue: Period
    reportReview: Period
    trialReminderDays: number
    reportReminderDays: number
    overdueReminderDays: number
    paymentReminderDays: number
  }
  unitApproves: boolean
}

export interface OpenItem {
  number: string
  kind: OfferKind
  state: OfferState
  achievementNumber: string
  achievementTitle: string
  sellerName: string
  category: string
  licenceExclusivity?: string | null
  territory: string
  price: PriceFormula
  freeMonths?: number | null
  placesLeft: number
  publishedAt: string
  endsAt: string
}

export interface OpenOffer {
  id: string
  number: string
  kind: OfferKind
  state: OfferState
  achievementNumber: string
  achievementTitle: string
  sellerName: string
  terms: OfferTerms
  exclusive: boolean
  placesLeft: number
  examples: Reckoning[]
  notice?: { number: string; state: string; endsAt: string } | null
  publishedAt: string
  openedAt?: string | null
  endsAt: string
  endedAt?: string | null
  endReason?: string | null
  takesUp: boolean
}

export interface UsageReport {
  id: string
  from: string
  to: string
  sales: Money
  note?: string | null
  final: boolean
  state: ReportState
  filing: string
  filedByName: string
  filedAt: string
  answerBy: string
  disputeReason?: string | null
  answeredByName?: string | null
  answeredAt?: string | null
}

export interface Uptake {
  id: string
  number: string
  kind: OfferKind
  state: UptakeState
  version: number
  offerId: string
  offerNumber: string
  achievementNumber: string
  achievementTitle: string
  sellerId: string
  sellerName: string
  taker: {
    id: string
    name: string
    creditCode?: string | null
    purpose: string
    relatedParty: boolean
    relatedStatement?: string | null
    contactName: string
    contactPhone: string
  }
  terms: OfferTerms
  appliedAt: string
  screening?: { accepted: boolean; reason?: string | null; personName: string; at: string } | null
  startsOn?: string | null
  endsOn?: string | null
  trialEndsAt?: string | null
  reports: UsageReport[]
  nextReport?: { from: string; to: string; dueAt: string } | null
  triggeredBy?: Trigger | null
  triggeredAt?: string | null
  reckonTo?: string | null
  lastReportBy?: string | null
  price?: Reckoning | null
  soFar?: Reckoning | null
  payBy?: string | null
  deal?: { id: string; number: string } | null
  convertedAt?: string | null
  endedAt?: string | null
  endReason?: string | null
  guaranteeClaim?: { statement: string; personName: string; at: string } | null
  side: 'TAKER' | 'HOLDER' | 'BUREAU'
  may: UptakePossibility[]
}

export interface UptakeItem {
  id: string
  number: string
  kind: OfferKind
  state: UptakeState
  offerNumber: string
  achievementNumber: string
  achievementTitle: string
  sellerName: string
  takerName: string
  trialEndsAt?: string | null
  nextReportDueAt?: string | null
  price?: Money | null
  payBy?: string | null
  changedAt: string
}

export interface TakeUpRequest {
  acceptsTerms: boolean
  purpose: string
  relatedParty: boolean
  contactName: string
  contactPhone: string
  relatedStatement?: string
}

const offer = (id: string) => `/api/trading/fixed-term-offers/${id}`
const uptake = (id: string) => `/api/trading/uptakes/${id}`

export const getOfferOpening = (q: string, signal?: AbortSignal) => http.get<OfferOpening>('/api/trading/fixed-term-opening', { query: withoutBlanks({ q }), signal })
export const reckonPrice = (price: PriceFormula, sales?: Money) => http.post<{ examples: Reckoning[]; own?: Reckoning | null }>('/api/trading/fixed-term-price', { price, sales })
export const listFixedTermOffers = (query: { state: string; q: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<OfferItem>>('/api/trading/fixed-term-offers', { query: withoutBlanks(query), signal })
export const getFixedTermOffer = (id: string, signal?: AbortSignal) => http.get<FixedTermOffer>(offer(id), { signal })
export const getFixedTermOfferHistory = (id: string, signal?: AbortSignal) => http.get<{ items: HistoryEntry[] }>(`${offer(id)}/history`, { signal })
export const draftFixedTermOffer = (id: string, request: { achievementId: string; kind: OfferKind; terms: OfferTerms; version?: number }) =>
  http.put<FixedTermOffer>(offer(id), request)
export const submitFixedTermOffer = (id: string, version: number) => http.post<FixedTermOffer>(`${offer(id)}/submit`, { version })
export const approveFixedTermOffer = (id: string, version: number) => http.post<FixedTermOffer>(`${offer(id)}/approve`, { version })
export const returnFixedTermOffer = (id: string, version: number, reason: string) => http.post<FixedTermOffer>(`${offer(id)}/return`, { version, reason })
export const publishFixedTermOffer = (id: string, version: number) =>
  http.post<FixedTermOffer>(`${offer(id)}/publish`, { version, checklist: { termsClear: true, notDiscriminatory: true, rightChecked: true } })
export const withdrawFixedTermOffer = (id: string, version: number, reason: string) => http.post<FixedTermOffer>(`${offer(id)}/withdraw`, { version, reason })

export const listOpenOffers = (query: { phase?: string; q?: string; kind?: string; achievement?: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<OpenItem>>('/api/trading/open-offers', { query: withoutBlanks(query), signal })
export const getOpenOffer = (number: string, signal?: AbortSignal) => http.get<OpenOffer>(`/api/trading/open-offers/${encodeURIComponent(number)}`, { signal })

export const takeUpOffer = (offerId: string, id: string, request: TakeUpRequest) => http.put<Uptake>(`${offer(offerId)}/uptakes/${id}`, request)
export const listUptakes = (query: { side: string; state: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<UptakeItem>>('/api/trading/uptakes', { query: withoutBlanks(query), signal })
export const getUptake = (id: string, signal?: AbortSignal) => http.get<Uptake>(uptake(id), { signal })
export const getUptakeHistory = (id: string, signal?: AbortSignal) => http.get<{ items: HistoryEntry[] }>(`${uptake(id)}/history`, { signal })
export const screenUptake = (id: string, version: number, accepted: boolean, reason?: string) => http.post<Uptake>(`${uptake(id)}/screen`, { version, accepted, reason })
export const takeBackUptake = (id: string, version: number, reason: string) => http.post<Uptake>(`${uptake(id)}/take-back`, { version, reason })
export const fileUsageReport = (id: string, reportId: string, request: { from: string; to: string; sales: Money; note?: string }) =>
  http.put<Uptake>(`${uptake(id)}/reports/${reportId}`, request)
export const confirmUsageReport = (id: string, reportId: string, version: number) => http.post<Uptake>(`${uptake(id)}/reports/${reportId}/confirm`, { version })
export const disputeUsageReport = (id: string, reportId: string, filing: string, reason: string) =>
  http.post<Uptake>(`${uptake(id)}/reports/${reportId}/dispute`, { filing, reason })
export const decideTrial = (id: string, version: number) => http.post<Uptake>(`${uptake(id)}/decide`, { version })
export const exitTrial = (id: string, version: number, reason: string, last?: { id: string; sales: Money; note?: string }) =>
  http.post<Uptake>(`${uptake(id)}/exit`, { version, reason, last })
export const convertUptake = (id: string, price: Money) => http.post<Uptake>(`${uptake(id)}/convert`, { price })
export const claimGuarantee = (id: string, version: number, statement: string) => http.post<Uptake>(`${uptake(id)}/guarantee-claim`, { version, statement })
