import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { toProblem, type ProblemError } from '@/app/http'

export type AsyncState = 'idle' | 'loading' | 'error' | 'done'

/**
 * Runs a loading or acting function and keeps its state. A new run cancels the one before,
 * so an old answer never overwrites a newer one. While it runs again the last data stays.
 */
export function useAsync<T, A extends unknown[] = []>(work: (signal: AbortSignal, ...args: A) => Promise<T>) {
  const state = ref<AsyncState>('idle')
  const data = shallowRef<T>()
  const error = shallowRef<ProblemError>()
  let current: AbortController | undefined
  let lastArgs: A | undefined

  /** Resolves to the answer, or to undefined when it failed or was overtaken; the error is in `error`. */
  async function run(...args: A): Promise<T | undefined> {
    current?.abort()
    const mine = new AbortController()
    current = mine
    lastArgs = args
    state.value = 'loading'
    error.value = undefined
    try {
      const answer = await work(mine.signal, ...args)
      if (current !== mine) return undefined
      data.value = answer
      state.value = 'done'
      return answer
    } catch (thrown) {
      if (current !== mine) return undefined
      error.value = toProblem(thrown)
      state.value = 'error'
      return undefined
    }
  }

  onScopeDispose(() => {
    const last = current
    current = undefined
    last?.abort()
  }, true)

  return {
    state,
    data,
    error,
    loading: computed(() => state.value === 'loading'),
    run,
    /** The same run again, for the retry button. */
    reload: () => run(...(lastArgs ?? ([] as unknown as A))),
  }
}
