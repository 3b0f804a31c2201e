import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { useAsync } from '@/ui/useAsync'
import { getSale, getSaleHistory, type Sale, type SalePossibility } from './api'

const refreshEvery = 20_000

/** A sale as the server has it; what parties and deadlines do shows up while the page is open. */
export function useSale(id: Ref<string>) {
  const sale = useAsync((signal) => getSale(id.value, signal))
  const history = useAsync((signal) => getSaleHistory(id.value, signal))
  const acting = useAsync((_, work: () => Promise<Sale>) => work())
  const changes = ref(0)

  async function load(): Promise<void> {
    if (await sale.run()) void history.run()
  }

  /** Does something and shows the answer; the error stays in `acting.error`. */
  async function act(work: () => Promise<Sale>): Promise<boolean> {
    const answer = await acting.run(work)
    if (!answer) return false
    sale.data.value = answer
    changes.value++
    void history.run()
    return true
  }

  watch(id, () => { sale.data.value = undefined; void load() }, { immediate: true })
  watch(() => sale.data.value?.version, (now, before) => {
    if (before !== undefined && now !== before) void history.run()
  })
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && sale.data.value && !acting.loading.value && !sale.loading.value) void sale.run()
  }, refreshEvery)
  onScopeDispose(() => clearInterval(timer))

  return { sale, history, acting, changes, load, act, may: (what: SalePossibility) => sale.data.value?.may.includes(what) ?? false }
}
