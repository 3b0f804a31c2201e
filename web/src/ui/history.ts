import { useI18n } from 'vue-i18n'
import type { HistoryItem } from './HistoryList.vue'

/** A record of the audit trail as the services answer it. */
export interface HistoryEntry {
  at: string
  action: string
  from: string | null
  to: string | null
  reason: string | null
  person: string | null
  organisation: string | null
}

/** The audit trail in words, latest first; shared by the pages of achievements and needs. */
export function useHistoryWords(area: 'listings' | 'demands') {
  const { t, te } = useI18n()
  const state = (name: string | null) => {
    if (!name) return ''
    const revision = /^REVISION_(.+)$/.exec(name)?.[1]
    const key = revision ? `${area}.revision.${revision}` : `${area}.state.${name}`
    return te(key) ? t(key) : name
  }

  return (entries: readonly HistoryEntry[]): HistoryItem[] => entries.map((one) => ({
    at: one.at,
    what: [te(`${area}.event.${one.action}`) ? t(`${area}.event.${one.action}`) : one.action, one.to && one.to !== one.from ? state(one.to) : ''].filter(Boolean).join(' · '),
    who: one.person,
    actingFor: one.organisation,
    reason: one.reason?.replace(/^[A-Z_]+: /, '') ?? null,
  })).reverse()
}
