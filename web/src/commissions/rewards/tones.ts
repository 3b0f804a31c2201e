import type { StatusTone } from '@/ui/StatusTag.vue'
import type { RewardNoticeState, RewardObjectionState, RewardPlanStatus } from './api'

export const planTone: Record<RewardPlanStatus, StatusTone> = {
  DRAFT: 'neutral', SUBMITTED: 'info', RETURNED: 'danger', APPROVED: 'info', NOTICE: 'seal', EFFECTIVE: 'success', WITHDRAWN: 'neutral',
}

export const noticeTone: Record<RewardNoticeState, StatusTone> = { RUNNING: 'seal', PAUSED: 'warning', PASSED: 'success', REVISED: 'neutral', CANCELLED: 'neutral' }

export const objectionTone: Record<RewardObjectionState, StatusTone> = { OPEN: 'warning', REJECTED: 'neutral', UPHELD: 'danger', SETTLED: 'neutral' }
