import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { HistoryItem } from '@/ui/HistoryList.vue'
import type { HistoryLine } from './types'

/** What the audit trail says, newest first and in words. */
export function useHistory(lines: () => HistoryLine[] | undefined, subject: 'contract' | 'registration') {
  const { t, te } = useI18n()
  return computed<HistoryItem[]>(() => [...(lines() ?? [])].reverse().map((line) => {
    const key = `contracts.history.${subject}.${line.action}`
    return { at: line.at, what: te(key) ? t(key) : line.action, who: line.personName, actingFor: line.organisationName, reason: line.reason }
  }))
}
