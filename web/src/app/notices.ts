import { readonly, ref } from 'vue'
import { http } from './http'
import { useSession } from './session'

const unread = ref(0)
let timer: ReturnType<typeof setInterval> | undefined

async function refresh(): Promise<void> {
  if (!useSession().session.value.signedIn) {
    unread.value = 0
    return
  }
  try {
    unread.value = (await http.get<{ count: number }>('/api/notifications/unread-count', { on401: 'throw' })).count
  } catch {
    // The bell is a convenience: without an answer it shows no number.
    unread.value = 0
  }
}

/** How many notices wait unread; asked once a minute while the page is in sight. */
export function useUnread() {
  timer ??= setInterval(() => {
    if (document.visibilityState === 'visible') void refresh()
  }, 60_000)
  return { unread: readonly(unread), refresh }
}
