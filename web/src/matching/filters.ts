import type { Facet, FacetCount, Filters, Side } from './api'

export const facets: readonly Facet[] = ['field', 'maturity', 'region', 'priceBand', 'pricingMode', 'transferWay', 'ipType']

/** Technology readiness levels as people speak of them: principle, proof, use. */
export const maturityGroups = [['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9']] as const

/** Price bands from the lowest; what has no price comes last. */
const priceBands = ['UNDER_10W', '10W_50W', '50W_100W', '100W_500W', 'FROM_500W', 'NEGOTIABLE']

/** A line of a facet: choosing it chooses all its codes. */
export interface Choice {
  key: string
  codes: readonly string[]
  count: number
  /** How deep it lies within another choice. */
  level: number
}

/** In the address the codes of a facet stand in one value, divided by commas. */
export const codesOf = (text: string): string[] => [...new Set(text.split(',').map((code) => code.trim()).filter(Boolean))].slice(0, 30)

export function filtersOf(query: Record<Facet, string>): Filters {
  return Object.fromEntries(facets.map((facet) => [facet, codesOf(query[facet])])) as Filters
}

/** What can be chosen; a choice that is made stays visible when it leaves nothing. */
export function choicesOf(facet: Facet, counts: readonly FacetCount[], chosen: readonly string[]): Choice[] {
  const byCode = new Map(counts.map(({ code, count }) => [code, count]))
  for (const code of chosen) if (!byCode.has(code)) byCode.set(code, 0)
  if (facet === 'maturity') {
    return maturityGroups
      .map((codes) => ({ key: codes.join(','), codes, count: codes.reduce((sum, code) => sum + (byCode.get(code) ?? 0), 0), level: 0 }))
      .filter(({ codes, count }) => count > 0 || codes.some((code) => chosen.includes(code)))
  }
  const all = [...byCode].map(([code, count]) => ({ key: code, codes: [code], count, level: facet === 'region' ? areaLevel(code) : 0 }))
  if (facet === 'priceBand') return all.sort((a, b) => priceBands.indexOf(a.key) - priceBands.indexOf(b.key))
  return facet === 'region' ? nested(all) : all
}

function areaLevel(code: string): number {
  return code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2
}

function prefix(code: string): string {
  return code.slice(0, 2 * (areaLevel(code) + 1))
}

/** Each area directly below the one it lies in; the order among neighbours stays. */
function nested(areas: Choice[]): Choice[] {
  const below = (parent: string, level: number): Choice[] =>
    areas.filter((area) => area.level === level && area.key.startsWith(parent)).flatMap((area) => [area, ...below(prefix(area.key), level + 1)])
  const placed = below('', 0)
  return [...placed, ...areas.filter((area) => !placed.includes(area))]
}

export type Chosen = 'all' | 'some' | 'none'

export function chosenOf(choice: Choice, chosen: readonly string[]): Chosen {
  const held = choice.codes.filter((code) => chosen.includes(code)).length
  return held === 0 ? 'none' : held === choice.codes.length ? 'all' : 'some'
}

/** Chooses, or takes back. An area replaces the areas it lies in and those within it: the narrower choice is meant. */
export function toggled(facet: Facet, choice: Choice, chosen: readonly string[]): string[] {
  const rest = chosen.filter((code) => !choice.codes.includes(code))
  if (chosenOf(choice, chosen) === 'all') return rest
  const apart = facet === 'region'
    ? rest.filter((code) => !code.startsWith(prefix(choice.key)) && !choice.key.startsWith(prefix(code)))
    : rest
  return [...apart, ...choice.codes]
}

/** A filter that is on, to be shown and removed. */
export interface ActiveFilter {
  facet: Facet
  codes: readonly string[]
}

export function activeFilters(filters: Filters): ActiveFilter[] {
  return facets.flatMap((facet): ActiveFilter[] => {
    if (facet !== 'maturity') return filters[facet].map((code) => ({ facet, codes: [code] }))
    const whole = maturityGroups.filter((group) => group.every((code) => filters.maturity.includes(code)))
    const single = filters.maturity.filter((code) => !whole.some((group) => (group as readonly string[]).includes(code)))
    return [...whole.map((codes) => ({ facet, codes })), ...single.map((code) => ({ facet, codes: [code] }))]
  })
}

/** The words are the number of an achievement (CG) or a need (XQ). */
export function numberIn(words: string): { side: Side; number: string } | undefined {
  const found = /^(CG|XQ)-\d{4}-\d{6,}$/i.exec(words.trim())
  return found ? { side: found[1]!.toUpperCase() === 'XQ' ? 'demand' : 'achievement', number: found[0].toUpperCase() } : undefined
}
