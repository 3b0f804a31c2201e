import type { OrganisationKind, Role, Session } from './session'

/** Who may see a page or a menu entry. Lists are alternatives; roles and kinds must both hold. */
export interface Access {
  signedIn?: boolean
  roles?: readonly Role[]
  kinds?: readonly OrganisationKind[]
}

export type Verdict = 'allowed' | 'sign-in' | 'forbidden'

export function judge(access: Access | undefined, session: Session): Verdict {
  if (!access) return 'allowed'
  const needsSignIn = access.signedIn || access.roles || access.kinds
  if (needsSignIn && !session.signedIn) return 'sign-in'
  if (access.roles && !access.roles.some((role) => session.roles.includes(role))) return 'forbidden'
  if (access.kinds && !(session.organisation && access.kinds.includes(session.organisation.kind))) return 'forbidden'
  return 'allowed'
}
