import { http } from '@/app/http'
import type { Money } from '@/ui/money'
import type { AuctionLimits, AuctionPlan, BuyerDefault } from '../auctions/api'
import { withoutBlanks, type HistoryEntry, type IpRight, type NdaText, type Page } from '../api'

/** Wire types of /openapi/trading.json: listed sales (挂牌). */
export type SaleState =
  | 'DRAFT' | 'UNIT_REVIEW' | 'SUBMITTED' | 'RETURNED' | 'ANNOUNCED' | 'CLOSED_FOR_REGISTRATION' | 'NEGOTIATING' | 'BIDDING' | 'RESULT_NOTICE'
  | 'CONCLUDED' | 'LAPSED' | 'WITHDRAWN'
export type SaleWait =
  | 'NONE' | 'QUALIFICATION' | 'NOBODY_QUALIFIED' | 'TALKS_FAILED' | 'NO_BID' | 'UNDER_RESERVE' | 'BIDDING_CANCELLED' | 'RESULT_CANCELLED' | 'DEFAULTED'
export type PartyState = 'INTERESTED' | 'REGISTERED' | 'QUALIFIED' | 'REFUSED' | 'WITHDRAWN' | 'EXCLUDED'
export type BiddingMethod = 'ENGLISH' | 'DUTCH' | 'SEALED' | 'SEALED_THEN_ENGLISH'
export type BasisKind = 'INQUIRY' | 'APPRAISAL' | 'OTHER'
export type SalePossibility =
  | 'WRITE' | 'SUBMIT' | 'APPROVE' | 'RETURN_TO_AUTHOR' | 'ANNOUNCE' | 'DECIDE' | 'EXTEND' | 'REVISE' | 'END' | 'WITHDRAW' | 'TERMINATE' | 'CORRECT_RESULT'

export type SaleMode = 'LISTING' | 'AUCTION'

export interface Period {
  value: number
  unit: 'MINUTES' | 'HOURS' | 'DAYS' | 'WORKING_DAYS'
}

export interface SaleTerms {
  transfer: {
    category: string
    paymentMode: string
    payments: { title: string; rate: number; dueOn?: string | null }[]
    licenceExclusivity?: string | null
    royaltyRate?: number | null
    royaltyBase?: string | null
    territory?: string | null
    startsOn?: string | null
    endsOn?: string | null
    improvements?: string | null
    other?: string | null
  }
  basePrice: Money
  basis: { kind: BasisKind; statement: string; appraisalId?: string | null }
  length: number
  conditions: string[]
  documentsWanted: string[]
  deposit: Money
  bidding: {
    method: BiddingMethod
    steps: { from: Money; amount: Money }[]
    leadMinutes: number
    freeMinutes: number
    timedMinutes: number
    extensionSeconds: number
    sealedMinutes: number
    ceilingPrice?: Money | null
    decrement?: Money | null
    intervalSeconds: number
    priorityMinutes: number
  }
  priorities: { rank: number; name: string; basis: string }[]
  contact: string
  notes?: string | null
  auction?: AuctionPlan | null
}

export interface SaleDocument {
  id: string
  title: string
  name: string
  contentType: string
  size: number
  sha256: string
  addedAt: string
}

export interface Deposit {
  id: string
  amount: Money
  dueAt: string
  heldAt?: string | null
  decision?: 'RETURN' | 'APPLY' | 'FORFEIT' | null
  decidedAt?: string | null
  outcome?: string | null
}

export interface SaleParty {
  id: string
  round: number
  organisationId: string
  name: string
  kind: string
  creditCode?: string | null
  state: PartyState
  takesPart: boolean
  ndaConfirmed: boolean
  statement?: string | null
  relatedParty: boolean
  relatedStatement?: string | null
  priorityBasis?: string | null
  priorityRank?: number | null
  contactName?: string | null
  contactPhone?: string | null
  registeredAt?: string | null
  documents: SaleDocument[]
  decision?: { qualified: boolean; reason: string; personName?: string | null; at: string } | null
  leaveReason?: string | null
  deposit?: Deposit | null
}

export interface Announcement {
  round: number
  terms: SaleTerms
  documents: SaleDocument[]
  length: Period
  announcedAt: string
  endsAt: string
  extensions: number
  reviewedByName: string
  replacedAt?: string | null
  replacedBecause?: string | null
}

