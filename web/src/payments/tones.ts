import type { StatusTone } from '@/ui/StatusTag.vue'
import type { DepositState, EscrowState, MilestoneState, MovementState, PayoutState } from './api'

export const depositTone: Record<DepositState, StatusTone> = { AWAITED: 'warning', HELD: 'info', RETURNING: 'warning', SETTLED: 'success', CLOSED: 'neutral' }

export const escrowTone: Record<EscrowState, StatusTone> = { ANNOUNCED: 'neutral', OPEN: 'info', ON_HOLD: 'danger', ENDED: 'neutral' }

export const milestoneTone: Record<MilestoneState, StatusTone> = { OPEN: 'neutral', BILLED: 'warning', PAID_IN: 'info', RELEASED: 'success', REFUNDED: 'neutral' }

export const movementTone: Record<MovementState, StatusTone> = { QUEUED: 'warning', PARKED: 'neutral', MATCHED: 'success', RETURNED: 'neutral' }

export const payoutTone: Record<PayoutState, StatusTone> = { RAISED: 'warning', PREPARED: 'info', RELEASED: 'info', EXECUTED: 'success', CANCELLED: 'neutral' }
