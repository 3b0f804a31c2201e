import type { StatusTone } from '@/ui/StatusTag.vue'
import type { AuctionState } from './api'

/** The tone a state is shown in; its words are in the locale. */
export const auctionTone: Record<AuctionState, StatusTone> = { SCHEDULED: 'info', OPEN: 'seal', PAUSED: 'warning', CLOSED: 'success', CANCELLED: 'neutral' }
