import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

type Value = string | number
type Widened<T extends Record<string, Value>> = { [K in keyof T]: T[K] extends number ? number : string }

/**
 * The filters, sort and page of a list, kept in the address: a list can be linked, reloaded and gone back to.
 * Every change except of the page itself goes back to the first page.
 */
export function useListQuery<T extends Record<string, Value>>(defaults: T & { page: number }) {
  const route = useRoute()
  const router = useRouter()

  const query = computed(() => {
    const found: Record<string, Value> = {}
    for (const [name, fallback] of Object.entries(defaults)) {
      const given = route.query[name]
      const text = Array.isArray(given) ? given[0] : given
      if (text === undefined || text === null) found[name] = fallback
      else found[name] = typeof fallback === 'number' ? numberOr(text, fallback) : text
    }
    return found as Widened<T & { page: number }>
  })

  function change(changes: Partial<Widened<T & { page: number }>>): void {
    const next: Record<string, Value | undefined> = { ...query.value, ...('page' in changes ? {} : { page: 1 }), ...changes }
    const address: LocationQueryRaw = {}
    for (const [name, value] of Object.entries(next)) {
      if (value !== undefined && value !== null && value !== defaults[name]) address[name] = String(value)
    }
    void router.push({ query: address })
  }

  return { query, change }
}

function numberOr(text: string, fallback: number): number {
  const value = Number.parseInt(text, 10)
  return Number.isFinite(value) && value > 0 ? value : fallback
}
