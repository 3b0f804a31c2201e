import type { StatusTone } from '@/ui/StatusTag.vue'
import type { OfferState, ReportState, UptakeState } from './api'

/** The tone a state is shown in; its words are in the locale. */
export const offerTone: Record<OfferState, StatusTone> = {
  DRAFT: 'neutral', UNIT_REVIEW: 'warning', SUBMITTED: 'warning', RETURNED: 'danger', NOTICE: 'seal', PUBLISHED: 'success', EXPIRED: 'neutral', WITHDRAWN: 'neutral',
}

export const uptakeTone: Record<UptakeState, StatusTone> = {
  APPLIED: 'warning', REFUSED: 'neutral', WITHDRAWN: 'neutral', TRIAL: 'info', TRIGGERED: 'warning', PAY_DUE: 'seal', CONVERTED: 'success', EXITED: 'neutral',
  DEFAULTED: 'danger', GUARANTEE_CLAIM: 'danger',
}

export const reportTone: Record<ReportState, StatusTone> = { FILED: 'warning', DISPUTED: 'danger', CONFIRMED: 'success' }
