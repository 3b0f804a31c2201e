import { http } from '@/app/http'
import type { Money } from '@/ui/money'
import { withoutBlanks, type NoticeState, type ObjectionState, type Page, type Terms } from './api'

/** The price notice: the public pages and the unit's own. */
export interface NoticeDraft {
  noticeId?: string | null
  version?: number | null
  achievementTitle: string
  sellerName: string
  buyerName: string
  terms: Terms
  summary: string
  procedure: string
  priceBasis?: string | null
  relatedParty: boolean
  relatedPartyStatement?: string | null
  periodZh: string
  periodEn: string
}

export interface NoticeText {
  summary: string
  procedure: string
  relatedParty: boolean
  relatedPartyStatement?: string
  priceBasis?: string
}

export interface ObjectionItem {
  id: string
  reason: string
  name?: string | null
  contact?: string | null
  receivedAt: string
  dueAt: string
  state: ObjectionState
  decidedByName?: string | null
  decisionReason?: string | null
  decidedAt?: string | null
}

export interface UnitNotice {
  id: string
  number?: string | null
  state: NoticeState
  version: number
  negotiationId?: string | null
  pricingMode: string
  achievementNumber: string
  achievementTitle: string
  sellerName: string
  buyerName: string
  terms: Terms
  summary: string
  procedure: string
  priceBasis?: string | null
  relatedParty: boolean
  relatedPartyStatement?: string | null
  preparedAt: string
  publishedAt?: string | null
  endsAt?: string | null
  closedAt?: string | null
  closingReason?: string | null
  evidenceHash?: string | null
  objections: ObjectionItem[]
  mayPublish: boolean
  mayDecide: boolean
}

export interface UnitNoticeItem {
  id: string
  number?: string | null
  state: NoticeState
  negotiationId?: string | null
  achievementTitle: string
  buyerName: string
  price: Money
  relatedParty: boolean
  openObjections: number
  preparedAt: string
  publishedAt?: string | null
  endsAt?: string | null
  closedAt?: string | null
}

export interface PublicNoticeItem {
  number: string
  state: NoticeState
  achievementNumber: string
  achievementTitle: string
  category: string
  licenceExclusivity?: string | null
  price: Money
  sellerName: string
  buyerName: string
  relatedParty: boolean
  publishedAt: string
  endsAt: string
  closedAt?: string | null
}

export interface PublicNotice extends PublicNoticeItem {
  pricingMode: string
  summary: string
  paymentMode: string
  royaltyRate?: number | null
  royaltyBase?: string | null
  relatedPartyStatement?: string | null
  priceBasis?: string | null
  procedure: string
  length: { value: number; unit: 'MINUTES' | 'HOURS' | 'DAYS' | 'WORKING_DAYS' }
  remainingSeconds?: number | null
  closingReason?: string | null
  evidenceHash?: string | null
  replacedBy?: string | null
  objections: { state: ObjectionState; receivedAt: string; decisionReason?: string | null; decidedAt?: string | null }[]
  takesObjections: boolean
}

export interface DecisionRequest {
  outcome: 'REJECTED' | 'UPHELD'
  reason: string
  consequence?: 'CANCEL' | 'REVISE'
}

const unit = (id: string) => `/api/trading/unit-notices/${id}`

export const draftNotice = (negotiationId: string, signal?: AbortSignal) =>
  http.get<NoticeDraft>(`/api/trading/negotiations/${negotiationId}/notice`, { signal })
export const prepareNotice = (negotiationId: string, text: NoticeText) =>
  http.put<UnitNotice>(`/api/trading/negotiations/${negotiationId}/notice`, text)
export const publishNotice = (id: string, version: number) => http.post<UnitNotice>(`${unit(id)}/publish`, { version })
export const listUnitNotices = (query: { state: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<UnitNoticeItem>>('/api/trading/unit-notices', { query: withoutBlanks(query), signal })
export const getUnitNotice = (id: string, signal?: AbortSignal) => http.get<UnitNotice>(unit(id), { signal })
export const decideObjection = (id: string, objectionId: string, request: DecisionRequest) =>
  http.post<UnitNotice>(`${unit(id)}/objections/${objectionId}/decide`, request)

export const listNotices = (query: { phase: string; q: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<PublicNoticeItem>>('/api/trading/notices', { query: withoutBlanks(query), signal })
export const getNotice = (number: string, signal?: AbortSignal) =>
  http.get<PublicNotice>(`/api/trading/notices/${encodeURIComponent(number)}`, { signal })
export const objectToNotice = (number: string, objectionId: string, request: { name: string; contact: string; reason: string }) =>
  http.put<{ id: string; receivedAt: string; decidedBy: string }>(
    `/api/trading/notices/${encodeURIComponent(number)}/objections/${objectionId}`, request)
