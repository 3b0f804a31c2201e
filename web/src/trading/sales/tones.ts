import type { StatusTone } from '@/ui/StatusTag.vue'
import type { PartyState, SaleState } from './api'

/** The tone a state is shown in; its words are in the locale. */
export const saleTone: Record<SaleState, StatusTone> = {
  DRAFT: 'neutral', UNIT_REVIEW: 'warning', SUBMITTED: 'warning', RETURNED: 'danger', ANNOUNCED: 'info', CLOSED_FOR_REGISTRATION: 'warning', NEGOTIATING: 'info',
  BIDDING: 'info', RESULT_NOTICE: 'seal', CONCLUDED: 'success', LAPSED: 'neutral', WITHDRAWN: 'neutral',
}

export const partyTone: Record<PartyState, StatusTone> = {
  INTERESTED: 'neutral', REGISTERED: 'warning', QUALIFIED: 'success', REFUSED: 'danger', WITHDRAWN: 'neutral', EXCLUDED: 'danger',
}
