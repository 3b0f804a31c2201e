import { computed, readonly, ref } from 'vue'
import { codeTree, findCode, nearestAreas, type Code, type FlatCode } from './codes'
import { http } from './http'
import { language } from './i18n'

export type { Code } from './codes'

/** The code lists of the market, by the names of `/api/market`. */
export type CodeListName =
  | 'achievementForm' | 'brokerForm' | 'brokerLevel' | 'contractCategory' | 'declineReason' | 'demandType' | 'industry'
  | 'ipType' | 'licenceExclusivity' | 'maturity' | 'organisationKind' | 'partyNature' | 'paymentMode' | 'planType'
  | 'pricingMode' | 'rejectReason' | 'returnReason' | 'socioEconomicGoal' | 'techField' | 'transferWay' | 'trl' | 'areas'

export interface Market {
  name: string
  nameEn: string
  profile: string
  profileName: string
  profileNameEn: string
  areaCode: string
  isDemonstration: boolean
  demonstrationNotice?: string | null
  demonstrationNoticeEn?: string | null
  serverTime: string
}

interface MarketAnswer extends Market {
  codeLists: Record<string, FlatCode[]>
  areas: FlatCode[]
}

const market = ref<Market>()
const lists = ref<Partial<Record<string, Code[]>>>({})
const offset = ref(0)
const missing = ref(false)
let loaded: Promise<void> | undefined

async function load(): Promise<void> {
  const asked = Date.now()
  const { codeLists, areas, ...about } = await http.get<MarketAnswer>('/api/market')
  offset.value = Date.parse(about.serverTime) - (asked + Date.now()) / 2
  lists.value = Object.fromEntries(Object.entries({ ...codeLists, areas }).map(([name, codes]) => [name, codeTree(codes)]))
  market.value = about
}

function ready(): Promise<void> {
  loaded ??= load().then(() => { missing.value = false }, (error: unknown) => {
    loaded = undefined
    missing.value = true
    throw error
  })
  return loaded
}

/** The server's clock in milliseconds: deadlines are its, not the browser's. */
export function serverNow(): number {
  return Date.now() + offset.value
}

/** A text in the language of the page; the other language when this one is missing. */
export function localName(zh: string | null | undefined, en: string | null | undefined): string {
  return (language.value === 'en' ? en || zh : zh || en) ?? ''
}

function codes(list: CodeListName): Code[] {
  return lists.value[list] ?? []
}

/** The words of a code; the code itself when the list does not know it. */
function label(list: CodeListName, code: string | null | undefined): string {
  if (!code) return ''
  const found = list === 'areas' ? nearestAreas(codes(list), code).at(-1) : findCode(codes(list), code)
  return found ? localName(found.zh, found.en) : code
}

/** An area with what it lies in: 甘肃省金昌市, or Jinchang, Gansu. */
function areaPath(code: string | null | undefined): string {
  if (!code) return ''
  const names = nearestAreas(codes('areas'), code).map((area) => localName(area.zh, area.en))
  if (names.length === 0) return code
  return language.value === 'en' ? names.reverse().join(', ') : names.join('')
}

/** Which market this is: its name, region profile, code lists and clock. */
export function useMarket() {
  return {
    market,
    name: computed(() => localName(market.value?.name ?? '网上技术市场', market.value?.nameEn ?? 'Online Technology Market')),
    /** The last attempt to load failed: names and code lists are missing. */
    missing: readonly(missing),
    isDemonstration: computed(() => market.value?.isDemonstration ?? false),
    label,
    areaPath,
    codes,
    ready,
  }
}
