import { reactive, shallowRef } from 'vue'
import { useDraftAutosave } from '@/ui/useDraftAutosave'
import { getDemand, saveDraft, type Content, type Demand } from './api'

export const emptyContent = (): Content => ({
  title: '', type: null, keywords: [], fieldCode: null, industryCode: null, size: null, description: '', background: null, indicators: null, presentBase: null,
  cooperationWays: [], budget: null, budgetNegotiable: false, wantedMaturity: null, periodMonths: null, ipOwnership: null, wantedPartner: null, areaCode: null,
  validUntil: null, visibility: 'PUBLIC', asStated: null,
})

/** An author's draft: loaded once, saved by itself. */
export function useDemandDraft(id: string, isNew: boolean) {
  const demand = shallowRef<Demand>()
  const content = reactive(emptyContent())

  async function load(): Promise<void> {
    if (isNew) return
    demand.value = await getDemand(id)
    Object.assign(content, structuredClone(demand.value.content))
  }

  async function save(): Promise<void> {
    demand.value = await saveDraft(id, JSON.parse(JSON.stringify(content)) as Content, demand.value?.version)
  }

  return { demand, content, load, draft: useDraftAutosave(() => content, save) }
}
