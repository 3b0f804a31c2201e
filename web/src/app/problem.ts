/** A refusal of the server (RFC 9457), or a failure to reach it, in one shape. */
export class ProblemError extends Error {
  readonly code: string
  readonly title: string
  readonly status: number
  readonly facts: Readonly<Record<string, unknown>>
  readonly traceId: string | undefined
  /** Messages per field, keyed in camelCase: `items[0].quantity`. */
  readonly errors: Readonly<Record<string, readonly string[]>>

  constructor(problem: {
    code: string
    title: string
    status: number
    facts?: Record<string, unknown>
    traceId?: string
    errors?: Record<string, readonly string[]>
  }) {
    super(problem.title)
    this.name = 'ProblemError'
    this.code = problem.code
    this.title = problem.title
    this.status = problem.status
    this.facts = problem.facts ?? {}
    this.traceId = problem.traceId
    this.errors = problem.errors ?? {}
  }

  get isNetwork(): boolean {
    return this.status === 0
  }
}

/** Wraps whatever was thrown, so that every error can be shown the same way. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  return new ProblemError({
    code: 'app/unexpected',
    title: error instanceof Error ? error.message : String(error),
    status: 0,
  })
}

export function isProblem(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.code === code
}

/** The server names fields in PascalCase (`Items[0].Quantity`); forms use camelCase. */
export function fieldName(serverName: string): string {
  return serverName.replace(/^\$\.?/, '').replace(/(^|[.\]])([A-Z])/g, (_, before: string, letter: string) => before + letter.toLowerCase())
}

export async function readProblem(response: Response): Promise<ProblemError> {
  const body = await readJson(response)
  const code = typeof body.code === 'string' ? body.code : `http/${response.status}`
  const errors: Record<string, readonly string[]> = {}
  if (isRecord(body.errors)) {
    for (const [name, messages] of Object.entries(body.errors)) {
      const list = Array.isArray(messages) ? messages : [messages]
      errors[fieldName(name)] = list.map(String)
    }
  }
  return new ProblemError({
    code,
    title: typeof body.title === 'string' ? body.title : response.statusText || code,
    status: response.status,
    facts: isRecord(body.facts) ? body.facts : {},
    traceId: typeof body.traceId === 'string' ? body.traceId : undefined,
    errors,
  })
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return {}
  try {
    const body: unknown = await response.json()
    return isRecord(body) ? body : {}
  } catch {
    return {}
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
