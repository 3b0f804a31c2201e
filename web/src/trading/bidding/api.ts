import { http, type Query } from '@/app/http'
import type { Money } from '@/ui/money'

/** Wire types of the bidding rooms in /openapi/trading.json. */
export type AuctionState = 'SCHEDULED' | 'OPEN' | 'PAUSED' | 'CLOSED' | 'CANCELLED'
export type AuctionPhase = 'NONE' | 'SEALED' | 'ASCENDING' | 'FALLING' | 'PRIORITY_CALL'
export type AuctionType = 'ENGLISH' | 'DUTCH' | 'SEALED' | 'SEALED_THEN_ENGLISH'
export type Outcome = 'SOLD' | 'NO_BID' | 'UNDER_RESERVE'

export interface Standing {
  seq: number
  logHash: string
  state: AuctionState
  phase: AuctionPhase
  top?: Money | null
  leader?: string | null
  leadsByMatch: boolean
  minimum?: Money | null
  step?: Money | null
  nextPriceAt?: string | null
  opensAt: string
  endsAt?: string | null
  freeEndsAt?: string | null
  timed: boolean
  remainingSeconds?: number | null
  extensions: number
  bidCount: number
  reason?: string | null
  outcome?: Outcome | null
  endedAt?: string | null
  quickBids: Money[]
  ranking: { code: string; amount: Money }[]
  serverTime: string
}

/** An entry of the public log, as its hash covers it. */
export interface LogEntry {
  seq: number
  kind: string
  at: string
  code?: string
  amount?: string
  endsAt?: string
  rank?: number
  outcome?: Outcome
  byPriority?: boolean
  reserve?: string
  reason?: string
  hash: string
}

export interface Right {
  rank: number
  basis: string
}

export interface AuctionRules {
  type: AuctionType
  startPrice: Money
  increments: { from: Money; step: Money }[]
  freeSeconds: number
  timedSeconds: number
  sealedSeconds: number
  extensionWindowSeconds: number
  extensionBySeconds: number
  maxExtensions?: number | null
  decrement?: Money | null
  intervalSeconds: number
  floorPrice?: Money | null
  priorityCallSeconds: number
  minimumBidders: number
  confirmAbove?: Money | null
  quickSteps: number[]
}

export interface Viewer {
  role: 'OBSERVER' | 'BIDDER' | 'SELLER' | 'STAFF'
  code?: string | null
  priority?: Right | null
  depositHeld: boolean
  mayBid: boolean
  gaveSealedBid: boolean
  limit?: Money | null
  position?: number | null
  leading: boolean
}

export interface AuctionRoom {
  id: string
  number: string
  saleId: string
  saleNumber: string
  title: string
  achievementNumber?: string | null
  sellerName?: string | null
  announced: AuctionRules
  priority: Right[]
  bidderCount: number
  hasReserve: boolean
  standing: Standing
  you: Viewer
}

export interface AuctionItem {
  id: string
  number: string
  saleNumber: string
  title: string
  type: AuctionType
  state: AuctionState
  startPrice: Money
  top?: Money | null
  bidCount: number
  bidderCount: number
  opensAt: string
  endsAt?: string | null
  endedAt?: string | null
  outcome?: Outcome | null
}

export interface TakenBid {
  bidId: string
  kind: 'BID' | 'PROXY' | 'SEALED' | 'MATCH'
  code: string
  seq?: number | null
  shown?: Money | null
  leading: boolean
  top?: Money | null
  endsAt?: string | null
  at: string
}

const base = '/api/trading/auctions'

export const listAuctions = (query: Query, signal?: AbortSignal) =>
  http.get<{ items: AuctionItem[]; total: number; page: number; size: number }>(base, { query, signal })

export const getAuction = (number: string, signal?: AbortSignal) => http.get<AuctionRoom>(`${base}/by-number/${encodeURIComponent(number)}`, { signal })

export const getLog = (id: string, from: number) => http.get<{ entries: LogEntry[]; more: boolean }>(`${base}/${id}/log`, { query: { from } })

export const placeBid = (id: string, bidId: string, bid: { amount?: Money; limit?: Money; confirm: boolean }) => http.put<TakenBid>(`${base}/${id}/bids/${bidId}`, bid)

export const matchTopBid = (id: string, bidId: string) => http.put<TakenBid>(`${base}/${id}/matches/${bidId}`)

export const pauseAuction = (id: string, reason: string) => http.post<void>(`${base}/${id}/pause`, { reason })

export const resumeAuction = (id: string) => http.post<void>(`${base}/${id}/resume`)

export const cancelAuction = (id: string, reason: string) => http.post<void>(`${base}/${id}/cancel`, { reason })

export const liveAddress = (id: string, from: number) => `${base}/${id}/live?from=${from}`

export const exportAddress = (id: string) => `${base}/${id}/log.json`
