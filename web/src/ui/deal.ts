export const dealStops = ['listed', 'sale', 'uptake', 'negotiation', 'notice', 'deal', 'signing', 'registration', 'settlement'] as const
export type DealStopKey = (typeof dealStops)[number]
export type DealStopState = 'done' | 'now' | 'next' | 'stopped'

/** One stop of the deal line, as `GET /api/trading/deal-line` tells it. */
export interface DealStop {
  key: DealStopKey
  state: DealStopState
  /** When it happened, or began. */
  at?: string | null
  /** The deadline of a stop that runs. */
  dueAt?: string | null
  /** Who did it, or whose turn it is. */
  who?: string | null
  /** The page of this stop, if the viewer may open it. */
  link?: string | null
  document?: { title: string; url: string } | null
  /** Why it stopped or waits, by a code: of the market (`ui.deal.reason`) or of the list of reasons to decline. */
  reasonCode?: string | null
  /** What a person gave as the reason. */
  reason?: string | null
}

export interface DealLineAnswer {
  stops: DealStop[]
}
