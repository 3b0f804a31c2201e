import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useAsync } from '@/ui/useAsync'
import { useListQuery } from '@/ui/useListQuery'
import { search, type Facet, type Side } from './api'
import { activeFilters, facets, filtersOf, numberIn } from './filters'

const places = ['search', 'achievements', 'demands']

/** A search as the address says it: which side, words, filters, sort and page. Every change is a step one can go back from. */
export function useSearch() {
  const route = useRoute()
  const router = useRouter()
  const { query, change } = useListQuery({
    kind: '', q: '', field: '', maturity: '', region: '', priceBand: '', pricingMode: '', transferWay: '', ipType: '', sort: '', page: 1, size: 20,
  })

  const side = computed<Side>(() => {
    const fixed = route.meta.side
    if (fixed) return fixed
    return query.value.kind === 'demand' ? 'demand' : 'achievement'
  })
  const filters = computed(() => filtersOf(query.value))
  const active = computed(() => activeFilters(filters.value))

  const found = useAsync((signal) => search({
    kind: side.value, ...filters.value, q: query.value.q || undefined, sort: query.value.sort || undefined,
    page: query.value.page, size: query.value.size,
  }, signal))

  // A number names one thing: no need to look for it.
  watch(() => query.value.q, (words) => {
    const named = numberIn(words)
    if (named) void router.replace(`/${named.side}s/${named.number}`)
  }, { immediate: true })

  // The address of another page is not this search's: leaving must not ask again.
  const mine = () => places.includes(String(route.name))
  watch([side, query], () => { if (mine() && !numberIn(query.value.q)) void found.run() }, { immediate: true })

  const filter = (facet: Facet, codes: readonly string[]) => change({ [facet]: codes.join(',') })

  function remove(facet: Facet, codes: readonly string[]): void {
    filter(facet, filters.value[facet].filter((code) => !codes.includes(code)))
  }

  const clearFilters = () => change(Object.fromEntries(facets.map((facet) => [facet, ''])))

  /** The same words among the other side; filters belong to the side they were chosen on. */
  function switchTo(other: Side): void {
    const words = query.value.q ? { q: query.value.q } : {}
    void router.push(route.meta.side
      ? { name: other === 'demand' ? 'demands' : 'achievements', query: words }
      : { query: { kind: other, ...words } })
  }

  return { side, query, change, filters, active, found, filter, remove, clearFilters, switchTo }
}
