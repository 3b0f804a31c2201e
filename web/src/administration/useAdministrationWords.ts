import { useI18n } from 'vue-i18n'
import type { AuditEntry } from './api'

/** States are written down by the services' own names: `TermSheet` is `TERM_SHEET` elsewhere. */
export const wireName = (name: string) => (/^[A-Z][A-Za-z]*$/.test(name) ? name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase() : name)

/** Where each service's pages keep the words of its states. */
const stateBranches: Record<string, readonly string[]> = {
  identity: ['identity.status'],
  listings: ['listings.state'],
  demands: ['demands.state'],
  trading: ['trading.negotiationState', 'trading.noticeState', 'trading.offerState'],
  contracts: ['contracts.state', 'contracts.registrationState'],
}

/** Names of services, facts, actions and states in words; what has no words is shown as it is. */
export function useAdministrationWords() {
  const { t, te } = useI18n()
  const words = (branch: string, key: string) => (te(`administration.${branch}.${key}`) ? t(`administration.${branch}.${key}`) : key)

  const service = (name: string) => words('service', name)
  const subject = (kind: string) => words('subject', kind)
  const action = (name: string) => words('action', name)

  function state(of: string, name: string): string {
    if (te(`identity.role.${name}`)) return t(`identity.role.${name}`)
    const branch = stateBranches[of]?.find((one) => te(`${one}.${wireName(name)}`))
    return branch ? t(`${branch}.${wireName(name)}`) : name
  }

  /** From where to where: states, roles or names. */
  const change = (of: string, entry: AuditEntry) => [entry.fromState, entry.toState]
    .map((text) => (text ? text.split(' ').map((part) => state(of, part)).join(' ') : ''))
    .filter((text, at, all) => text && !(at === 1 && text === all[0])).join(' → ')

  return { service, subject, action, change }
}