export interface Sale {
  id: string
  number: string
  mode: SaleMode
  state: SaleState
  wait: SaleWait
  version: number
  achievement: { id: string; number: string; title: string; status: string }
  sellerId: string
  sellerName: string
  stateEnterprise: boolean
  terms: SaleTerms
  documents: SaleDocument[]
  shortestPeriod: Period
  announcements: Announcement[]
  revisionReason?: string | null
  returned?: { stage: string; reason: string; personName: string; at: string } | null
  approvedByName?: string | null
  draftedAt: string
  submittedAt?: string | null
  endsAt?: string | null
  decideBy?: string | null
  extensionsLeft: number
  parties: SaleParty[]
  negotiationId?: string | null
  auctionId?: string | null
  result?: {
    partyId: string
    transfereeName: string
    price: Money
    pricingMode: string
    byPriority: boolean
    at: string
    noticeId?: string | null
    noticeNumber?: string | null
    noticeState?: string | null
    noticeEndsAt?: string | null
  } | null
  deal?: { id: string; number: string } | null
  endedAt?: string | null
  endReason?: string | null
  may: SalePossibility[]
  warnings: string[]
  confirmationId?: string | null
  defaults: BuyerDefault[]
}

export interface SaleItem {
  id: string
  number: string
  mode: string
  state: SaleState
  wait: SaleWait
  achievementNumber: string
  achievementTitle: string
  sellerName: string
  basePrice: Money
  round: number
  registered: number
  undecided: number
  endsAt?: string | null
  decideBy?: string | null
  changedAt: string
}

export interface SaleOpening {
  achievements: {
    id: string
    number: string
    title: string
    transferWays: string[]
    appraisals: { id: string; reportNumber: string; value: Money; validUntil: string; expired: boolean }[]
  }[]
  rules: {
    minPeriod: Period
    stateTiers: { abovePrice: number; minPeriod: Period }[]
    depositMinRate: number
    depositMaxRate: number
    extension: { period: Period; maxTimes: number }
    resultNotice: Period
    decision: Period
    auction: AuctionLimits
  }
  unitApproves: boolean
}

export interface Registration {
  saleId: string
  number: string
  state: SaleState
  achievementId: string
  achievementNumber: string
  achievementTitle: string
  endsAt?: string | null
  party?: (Omit<SaleParty, 'round' | 'organisationId' | 'name' | 'kind'> & { accessOpen: boolean; won: boolean }) | null
  open: boolean
  mayRegister: boolean
  mayWithdraw: boolean
  negotiationId?: string | null
  auctionId?: string | null
  dealId?: string | null
  confirmationId?: string | null
  default?: BuyerDefault | null
}

export interface RegistrationItem {
  saleId: string
  number: string
  saleState: SaleState
  achievementNumber: string
  achievementTitle: string
  sellerName: string
  basePrice: Money
  partyState: PartyState
  takesPart: boolean
  won: boolean
  deposit?: Deposit | null
  negotiationId?: string | null
  auctionId?: string | null
  endsAt?: string | null
  registeredAt?: string | null
}

export interface PublicItem {
  number: string
  mode: string
  state: SaleState
  achievementNumber: string
  achievementTitle: string
  sellerName: string
  category: string
  licenceExclusivity?: string | null
  basePrice: Money
  deposit: Money
  biddingMethod: BiddingMethod
  announcedAt: string
  endsAt: string
}

export interface PublicSale extends Omit<PublicItem, 'category' | 'licenceExclusivity' | 'basePrice' | 'deposit' | 'biddingMethod'> {
  id: string
  wait: SaleWait
  achievementId: string
  summary: string
  fieldCode: string
  ipRights: IpRight[]
  terms: SaleTerms
  documents: SaleDocument[]
  length: Period
  round: number
  extensions: number
  reviewedByName: string
  underRevision: boolean
  revisionReason?: string | null
  auctionNumber?: string | null
  earlier: { round: number; basePrice: Money; announcedAt: string; endsAt: string; replacedAt?: string | null; replacedBecause?: string | null }[]
  auctionId?: string | null
  result?: { transfereeName: string; price: Money; pricingMode: string; byPriority: boolean; noticeNumber?: string | null } | null
  endedAt?: string | null
  endReason?: string | null
}

export interface RegistrationRequest {
  acceptsTerms: boolean
  statement: string
  relatedParty: boolean
  contactName: string
  contactPhone: string
  relatedStatement?: string
  priorityBasis?: string
}

const one = (id: string) => `/api/trading/sales/${id}`

