import { computed, onScopeDispose, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { HistoryItem } from '@/ui/HistoryList.vue'
import { useAsync } from '@/ui/useAsync'
import type { HistoryEntry } from '../api'

const refreshEvery = 20_000

/** An offer or an uptake as the server has it, with its history; what others and deadlines do shows up while the page is open. */
export function useFixedTerm<T extends { version: number }>(
  id: Ref<string>, get: (id: string, signal: AbortSignal) => Promise<T>, getHistory: (id: string, signal: AbortSignal) => Promise<{ items: HistoryEntry[] }>) {
  const { t, te } = useI18n()
  const reasonText = useFixedTermReason()
  const loading = useAsync((signal) => get(id.value, signal))
  const history = useAsync((signal) => getHistory(id.value, signal))
  const acting = useAsync((_, work: () => Promise<T>) => work())
  const known = computed(() => loading.data.value)
  const events = computed<HistoryItem[]>(() => [...(history.data.value?.items ?? [])].reverse().map((one) => ({
    at: one.at, what: te(`fixedTerm.event.${one.action}`) ? t(`fixedTerm.event.${one.action}`) : one.action, who: one.personName, actingFor: one.organisationName,
    reason: reasonText(one.reason),
  })))

  /** Does something and shows the answer; the error stays in `acting.error`. */
  async function act(work: () => Promise<T>): Promise<boolean> {
    const answer = await acting.run(work)
    if (answer) loading.data.value = answer
    return answer !== undefined
  }

  watch(id, () => { loading.data.value = undefined; void loading.run() }, { immediate: true })
  watch(() => known.value?.version, (now) => { if (now !== undefined) void history.run() })
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && known.value && !acting.loading.value && !loading.loading.value) void loading.run()
  }, refreshEvery)
  onScopeDispose(() => clearInterval(timer))

  return { loading, known, events, acting, act }
}

/** The market's own reasons in words; what people wrote stays as it is. */
export function useFixedTermReason() {
  const { t, te } = useI18n()
  return (reason?: string | null) => (reason && te(`fixedTerm.reason.${reason}`) ? t(`fixedTerm.reason.${reason}`) : reason ?? '')
}
