import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { judge } from './access'
import type { Session } from './session'

const fetched = vi.fn<typeof fetch>()
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const signedIn = {
  signedIn: true,
  person: { id: 'p', name: '李文静', email: 'li@example.cn' },
  organisation: { id: 'o1', name: '西北理工大学', kind: 'university', verified: true },
  roles: ['publisher'],
  memberships: [{ organisationId: 'o1', organisationName: '西北理工大学', kind: 'university', roles: ['publisher'] }],
  antiForgeryToken: 'after',
}

async function fresh() {
  vi.resetModules()
  return (await import('./session')).useSession()
}

beforeEach(() => vi.stubGlobal('fetch', fetched))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

describe('the session', () => {
  it('is loaded once however often it is waited for', async () => {
    fetched.mockImplementation(async () => json({ signedIn: false, antiForgeryToken: 'before' }))
    const session = await fresh()
    await Promise.all([session.ready(), session.ready()])
    expect(fetched).toHaveBeenCalledOnce()
    expect(session.session.value).toMatchObject({ signedIn: false, roles: [], memberships: [] })
  })

  it('is asked for again after a failed load', async () => {
    fetched.mockRejectedValueOnce(new TypeError('down')).mockImplementation(async () => json(signedIn))
    const session = await fresh()
    await expect(session.ready()).rejects.toMatchObject({ code: 'app/network' })
    await session.ready()
    expect(session.signedIn.value).toBe(true)
  })

  it('signs in with the token of the session before and shows the one after', async () => {
    const session = await fresh()
    fetched.mockResolvedValueOnce(json({ signedIn: false, antiForgeryToken: 'before' }))
    await session.ready()
    fetched.mockResolvedValueOnce(json({})).mockResolvedValueOnce(json(signedIn))
    await session.signIn('li@example.cn', 'secret')
    const [address, init] = fetched.mock.calls[1]!
    expect(address).toBe('/api/identity/session')
    expect(init).toMatchObject({ method: 'POST', body: '{"email":"li@example.cn","password":"secret"}', headers: { 'X-Anti-Forgery': 'before' } })
    expect(session.hasRole('publisher', 'approver')).toBe(true)
    expect(session.hasRole('registrar')).toBe(false)
    expect(session.isKind('university')).toBe(true)
  })

  it('stays signed out when a code is asked for, and sends the code along', async () => {
    const session = await fresh()
    fetched.mockResolvedValueOnce(json({ code: 'identity/totp-required', title: 'code' }, 401))
    await expect(session.signIn('a', 'b')).rejects.toMatchObject({ code: 'identity/totp-required' })
    expect(fetched).toHaveBeenCalledOnce()
    fetched.mockResolvedValueOnce(json({})).mockResolvedValueOnce(json(signedIn))
    await session.signIn('a', 'b', '123456')
    expect((fetched.mock.calls[1]![1] as RequestInit).body).toBe('{"email":"a","password":"b","totp":"123456"}')
  })

  it('changes the organisation on the server and reloads', async () => {
    const session = await fresh()
    fetched.mockResolvedValueOnce(json({})).mockResolvedValueOnce(json({ ...signedIn, organisation: { ...signedIn.organisation, id: 'o2' } }))
    await session.switchOrganisation('o2')
    expect(fetched.mock.calls[0]).toMatchObject(['/api/identity/session/organisation', { method: 'PUT', body: '{"organisationId":"o2"}' }])
    expect(session.organisation.value?.id).toBe('o2')
  })

  it('is nobody after signing out', async () => {
    const session = await fresh()
    fetched.mockResolvedValueOnce(json(signedIn))
    await session.ready()
    fetched.mockResolvedValueOnce(new Response(null, { status: 204 })).mockResolvedValueOnce(json({ signedIn: false, antiForgeryToken: 'new' }))
    await session.signOut()
    expect(session.session.value).toEqual({ signedIn: false, roles: [], memberships: [], antiForgeryToken: 'new' })
  })
})

describe('access', () => {
  const nobody: Session = { signedIn: false, roles: [], memberships: [] }
  const registrar: Session = {
    signedIn: true, roles: ['registrar'], memberships: [],
    organisation: { id: 'b', name: '科技局', kind: 'bureau', verified: true },
  }

  it.each([
    [undefined, nobody, 'allowed'],
    [{ signedIn: true }, nobody, 'sign-in'],
    [{ roles: ['registrar'] }, nobody, 'sign-in'],
    [{ signedIn: true }, registrar, 'allowed'],
    [{ roles: ['finance', 'registrar'] }, registrar, 'allowed'],
    [{ roles: ['broker'] }, registrar, 'forbidden'],
    [{ kinds: ['bureau'] }, registrar, 'allowed'],
    [{ kinds: ['university'] }, registrar, 'forbidden'],
    [{ roles: ['registrar'], kinds: ['university'] }, registrar, 'forbidden'],
  ] as const)('%o', (access, session, verdict) => {
    expect(judge(access, session)).toBe(verdict)
  })
})
