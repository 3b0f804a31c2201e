import { useI18n } from 'vue-i18n'

/** Why a bidding was paused or cancelled: the market's codes in words, what people gave as it is. */
export function useReason(): (reason: string | null | undefined) => string {
  const { t, te } = useI18n()
  return (reason) => (reason && te(`bidding.room.reasons.${reason}`) ? t(`bidding.room.reasons.${reason}`) : reason ?? '')
}
