import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { useAsync } from '@/ui/useAsync'
import { getHistory, getNegotiation, type Possibility, type Room } from './api'

const refreshEvery = 15_000

/** A negotiation as the server has it; what the other side does shows up while the page is open. */
export function useRoom(id: Ref<string>) {
  const room = useAsync((signal) => getNegotiation(id.value, signal))
  const history = useAsync((signal) => getHistory(id.value, signal))
  const acting = useAsync((_, work: () => Promise<Room>) => work())
  /** Grows with every change, so that the deal line reads itself anew. */
  const changes = ref(0)

  async function load(): Promise<void> {
    const answer = await room.run()
    if (answer && answer.viewer !== 'BROKER') void history.run()
  }

  /** Does something and shows the answer; the error stays in `acting.error`. */
  async function act(work: () => Promise<Room>): Promise<boolean> {
    const answer = await acting.run(work)
    if (!answer) return false
    room.data.value = answer
    changes.value++
    void history.run()
    return true
  }

  watch(id, () => { room.data.value = undefined; void load() }, { immediate: true })
  watch(() => room.data.value?.version, (now, before) => {
    if (before === undefined || now === before) return
    changes.value++
    if (room.data.value?.viewer !== 'BROKER') void history.run()
  })
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && room.data.value && !acting.loading.value && !room.loading.value) void room.run()
  }, refreshEvery)
  onScopeDispose(() => clearInterval(timer))

  return {
    room, history, acting, changes, load, act,
    may: (what: Possibility) => room.data.value?.may.includes(what) ?? false,
    openOffer: computed(() => room.data.value?.offers.find((offer) => offer.state === 'OPEN')),
  }
}
