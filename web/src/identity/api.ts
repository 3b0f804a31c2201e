import { http } from '@/app/http'
import type { OrganisationKind, Role } from '@/app/session'

export type OrganisationStatus = 'REGISTERED' | 'SUBMITTED' | 'VERIFIED' | 'REFUSED'
export type CodeCheck = 'OK' | 'CHECK_DIGIT_FAILS' | 'MALFORMED'

export interface Page<T> {
  items: T[]
  total: number
  page: number
  size: number
}

export interface Me {
  id: string
  name: string
  email: string
  language: 'zh' | 'en'
  totpOn: boolean
  recoveryCodesLeft: number
  passwordChangedAt: string
  createdAt: string
}

export interface SessionItem {
  id: string
  device: string
  createdAt: string
  lastSeenAt: string
  expiresAt: string
  current: boolean
}

export interface StoredFile {
  id: string
  name: string
  contentType: string
  size: number
}

/** What an organisation says of itself. */
export interface Particulars {
  name: string
  kind: OrganisationKind | ''
  creditCode: string
  partyNature: string | null
  areaCode: string | null
  publicInstitution: boolean
  contactName: string
  contactPhone: string
}

/** What a verified organisation asked to be changed. */
export interface ChangeAsked {
  name: string
  creditCode: string | null
  partyNature: string | null
  areaCode: string
  publicInstitution: boolean
  reason: string
  requestedAt: string
  /** Why the bureau said no; null while it waits. */
  refusal: string | null
}

export interface OrganisationProfile {
  id: string
  name: string
  kind: OrganisationKind
  creditCode: string | null
  creditCodeWarning: CodeCheck | null
  partyNature: string | null
  areaCode: string
  publicInstitution: boolean
  contactName: string
  contactPhone: string
  sourceCode: string | null
  status: OrganisationStatus
  verified: boolean
  proofs: StoredFile[]
  refusalReason: string | null
  createdAt: string
  submittedAt: string | null
  decidedAt: string | null
  version: number
  change: ChangeAsked | null
}

export interface OrganisationCard {
  id: string
  name: string
  kind: OrganisationKind
  areaCode: string
  verified: boolean
  verifiedAt: string | null
}

export interface VerificationItem {
  id: string
  name: string
  kind: OrganisationKind
  creditCode: string | null
  areaCode: string
  status: OrganisationStatus
  proofs: number
  submittedAt: string | null
  decidedAt: string | null
}

export interface Member {
  personId: string
  name: string
  email: string
  roles: Role[]
  totpOn: boolean
  joinedAt: string
  version: number
}

export interface Invitation {
  id: string
  email: string
  roles: Role[]
  invitedBy: string
  createdAt: string
  expiresAt: string
}

export interface InvitationPreview {
  organisationName: string
  organisationKind: OrganisationKind
  email: string
  roles: Role[]
  invitedBy: string
  expiresAt: string
}

