import { http } from '@/app/http'
import type { Money } from '@/ui/money'

/** Wire types of /openapi/trading.json. */
export type NegotiationState =
  | 'INVITED' | 'NDA_PENDING' | 'ACTIVE' | 'TERM_SHEET' | 'AGREED' | 'NOTICE' | 'CONTRACTING' | 'CLOSED_WON' | 'STALLED' | 'CLOSED_LOST'
export type OfferState = 'OPEN' | 'SUPERSEDED' | 'DECLINED' | 'EXPIRED' | 'ACCEPTED' | 'CLOSED'
export type NoticeState = 'PREPARED' | 'RUNNING' | 'PAUSED' | 'PASSED' | 'CANCELLED' | 'REVISED'
export type ObjectionState = 'OPEN' | 'REJECTED' | 'UPHELD' | 'SETTLED'
export type Side = 'SELLER' | 'BUYER'
export type Possibility =
  | 'TAKE_UP' | 'CONFIRM_NDA' | 'MAKE_OFFER' | 'ANSWER_OFFER' | 'POST_MESSAGE' | 'DECLINE' | 'WITHDRAW' | 'PREPARE_NOTICE'

export interface Page<T> {
  items: T[]
  total: number
  page: number
  size: number
}

export interface Milestone {
  title: string
  dueOn?: string | null
  amount: Money
}

export interface Terms {
  category: string
  licenceExclusivity?: string | null
  price: Money
  paymentMode: string
  royaltyRate?: number | null
  royaltyBase?: string | null
  milestones: Milestone[]
  territory?: string | null
  startsOn?: string | null
  endsOn?: string | null
  improvements?: string | null
  other?: string | null
}

export interface TermSheetVersion {
  id: string
  round: number
  by: Side
  personName: string
  terms: Terms
  exclusive: boolean
  offeredAt: string
  expiresAt: string
  state: OfferState
  answeredAt?: string | null
  answeredBy?: string | null
  reasonCode?: string | null
  reason?: string | null
}

export interface Reference {
  id: string
  number: string
}

export interface Room {
  id: string
  number: string
  state: NegotiationState
  stalledFrom?: NegotiationState | null
  version: number
  viewer: Side | 'BROKER'
  achievement: { id: string; number: string; title: string; status: string; available: boolean; transferWays: string[]; ipRights: IpRight[] }
  seller: { id: string; name: string }
  buyer: { id: string; name: string }
  demand?: { id: string; number: string; title: string } | null
  openedAt: string
  lastActionAt: string
  nda?: { name: string; at: string; hash: string } | null
  rounds: number
  offers: TermSheetVersion[]
  agreedOfferId?: string | null
  agreedAt?: string | null
  noticeRequired: boolean
  claimedByOther: boolean
  ended?: { outcome: string; reasonCode?: string | null; reason?: string | null; byOrganisationId?: string | null; at: string } | null
  currentNotice?: { id: string; number?: string | null; state: NoticeState; endsAt?: string | null } | null
  deal?: Reference | null
  contract?: Reference | null
  messageCount: number
  unread: number
  may: Possibility[]
}

export interface IpRight {
  kind: string
  number?: string | null
  owner?: string | null
  status?: string | null
  expiresOn?: string | null
}

export interface NegotiationItem {
  id: string
  number: string
  state: NegotiationState
  achievementNumber: string
  achievementTitle: string
  sellerName: string
  buyerName: string
  side: Side | 'BROKER'
  rounds: number
  price?: Money | null
  yourTurn: boolean
  offerExpiresAt?: string | null
  unread: number
  openedAt: string
  lastActionAt: string
}

export interface Opening {
  achievementId: string
  number: string
  title: string
  ownerName: string
  publicSummary: string
  pricingMode?: string | null
  obstacle?: string | null
  openNegotiationId?: string | null
  demands: { id: string; number: string; title: string }[]
}

export interface RoomMessage {
  id: string
  sequence: number
  kind: 'MESSAGE' | 'MINUTES'
  by: Side
  personName: string
  text: string
  heldOn?: string | null
  attendees?: string | null
  postedAt: string
}

export interface NdaText {
  textZh: string
  textEn: string
  hash: string
  confirmedByName?: string | null
  confirmedAt?: string | null
}

