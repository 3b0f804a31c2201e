import { useI18n } from 'vue-i18n'
import { useMarket } from '@/app/market'

/** The code a record of the audit trail begins with, and what a person said to it: `ACHIEVEMENT_WITHDRAWN: 已失效`. */
export function splitReason(text: string): { code?: string; words?: string } {
  const found = /^([A-Z][A-Z_]{2,})(?:: ([\s\S]+))?$/.exec(text)
  return found ? { code: found[1], words: found[2] } : { words: text }
}

/** Why something stopped or ended: the market's codes and the chosen ones in words, then what a person said. */
export function useReasonWords() {
  const { t, te } = useI18n()
  const { label } = useMarket()

  function codeText(code: string): string {
    return te(`ui.deal.reason.${code}`) ? t(`ui.deal.reason.${code}`) : label('declineReason', code)
  }

  const reasonText = (code: string | null | undefined, words: string | null | undefined) =>
    [code ? codeText(code) : '', words].filter(Boolean).join(t('ui.deal.reasonJoin'))

  function recordText(text: string | null | undefined): string | null {
    if (!text) return null
    const { code, words } = splitReason(text)
    return reasonText(code, words)
  }

  return { reasonText, recordText }
}
