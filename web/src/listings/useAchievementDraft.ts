import { computed, reactive, ref, shallowRef } from 'vue'
import { useDraftAutosave } from '@/ui/useDraftAutosave'
import { getAchievement, openConfidential, saveConfidential, saveDraft, type Achievement, type Content } from './api'

export const emptyContent = (): Content => ({
  title: '', keywords: [], form: null, attribute: null, fieldCode: null, maturity: null, trl: null, ipRights: [], holderUnits: [], completers: [],
  planCode: null, planProject: null, industryCode: null, publicSummary: '', problemSolved: null, application: null, indicators: null, benefits: null,
  transferWays: [], pricingMode: null, expectedPrice: null, priceNegotiable: false, areaCode: null,
  secrecy: { level: 'NONE', keyCoreTechnology: false, declared: false, approvalNumber: null, approvalAuthority: null, approvedOn: null }, asStated: null,
})

/** An author's draft: loaded once, saved by itself. The confidential detail is saved apart, to the address of its own. */
export function useAchievementDraft(id: string, isNew: boolean) {
  const achievement = shallowRef<Achievement>()
  const content = reactive(emptyContent())
  const confidential = ref('')
  let savedConfidential = ''
  let savedContent = JSON.stringify(content)

  async function load(): Promise<void> {
    if (isNew) return
    const found = await getAchievement(id)
    take(found)
    Object.assign(content, structuredClone(found.content))
    savedContent = JSON.stringify(content)
    if (found.hasConfidentialDetail) {
      const detail = await openConfidential(id)
      confidential.value = savedConfidential = detail.working ?? detail.text
    }
  }

  function take(answer: Achievement): void {
    achievement.value = answer
  }

  async function save(): Promise<void> {
    const text = JSON.stringify(content)
    if (!achievement.value || text !== savedContent) {
      take(await saveDraft(id, JSON.parse(text) as Content, achievement.value?.version))
      savedContent = text
    }
    const detail = confidential.value
    if (detail !== savedConfidential) {
      const { version } = await saveConfidential(id, detail, achievement.value!.version)
      take({ ...achievement.value!, version, hasConfidentialDetail: detail !== '' })
      savedConfidential = detail
    }
  }

  const draft = useDraftAutosave(() => [content, confidential.value], save)
  return { achievement, content, confidential, load, take, draft, number: computed(() => achievement.value?.number) }
}