export interface HistoryEntry {
  at: string
  action: string
  from?: string | null
  to?: string | null
  personName?: string | null
  organisationName?: string | null
  reason?: string | null
}

export interface Confidential {
  text: string
  files: { id: string; name: string; contentType: string; size: number }[]
}

const room = (id: string) => `/api/trading/negotiations/${id}`

export const getOpening = (achievementNumber: string, signal?: AbortSignal) =>
  http.get<Opening>(`/api/trading/openings/${encodeURIComponent(achievementNumber)}`, { signal })

export const openNegotiation = (request: { id: string; achievementId: string; demandId?: string; message?: string }) =>
  http.post<Room>('/api/trading/negotiations', request)

export const listNegotiations = (query: { side: string; state: string; q: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<NegotiationItem>>('/api/trading/negotiations', { query: withoutBlanks(query), signal })

export const getNegotiation = (id: string, signal?: AbortSignal) => http.get<Room>(room(id), { signal })
export const getHistory = (id: string, signal?: AbortSignal) => http.get<{ items: HistoryEntry[] }>(`${room(id)}/history`, { signal })
export const takeUpNegotiation = (id: string) => http.post<Room>(`${room(id)}/take-up`)
export const getNda = (id: string, signal?: AbortSignal) => http.get<NdaText>(`${room(id)}/nda`, { signal })
export const confirmNda = (id: string, request: { hash: string; name: string }) => http.post<Room>(`${room(id)}/nda`, request)
export const makeOffer = (id: string, offerId: string, request: { terms: Terms; expiresAt?: string }) =>
  http.put<Room>(`${room(id)}/offers/${offerId}`, request)
export const acceptOffer = (id: string, offerId: string) => http.post<Room>(`${room(id)}/offers/${offerId}/accept`)
export const declineOffer = (id: string, offerId: string, request: { reasonCode?: string; reason?: string }) =>
  http.post<Room>(`${room(id)}/offers/${offerId}/decline`, request)
export const declineNegotiation = (id: string, request: { version: number; reasonCode: string; reason?: string }) =>
  http.post<Room>(`${room(id)}/decline`, request)
export const withdrawNegotiation = (id: string, request: { version: number; reason: string }) => http.post<Room>(`${room(id)}/withdraw`, request)
export const listMessages = (id: string, page: number, signal?: AbortSignal) =>
  http.get<Page<RoomMessage>>(`${room(id)}/messages`, { query: { page, size: 50 }, signal })
export const postMessage = (
  id: string, messageId: string, request: { text: string; kind: 'MESSAGE' | 'MINUTES'; heldOn?: string; attendees?: string }) =>
  http.put<RoomMessage>(`${room(id)}/messages/${messageId}`, request)
export const readMessages = (id: string, upTo: number) => http.post<void>(`${room(id)}/messages/read`, { upTo })

/** The confidential detail lives with the achievement; every opening is logged there. */
export const openConfidential = (achievementId: string) => http.get<Confidential>(`/api/listings/achievements/${achievementId}/confidential`)
export const confidentialFile = (achievementId: string, fileId: string) => `/api/listings/achievements/${achievementId}/attachments/${fileId}`

export interface DealParty {
  organisationId: string
  name: string
  kind: string
  creditCode?: string | null
  partyNature?: string | null
  areaCode?: string | null
}

export interface DealItem {
  id: string
  number: string
  pricingMode: string
  achievementNumber: string
  achievementTitle: string
  category: string
  licenceExclusivity?: string | null
  sellerName: string
  buyerName: string
  price: Money
  relatedParty: boolean
  concludedAt: string
  contractNumber?: string | null
  registrationNumber?: string | null
}

export interface Deal extends Omit<DealItem, 'sellerName' | 'buyerName' | 'contractNumber'> {
  negotiationId?: string | null
  noticeNumber?: string | null
  seller: DealParty
  buyer: DealParty
  terms?: Terms | null
  leadIds: string[]
  contract?: Reference | null
  /** The caller may have the evidence dossier made. */
  mayExport: boolean
}

export const listDeals = (query: { q: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<DealItem>>('/api/trading/deals', { query: withoutBlanks(query), signal })
export const getDeal = (id: string, signal?: AbortSignal) => http.get<Deal>(`/api/trading/deals/${id}`, { signal })

/** Empty filters are left out of the address. */
export function withoutBlanks(query: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}
