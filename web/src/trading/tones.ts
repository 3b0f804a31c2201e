import type { StatusTone } from '@/ui/StatusTag.vue'
import type { NegotiationState, NoticeState, ObjectionState, OfferState } from './api'

/** The tone a state is shown in; its words are in the locale. */
export const negotiationTone: Record<NegotiationState, StatusTone> = {
  INVITED: 'warning', NDA_PENDING: 'warning', ACTIVE: 'info', TERM_SHEET: 'info', AGREED: 'success', NOTICE: 'seal', CONTRACTING: 'success',
  CLOSED_WON: 'success', STALLED: 'warning', CLOSED_LOST: 'neutral',
}

export const offerTone: Record<OfferState, StatusTone> = {
  OPEN: 'info', SUPERSEDED: 'neutral', DECLINED: 'neutral', EXPIRED: 'warning', ACCEPTED: 'success', CLOSED: 'neutral',
}

export const noticeTone: Record<NoticeState, StatusTone> = {
  PREPARED: 'warning', RUNNING: 'seal', PAUSED: 'warning', PASSED: 'success', CANCELLED: 'neutral', REVISED: 'neutral',
}

export const objectionTone: Record<ObjectionState, StatusTone> = { OPEN: 'warning', REJECTED: 'neutral', UPHELD: 'danger', SETTLED: 'neutral' }
