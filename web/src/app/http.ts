import { ProblemError, readProblem } from './problem'

export { ProblemError, isProblem, toProblem } from './problem'

type QueryValue = string | number | boolean | null | undefined
export type Query = Record<string, QueryValue | readonly QueryValue[]>

export interface RequestOptions {
  query?: Query
  signal?: AbortSignal
  headers?: Record<string, string>
  /** `throw` leaves a 401 to the caller: signing in itself must not lead to the sign-in page. */
  on401?: 'recover' | 'throw'
}

interface Hooks {
  antiForgeryToken: () => string | undefined
  /** Reloads the session after a 401; says whether the person is still signed in. */
  refreshSession: () => Promise<boolean>
  /** Leads to the sign-in page. */
  signInNeeded: () => void
}

let hooks: Hooks = {
  antiForgeryToken: () => undefined,
  refreshSession: async () => false,
  signInNeeded: () => {},
}

export function configureHttp(given: Partial<Hooks>): void {
  hooks = { ...hooks, ...given }
}

const safeMethods = new Set(['GET', 'HEAD'])

export const http = {
  get: <T>(url: string, options?: RequestOptions) => json<T>('GET', url, undefined, options),
  post: <T>(url: string, body?: unknown, options?: RequestOptions) => json<T>('POST', url, body, options),
  put: <T>(url: string, body?: unknown, options?: RequestOptions) => json<T>('PUT', url, body, options),
  patch: <T>(url: string, body?: unknown, options?: RequestOptions) => json<T>('PATCH', url, body, options),
  delete: <T>(url: string, body?: unknown, options?: RequestOptions) => json<T>('DELETE', url, body, options),
  /** Sends files as multipart form data; POST unless said otherwise. */
  upload: <T>(url: string, form: FormData, options?: RequestOptions & { method?: 'POST' | 'PUT' }) =>
    json<T>(options?.method ?? 'POST', url, form, options),
  download,
}

async function json<T>(method: string, url: string, body: unknown, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, url, body, options)
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T
  if (!/json/.test(response.headers.get('content-type') ?? '')) {
    throw new ProblemError({ code: 'app/unexpected-answer', title: 'The answer is not JSON.', status: response.status })
  }
  return (await response.json()) as T
}

/** Fetches a file with the session's rights and hands it to the browser's downloads. */
async function download(url: string, fileName?: string, options: RequestOptions = {}): Promise<void> {
  const response = await send('GET', url, undefined, options)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = fileName ?? nameFrom(response.headers.get('content-disposition')) ?? 'download'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

async function send(method: string, url: string, body: unknown, options: RequestOptions): Promise<Response> {
  let response = await attempt(method, url, body, options)
  if (response.status === 401 && options.on401 !== 'throw') {
    const stillSignedIn = await hooks.refreshSession()
    if (!stillSignedIn) {
      hooks.signInNeeded()
    } else if (safeMethods.has(method)) {
      response = await attempt(method, url, body, options)
    }
  }
  if (!response.ok) {
    const problem = await readProblem(response)
    // The session changed in another tab: take its token, so that the person's next try passes.
    if (problem.code === 'platform/anti-forgery') await hooks.refreshSession()
    throw problem
  }
  return response
}

async function attempt(method: string, url: string, body: unknown, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers }
  const init: RequestInit = { method, headers, credentials: 'same-origin', signal: options.signal ?? null }
  if (body instanceof FormData) {
    init.body = body
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
    init.body = JSON.stringify(body)
  }
  if (!safeMethods.has(method)) {
    const token = hooks.antiForgeryToken()
    if (token) headers['X-Anti-Forgery'] = token
  }
  try {
    return await fetch(withQuery(url, options.query), init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError({ code: 'app/network', title: 'The server cannot be reached.', status: 0 })
  }
}

export function withQuery(url: string, query?: Query): string {
  if (!query) return url
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly QueryValue[]) : [value as QueryValue]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return text ? `${url}${url.includes('?') ? '&' : '?'}${text}` : url
}

function nameFrom(disposition: string | null): string | undefined {
  if (!disposition) return undefined
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (extended) return decodeURIComponent(extended)
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1]
}

/** A client-made key: sending the same action twice with it is one action. */
export function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID()
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
