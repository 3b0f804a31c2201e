import { http, toProblem, type ProblemError } from '@/app/http'

/** Something that waits for the person, as any service tells it. */
export interface TodoItem {
  id: string
  /** What has to be done; its words are `todo.<kind>`. */
  kind: string
  title: string
  /** The other party, or what it is about. */
  subject?: string | null
  number?: string | null
  waitingSince: string
  dueAt?: string | null
  link: string
}

export interface TodoAnswer {
  items: TodoItem[]
  failures: { service: TodoService; problem: ProblemError }[]
}

const services = ['listings', 'demands', 'trading', 'contracts', 'commissions', 'payments', 'identity'] as const
export type TodoService = (typeof services)[number]

/** Asks every service what waits; one that fails does not hide what the others have. */
export async function waitingItems(signal: AbortSignal): Promise<TodoAnswer> {
  const answers = await Promise.allSettled(
    services.map((service) => http.get<{ items: TodoItem[] }>(`/api/${service}/todo`, { signal })))
  const items: TodoItem[] = []
  const failures: TodoAnswer['failures'] = []
  answers.forEach((answer, at) => {
    if (answer.status === 'fulfilled') items.push(...answer.value.items)
    else if (!isNothingHere(answer.reason)) failures.push({ service: services[at]!, problem: toProblem(answer.reason) })
  })
  return { items: oldestFirst(items), failures }
}

/** A service may have nothing for this role at all. */
function isNothingHere(error: unknown): boolean {
  const { status } = toProblem(error)
  return status === 404 || status === 403
}

export function oldestFirst(items: readonly TodoItem[]): TodoItem[] {
  return [...items].sort((a, b) => a.waitingSince.localeCompare(b.waitingSince) || a.id.localeCompare(b.id))
}
