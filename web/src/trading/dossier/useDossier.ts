import { computed, shallowRef } from 'vue'
import { newId } from '@/app/http'
import { useAsync } from '@/ui/useAsync'
import { getDossier, openDossier, type Dossier } from './api'

const pause = 800

/** Has a dossier made and follows it until it is ready or given up. */
export function useDossier(dealId: () => string) {
  const current = shallowRef<Dossier>()

  const make = useAsync(async (signal) => {
    current.value = undefined
    current.value = await openDossier(dealId(), newId(), signal)
    while (current.value.state === 'COLLECTING') {
      await wait(signal)
      current.value = await getDossier(dealId(), current.value.id, signal)
    }
    return current.value
  })

  /** Of three steps: the papers of each service, then the archive. */
  const percent = computed(() => {
    if (!current.value) return 5
    return current.value.state === 'READY' ? 100 : 95 - 40 * current.value.waitingFor.length
  })

  return { make, current, percent }
}

function wait(signal: AbortSignal): Promise<void> {
  return new Promise((done, stopped) => {
    const timer = setTimeout(done, pause)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      stopped(new DOMException('left', 'AbortError'))
    }, { once: true })
  })
}