export interface ApiClient {
  clientId: string
  name: string
  roles: Role[]
  createdBy: string
  createdAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

export interface AuditItem {
  sequence: number
  at: string
  personName: string | null
  organisationName: string | null
  subjectKind: string
  subjectId: string
  action: string
  from: string | null
  to: string | null
  reason: string | null
}

const base = '/api/identity'
const organisation = (id: string) => `${base}/organisations/${id}`

/** What the form holds, as the service takes it: fields left empty are not sent. */
export function particularsBody(form: Particulars): Record<string, unknown> {
  const { creditCode, partyNature, ...rest } = form
  return {
    ...rest,
    ...(creditCode.trim() && form.kind !== 'individual_broker' ? { creditCode: creditCode.trim() } : {}),
    ...(partyNature ? { partyNature } : {}),
  }
}

export const signUp = (person: { id: string; name: string; email: string; password: string; language: string }) =>
  http.post<unknown>(`${base}/people`, person)
export const getMe = (signal: AbortSignal) => http.get<Me>(`${base}/me`, { signal })
export const updateMe = (name: string, language: string) => http.put<Me>(`${base}/me`, { name, language })
export const changePassword = (currentPassword: string, newPassword: string) =>
  http.put<void>(`${base}/me/password`, { currentPassword, newPassword })
export const beginTotp = (password: string) => http.post<{ secret: string; uri: string; qrSvg: string }>(`${base}/me/totp`, { password })
export const confirmTotp = (code: string) =>
  http.put<{ recoveryCodes: string[] }>(`${base}/me/totp`, { code }, { on401: 'throw' })
export const turnTotpOff = (password: string) => http.post<void>(`${base}/me/totp/off`, { password })
export const renewRecoveryCodes = (password: string) => http.post<{ recoveryCodes: string[] }>(`${base}/me/recovery-codes`, { password })
export const listSessions = (signal: AbortSignal) => http.get<{ items: SessionItem[] }>(`${base}/sessions`, { signal })
export const endSession = (id: string) => http.delete<void>(`${base}/sessions/${id}`)
export const endAllSessions = () => http.delete<void>(`${base}/sessions`)

export const checkCreditCode = (code: string, signal: AbortSignal) =>
  http.get<{ result: CodeCheck; areaCode: string | null; taken: boolean }>(`${base}/credit-code-check`, { query: { code }, signal })
export const registerOrganisation = (id: string, form: Particulars) =>
  http.post<OrganisationProfile>(`${base}/organisations`, { id, ...particularsBody(form) })
export const getProfile = (id: string, signal: AbortSignal) => http.get<OrganisationProfile>(`${organisation(id)}/profile`, { signal })
export const editOrganisation = (id: string, version: number, form: Particulars) =>
  http.put<OrganisationProfile>(organisation(id), { version, ...particularsBody(form) })
export const removeProof = (id: string, fileId: string) => http.delete<OrganisationProfile>(`${organisation(id)}/proofs/${fileId}`)
export const openProof = (id: string, file: StoredFile) => http.download(`${organisation(id)}/proofs/${file.id}`, file.name)
export const submitOrganisation = (id: string) => http.post<OrganisationProfile>(`${organisation(id)}/submit`)
export const listVerifications = (query: { status: string; q: string; area: string; page: number; size: number }, signal: AbortSignal) =>
  http.get<Page<VerificationItem>>(`${base}/verifications`, { query, signal })
export const verifyOrganisation = (id: string, version: number, sourceCode?: string) =>
  http.post<OrganisationProfile>(`${organisation(id)}/verify`, sourceCode ? { version, sourceCode } : { version })
export const refuseOrganisation = (id: string, version: number, reason: string) =>
  http.post<OrganisationProfile>(`${organisation(id)}/refuse`, { version, reason })
export function requestChange(id: string, version: number, form: Particulars, reason: string): Promise<OrganisationProfile> {
  const { kind: _, contactName: __, contactPhone: ___, ...wanted } = particularsBody(form)
  return http.put<OrganisationProfile>(`${organisation(id)}/change`, { version, ...wanted, reason })
}
export const withdrawChange = (id: string) => http.delete<OrganisationProfile>(`${organisation(id)}/change`)
export const approveChange = (id: string, version: number) => http.post<OrganisationProfile>(`${organisation(id)}/change/approve`, { version })
export const refuseChange = (id: string, version: number, reason: string) =>
  http.post<OrganisationProfile>(`${organisation(id)}/change/refuse`, { version, reason })
export const issuePasswordReset = (email: string, reason: string) =>
  http.post<{ personName: string; link: string; expiresAt: string }>(`${base}/password-resets`, { email, reason })
export const takeNewPassword = (token: string, newPassword: string) => http.post<void>(`${base}/password-resets/use`, { token, newPassword })
export const listBrokers = (query: { kind: string; q: string; page: number; size: number }, signal: AbortSignal) =>
  http.get<Page<OrganisationCard>>(`${base}/brokers`, { query, signal })

export function addProof(id: string, file: File): Promise<OrganisationProfile> {
  const form = new FormData()
  form.append('file', file)
  return http.upload<OrganisationProfile>(`${organisation(id)}/proofs`, form)
}

export const listMembers = (signal: AbortSignal) => http.get<{ items: Member[]; availableRoles: Role[] }>(`${base}/members`, { signal })
export const setMemberRoles = (member: Member, roles: readonly Role[]) =>
  http.put<unknown>(`${base}/members/${member.personId}`, { version: member.version, roles })
export const removeMember = (personId: string) => http.delete<void>(`${base}/members/${personId}`)
export const listInvitations = (signal: AbortSignal) => http.get<{ items: Invitation[] }>(`${base}/invitations`, { signal })
export const inviteMember = (id: string, email: string, roles: readonly Role[]) =>
  http.post<Invitation & { link: string }>(`${base}/invitations`, { id, email, roles })
export const revokeInvitation = (id: string) => http.delete<void>(`${base}/invitations/${id}`)
export const previewInvitation = (token: string) => http.post<InvitationPreview>(`${base}/invitations/preview`, { token })
export const acceptInvitation = (token: string) =>
  http.post<{ organisationId: string; organisationName: string; roles: Role[] }>(`${base}/invitations/accept`, { token })

export const listApiClients = (signal: AbortSignal) => http.get<{ items: ApiClient[] }>(`${base}/api-clients`, { signal })
export const createApiClient = (id: string, name: string, roles: readonly Role[]) =>
  http.post<{ clientId: string; clientSecret: string; name: string; roles: Role[] }>(`${base}/api-clients`, { id, name, roles })
export const revokeApiClient = (id: string) => http.delete<void>(`${base}/api-clients/${id}`)
export const listAudit = (query: { subjectKind: string; page: number; size: number }, signal: AbortSignal) =>
  http.get<Page<AuditItem>>(`${base}/audit`, { query, signal })
