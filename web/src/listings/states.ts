import type { StatusTone } from '@/ui/StatusTag.vue'

const tones: Record<string, StatusTone> = {
  DRAFT: 'neutral', UNIT_REVIEW: 'warning', PLATFORM_REVIEW: 'warning', PUBLISHED: 'success', RESERVED: 'info', SUSPENDED: 'danger',
  ARCHIVED: 'neutral', CONTRACTED: 'info', TRANSFERRED: 'seal', LICENSED: 'seal',
}

export const stateTone = (state: string): StatusTone => tones[state] ?? 'neutral'

export const achievementStates = Object.keys(tones)
