import { computed, readonly, ref } from 'vue'
import { configureHttp, http } from './http'

export type Role =
  | 'publisher' | 'approver' | 'purchaser' | 'broker'
  | 'registrar' | 'reviewer' | 'finance' | 'administrator'

export type OrganisationKind =
  | 'university' | 'institute' | 'enterprise' | 'broker_agency'
  | 'individual_broker' | 'bureau' | 'data_source'

export interface Membership {
  organisationId: string
  organisationName: string
  kind: OrganisationKind
  verified?: boolean
  roles: Role[]
}

export interface Session {
  signedIn: boolean
  person?: { id: string; name: string; email: string; language?: string }
  organisation?: { id: string; name: string; kind: OrganisationKind; areaCode?: string; verified: boolean }
  roles: Role[]
  memberships: Membership[]
  antiForgeryToken?: string
}

type SessionAnswer = { [K in keyof Session]?: Session[K] | null } & { signedIn: boolean }

const address = '/api/identity/session'
const nobody: Session = { signedIn: false, roles: [], memberships: [] }

const session = ref<Session>(nobody)
let loaded: Promise<void> | undefined

function take(answer: SessionAnswer): void {
  session.value = {
    signedIn: answer.signedIn,
    person: answer.person ?? undefined,
    organisation: answer.organisation ?? undefined,
    roles: answer.roles ?? [],
    memberships: answer.memberships ?? [],
    antiForgeryToken: answer.antiForgeryToken ?? undefined,
  }
}

async function load(): Promise<void> {
  take(await http.get<SessionAnswer>(address, { on401: 'throw' }))
}

/** Loads the session once; a later call waits for the same answer. A failed load is tried again by the next call. */
function ready(): Promise<void> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}

async function signIn(email: string, password: string, totp?: string): Promise<void> {
  await http.post<unknown>(address, totp ? { email, password, totp } : { email, password }, { on401: 'throw' })
  await load()
}

async function signOut(): Promise<void> {
  await http.delete<unknown>(address, undefined, { on401: 'throw' })
  session.value = nobody
  await load()
}

async function switchOrganisation(organisationId: string): Promise<void> {
  await http.put<unknown>(`${address}/organisation`, { organisationId })
  await load()
}

/** The person, the organisation they act for, and their roles there. */
export function useSession() {
  return {
    session: readonly(session) as Readonly<typeof session>,
    signedIn: computed(() => session.value.signedIn),
    person: computed(() => session.value.person),
    organisation: computed(() => session.value.organisation),
    hasRole: (...roles: Role[]) => roles.some((role) => session.value.roles.includes(role)),
    isKind: (...kinds: OrganisationKind[]) =>
      session.value.organisation !== undefined && kinds.includes(session.value.organisation.kind),
    load,
    ready,
    signIn,
    signOut,
    switchOrganisation,
  }
}

configureHttp({
  antiForgeryToken: () => session.value.antiForgeryToken,
  refreshSession: async () => {
    try {
      await load()
    } catch {
      return false
    }
    return session.value.signedIn
  },
})
