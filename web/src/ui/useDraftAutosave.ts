import { onScopeDispose, ref, shallowRef, watch, type WatchSource } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { toProblem, type ProblemError } from '@/app/http'

export type DraftState = 'clean' | 'dirty' | 'saving' | 'saved' | 'error'

/**
 * Saves a draft a moment after the last change, one save at a time, and once more when the page is left.
 * Call `start` when the draft is loaded, so that loading it is not taken for a change.
 */
export function useDraftAutosave(source: WatchSource<unknown>, save: () => Promise<unknown>, delay = 1500) {
  const state = ref<DraftState>('clean')
  const savedAt = ref<string>()
  const error = shallowRef<ProblemError>()
  let watching = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  async function saveOnce(): Promise<void> {
    state.value = 'saving'
    error.value = undefined
    try {
      await save()
      // A change made while saving leaves the draft dirty.
      if (state.value === 'saving') state.value = 'saved'
      savedAt.value = new Date().toISOString()
    } catch (thrown) {
      error.value = toProblem(thrown)
      state.value = 'error'
    }
  }

  /** Saves what is unsaved now and resolves when that is done; false when it failed. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    await running
    if (state.value === 'dirty' || state.value === 'error') {
      running = saveOnce()
      await running
      running = undefined
    }
    return state.value !== 'error'
  }

  watch(source, () => {
    if (!watching) return
    state.value = 'dirty'
    clearTimeout(timer)
    timer = setTimeout(() => { void flush() }, delay)
  }, { deep: true, flush: 'sync' })

  function warn(event: BeforeUnloadEvent): void {
    if (state.value === 'dirty' || state.value === 'saving' || state.value === 'error') event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)
  onBeforeRouteLeave(async () => { await flush() })
  onScopeDispose(() => {
    clearTimeout(timer)
    window.removeEventListener('beforeunload', warn)
  })

  return {
    state, savedAt, error, flush,
    start: () => { watching = true },
    /** Stops saving, for when the draft was submitted or thrown away. */
    stop: () => {
      watching = false
      state.value = 'clean'
      clearTimeout(timer)
    },
  }
}
