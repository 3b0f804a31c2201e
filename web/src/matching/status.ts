import type { StatusTone } from '@/ui/StatusTag.vue'

const tones: Record<string, StatusTone> = {
  PUBLISHED: 'success', OPEN: 'success', RESERVED: 'warning', MATCHING: 'info', NEGOTIATING: 'warning',
}

/** How a state that is found in the market is coloured. */
export const statusTone = (status: string): StatusTone => tones[status] ?? 'neutral'
