import { http } from '@/app/http'
import type { HistoryEntry } from '@/ui/history'
import type { Listed } from '@/ui/imports'
import type { Money } from '@/ui/money'

/** What readers may see of a need's text. */
export interface PublicText {
  type: string | null
  keywords: string[]
  fieldCode: string | null
  industryCode: string | null
  size: string | null
  description: string
  background: string | null
  indicators: string | null
  presentBase: string | null
  cooperationWays: string[]
  budget: Money | null
  budgetNegotiable: boolean
  wantedMaturity: number | null
  periodMonths: number | null
  ipOwnership: string | null
  wantedPartner: string | null
  areaCode: string | null
  asStated: { budget: string | null; region: string | null } | null
}

export type Audience = 'PUBLIC' | 'VERIFIED_INSTITUTES'

/** What an author fills in. */
export interface Content extends PublicText {
  title: string
  validUntil: string | null
  visibility: Audience
}

export type DemandAction = 'edit' | 'discard' | 'submit' | 'return' | 'publish' | 'shortlist' | 'renew' | 'withdraw' | 'solve'

export interface Demand {
  id: string
  version: number
  number: string | null
  state: string
  revision: string | null
  owner: { id: string; name: string; kind: string; stated: boolean }
  source: string | null
  externalId: string | null
  content: Content
  public: Content | null
  shortlist: { achievementId: string; number: string; title: string; addedAt: string }[]
  returned: { reasonCode: string; reason: string; at: string } | null
  stateReason: string | null
  submittedBy: string | null
  submittedAt: string | null
  createdAt: string
  changedAt: string
  publishedAt: string | null
  actions: DemandAction[]
}

export interface DemandItem {
  id: string
  number: string | null
  title: string
  state: string
  revision: string | null
  returned: boolean
  type: string | null
  fieldCode: string | null
  budget: Money | null
  budgetNegotiable: boolean
  validUntil: string | null
  visibility: Audience
  changedAt: string
}

export interface ReviewItem {
  id: string
  number: string | null
  title: string
  revision: boolean
  ownerName: string
  fieldCode: string | null
  submittedAt: string
}

export interface PublicDemand {
  id: string
  number: string
  externalId: string | null
  version: number
  status: string
  title: string
  owner: { id: string; name: string; kind: string; stated: boolean; verified: boolean }
  origin: { source: string; externalId: string; postedBy: string; listedOn: string | null; url: string | null } | null
  visibility: Audience
  validUntil: string | null
  deadlinePassed: boolean
  text: PublicText | null
  publishedAt: string
  changedAt: string
  history: { at: string; status: string }[]
}

const base = '/api/demands'
const one = (id: string, action = '') => `${base}/${id}${action ? `/${action}` : ''}`

export const listMyDemands = (query: { state: string; text: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Listed<DemandItem>>(base, { query, signal })
export const getDemand = (id: string, signal?: AbortSignal) => http.get<Demand>(one(id), { signal })
export const getPublicDemand = (number: string, signal?: AbortSignal) => http.get<PublicDemand>(`${base}/by-number/${encodeURIComponent(number)}`, { signal })
export const listHistory = (id: string, signal?: AbortSignal) => http.get<{ items: HistoryEntry[] }>(one(id, 'history'), { signal })
export const saveDraft = (id: string, content: Content, version: number | undefined) => http.put<Demand>(one(id), { content, version: version ?? null })
export const discardDraft = (id: string, version: number) => http.delete<unknown>(`${one(id)}?version=${version}`)
export const submitDemand = (id: string, version: number) => http.post<Demand>(one(id, 'submit'), { version })
export const returnDemand = (id: string, version: number, reasonCode: string, reason: string) => http.post<Demand>(one(id, 'return'), { version, reasonCode, reason })
export const publishDemand = (id: string, version: number) => http.post<Demand>(one(id, 'publish'), { version })
export const withdrawDemand = (id: string, version: number, reason: string) => http.post<Demand>(one(id, 'withdraw'), { version, reason })
export const renewDemand = (id: string, version: number, validUntil: string) => http.post<Demand>(one(id, 'renew'), { version, validUntil })
export const solveDemand = (id: string, version: number) => http.post<Demand>(one(id, 'solve'), { version })
export const shortlistAchievement = (id: string, achievementId: string) => http.put<Demand>(one(id, `shortlist/${achievementId}`))
export const removeFromShortlist = (id: string, achievementId: string) => http.delete<Demand>(one(id, `shortlist/${achievementId}`))
export const listReviews = (query: { page: number; size: number }, signal?: AbortSignal) => http.get<Listed<ReviewItem>>(`${base}/reviews`, { query, signal })
