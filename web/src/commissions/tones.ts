import type { StatusTone } from '@/ui/StatusTag.vue'
import type { CommissionStatus, LeadStatus, MandateStatus, PayoutStatus } from './api'

export const mandateTone: Record<MandateStatus, StatusTone> = { PROPOSED: 'warning', AGREED: 'success', DECLINED: 'danger', ENDED: 'neutral' }

export const leadTone: Record<LeadStatus, StatusTone> = { RECORDED: 'info', ACCEPTED: 'success', DISPUTED: 'danger' }

export const commissionTone: Record<CommissionStatus, StatusTone> = {
  PROPOSED: 'warning', AGREED: 'info', LEAD_LOCKED: 'info', EARNED: 'info', DISPUTED: 'danger', RESOLVED: 'info', PAID: 'success', CANCELLED: 'neutral',
}

export const payoutTone: Record<PayoutStatus, StatusTone> = {
  EARNED: 'warning', WITHHELD_CALCULATED: 'neutral', INVOICED: 'neutral', PAYABLE: 'info', PAID: 'success',
}
