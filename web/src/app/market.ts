import { computed, ref } from 'vue'
import { http } from './http'
import { language } from './i18n'

export interface Code {
  code: string
  zh: string
  en: string
  children?: Code[]
  /** False for a heading that groups others. */
  selectable?: boolean
}

export interface Market {
  name: string
  nameEn: string
  profile: string
  profileName: string
  profileNameEn: string
  isDemonstration: boolean
  demonstrationNotice?: string | null
  demonstrationNoticeEn?: string | null
  serverTime: string
  codeLists: Record<string, Code[]>
}

const market = ref<Market>()
const offset = ref(0)
let loaded: Promise<void> | undefined

async function load(): Promise<void> {
  const asked = Date.now()
  const answer = await http.get<Market>('/api/market')
  const answered = Date.now()
  offset.value = Date.parse(answer.serverTime) - (asked + answered) / 2
  market.value = answer
}

function ready(): Promise<void> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined
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

function find(codes: readonly Code[], code: string): Code | undefined {
  for (const one of codes) {
    if (one.code === code) return one
    const below = one.children && find(one.children, code)
    if (below) return below
  }
  return undefined
}

/** The words of a code; the code itself when the list does not know it. */
function label(list: string, code: string | null | undefined): string {
  if (!code) return ''
  const found = find(market.value?.codeLists[list] ?? [], code)
  return found ? localName(found.zh, found.en) : code
}

function codes(list: string): Code[] {
  return market.value?.codeLists[list] ?? []
}

/** Which market this is: its name, region profile, code lists and clock. */
export function useMarket() {
  return {
    market,
    name: computed(() => localName(market.value?.name ?? '网上技术市场', market.value?.nameEn ?? 'Online Technology Market')),
    isDemonstration: computed(() => market.value?.isDemonstration ?? false),
    label,
    codes,
    ready,
  }
}
