import type { StatusTone } from '@/ui/StatusTag.vue'

const tones: Record<string, StatusTone> = {
  DRAFT: 'neutral', REVIEW: 'warning', OPEN: 'success', MATCHING: 'info', NEGOTIATING: 'info', CONTRACTED: 'info', SOLVED: 'seal', EXPIRED: 'danger', WITHDRAWN: 'neutral',
}

export const stateTone = (state: string): StatusTone => tones[state] ?? 'neutral'

export const demandStates = Object.keys(tones)
