import { useI18n } from 'vue-i18n'
import { useMarket } from '@/app/market'
import type { OrganisationKind, Role } from '@/app/session'
import type { StatusTone } from '@/ui/StatusTag.vue'
import type { OrganisationStatus } from './api'

const tones: Record<OrganisationStatus, StatusTone> = { REGISTERED: 'neutral', SUBMITTED: 'info', VERIFIED: 'success', REFUSED: 'danger' }

/** The words for roles, kinds of organisations and their states. */
export function useIdentityWords() {
  const { t, locale } = useI18n()
  const { label } = useMarket()
  const role = (one: Role) => t(`identity.role.${one}`)
  return {
    role,
    roles: (list: readonly Role[]) => list.map(role).join(locale.value === 'en' ? ', ' : '、'),
    kind: (one: OrganisationKind) => label('organisationKind', one),
    status: (one: OrganisationStatus) => t(`identity.status.${one}`),
    tone: (one: OrganisationStatus): StatusTone => tones[one],
  }
}