export const getSaleOpening = (q: string, signal?: AbortSignal) => http.get<SaleOpening>('/api/trading/sale-opening', { query: withoutBlanks({ q }), signal })
export const listSales = (query: { state: string; q: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<SaleItem>>('/api/trading/sales', { query: withoutBlanks(query), signal })
export const getSale = (id: string, signal?: AbortSignal) => http.get<Sale>(one(id), { signal })
export const getSaleHistory = (id: string, signal?: AbortSignal) => http.get<{ items: HistoryEntry[] }>(`${one(id)}/history`, { signal })
export const draftSale = (id: string, request: { achievementId: string; mode: SaleMode; terms: SaleTerms; version?: number; reservePrice?: Money }) => http.put<Sale>(one(id), request)
export const addSaleDocument = (id: string, file: File, title: string, version: number) =>
  http.upload<Sale>(`${one(id)}/documents`, formOf({ file, title, version: String(version) }))
export const removeSaleDocument = (id: string, fileId: string, version: number) =>
  http.delete<Sale>(`${one(id)}/documents/${fileId}?version=${version}`)
export const saleDocumentUrl = (id: string, fileId: string) => `${one(id)}/documents/${fileId}`
export const announcedDocumentUrl = (number: string, fileId: string) => `/api/trading/announcements/${number}/documents/${fileId}`

export const submitSale = (id: string, version: number) => http.post<Sale>(`${one(id)}/submit`, { version })
export const approveSale = (id: string, version: number) => http.post<Sale>(`${one(id)}/approve`, { version })
export const returnSale = (id: string, version: number, reason: string) => http.post<Sale>(`${one(id)}/return`, { version, reason })
export const announceSale = (id: string, version: number, mode: SaleMode) => http.post<Sale>(`${one(id)}/announce`, {
  version, checklist: { notDiscriminatory: true, documentsComplete: true, basePriceSupported: true, transferClear: true, ...(mode === 'AUCTION' ? { auctionHouseVerified: true } : {}) },
})
export const withdrawSale = (id: string, version: number, reason: string) => http.post<Sale>(`${one(id)}/withdraw`, { version, reason })
export const terminateSale = (id: string, version: number, reason: string) => http.post<Sale>(`${one(id)}/terminate`, { version, reason })
export const reviseSale = (id: string, version: number, reason: string) => http.post<Sale>(`${one(id)}/revise`, { version, reason })
export const extendSale = (id: string, version: number) => http.post<Sale>(`${one(id)}/extend`, { version })
export const endSale = (id: string, version: number, reason: string) => http.post<Sale>(`${one(id)}/end`, { version, reason })
export const correctResultNotice = (
  id: string, request: { summary: string; procedure: string; relatedParty: boolean; relatedPartyStatement?: string; priceBasis?: string }) =>
  http.post<Sale>(`${one(id)}/result-notice`, request)
export const decideParty = (id: string, partyId: string, request: { qualified: boolean; reason: string; priorityRank?: number }) =>
  http.post<Sale>(`${one(id)}/parties/${partyId}/decide`, request)

export const getSaleNda = (id: string, signal?: AbortSignal) => http.get<NdaText>(`${one(id)}/nda`, { signal })
export const confirmSaleNda = (id: string, request: { hash: string; name: string }) => http.post<Registration>(`${one(id)}/nda`, request)
export const getRegistration = (id: string, signal?: AbortSignal) => http.get<Registration>(`${one(id)}/registration`, { signal })
export const registerForSale = (id: string, request: RegistrationRequest) => http.put<Registration>(`${one(id)}/registration`, request)
export const withdrawRegistration = (id: string, reason: string) => http.post<Registration>(`${one(id)}/registration/withdraw`, { reason })
export const addPartyDocument = (id: string, file: File, title: string) =>
  http.upload<Registration>(`${one(id)}/registration/documents`, formOf({ file, title }))
export const removePartyDocument = (id: string, fileId: string) => http.delete<Registration>(`${one(id)}/registration/documents/${fileId}`)
export const listRegistrations = (query: { page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<RegistrationItem>>('/api/trading/sale-registrations', { query, signal })

export const listAnnouncements = (query: { phase: string; q: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Page<PublicItem>>('/api/trading/announcements', { query: withoutBlanks(query), signal })
export const getAnnouncement = (number: string, signal?: AbortSignal) =>
  http.get<PublicSale>(`/api/trading/announcements/${encodeURIComponent(number)}`, { signal })

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
