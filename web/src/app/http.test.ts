import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { configureHttp, http, newId, ProblemError, withQuery } from './http'
import { fieldName } from './problem'

const fetched = vi.fn<typeof fetch>()
const refreshSession = vi.fn<() => Promise<boolean>>()
const signInNeeded = vi.fn<() => void>()

function answers(status: number, body: unknown, type = status >= 400 ? 'application/problem+json' : 'application/json'): void {
  fetched.mockImplementationOnce(async () => new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'content-type': type } }))
}

const sent = (call = 0) => fetched.mock.calls[call]![1] as RequestInit & { headers: Record<string, string> }

async function refusal(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  return error as ProblemError
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  configureHttp({ antiForgeryToken: () => 'token-1', refreshSession, signInNeeded })
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

describe('a call', () => {
  it('that reads carries no anti-forgery token and gives the body', async () => {
    answers(200, { total: 3 })
    await expect(http.get('/api/x', { query: { q: '镁 合金', page: 2, empty: '', none: undefined, kind: ['a', 'b'] } })).resolves.toEqual({ total: 3 })
    expect(fetched.mock.calls[0]![0]).toBe('/api/x?q=%E9%95%81+%E5%90%88%E9%87%91&page=2&kind=a&kind=b')
    expect(sent().headers).not.toHaveProperty('X-Anti-Forgery')
    expect(sent().credentials).toBe('same-origin')
  })

  it.each(['post', 'put', 'patch', 'delete'] as const)('by %s carries the token and JSON', async (method) => {
    answers(200, {})
    await http[method]('/api/x', { amount: '1.10' })
    expect(sent().headers['X-Anti-Forgery']).toBe('token-1')
    expect(sent().headers['Content-Type']).toBe('application/json')
    expect(sent().body).toBe('{"amount":"1.10"}')
  })

  it('that uploads leaves the content type to the browser', async () => {
    answers(200, {})
    await http.upload('/api/x', new FormData())
    expect(sent().headers).not.toHaveProperty('Content-Type')
    expect(sent().headers['X-Anti-Forgery']).toBe('token-1')
  })

  it('without content resolves to nothing', async () => {
    answers(204, undefined)
    await expect(http.delete('/api/x')).resolves.toBeUndefined()
  })
})

describe('a refusal', () => {
  it('keeps code, title, status, facts, trace and the errors per field', async () => {
    answers(409, {
      code: 'trading/bid-too-low', title: 'The bid is below the next step.', traceId: 't1',
      facts: { minimum: { amount: '110.00', currency: 'CNY' } }, errors: { 'Items[0].UnitPrice': ['too low'], Title: ['missing', 'short'] },
    })
    const problem = await refusal(http.post('/api/x', {}))
    expect(problem).toMatchObject({
      code: 'trading/bid-too-low', title: 'The bid is below the next step.', status: 409, traceId: 't1',
      facts: { minimum: { amount: '110.00', currency: 'CNY' } },
      errors: { 'items[0].unitPrice': ['too low'], title: ['missing', 'short'] },
    })
  })

  it('that is no problem document is known by its status', async () => {
    answers(502, '<html>', 'text/html')
    expect(await refusal(http.get('/api/x'))).toMatchObject({ code: 'http/502', status: 502 })
  })

  it('of the network is a problem, too', async () => {
    fetched.mockRejectedValueOnce(new TypeError('failed to fetch'))
    expect(await refusal(http.get('/api/x'))).toMatchObject({ code: 'app/network', status: 0, isNetwork: true })
  })

  it('is an answer that is not JSON', async () => {
    answers(200, 'hello', 'text/html')
    expect(await refusal(http.get('/api/x'))).toMatchObject({ code: 'app/unexpected-answer' })
  })

  it('is not made of a call the page gave up', async () => {
    fetched.mockRejectedValueOnce(new DOMException('gone', 'AbortError'))
    await expect(http.get('/api/x')).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a call whose session is not the server’s', () => {
  it('leads to the sign-in page when the session is over', async () => {
    answers(401, { code: 'identity/signed-out' })
    refreshSession.mockResolvedValueOnce(false)
    expect((await refusal(http.get('/api/x'))).status).toBe(401)
    expect(signInNeeded).toHaveBeenCalledOnce()
    expect(fetched).toHaveBeenCalledOnce()
  })

  it('repeats a read once when the session lives', async () => {
    answers(401, {})
    answers(200, { ok: true })
    refreshSession.mockResolvedValueOnce(true)
    await expect(http.get('/api/x')).resolves.toEqual({ ok: true })
    expect(signInNeeded).not.toHaveBeenCalled()
  })

  it('of a stale anti-forgery token renews the session and is not repeated', async () => {
    answers(403, { code: 'platform/anti-forgery', title: 'reload' })
    refreshSession.mockResolvedValueOnce(true)
    expect((await refusal(http.post('/api/x', {}))).code).toBe('platform/anti-forgery')
    expect(refreshSession).toHaveBeenCalledOnce()
    expect(fetched).toHaveBeenCalledOnce()
  })

  it('never repeats an unsafe call', async () => {
    answers(401, {})
    refreshSession.mockResolvedValueOnce(true)
    await refusal(http.post('/api/x', {}))
    expect(fetched).toHaveBeenCalledOnce()
  })

  it('is left to the caller that asked for it', async () => {
    answers(401, { code: 'identity/totp-required' })
    expect((await refusal(http.post('/api/identity/session', {}, { on401: 'throw' }))).code).toBe('identity/totp-required')
    expect(refreshSession).not.toHaveBeenCalled()
  })
})

describe('small parts', () => {
  it('a query adds to an address that has one', () => {
    expect(withQuery('/a?b=1', { c: false })).toBe('/a?b=1&c=false')
    expect(withQuery('/a', {})).toBe('/a')
  })

  it('names of fields become camelCase', () => {
    expect(fieldName('Title')).toBe('title')
    expect(fieldName('$.Items[2].Price.Amount')).toBe('items[2].price.amount')
  })

  it('keys are version 4 UUIDs, also where the browser has no randomUUID', () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(newId()).toMatch(pattern)
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) })
    expect(newId()).toMatch(pattern)
  })
})
