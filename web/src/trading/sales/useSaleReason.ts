import { useI18n } from 'vue-i18n'
import { splitReason } from '@/ui/useReasonWords'

/** Why a sale or a party moved: the market's own codes in words, what a person gave as it is. */
export function useSaleReason() {
  const { t, te } = useI18n()
  return (text: string | null | undefined): string => {
    if (!text) return ''
    const { code, words } = splitReason(text)
    return code && te(`sales.reason.${code}`) ? [t(`sales.reason.${code}`), words].filter(Boolean).join(t('ui.deal.reasonJoin')) : text
  }
}
