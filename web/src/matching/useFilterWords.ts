import { useI18n } from 'vue-i18n'
import { useMarket, type CodeListName } from '@/app/market'
import type { Facet } from './api'

const lists: Partial<Record<Facet, CodeListName>> = {
  field: 'techField', ipType: 'ipType', pricingMode: 'pricingMode', transferWay: 'transferWay',
}

/** The words of filters, the same at the facet and at the removable tag. */
export function useFilterWords() {
  const { t, te } = useI18n()
  const { label, areaPath } = useMarket()

  function words(facet: Facet, codes: readonly string[]): string {
    const code = codes[0] ?? ''
    if (facet === 'maturity') {
      const group = `matching.maturity.${code}-${codes.at(-1)}`
      return codes.length > 1 && te(group) ? t(group) : t('matching.trl', { level: code })
    }
    if (facet === 'priceBand') return te(`matching.priceBand.${code}`) ? t(`matching.priceBand.${code}`) : code
    const list = lists[facet]
    return list ? label(list, code) : label('areas', code)
  }

  /** An area alone does not say where it lies. */
  const fullWords = (facet: Facet, codes: readonly string[]): string =>
    facet === 'region' ? areaPath(codes[0]) : words(facet, codes)

  return { words, fullWords }
}
