import type { StatusTone } from '@/ui/StatusTag.vue'
import type { ClockColour, ContractState, RegistrationState } from './types'

export const contractTone: Record<ContractState, StatusTone> = {
  DRAFT: 'neutral', INTERNAL_REVIEW: 'info', SIGNING: 'warning', EFFECTIVE: 'success', PERFORMING: 'success', AMENDED: 'info', COMPLETED: 'neutral',
  TERMINATED: 'danger', VOID: 'neutral',
}

export const registrationTone: Record<RegistrationState, StatusTone> = {
  DRAFT: 'neutral', SUBMITTED: 'info', RETURNED_FOR_CORRECTION: 'warning', ACCEPTED: 'info', FIRST_REVIEW: 'info', SECOND_REVIEW: 'info', REGISTERED: 'seal',
  REFUSED: 'danger', CANCELLED: 'neutral', REVIEW_REQUESTED: 'warning',
}

export const clockTone: Record<ClockColour, StatusTone> = { GREEN: 'success', AMBER: 'warning', RED: 'danger' }
